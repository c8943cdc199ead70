import type { CheckResult } from '../check.ts'
import { describeExtended } from '../domain/name-servers.ts'
import { isSilence, recording } from '../lookups.ts'
import type { Resolver } from '../resolver.ts'
import { checked } from '../result.ts'

/**
 * S5 (of a sender) and R6 (of ours): does DNSSEC of a domain hold? The test is RFC 4035's: the resolver fails, and
 * answers as soon as it is asked not to validate (CD bit). A resolver that does not validate never fails so, and gives
 * no AD bit: `unsigned` covers both. A gateway whose resolver does not validate is not hit by a broken zone.
 */
export async function checkDnssec(domain: string, id: 'S5' | 'R6', resolver: Resolver): Promise<CheckResult[]> {
  const dns = recording(resolver)
  const answer = await dns.resolve(domain, 'SOA')
  if (answer.kind !== 'temporary-error') {
    return answer.authenticated
      ? [checked('ok', `${id}.ok`, domain, {}, dns.lookups)]
      : [checked('ok', `${id}.unsigned`, domain, {}, dns.lookups)]
  }
  const unvalidated = isSilence(answer) ? answer : await dns.resolve(domain, 'SOA', { unvalidated: true })
  if (unvalidated.kind === 'temporary-error') {
    return [checked('unknown', `${id}.unknown`, domain, {}, dns.lookups)]
  }
  const detail = answer.extended ? describeExtended(answer.extended) : (answer.reason ?? 'SERVFAIL')
  return [checked('problem', `${id}.bogus`, domain, { detail }, dns.lookups)]
}
