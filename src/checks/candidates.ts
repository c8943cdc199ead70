import { formatAddress, parseAddress } from './address.ts'
import { withCache } from './lookups.ts'
import type { RecordType, Resolver } from './resolver.ts'
import { expand } from './spf/expand.ts'
import type { NotEnumerable } from './spf/expansion.ts'

/** An address or range the sender may send from, and how we came to it (S11, TechNote T1, T2 and T5). */
export interface SendingRange {
  readonly range: string
  readonly from: 'spf' | 'mx' | 'a'
  readonly path: string
}

export interface SendingRanges {
  /** Each range once, by the first of SPF, MX and A that names it. */
  readonly candidates: readonly SendingRange[]
  readonly notEnumerable: readonly NotEnumerable[]
  /** Lookups that ended in a temporary error: what hangs on them is missing among the ranges. */
  readonly unanswered: readonly Unanswered[]
}

/** A name that the DNS gave no answer to, and the types that were asked for. */
export interface Unanswered {
  readonly name: string
  readonly types: readonly RecordType[]
}

/**
 * From where a domain may send: its SPF expanded to ranges, its MX hosts and its own addresses (small senders use one
 * server for both ways). Ranges that SPF fails with `-` are left out.
 */
export async function candidatesOf(domain: string, resolver: Resolver): Promise<SendingRanges> {
  const failed = new Map<string, RecordType[]>()
  const dns = withCache(noting(resolver, failed))
  const [spf, mx, own] = await Promise.all([
    expand(domain, dns),
    fromMx(domain, dns),
    addressesOf(domain, 'a', `${domain} → A`, dns),
  ])
  const named = spf.ranges.filter(({ qualifier }) => qualifier !== '-')
  const fromSpf = named.map(({ range, path }): SendingRange => ({ range, from: 'spf', path }))
  const candidates = new Map<string, SendingRange>()
  for (const candidate of [...fromSpf, ...mx, ...own]) {
    if (!candidates.has(candidate.range)) {
      candidates.set(candidate.range, candidate)
    }
  }
  const unanswered = [...failed].map(([name, types]) => ({ name, types }))
  return { candidates: [...candidates.values()], notEnumerable: spf.notEnumerable, unanswered }
}

function noting(resolver: Resolver, failed: Map<string, RecordType[]>): Resolver {
  return {
    async resolve(name, type, how) {
      const answer = await resolver.resolve(name, type, how)
      if (answer.kind === 'temporary-error') failed.set(name, [...(failed.get(name) ?? []), type])
      return answer
    },
  }
}

async function fromMx(domain: string, dns: Resolver): Promise<SendingRange[]> {
  const answer = await dns.resolve(domain, 'MX')
  const hosts = answer.kind === 'records' ? answer.records.map(({ exchange }) => exchange) : []
  const named = hosts.filter((host) => host !== '' && host !== '.')
  const found = await Promise.all(named.map((host) => addressesOf(host, 'mx', `${domain} → MX ${host}`, dns)))
  return found.flat()
}

async function addressesOf(host: string, from: 'mx' | 'a', path: string, dns: Resolver): Promise<SendingRange[]> {
  const answers = await Promise.all([dns.resolve(host, 'A'), dns.resolve(host, 'AAAA')])
  const texts = answers.flatMap((answer) => (answer.kind === 'records' ? answer.records : []))
  const addresses = texts.map(parseAddress).filter((address) => address !== null)
  return addresses.map((address) => ({ range: formatAddress(address), from, path }))
}
