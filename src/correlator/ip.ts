/** An address or a network: its eight groups of 16 bits (IPv4 as `::ffff:a.b.c.d`), and how many bits count. */
export interface IpRange {
  readonly groups: readonly number[]
  readonly bits: number
}

/** Reads `192.0.2.7`, `192.0.2.0/24`, `2001:db8::1` or `2001:db8::/32`. Null where it is none of them. */
export function parseIpRange(text: string): IpRange | null {
  const slash = text.indexOf('/')
  const address = slash < 0 ? text : text.slice(0, slash)
  const groups = parseIp(address)
  if (!groups) return null
  const size = address.includes(':') ? 128 : 32
  const length = slash < 0 ? size : decimal(text.slice(slash + 1), size)
  return length === null ? null : { groups, bits: length + 128 - size }
}

/** Whether an address lies in a range. A text that is no address lies in none; IPv4 and its mapped form are the same. */
export function isInRange(ip: string, range: IpRange): boolean {
  const groups = parseIp(ip)
  return groups !== null && sharesBits(groups, range)
}

function sharesBits(groups: readonly number[], range: IpRange): boolean {
  let left = range.bits
  for (let at = 0; at < 8 && left > 0; at += 1, left -= 16) {
    const mask = left >= 16 ? 0xffff : (0xffff << (16 - left)) & 0xffff
    if (((groups[at] ?? 0) & mask) !== ((range.groups[at] ?? 0) & mask)) return false
  }
  return true
}

function parseIp(text: string): readonly number[] | null {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text)
}

function parseIpv4(text: string): readonly number[] | null {
  const parts = text.split('.', 5)
  if (parts.length !== 4) return null
  const octets: number[] = []
  for (const part of parts) {
    const octet = decimal(part, 255)
    if (octet === null) return null
    octets.push(octet)
  }
  const [a = 0, b = 0, c = 0, d = 0] = octets
  return [0, 0, 0, 0, 0, 0xffff, a * 256 + b, c * 256 + d]
}

/** RFC 4291 2.2: groups of hex, one `::` for a run of zeros, the last two groups perhaps as IPv4. */
function parseIpv6(text: string): readonly number[] | null {
  if (text.length > 45) return null
  const halves = text.split('::')
  if (halves.length > 2) return null
  const head = groupsOf(halves[0] ?? '')
  const tail = halves.length === 2 ? groupsOf(halves[1] ?? '') : []
  if (!head || !tail) return null
  if (halves.length === 1) return head.length === 8 ? head : null
  const zeros = 8 - head.length - tail.length
  return zeros < 1 ? null : [...head, ...new Array<number>(zeros).fill(0), ...tail]
}

function groupsOf(text: string): number[] | null {
  if (text === '') return []
  const groups: number[] = []
  const parts = text.split(':')
  for (const [at, part] of parts.entries()) {
    if (at === parts.length - 1 && part.includes('.')) {
      const mapped = parseIpv4(part)
      if (!mapped) return null
      groups.push(mapped[6] ?? 0, mapped[7] ?? 0)
      continue
    }
    if (!/^[0-9a-f]{1,4}$/i.test(part)) return null
    groups.push(Number.parseInt(part, 16))
  }
  return groups
}

function decimal(text: string, most: number): number | null {
  if (!/^[0-9]{1,3}$/.test(text) || (text.length > 1 && text.startsWith('0'))) return null
  const value = Number(text)
  return value <= most ? value : null
}
