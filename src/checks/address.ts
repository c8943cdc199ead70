import ipaddr from 'ipaddr.js'

/** An IP address: 4 bytes for IPv4, 16 for IPv6. */
export interface Address {
  readonly family: 4 | 6
  readonly bytes: readonly number[]
}

/** A range: its first `bits` bits are fixed. */
export interface Network {
  readonly address: Address
  readonly bits: number
}

/**
 * Reads an IP address as RFC 4291 and RFC 7208 section 5.6 write it: four decimal numbers without leading zeros, or IPv6
 * (also with a dotted tail). No zone index, no brackets, no short forms. Null for anything else.
 */
export function parseAddress(text: string): Address | null {
  const four = parseFour(text)
  if (four) {
    return { family: 4, bytes: four }
  }
  // ipaddr.js reads `::1.1.1.1` as the IPv4-mapped `::ffff:1.1.1.1`, so a dotted tail is turned into two groups first.
  const tailAt = text.lastIndexOf(':') + 1
  const tail = parseFour(text.slice(tailAt))
  const groups = tail ? `${text.slice(0, tailAt)}${toGroup(tail, 0)}:${toGroup(tail, 2)}` : text
  if (!/^[0-9a-f:]{2,39}$/i.test(groups) || !ipaddr.IPv6.isValid(groups)) {
    return null
  }
  return { family: 6, bytes: ipaddr.IPv6.parse(groups).toByteArray() }
}

/** As parseAddress, and an IPv4-mapped IPv6 address (`::ffff:192.0.2.1`) is the IPv4 address (RFC 7208 section 5). */
export function parsePeer(text: string): Address | null {
  const address = parseAddress(text)
  if (address?.family !== 6) {
    return address
  }
  const mapped = address.bytes.slice(0, 10).every((byte) => byte === 0) && address.bytes[10] === 255
  return mapped && address.bytes[11] === 255 ? { family: 4, bytes: address.bytes.slice(12) } : address
}

/** Reads `192.0.2.0/24` or a lone address. Null for anything else. */
export function parseNetwork(text: string): Network | null {
  const slash = text.indexOf('/')
  const address = parseAddress(slash < 0 ? text : text.slice(0, slash))
  const length = slash < 0 ? null : text.slice(slash + 1)
  if (!address || (length !== null && !/^\d{1,3}$/.test(length))) {
    return null
  }
  const most = address.bytes.length * 8
  const bits = length === null ? most : Number(length)
  return bits <= most ? { address, bits } : null
}

/** Whether the address lies in the range. Addresses of the other family never do. */
export function contains(network: Network, address: Address): boolean {
  if (network.address.family !== address.family) {
    return false
  }
  return address.bytes.every((byte, index) => {
    const mask = maskAt(network.bits, index)
    return (byte & mask) === ((network.address.bytes[index] ?? 0) & mask)
  })
}

/** `192.0.2.1`, or IPv6 as RFC 5952 writes it. */
export function formatAddress(address: Address): string {
  const known = ipaddr.fromByteArray([...address.bytes])
  return known.kind() === 'ipv6' ? (known as ipaddr.IPv6).toRFC5952String() : known.toString()
}

/** `192.0.2.0/24` with the bits after the prefix cleared; a lone address without its length. */
export function formatNetwork(network: Network): string {
  const { family, bytes } = network.address
  const first = formatAddress({ family, bytes: bytes.map((byte, index) => byte & maskAt(network.bits, index)) })
  return network.bits === bytes.length * 8 ? first : `${first}/${network.bits}`
}

/**
 * Whether the address can be reached from the Internet at all: not private, loopback, link-local or the like. An IPv6
 * address that stands for an IPv4 one (RFC 6052, 6to4) is as public as that one is.
 */
export function isPublic(address: Address): boolean {
  const range = ipaddr.fromByteArray([...address.bytes]).range()
  const first = carriesFrom[range]
  if (first !== undefined) {
    return isPublic({ family: 4, bytes: address.bytes.slice(first, first + 4) })
  }
  const isCompatible = address.family === 6 && address.bytes.slice(0, 12).every((byte) => byte === 0)
  // ipaddr.js counts the documentation ranges as reserved; they stand for public addresses in examples and tests.
  return (range === 'unicast' && !isCompatible) || isDocumentation(address)
}

/** At which byte an IPv6 address of these ranges carries an IPv4 address. */
const carriesFrom: Readonly<Record<string, number>> = { rfc6052: 12, '6to4': 2, ipv4Mapped: 12 }

/** The name whose PTR is asked for: `1.2.0.192.in-addr.arpa`, or the nibbles under `ip6.arpa`. Null for no address. */
export function reverseName(ip: string): string | null {
  const address = parsePeer(ip)
  if (!address) {
    return null
  }
  if (address.family === 4) {
    return `${[...address.bytes].reverse().join('.')}.in-addr.arpa`
  }
  return `${nibbles(address).reverse().join('.')}.ip6.arpa`
}

/** The 32 hex digits of an IPv6 address, lower case. */
export function nibbles(address: Address): string[] {
  return address.bytes.flatMap((byte) => [(byte >> 4).toString(16), (byte & 15).toString(16)])
}

const documentation: readonly Network[] = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32']
  .map(parseNetwork)
  .filter((network) => network !== null)

function isDocumentation(address: Address): boolean {
  return documentation.some((network) => contains(network, address))
}

function parseFour(text: string): number[] | null {
  const parts = text.split('.')
  const good = parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
  return good ? parts.map(Number) : null
}

function toGroup(bytes: readonly number[], at: number): string {
  return (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)).toString(16)
}

function maskAt(bits: number, index: number): number {
  const here = Math.max(0, Math.min(8, bits - index * 8))
  return (0xff << (8 - here)) & 0xff
}
