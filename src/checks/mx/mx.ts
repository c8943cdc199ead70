import { isPublic } from '../address.ts'
import type { CheckResult } from '../check.ts'
import { printable, recording } from '../lookups.ts'
import type { Resolver } from '../resolver.ts'
import { checked } from '../result.ts'
import { isLiteral, type MailHosts, type MxHost, mailHosts, readable } from './hosts.ts'

type MxHosts = Extract<MailHosts, { readonly kind: 'mx' }>

/**
 * S6 (mail hosts and their addresses), S7 (null MX, RFC 7505) and S8 (MX that is an alias, an address or private).
 * The hosts that send need not be these. One host without an answer makes S6 `unknown`, unless another is plainly dead.
 */
export async function checkMx(domain: string, resolver: Resolver): Promise<CheckResult[]> {
  const dns = recording(resolver)
  const found = await mailHosts(domain, dns)
  switch (found.kind) {
    case 'unknown':
      return (['S6.unknown', 'S7.unknown'] as const).map((key) => checked('unknown', key, domain, {}, dns.lookups))
    case 'null-mx':
      return [checked('problem', 'S7.null', domain, {}, dns.lookups)]
    case 'implicit':
      return [implicit(domain, found.host, dns.lookups), checked('ok', 'S7.ok', domain, {}, dns.lookups)]
    case 'mx': {
      const shape = await checkShape(domain, found, resolver)
      return [resolvable(domain, found, dns.lookups), checked('ok', 'S7.ok', domain, {}, dns.lookups), shape]
    }
  }
}

function implicit(domain: string, host: MxHost, lookups: readonly string[]): CheckResult {
  const { addresses } = host
  if (addresses.length > 0) {
    return checked('ok', 'S6.implicit', domain, { addresses }, lookups)
  }
  return host.certain
    ? checked('problem', 'S6.none', domain, {}, lookups)
    : checked('unknown', 'S6.unknown', domain, {}, lookups)
}

function resolvable(domain: string, { hosts }: MxHosts, lookups: readonly string[]): CheckResult {
  const dead = namesOf(hosts.filter((host) => host.certain && host.addresses.length === 0))
  if (dead.length > 0) {
    return checked('problem', 'S6.unresolvable', domain, { dead, all: dead.length === hosts.length }, lookups)
  }
  if (hosts.some((host) => host.addresses.length === 0)) {
    return checked('unknown', 'S6.unknown', domain, {}, lookups)
  }
  return checked('ok', 'S6.ok', domain, { hosts: namesOf(hosts) }, lookups)
}

async function checkShape(domain: string, { hosts }: MxHosts, resolver: Resolver): Promise<CheckResult> {
  const dns = recording(resolver)
  const literal = hosts.filter((host) => isLiteral(host.name))
  if (literal.length > 0) {
    return checked('problem', 'S8.literal', domain, { hosts: namesOf(literal) }, dns.lookups)
  }
  const unreachable = hosts.filter((host) => readable(host.addresses).some((address) => !isPublic(address)))
  if (unreachable.length > 0) {
    const named = unreachable.map((host) => `${printable(host.name)} (${host.addresses.join(', ')})`)
    return checked('problem', 'S8.private', domain, { hosts: named }, dns.lookups)
  }
  const aliases = await Promise.all(hosts.map((host) => dns.resolve(host.name, 'CNAME')))
  const alias = hosts.filter((_, index) => aliases[index]?.kind === 'records')
  if (alias.length > 0) {
    return checked('problem', 'S8.alias', domain, { hosts: namesOf(alias) }, dns.lookups)
  }
  const failed = aliases.some((answer) => answer.kind === 'temporary-error')
  return checked(failed ? 'unknown' : 'ok', failed ? 'S8.unknown' : 'S8.ok', domain, {}, dns.lookups)
}

function namesOf(hosts: readonly MxHost[]): string[] {
  return hosts.map((host) => printable(host.name))
}
