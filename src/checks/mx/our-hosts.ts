import { reverseName } from '../address.ts'
import type { CheckResult } from '../check.ts'
import { printable, recording } from '../lookups.ts'
import type { Resolver } from '../resolver.ts'
import { checked } from '../result.ts'
import { isLiteral, mailHosts } from './hosts.ts'

/** R5: our MX hosts are no aliases (RFC 2181 section 10.3), and their addresses have reverse names, as strict senders want. */
export async function checkOurHosts(domain: string, resolver: Resolver): Promise<CheckResult[]> {
  const dns = recording(resolver)
  const found = await mailHosts(domain, dns)
  if (found.kind !== 'mx') {
    return found.kind === 'unknown' ? [checked('unknown', 'R5.unknown', domain, {}, dns.lookups)] : []
  }
  const hosts = found.hosts.filter(({ name }) => !isLiteral(name))
  const addresses = [...new Set(hosts.flatMap((host) => host.addresses))]
  const [aliases, pointers] = await Promise.all([
    Promise.all(hosts.map(({ name }) => dns.resolve(name, 'CNAME'))),
    Promise.all(addresses.map((address) => dns.resolve(reverseName(address) ?? '', 'PTR'))),
  ])
  const alias = hosts.filter((_, at) => aliases[at]?.kind === 'records').map(({ name }) => printable(name))
  if (alias.length > 0) {
    return [checked('problem', 'R5.alias', domain, { hosts: alias }, dns.lookups)]
  }
  const nameless = addresses.filter((_, at) => {
    const kind = pointers[at]?.kind
    return kind === 'no-data' || kind === 'no-such-name'
  })
  if (nameless.length > 0) {
    return [checked('problem', 'R5.no-ptr', domain, { addresses: nameless }, dns.lookups)]
  }
  const dark = [...aliases, ...pointers].some(({ kind }) => kind === 'temporary-error')
  return dark || hosts.some(({ certain }) => !certain)
    ? [checked('unknown', 'R5.unknown', domain, {}, dns.lookups)]
    : [checked('ok', 'R5.ok', domain, {}, dns.lookups)]
}
