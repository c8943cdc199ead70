import type { CheckResult } from '../checks/check.ts'
import { withCache } from '../checks/lookups.ts'
import { senderChecks } from '../checks/run.ts'
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
  progress({ id: 'dns', state: 'running', key: 'working.dns', slots: {} })
  const once = { ...ports, resolver: withCache(ports.resolver) }
  const { domains } = settings.ours
  // The domains that a mistyped one is compared with; S2 is not run where there are none.
  const known = domains.length > 0 ? { known: domains } : {}
  const [sender, views, own] = await Promise.all([
    senderChecks(domain, once.resolver, { ips, ...known, ...listsOf(ports, settings) }),
    viewsOf(domain, ports.sources, once),
    domains.includes(domain) ? checkOurs({ ...settings.ours, domains: [domain] }, once, settings) : [],
  ])
  const checks = [...sender, ...views, ...own]
  progress({ id: 'dns', state: 'done', key: 'working.dnsDone', slots: { count: checks.length } })
  return checks
}
