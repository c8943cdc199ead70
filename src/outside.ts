import { dnsResolver, eachServer, type NameServer, publicResolverAmong } from './edges/dns/resolver.ts'
import { policyFetcher } from './edges/https/policy.ts'
import { smtpProbe } from './edges/smtp/probe.ts'
import type { Ports, SmtpProbe } from './gather/ports.ts'
import type { Settings } from './gather/settings.ts'

type Outside = Pick<Ports, 'resolver' | 'servers' | 'publicResolver' | 'fetchPolicy'> & { readonly probe: SmtpProbe }

/**
 * What the bot looks at the outside with: the DNS, our own listeners, our own MTA-STS policies. Nothing else of the
 * network is reached but the gateways and Slack. `servers` null: no DNS, and so nothing that needs a name looked up.
 */
export function openOutside(servers: readonly NameServer[] | null, settings: Settings): Outside {
  const { domains, addresses } = settings.ours
  const resolver = servers && dnsResolver({ servers })
  return {
    resolver,
    servers: servers ? eachServer(servers) : [],
    publicResolver: servers && publicResolverAmong(servers),
    probe: smtpProbe(settings.listeners, { resolver, addresses }),
    fetchPolicy: policyFetcher({ domains, resolver, addresses }),
  }
}
