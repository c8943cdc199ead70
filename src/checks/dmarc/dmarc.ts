import type { CheckResult } from '../check.ts'
import { registeredDomain } from '../domain/domain.ts'
import { printable, recording } from '../lookups.ts'
import type { Resolver } from '../resolver.ts'
import { checked } from '../result.ts'

/**
 * S18: the DMARC record of a domain, at `_dmarc.` it, else at the registered domain (RFC 7489 section 6.6.3; the tree
 * walk of RFC 9989 ends at the same record in all but a few registries). It tells what receivers may enforce, not that
 * a mail failed. A record without a readable `p=` is told as one.
 */
export async function checkDmarc(domain: string, resolver: Resolver): Promise<CheckResult[]> {
  const dns = recording(resolver)
  const registered = registeredDomain(domain)
  const places = registered === null || registered === domain ? [domain] : [domain, registered]
  for (const place of places) {
    const answer = await dns.resolve(`_dmarc.${place}`, 'TXT')
    if (answer.kind === 'temporary-error') {
      return [checked('unknown', 'S18.unknown', domain, {}, dns.lookups)]
    }
    const texts = answer.kind === 'records' ? answer.records.map((strings) => strings.join('')) : []
    const records = texts.filter((text) => /^v\s*=\s*DMARC1\s*(?:;|$)/.test(text))
    const [record] = records
    if (record !== undefined) {
      return [judge(domain, place, record, records.length, dns.lookups)]
    }
  }
  return [checked('ok', 'S18.none', domain, {}, dns.lookups)]
}

function judge(
  subject: string,
  domain: string,
  record: string,
  count: number,
  lookups: readonly string[],
): CheckResult {
  if (count > 1) {
    return checked('problem', 'S18.several', subject, { domain }, lookups)
  }
  const tags = tagsOf(record)
  const own = tags.get('p')?.toLowerCase()
  const below = subject === domain ? undefined : tags.get('sp')?.toLowerCase()
  const policy = below ?? own
  const facts = { domain, record: printable(record) }
  if (policy !== 'none' && policy !== 'quarantine' && policy !== 'reject') {
    return checked('problem', 'S18.syntax', subject, facts, lookups)
  }
  const alignment = { dkim: tags.get('adkim') ?? 'r', spf: tags.get('aspf') ?? 'r' }
  return checked('ok', 'S18.ok', subject, { ...facts, policy, ...alignment }, lookups)
}

function tagsOf(record: string): Map<string, string> {
  const tags = new Map<string, string>()
  for (const part of record.split(';')) {
    const equals = part.indexOf('=')
    if (equals > 0) {
      tags.set(part.slice(0, equals).trim().toLowerCase(), part.slice(equals + 1).trim())
    }
  }
  return tags
}
