import { getDomain } from 'tldts'
import type { CheckResult } from '../check.ts'
import { recording } from '../lookups.ts'
import type { Resolver } from '../resolver.ts'
import { checked } from '../result.ts'

/**
 * S1: does the domain exist? Asked for SOA, since any type tells (RFC 8020: NXDOMAIN holds for the name whatever the
 * type). Says nothing of how it was when the mail was sent: a negative answer lives on for its TTL.
 */
export async function checkDomain(domain: string, resolver: Resolver): Promise<CheckResult[]> {
  const dns = recording(resolver)
  const answer = await dns.resolve(domain, 'SOA')
  if (answer.kind === 'temporary-error') {
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
