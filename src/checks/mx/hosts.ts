import { type Address, parseAddress } from '../address.ts'
import type { Resolver } from '../resolver.ts'

/** An MX host and what it leads to. `certain` is false where a lookup failed: there may be more addresses. */
export interface MxHost {
  readonly name: string
  readonly priority: number
  readonly addresses: readonly string[]
  readonly certain: boolean
}

/** Where mail for a domain goes, by RFC 5321 section 5.1. */
export type MailHosts =
  | { readonly kind: 'mx'; readonly hosts: readonly MxHost[]; readonly ttl: number | null }
  /** RFC 7505: the domain says that it accepts no mail. */
  | { readonly kind: 'null-mx' }
  /** No MX: the domain's own addresses stand in. There may be none. */
  | { readonly kind: 'implicit'; readonly host: MxHost; readonly exists: boolean }
  | { readonly kind: 'unknown' }

/** Looks up the MX of a domain and the addresses of each host, side by side, best priority first. */
export async function mailHosts(domain: string, resolver: Resolver): Promise<MailHosts> {
  const answer = await resolver.resolve(domain, 'MX')
  if (answer.kind === 'temporary-error') {
    return { kind: 'unknown' }
  }
  if (answer.kind !== 'records') {
    const host = await lookUpHost(domain, 0, resolver)
    return { kind: 'implicit', host, exists: answer.kind === 'no-data' }
  }
  const sorted = [...answer.records].sort((one, other) => one.priority - other.priority)
  const named = sorted.filter(({ exchange }) => exchange !== '' && exchange !== '.')
  if (named.length === 0) {
    return { kind: 'null-mx' }
  }
  const hosts = await Promise.all(named.map(({ exchange, priority }) => lookUpHost(exchange, priority, resolver)))
  return { kind: 'mx', hosts, ttl: answer.ttl ?? null }
}

/** Both address families of one host. A host that is itself an address (a mistake seen often) leads nowhere. */
async function lookUpHost(name: string, priority: number, resolver: Resolver): Promise<MxHost> {
  if (isLiteral(name)) {
    return { name, priority, addresses: [], certain: true }
  }
  const answers = await Promise.all([resolver.resolve(name, 'A'), resolver.resolve(name, 'AAAA')])
  const addresses = answers.flatMap((answer) => (answer.kind === 'records' ? answer.records : []))
  const certain = answers.every((answer) => answer.kind !== 'temporary-error')
  return { name, priority, addresses, certain }
}

/** Whether an MX record holds an address in place of a name: `192.0.2.1`, `[192.0.2.1]`. */
export function isLiteral(name: string): boolean {
  return parseAddress(name.replace(/^\[|\]$/g, '')) !== null
}

/** The addresses that can be read, as values. */
export function readable(addresses: readonly string[]): Address[] {
  return addresses.map(parseAddress).filter((address) => address !== null)
}

/** `10 mx.example.com` */
export function writeMx(host: Pick<MxHost, 'name' | 'priority'>): string {
  return `${host.priority} ${host.name}`
}
