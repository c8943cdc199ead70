import { contains, parseNetwork } from '../address.ts'
import type { CheckResult, FactValue } from '../check.ts'
import { printable, recording } from '../lookups.ts'
import type { Resolver } from '../resolver.ts'
import { checked } from '../result.ts'
import { type MxHost, mailHosts, readable, writeMx } from './hosts.ts'

/** What the configuration says is ours. `addresses` may hold ranges. */
export interface OurMail {
  readonly domains: readonly string[]
  readonly addresses: readonly string[]
  readonly mxHosts: readonly string[]
}

type Whose = 'ours' | 'elsewhere' | 'dead' | 'unknown'

/**
 * R1 (does the first MX of our domain point at our gateways?) and R2 (is there any other MX?). A host is ours by its
 * name or by any of its addresses. Only the MX as it is now: senders may still hold an older answer for its TTL.
 */
export async function checkOurMx(domain: string, ours: OurMail, resolver: Resolver): Promise<CheckResult[]> {
  const dns = recording(resolver)
  const found = await mailHosts(domain, dns)
  if (found.kind === 'unknown') {
    return (['R1.unknown', 'R2.unknown'] as const).map((key) => checked('unknown', key, domain, {}, dns.lookups))
  }
  if (found.kind === 'implicit' && !found.host.certain) {
    return [checked('unknown', 'R1.unknown', domain, {}, dns.lookups)]
  }
  if (found.kind === 'null-mx' || (found.kind === 'implicit' && found.host.addresses.length === 0)) {
    return [checked('problem', 'R1.none', domain, {}, dns.lookups)]
  }
  // Without an MX, senders go to the domain's own address (RFC 5321 section 5.1).
  const hosts = found.kind === 'mx' ? found.hosts : [found.host]
  const mx = hosts.map((host) => printable(writeMx(host)))
  const addresses = hosts.flatMap((host) => host.addresses)
  const ttl = found.kind === 'mx' ? found.ttl : null
  const facts = { mx, addresses, first: mx[0] ?? '', ...(ttl !== null && { ttl }) }
  if (ours.addresses.length === 0 && ours.mxHosts.length === 0) {
    return [checked('unknown', 'R1.unconfigured', domain, facts, dns.lookups)]
  }
  const judged = hosts.map((host) => ({ host, whose: whoseIs(host, ours) }))
  const named = (whose: Whose) => judged.filter((one) => one.whose === whose).map(({ host }) => printable(host.name))
  const elsewhere = named('elsewhere')
  const first = judged.filter(({ host }) => host.priority === hosts[0]?.priority).map(({ whose }) => whose)
  return [
    judgeFirst(
      first,
      judged.map(({ whose }) => whose),
      domain,
      { ...facts, elsewhere },
      dns.lookups,
    ),
    judgeOthers(elsewhere, named('dead'), named('unknown'), domain, dns.lookups),
  ]
}

function judgeFirst(
  first: readonly Whose[],
  all: readonly Whose[],
  domain: string,
  facts: Readonly<Record<'mx' | 'first' | 'elsewhere', FactValue>>,
  lookups: readonly string[],
): CheckResult {
  if (!all.includes('ours') && all.includes('unknown')) {
    return checked('unknown', 'R1.unknown', domain, facts, lookups)
  }
  if (!all.includes('ours')) {
    return checked('problem', 'R1.elsewhere', domain, facts, lookups)
  }
  return first.includes('elsewhere')
    ? checked('problem', 'R1.partly', domain, facts, lookups)
    : checked('ok', 'R1.ok', domain, facts, lookups)
}

function judgeOthers(
  elsewhere: readonly string[],
  dead: readonly string[],
  unknown: readonly string[],
  domain: string,
  lookups: readonly string[],
): CheckResult {
  if (elsewhere.length > 0) {
    return checked('problem', 'R2.extra', domain, { hosts: elsewhere }, lookups)
  }
  if (dead.length > 0) {
    return checked('problem', 'R2.dead', domain, { hosts: dead }, lookups)
  }
  return unknown.length > 0
    ? checked('unknown', 'R2.unknown', domain, { hosts: unknown }, lookups)
    : checked('ok', 'R2.ok', domain, {}, lookups)
}

function whoseIs(host: MxHost, ours: OurMail): Whose {
  const networks = ours.addresses.map(parseNetwork).filter((network) => network !== null)
  const addresses = readable(host.addresses)
  const byName = ours.mxHosts.some((name) => name.toLowerCase() === host.name.toLowerCase())
  const byAddress = addresses.some((address) => networks.some((network) => contains(network, address)))
  if (host.addresses.length === 0) {
    return host.certain ? 'dead' : byName ? 'ours' : 'unknown'
  }
  // Named as ours but leading elsewhere is the very mistake looked for, so a known address outweighs the name.
  return byAddress || (byName && networks.length === 0) ? 'ours' : 'elsewhere'
}
