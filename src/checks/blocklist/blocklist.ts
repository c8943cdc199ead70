import { parsePeer, reverseName } from '../address.ts'
import type { CheckResult } from '../check.ts'
import { printable, recording } from '../lookups.ts'
import type { Answer, Resolver } from '../resolver.ts'
import { checked } from '../result.ts'

/** The lists that the configuration names, and whether they may be asked at all. */
export interface Blocklists {
  /** Lists of addresses, such as `zen.spamhaus.example`. */
  readonly addresses: readonly string[]
  /** Lists of domains. */
  readonly domains: readonly string[]
  /**
   * The public resolver that our questions would go through; null where there is none. Lists answer such resolvers with
   * an error code or, worse, with "not listed" (CHECKS S21).
   */
  readonly throughPublic: string | null
}

export type BlocklistId = 'S21' | 'S22' | 'R21'

/** S21 (an address of the sender) and R21 (an address of ours), on each list of addresses; nothing where no list is named. */
export async function checkAddressLists(
  ip: string,
  id: 'S21' | 'R21',
  lists: Blocklists,
  resolver: Resolver,
): Promise<CheckResult[]> {
  const reverse = reverseName(ip)
  if (reverse === null || !parsePeer(ip)) {
    return []
  }
  const label = reverse.replace(/\.(?:in-addr|ip6)\.arpa$/, '')
  return checkLists(ip, label, id, lists.addresses, lists.throughPublic, resolver)
}

/** S22: a domain of the sender, on each list of domains. */
export async function checkDomainLists(domain: string, lists: Blocklists, resolver: Resolver): Promise<CheckResult[]> {
  return checkLists(domain, domain, 'S22', lists.domains, lists.throughPublic, resolver)
}

async function checkLists(
  subject: string,
  label: string,
  id: BlocklistId,
  lists: readonly string[],
  throughPublic: string | null,
  resolver: Resolver,
): Promise<CheckResult[]> {
  if (throughPublic !== null) {
    return lists.slice(0, 1).map(() => checked('unknown', `${id}.public`, subject, { server: throughPublic }, []))
  }
  return Promise.all(lists.map((list) => checkList(subject, `${label}.${list}`, id, list, resolver)))
}

async function checkList(
  subject: string,
  name: string,
  id: BlocklistId,
  list: string,
  resolver: Resolver,
): Promise<CheckResult> {
  const dns = recording(resolver)
  const answer = await dns.resolve(name, 'A')
  const read = readAnswer(answer)
  if (read.kind === 'listed') {
    const text = await dns.resolve(name, 'TXT')
    const reason = text.kind === 'records' ? printable((text.records[0] ?? []).join('')).slice(0, 200) : ''
    return checked('problem', `${id}.listed`, subject, { list, codes: read.codes, reason }, dns.lookups)
  }
  if (read.kind === 'refused') {
    return checked('unknown', `${id}.refused`, subject, { list, code: read.code }, dns.lookups)
  }
  return read.kind === 'free'
    ? checked('ok', `${id}.ok`, subject, { list }, dns.lookups)
    : checked('unknown', `${id}.unknown`, subject, { list }, dns.lookups)
}

type Read =
  | { readonly kind: 'free' | 'unknown' }
  | { readonly kind: 'listed'; readonly codes: readonly string[] }
  | { readonly kind: 'refused'; readonly code: string }

/**
 * RFC 5782 section 2.3: a listing is an address in 127.0.0.0/8 other than 127.0.0.1. Lists say by 127.255.255.x that
 * they refuse the question, and by 127.0.1.255 that a list of domains was asked for an address. An address outside
 * 127.0.0.0/8 comes from a list that is gone and whose domain somebody else holds now.
 */
function readAnswer(answer: Answer<string>): Read {
  if (answer.kind !== 'records') {
    return { kind: answer.kind === 'temporary-error' ? 'unknown' : 'free' }
  }
  const wrong = answer.records.find((code) => !/^127\./.test(code) || /^127\.(?:255\.|0\.0\.1$|0\.1\.255$)/.test(code))
  return wrong === undefined ? { kind: 'listed', codes: answer.records } : { kind: 'refused', code: printable(wrong) }
}
