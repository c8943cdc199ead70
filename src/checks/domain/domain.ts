import { getDomain } from 'tldts'
import type { CheckResult } from '../check.ts'
import { isSilence, recording } from '../lookups.ts'
import type { Resolver } from '../resolver.ts'
import { checked } from '../result.ts'

/**
 * S1: does the domain exist? Asked for SOA, since any type tells (RFC 8020: NXDOMAIN holds for the name whatever the
 * type). Says nothing of how it was when the mail was sent: a negative answer lives on for its TTL.
 */
export async function checkDomain(domain: string, resolver: Resolver): Promise<CheckResult[]> {
  const dns = recording(resolver)
  const validated = await dns.resolve(domain, 'SOA')
  const silent = validated.kind === 'temporary-error' && isSilence(validated)
  // DNSSEC that does not hold (S5) hides whether the name exists; what it hides is no proof that it does not.
  const failed = validated.kind === 'temporary-error' && !silent
  const answer = failed ? await dns.resolve(domain, 'SOA', { unvalidated: true }) : validated
  if (answer.kind === 'temporary-error' || (failed && answer.kind === 'no-such-name')) {
    return [checked('unknown', 'S1.unknown', domain, {}, dns.lookups)]
  }
  if (answer.kind !== 'no-such-name') {
    return [checked('ok', 'S1.ok', domain, {}, dns.lookups)]
  }
  const registered = registeredDomain(domain)
  const above = registered === null || registered === domain ? null : await dns.resolve(registered, 'SOA')
  const aboveExists = above?.kind === 'records' || above?.kind === 'no-data'
  return registered !== null && aboveExists
    ? [checked('problem', 'S1.none-below', domain, { registered }, dns.lookups)]
    : [checked('problem', 'S1.none', domain, {}, dns.lookups)]
}

/** The part of a domain that somebody registered, by the public suffix list: `example.co.uk`. Null where there is none. */
export function registeredDomain(domain: string): string | null {
  return getDomain(domain, { allowPrivateDomains: true, validateHostname: false })
}
