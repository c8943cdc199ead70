import type { CheckResult } from '../checks/check.ts'
import { withCache } from '../checks/lookups.ts'
import { senderChecks } from '../checks/run.ts'
import { checkStep } from './check-step.ts'
import { checkOurs, listsOf, viewsOf } from './checks.ts'
import type { Ports, Progress } from './ports.ts'
import type { Settings } from './settings.ts'

/**
 * Every check of a domain: as a sender, and as ours, where it is. All of it rests on the same lookups, each asked once.
 * None where there is no DNS.
 */
export async function checkDomainWhole(
  domain: string,
  ips: readonly string[],
  ports: Ports,
  settings: Settings,
  progress: Progress,
): Promise<readonly CheckResult[]> {
  if (!ports.resolver) return []
  const once = { ...ports, resolver: withCache(ports.resolver) }
  const { domains } = settings.ours
  // The domains that a mistyped one is compared with; S2 is not run where there are none.
  const known = domains.length > 0 ? { known: domains } : {}
  const seen = { ips, ...known, ...listsOf(ports, settings) }
  const [sender, views, own] = await Promise.all([
    checkStep('sender', () => senderChecks(domain, once.resolver, seen), progress),
    checkStep('views', () => viewsOf(domain, ports.sources, once), progress),
    domains.includes(domain)
      ? checkStep('own', () => checkOurs({ ...settings.ours, domains: [domain] }, once, settings), progress)
      : [],
  ])
  return [...sender, ...views, ...own]
}
