import type { CheckResult } from '../check.ts'
import { printable, recording } from '../lookups.ts'
import type { Resolver } from '../resolver.ts'
import { checked } from '../result.ts'
import { tagsOf } from '../tags.ts'
import { rsaBitsOf } from './rsa.ts'

/** RFC 8301 section 3.2: verifiers need not take RSA keys below this. */
const shortestKey = 1024

/**
 * S20: the DKIM key of a domain and a selector that the log names, as it is now (RFC 6376 section 3.6). That it is
 * there now does not say that it was when the mail came, nor that the body reached us unchanged.
 */
export async function checkDkimKey(domain: string, selector: string, resolver: Resolver): Promise<CheckResult[]> {
  const dns = recording(resolver)
  const subject = printable(`${selector}._domainkey.${domain}`)
  const answer = await dns.resolve(`${selector}._domainkey.${domain}`, 'TXT')
  const { lookups } = dns
  const facts = { domain: printable(domain), selector: printable(selector) }
  if (answer.kind === 'temporary-error') {
    return [checked('unknown', 'S20.unknown', subject, facts, lookups)]
  }
  if (answer.kind !== 'records') {
    return [checked('problem', 'S20.missing', subject, facts, lookups)]
  }
  const [record = '', second] = answer.records.map((strings) => strings.join(''))
  if (second !== undefined) {
    return [checked('problem', 'S20.several', subject, facts, lookups)]
  }
  const tags = tagsOf(record)
  const key = tags.get('p')?.replace(/\s/g, '')
  const version = tags.get('v') ?? 'DKIM1'
  const algorithm = tags.get('k') ?? 'rsa'
  if (key === undefined || version !== 'DKIM1' || !/^[A-Za-z0-9+/]*={0,2}$/.test(key)) {
    return [checked('problem', 'S20.syntax', subject, facts, lookups)]
  }
  if (key === '') {
    return [checked('problem', 'S20.revoked', subject, facts, lookups)]
  }
  const test = tags.get('t')?.split(':').includes('y') ?? false
  if (algorithm !== 'rsa') {
    return [checked('ok', 'S20.ok', subject, { ...facts, key: printable(algorithm), test }, lookups)]
  }
  const bits = rsaBitsOf(key)
  if (bits === null) {
    return [checked('problem', 'S20.syntax', subject, facts, lookups)]
  }
  return bits < shortestKey
    ? [checked('problem', 'S20.weak', subject, { ...facts, bits, test }, lookups)]
    : [checked('ok', 'S20.ok', subject, { ...facts, key: `RSA ${bits}`, bits, test }, lookups)]
}
