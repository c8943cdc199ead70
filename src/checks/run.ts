import { parsePeer } from './address.ts'
import { checkAgreement, type View } from './agreement/agreement.ts'
import { type Blocklists, checkAddressLists, checkDomainLists } from './blocklist/blocklist.ts'
import type { CheckResult } from './check.ts'
import { checkDane } from './dane/dane.ts'
import { checkDkimKey } from './dkim-key/dkim-key.ts'
import { checkDmarc } from './dmarc/dmarc.ts'
import { checkDnssec } from './dnssec/dnssec.ts'
import { checkDomain } from './domain/domain.ts'
import { checkNameServers } from './domain/name-servers.ts'
import { checkSpelling } from './domain/spelling.ts'
import { checkHelo } from './helo/helo.ts'
import { judgeCertificate } from './listener/certificate.ts'
import { checkIpv6 } from './listener/ipv6.ts'
import { judgeListener } from './listener/listener.ts'
import type { ProbeSeen } from './listener/seen.ts'
import { withCache } from './lookups.ts'
import { checkMtaSts, type FetchPolicy } from './mta-sts/mta-sts.ts'
import { mailHosts } from './mx/hosts.ts'
import { checkMx } from './mx/mx.ts'
import { checkOurHosts } from './mx/our-hosts.ts'
import { checkOurMx, type OurMail } from './mx/our-mx.ts'
import type { Resolver } from './resolver.ts'
import { checkGenericName } from './reverse-dns/generic-name.ts'
import { checkReverseDns } from './reverse-dns/reverse-dns.ts'
import { checkSpf, checkSpfOf } from './spf/spf.ts'
import { checkTlsRpt } from './tls-rpt/tls-rpt.ts'

/** What the logs tell of a sender, and what the configuration lets us ask about it. */
export interface SenderSeen {
  /** Addresses seen or asked about: each costs a reverse lookup and an SPF evaluation. */
  readonly ips?: readonly string[]
  /** The names that servers called themselves by. */
  readonly helos?: readonly { readonly name: string; readonly ip: string }[]
  /** Selectors of the DKIM signatures that the log names. */
  readonly keys?: readonly { readonly domain: string; readonly selector: string }[]
  /** Other domains that the logs know; none given, S2 is not run. */
  readonly known?: readonly string[]
  readonly lists?: Blocklists
}

/**
 * The checks of a sender, side by side, each lookup asked once. Ends when the resolver has answered all: its deadline
 * is the only one. Results come in the order of the checks, address by address.
 */
export async function senderChecks(domain: string, resolver: Resolver, seen: SenderSeen = {}): Promise<CheckResult[]> {
  const dns = withCache(resolver)
  const { ips = [], helos = [], keys = [], known, lists } = seen
  const results = await Promise.all([
    checkDomain(domain, dns),
    known ? checkSpelling(domain, known) : [],
    checkNameServers(domain, dns),
    checkDnssec(domain, 'S5', dns),
    checkMx(domain, dns),
    checkSpf(domain, dns),
    ...ips.map((ip) => checkAddress(domain, ip, lists, dns)),
    ...helos.map(({ name, ip }) => checkHelo(name, ip, dns)),
    checkDmarc(domain, dns),
    ...keys.map((key) => checkDkimKey(key.domain, key.selector, dns)),
    lists ? checkDomainLists(domain, lists, dns) : [],
  ])
  return results.flat()
}

/** The checks of a domain that our own mail goes to: whether it exists, and where its mail goes. */
export async function destinationChecks(domain: string, resolver: Resolver): Promise<CheckResult[]> {
  const dns = withCache(resolver)
  const results = await Promise.all([
    checkDomain(domain, dns),
    checkNameServers(domain, dns),
    checkDnssec(domain, 'S5', dns),
    checkMx(domain, dns),
  ])
  return results.flat()
}

/** What the checks of our own domains may use besides the DNS. */
export interface OurMeans {
  /** Each of our name servers alone, and gateways: R3 compares them. */
  readonly views?: readonly View[]
  readonly fetchPolicy?: FetchPolicy
  /** Probes of our listeners: R7, R8 to R12 and R14 judge them. */
  readonly probes?: readonly ProbeSeen[]
  readonly lists?: Blocklists
  readonly now?: number
}

/** The checks of our own domains, side by side, each lookup asked once; those of the listeners stand at the end. */
export async function ourChecks(ours: OurMail, resolver: Resolver, means: OurMeans = {}): Promise<CheckResult[]> {
  const dns = withCache(resolver)
  const { probes = [], lists, now } = means
  const [domains, addresses, hosts] = await Promise.all([
    Promise.all(ours.domains.map((domain) => checkOurDomain(domain, ours, means, dns))),
    Promise.all(lists ? ours.addresses.map((address) => checkAddressLists(address, 'R21', lists, dns)) : []),
    checkOurMxHosts(ours.domains, probes, dns),
  ])
  const enforced = domains.map(({ policy }) => policy).find((policy) => policy?.mode === 'enforce') ?? null
  const listeners = probes.flatMap((seen) => [
    ...judgeListener(seen),
    ...(now === undefined ? [] : judgeCertificate(seen, enforced, now)),
  ])
  return [...domains.flatMap(({ results }) => results), ...hosts, ...addresses.flat(), ...listeners]
}

async function checkOurDomain(domain: string, ours: OurMail, { views, fetchPolicy }: OurMeans, dns: Resolver) {
  const [mx, agreement, hosts, dnssec, sts, reports] = await Promise.all([
    checkOurMx(domain, ours, dns),
    views ? checkAgreement(domain, views) : [],
    checkOurHosts(domain, dns),
    checkDnssec(domain, 'R6', dns),
    fetchPolicy ? checkMtaSts(domain, dns, fetchPolicy) : { results: [], policy: null },
    checkTlsRpt(domain, dns),
  ])
  return { results: [...mx, ...agreement, ...hosts, ...dnssec, ...sts.results, ...reports], policy: sts.policy }
}

/** R7 and R14 of each MX host once, whichever of our domains it serves. */
async function checkOurMxHosts(domains: readonly string[], probes: readonly ProbeSeen[], dns: Resolver) {
  const found = await Promise.all(domains.map((domain) => mailHosts(domain, dns)))
  const hosts = found.flatMap((one) => (one.kind === 'mx' ? one.hosts : []))
  const named = [...new Map(hosts.map((host) => [host.name.toLowerCase(), host])).values()]
  const results = await Promise.all(
    named.flatMap(({ name, addresses }) => {
      const own = probes.filter(
        (seen) => seen.host.toLowerCase() === name.toLowerCase() || addresses.includes(seen.host),
      )
      return [checkIpv6(name, own, dns), checkDane(name, own.find(({ tls }) => tls) ?? own[0] ?? null, dns)]
    }),
  )
  return results.flat()
}

/** S12 to S16 and S21 of one address. Text that is no address, as a log may hold, gives nothing. */
async function checkAddress(domain: string, ip: string, lists: Blocklists | undefined, dns: Resolver) {
  if (!parsePeer(ip)) {
    return []
  }
  const [spf, reverse, generic, listed] = await Promise.all([
    checkSpfOf(domain, ip, dns),
    checkReverseDns(ip, dns),
    checkGenericName(ip, dns),
    lists ? checkAddressLists(ip, 'S21', lists, dns) : [],
  ])
  return [spf, ...reverse, ...generic, ...listed]
}
