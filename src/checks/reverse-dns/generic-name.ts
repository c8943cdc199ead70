import { parsePeer, reverseName } from '../address.ts'
import type { CheckResult } from '../check.ts'
import { printable, recording } from '../lookups.ts'
import type { Resolver } from '../resolver.ts'
import { checked } from '../result.ts'

/**
 * S16: does the reverse name look like that of a line for customers? Lists and reputation services are hard on such
 * addresses. A guess by the name, as they guess; the provider alone knows.
 */
export async function checkGenericName(ip: string, resolver: Resolver): Promise<CheckResult[]> {
  const reverse = reverseName(ip)
  if (reverse === null) {
    return []
  }
  const dns = recording(resolver)
  const answer = await dns.resolve(reverse, 'PTR')
  if (answer.kind === 'temporary-error') {
    return [checked('unknown', 'S16.unknown', ip, {}, dns.lookups)]
  }
  const names = answer.kind === 'records' ? answer.records : []
  const generic = names.find((name) => isGenericName(name, ip))
  return generic !== undefined && names.every((name) => isGenericName(name, ip))
    ? [checked('problem', 'S16.generic', ip, { name: printable(generic) }, dns.lookups)]
    : names.length > 0
      ? [checked('ok', 'S16.ok', ip, { name: printable(names[0] ?? '') }, dns.lookups)]
      : []
}

const words =
  /^(?:dyn|dynamic|dhcp|dial|dialup|dialin|pool|ppp|pppoe|adsl|dsl|xdsl|vdsl|cable|broadband|cust|customer|client|home|res|residential|ftth|fttx|catv|hsd|nat|cgnat|mobile|wireless)\d*$/

/** Whether a host name holds its own address (in any order or base), or a word for lines of customers. */
export function isGenericName(name: string, ip: string): boolean {
  const address = parsePeer(ip)
  const small = name.toLowerCase()
  // The registered part names the provider, not the line: `dsl.example` may have a mail host.
  const host = small.split('.').slice(0, -2)
  if (host.some((label) => label.split(/[-_]/).some((part) => words.test(part)))) {
    return true
  }
  if (address?.family !== 4) {
    return false
  }
  const octets = address.bytes.map(String)
  const hex = address.bytes.map((byte) => byte.toString(16).padStart(2, '0'))
  const digits = host.join('.').replace(/[^0-9a-f]+/g, '-')
  const orders = [octets, [...octets].reverse()]
  const padded = octets.map((octet) => octet.padStart(3, '0'))
  return (
    orders.some((order) => `-${digits}-`.includes(`-${order.join('-')}-`)) ||
    [hex, [...hex].reverse(), padded, [...padded].reverse()].some((order) => digits.includes(order.join('')))
  )
}
