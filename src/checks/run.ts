import { parsePeer } from './address.ts'
import type { CheckResult } from './check.ts'
import { checkDmarc } from './dmarc/dmarc.ts'
import { checkDomain } from './domain/domain.ts'
import { withCache } from './lookups.ts'
import { checkMx } from './mx/mx.ts'
import { checkOurMx, type OurMail } from './mx/our-mx.ts'
import type { Resolver } from './resolver.ts'
import { checkReverseDns } from './reverse-dns/reverse-dns.ts'
import { checkSpf, checkSpfOf } from './spf/spf.ts'

/**
 * The checks of a sender (S1, S6 to S10, S12 to S15, S18), side by side, each lookup asked once. `ips` are addresses
 * seen or asked about: each costs a reverse lookup and an SPF evaluation. Ends when the resolver has answered all: its
 * deadline is the only one. Results come in the order of the checks, address by address.
 */
export async function senderChecks(domain: string, ips: readonly string[], resolver: Resolver): Promise<CheckResult[]> {
  const dns = withCache(resolver)
  const results = await Promise.all([
    checkDomain(domain, dns),
    checkMx(domain, dns),
    checkSpf(domain, dns),
    ...ips.map((ip) => checkAddress(domain, ip, dns)),
    checkDmarc(domain, dns),
  ])
  return results.flat()
}

/** The checks of our own domains (R1, R2), side by side, each lookup asked once. */
export async function ourChecks(ours: OurMail, resolver: Resolver): Promise<CheckResult[]> {
  const dns = withCache(resolver)
  const results = await Promise.all(ours.domains.map((domain) => checkOurMx(domain, ours, dns)))
  return results.flat()
}

/** S12 to S15 of one address. Text that is no address, as a log may hold, gives nothing. */
async function checkAddress(domain: string, ip: string, dns: Resolver): Promise<CheckResult[]> {
  if (!parsePeer(ip)) {
    return []
  }
  const [spf, reverse] = await Promise.all([checkSpfOf(domain, ip, dns), checkReverseDns(ip, dns)])
  return [spf, ...reverse]
}
