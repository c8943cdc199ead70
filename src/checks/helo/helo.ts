import { contains, parsePeer } from '../address.ts'
import type { CheckResult } from '../check.ts'
import { printable, recording } from '../lookups.ts'
import type { Resolver } from '../resolver.ts'
import { checked } from '../result.ts'

/**
 * S17: is the name that a server called itself by (HELO, EHLO) a full host name, and does it lead to it? RFC 5321
 * section 4.1.4 forbids to refuse mail for a name that leads elsewhere, and many good senders have one; so that is told,
 * and is no problem. The gateway does not refuse by HELO of itself: filters and reputation may.
 */
export async function checkHelo(helo: string, ip: string, resolver: Resolver): Promise<CheckResult[]> {
  const subject = printable(helo)
  const literal = /^\[(?:IPv6:)?([0-9a-f.:]+)\]$/i.exec(helo)?.[1]
  if (literal !== undefined && parsePeer(literal)) {
    return [checked('ok', 'S17.literal', subject, {}, [])]
  }
  if (!/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+\.?$/i.test(helo) || parsePeer(helo)) {
    return [checked('problem', 'S17.short', subject, {}, [])]
  }
  const dns = recording(resolver)
  const answers = await Promise.all([dns.resolve(helo, 'A'), dns.resolve(helo, 'AAAA')])
  const peer = parsePeer(ip)
  const found = answers.flatMap((answer) => (answer.kind === 'records' ? answer.records : [])).map(parsePeer)
  const leads = found.some((address) => address && peer && contains({ address, bits: address.bytes.length * 8 }, peer))
  const facts = { ip }
  if (leads) {
    return [checked('ok', 'S17.ok', subject, facts, dns.lookups)]
  }
  if (answers.some(({ kind }) => kind === 'temporary-error')) {
    return [checked('unknown', 'S17.unknown', subject, facts, dns.lookups)]
  }
  return found.length > 0
    ? [checked('ok', 'S17.elsewhere', subject, facts, dns.lookups)]
    : [checked('problem', 'S17.none', subject, facts, dns.lookups)]
}
