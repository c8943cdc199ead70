import type { CheckResult } from '../check.ts'
import { isSilence, printable, recording } from '../lookups.ts'
import type { Answer, ExtendedError, Resolver } from '../resolver.ts'
import { checked } from '../result.ts'
import { registeredDomain } from './domain.ts'

/**
 * S4: the delegation of a domain as our resolver sees it. Each name server must have an address; one without is a lame
 * delegation, which fails now and then. The servers themselves are not asked: a stranger's zone would say where our
 * packets go. That they answer some types and fail at the large ones (TCP port 53 closed) shows as `S4.partly`, which
 * is no proof, and so `unknown`.
 */
export async function checkNameServers(domain: string, resolver: Resolver): Promise<CheckResult[]> {
  const dns = recording(resolver)
  const zone = registeredDomain(domain) ?? domain
  const own = await dns.resolve(domain, 'NS')
  const found = own.kind === 'records' || zone === domain ? own : await dns.resolve(zone, 'NS')
  if (found.kind === 'temporary-error') {
    return [unreachable(domain, found, dns.lookups)]
  }
  if (found.kind !== 'records') {
    return [checked('unknown', 'S4.none', domain, {}, dns.lookups)]
  }
  const names = [...found.records].sort()
  const [text, ...addresses] = await Promise.all([
    dns.resolve(domain, 'TXT'),
    ...names.map((name) => Promise.all([dns.resolve(name, 'A'), dns.resolve(name, 'AAAA')])),
  ])
  const lame = names.filter((_, at) =>
    addresses[at]?.every(({ kind }) => kind === 'no-such-name' || kind === 'no-data'),
  )
  const { lookups } = dns
  if (lame.length > 0) {
    const facts = { servers: lame.map(printable), all: lame.length === names.length }
    return [checked('problem', 'S4.lame', domain, facts, lookups)]
  }
  if (text.kind === 'temporary-error') {
    return [checked('unknown', 'S4.partly', domain, { type: 'TXT', detail: printable(text.reason ?? '') }, lookups)]
  }
  const dark = names.some((_, at) => !addresses[at]?.some(({ kind }) => kind === 'records'))
  return dark
    ? [checked('unknown', 'S4.unknown', domain, {}, lookups)]
    : [checked('ok', 'S4.ok', domain, { servers: names.map(printable) }, lookups)]
}

/** The resolver's own word that it reached none of them (see isSilence); still no proof for others. */
function unreachable(
  domain: string,
  answer: Extract<Answer<string>, { readonly kind: 'temporary-error' }>,
  lookups: readonly string[],
): CheckResult {
  const { extended } = answer
  return extended && isSilence(answer)
    ? checked('unknown', 'S4.unreachable', domain, { detail: describeExtended(extended) }, lookups)
    : checked('unknown', 'S4.unknown', domain, {}, lookups)
}

/** `EDE 6: validation failure …`, as a resolver's log and `dig` show it. */
export function describeExtended({ code, text }: ExtendedError): string {
  return text === '' ? `EDE ${code}` : `EDE ${code}: ${printable(text)}`
}
