import ipaddr from 'ipaddr.js'
import type { Needle } from '../../gather/ports.ts'

/** Needles made ready to be looked for in many lines at once. */
export interface Sieve {
  /** Lower case, as the bytes of their UTF-8 read as Latin-1. */
  readonly texts: readonly string[]
  /** The same as they are, in lower case. */
  readonly plain: readonly string[]
  /** Which kinds of id are wanted, by number. */
  readonly ids: ReadonlyMap<number, number>
  /** First and last address of each IPv4 range, as numbers. */
  readonly ranges: readonly (readonly [first: number, last: number])[]
  readonly wide: readonly WideRange[]
}

interface WideRange {
  /** What every address of the range begins with in its shortest form, such as `2001:db8:`. */
  readonly prefix: string
  readonly range: readonly [ipaddr.IPv6, number]
}

type Range = readonly ['ipv4', ipaddr.IPv4, number] | readonly ['ipv6', ipaddr.IPv6, number]

/** An address or a range; null where the text is neither. IPv4 addresses in IPv6 form (RFC 4291, 2.5.5.2) count as IPv4. */
export function rangeOf(text: string): Range | null {
  const slash = text.indexOf('/')
  const address = slash < 0 ? text : text.slice(0, slash)
  if (!ipaddr.isValid(address)) return null
  const parsed = ipaddr.process(address)
  const whole = parsed instanceof ipaddr.IPv4 ? 32 : 128
  const bits = slash < 0 ? whole : Number(text.slice(slash + 1))
  if (!Number.isInteger(bits) || bits < 0 || bits > whole) return null
  return parsed instanceof ipaddr.IPv4 ? ['ipv4', parsed, bits] : ['ipv6', parsed, bits]
}

/** The hextets at the start of an IPv6 range that a zero, which may be written as `::`, does not cut short. */
export function fixedHextets(address: ipaddr.IPv6, bits: number): readonly string[] {
  const fixed: string[] = []
  for (const part of address.parts.slice(0, Math.floor(bits / 16))) {
    if (part === 0) break
    fixed.push(part.toString(16))
  }
  return fixed
}

const kinds = { mid: 1, icid: 2, dcid: 4 } as const

/** Makes needles ready. What cannot be a range is left out: it was refused before. */
export function sieveFor(needles: readonly Needle[]): Sieve {
  const ids = new Map<number, number>()
  const ranges: [number, number][] = []
  const wide: WideRange[] = []
  const plain: string[] = []
  for (const needle of needles) {
    if (needle.kind === 'text') {
      if (needle.text) plain.push(needle.text.toLowerCase())
    } else if (needle.kind === 'ip') {
      const range = rangeOf(needle.range)
      if (range?.[0] === 'ipv4') ranges.push(endsOf(range[1], range[2]))
      if (range?.[0] === 'ipv6') wide.push(wideOf(range[1], range[2]))
    } else {
      ids.set(needle.id, (ids.get(needle.id) ?? 0) | kinds[needle.kind])
    }
  }
  const texts = plain.map((text) => Buffer.from(text, 'utf8').toString('latin1').toLowerCase())
  return { texts, plain, ids, ranges, wide }
}

function endsOf(address: ipaddr.IPv4, bits: number): [number, number] {
  const [a = 0, b = 0, c = 0, d = 0] = address.octets
  const size = 2 ** (32 - bits)
  const first = Math.floor((((a * 256 + b) * 256 + c) * 256 + d) / size) * size
  return [first, first + size - 1]
}

function wideOf(address: ipaddr.IPv6, bits: number): WideRange {
  const prefix = bits === 128 ? address.toString() : fixedHextets(address, bits).join(':')
  return { prefix, range: [address, bits] }
}

/** Whether a line holds one of the needles: a text without regard to case, a whole id after its word, an address. */
export function holds(sieve: Sieve, line: string): boolean {
  const lower = line.toLowerCase()
  for (const text of sieve.plain) if (lower.includes(text)) return true
  if (holdsWide(sieve, lower)) return true
  return numberHit(sieve, line, 0, line.length) >= 0
}

/** Whether a line in lower case holds an IPv6 address of one of the ranges. */
export function holdsWide(sieve: Sieve, lower: string): boolean {
  if (!sieve.wide.some(({ prefix }) => lower.includes(prefix))) return false
  for (const word of lower.split(/[^0-9a-f:]+/)) {
    if (word.length < 3 || !word.includes(':')) continue
    const text = word.endsWith(':') && !word.endsWith('::') ? word.slice(0, -1) : word
    if (!ipaddr.IPv6.isValid(text)) continue
    const address = ipaddr.IPv6.parse(text)
    if (sieve.wide.some(({ range }) => address.match(range[0], range[1]))) return true
  }
  return false
}

const isDigit = (code: number) => code >= 48 && code <= 57

/**
 * Where in a stretch of text the first wanted id or IPv4 address stands, or -1. One walk over the text, whatever the
 * number of needles: each number is read once and looked up.
 */
export function numberHit(sieve: Sieve, text: string, from: number, to: number): number {
  if (sieve.ids.size === 0 && sieve.ranges.length === 0) return -1
  for (let i = from; i < to; i++) {
    if (!isDigit(text.charCodeAt(i))) continue
    const start = i
    let value = 0
    let code = text.charCodeAt(i)
    while (i < to && isDigit(code)) {
      value = value * 10 + code - 48
      code = text.charCodeAt(++i)
    }
    if (code === 46 && value < 256 && sieve.ranges.length > 0) {
      const end = addressHit(sieve, text, value, i, to)
      if (end < 0) return start
      i = end
    }
    const wanted = sieve.ids.get(value)
    if (wanted !== undefined && (wordBefore(text, start) & wanted) !== 0) return start
  }
  return -1
}

/** -1 where an address that is wanted begins with this octet, otherwise where to read on. */
function addressHit(sieve: Sieve, text: string, first: number, dot: number, to: number): number {
  let address = first
  let at = dot
  for (let octet = 1; octet < 4; octet++) {
    if (at >= to || text.charCodeAt(at) !== 46) return dot
    let value = 0
    const start = ++at
    while (at < to && isDigit(text.charCodeAt(at)) && at - start < 4) value = value * 10 + text.charCodeAt(at++) - 48
    if (at === start || value > 255) return dot
    address = address * 256 + value
  }
  if (at < to && isDigit(text.charCodeAt(at))) return dot
  for (const [low, high] of sieve.ranges) if (address >= low && address <= high) return -1
  return at
}

/**
 * Which kind of id a number is, by the word before it: `MID 123`, `MID: 123`, `(ICID 3)`, `Message 123` (traps 18 of
 * the log grammar). 0 for none.
 */
function wordBefore(text: string, start: number): number {
  let at = start - 1
  while (at >= 0 && start - at <= 4 && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 58)) at -= 1
  if (at === start - 1 || at < 2) return 0
  const end = at + 1
  while (at >= 0 && end - at <= 8 && isLetter(text.charCodeAt(at))) at -= 1
  const word = text.slice(at + 1, end).toLowerCase()
  if (word === 'mid' || word === 'message') return kinds.mid
  if (word === 'icid') return kinds.icid
  return word === 'dcid' ? kinds.dcid : 0
}

function isLetter(code: number): boolean {
  const lower = code | 32
  return lower >= 97 && lower <= 122
}
