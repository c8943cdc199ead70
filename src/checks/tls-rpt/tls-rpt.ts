import type { CheckResult } from '../check.ts'
import { printable, recording } from '../lookups.ts'
import type { Resolver } from '../resolver.ts'
import { checked } from '../result.ts'
import { tagsOf } from '../tags.ts'

/** R15: where senders report to that TLS with us fails (RFC 8460 section 3). Such reports prove what no log of ours shows. */
export async function checkTlsRpt(domain: string, resolver: Resolver): Promise<CheckResult[]> {
  const dns = recording(resolver)
  const answer = await dns.resolve(`_smtp._tls.${domain}`, 'TXT')
  if (answer.kind === 'temporary-error') {
    return [checked('unknown', 'R15.unknown', domain, {}, dns.lookups)]
  }
  const texts = answer.kind === 'records' ? answer.records.map((strings) => strings.join('')) : []
  const [record, second] = texts.filter((text) => /^v=TLSRPTv1\s*;/.test(text))
  if (record === undefined) {
    return [checked('ok', 'R15.none', domain, {}, dns.lookups)]
  }
  if (second !== undefined) {
    return [checked('problem', 'R15.several', domain, {}, dns.lookups)]
  }
  const places = (tagsOf(record).get('rua') ?? '').split(',').map((place) => place.trim())
  const good = places.every((place) => /^(?:mailto:[^@\s]+@[^@\s]+|https:\/\/\S+)$/i.test(place))
  return good
    ? [checked('ok', 'R15.ok', domain, { rua: places.map(printable) }, dns.lookups)]
    : [checked('problem', 'R15.syntax', domain, { record: printable(record) }, dns.lookups)]
}
