import ipaddr from 'ipaddr.js'
import { holdsDomain } from '../../correlator/match.ts'
import type { Needle } from '../../gather/ports.ts'

/** Needles made ready to be looked for in many lines at once. */
export interface Sieve {
  readonly texts: readonly WantedText[]
  /** Which kinds of id are wanted, by number. */
  readonly ids: ReadonlyMap<number, number>
  /** First and last address of each IPv4 range, as numbers. */
  readonly ranges: readonly (readonly [first: number, last: number])[]
  readonly wide: readonly WideRange[]
}

interface WantedText {
  /** In lower case. */
  readonly text: string
  /** The same as the bytes of its UTF-8 read as Latin-1. */
  readonly latin1: string
  /** Whether it is a domain, which is met by whole labels. */
  readonly labels: boolean
  /** Whether a line that tells it of a recipient or of the next hop does not count. */
  readonly sender: boolean
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

export const kinds = { mid: 1, icid: 2, dcid: 4 } as const

/** Makes needles ready. What cannot be a range is left out: it was refused before. */
export function sieveFor(needles: readonly Needle[]): Sieve {
  const ids = new Map<number, number>()
  const ranges: [number, number][] = []
  const wide: WideRange[] = []
  const texts: WantedText[] = []
  for (const needle of needles) {
    if (needle.kind === 'text') {
      const text = needle.text.toLowerCase()
      const latin1 = Buffer.from(text, 'utf8').toString('latin1').toLowerCase()
      if (text) texts.push({ text, latin1, labels: needle.labels === true, sender: needle.sender === true })
    } else if (needle.kind === 'ip') {
      const range = rangeOf(needle.range)
      if (range?.[0] === 'ipv4') ranges.push(endsOf(range[1], range[2]))
      if (range?.[0] === 'ipv6') wide.push(wideOf(range[1], range[2]))
    } else {
      ids.set(needle.id, (ids.get(needle.id) ?? 0) | kinds[needle.kind])
    }
  }
  return { texts, ids, ranges, wide }
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

/**
 * Whether a line holds one of the needles: a text without regard to case, by whole labels where it is a domain, a whole
 * id after its word, an address.
 *
 * A line that tells of a message belongs to that and not to the delivery it names as well: many messages of other people
 * go by the same one, and those that are looked for are found by their MID.
 */
export function holds(sieve: Sieve, line: string): boolean {
  const lower = line.toLowerCase()
  for (const { text, labels, sender } of sieve.texts) {
    const part = sender ? beforeRecipient(line).toLowerCase() : lower
    if (part.includes(text) && (!labels || holdsDomain(part, text))) return true
  }
  if (holdsWide(sieve, lower)) return true
  if (sieve.ids.size === 0 && sieve.ranges.length === 0) return false
  return holdsNumber(sieve, Buffer.from(line))
}

/** The same for the bytes of a line. Where only numbers are looked for they are not made a text of. */
export function holdsBytes(sieve: Sieve, bytes: Buffer): boolean {
  const isPlain = sieve.texts.length === 0 && sieve.wide.length === 0
  return isPlain ? holdsNumber(sieve, bytes) : holds(sieve, bytes.toString())
}

function holdsNumber(sieve: Sieve, bytes: Buffer): boolean {
  let isDelivery = false
  for (let at = numberHit(sieve, bytes, 0); at >= 0; at = numberHit(sieve, bytes, at)) {
    const start = at
    let value = 0
    for (let code = bytes[at]; code !== undefined && code >= zero && code <= nine; code = bytes[++at]) {
      value = value * 10 + code - zero
    }
    const wanted = sieve.ids.get(value) ?? 0
    if (((wordBefore(bytes, start) | debugKind(bytes, start, at)) & wanted) !== kinds.dcid) return true
    isDelivery = true
  }
  return isDelivery && !/(?:\bmid|\bmessage)[ :]{1,4}\d|\besamid=\d/i.test(bytes.toString())
}

/** A line up to where it tells of a recipient or of the next hop: `RID 0 To: <`, `From: <> To: <`, `RID [0] Response '`. */
function beforeRecipient(line: string): string {
  const at = line.search(/(?<=[\d>]) To: <|(?<=\]) Response '/)
  return at < 0 ? line : line.slice(0, at)
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

const zero = 48
const nine = 57
const dot = 46
const blank = 32
const colon = 58
const equals = 61

/** The bit of a letter in lower case. */
const lowerCase = 32

/** The words before an id, and of how many letters the last of each is. */
const words = [
  { ...codesOf('mid'), kind: kinds.mid },
  { ...codesOf('icid'), kind: kinds.icid },
  { ...codesOf('dcid'), kind: kinds.dcid },
  { ...codesOf('message'), kind: kinds.mid },
  { ...codesOf('bounced'), kind: kinds.mid },
  { ...codesOf('delayed'), kind: kinds.mid },
  { ...codesOf('rewritten to'), kind: kinds.mid },
]

const cefKeys = [
  { ...codesOf('ESAMID'), kind: kinds.mid },
  { ...codesOf('ESAICID'), kind: kinds.icid },
  { ...codesOf('ESADCID'), kind: kinds.dcid },
]

function codesOf(text: string): { readonly codes: readonly number[]; readonly own: number } {
  return { codes: Array.from(text, (letter) => letter.charCodeAt(0)), own: text.length - text.lastIndexOf(' ') - 1 }
}

/**
 * Where the first wanted id or IPv4 address stands in bytes of text, or -1. One walk over the bytes, whatever the number
 * of needles: each number is read once and looked up.
 */
export function numberHit(sieve: Sieve, bytes: Uint8Array, from: number): number {
  const { ids, ranges } = sieve
  const addresses = ranges.length > 0
  if (ids.size === 0 && !addresses) return -1
  const to = bytes.length
  for (let at = from; at < to; at++) {
    let code = bytes[at] as number
    if (code < zero || code > nine) continue
    const start = at
    let value = 0
    while (code >= zero && code <= nine) {
      value = value * 10 + code - zero
      code = bytes[++at] ?? 0
    }
    if (code === dot && addresses && value < 256) {
      const end = addressHit(ranges, bytes, value, at)
      if (end < 0) return start
      at = end
    }
    const wanted = ids.get(value)
    if (wanted !== undefined && ((wordBefore(bytes, start) | debugKind(bytes, start, at)) & wanted) !== 0) return start
  }
  return -1
}

/** -1 where an address that is wanted begins with this octet, otherwise where to read on. */
function addressHit(ranges: Sieve['ranges'], bytes: Uint8Array, first: number, from: number): number {
  let address = first
  let at = from
  for (let octet = 1; octet < 4; octet++) {
    if (bytes[at] !== dot) return from
    let value = 0
    const start = ++at
    for (let code = bytes[at] ?? 0; code >= zero && code <= nine && at - start < 4; code = bytes[++at] ?? 0) {
      value = value * 10 + code - zero
    }
    if (at === start || value > 255) return from
    address = address * 256 + value
  }
  for (const [low, high] of ranges) if (address >= low && address <= high) return -1
  return at
}

/**
 * Which kind of id a number is, by the word before it: `MID 123`, `MID: 123`, `(ICID 3)`, `Message 123`, `rewritten to
 * 123` (traps 18 and 21 of the log grammar); `ESAMID=123` of the consolidated event log, and `Bounced: 123:0` of the bounce
 * log (section 16). 0 for none.
 */
function wordBefore(bytes: Uint8Array, start: number): number {
  if (bytes[start - 1] === equals) {
    return cefKeys.find(({ codes }) => isBefore(bytes, start - 1, codes, 0))?.kind ?? 0
  }
  let end = start
  while (end > 0 && start - end < 4 && (bytes[end - 1] === blank || bytes[end - 1] === colon)) end -= 1
  // A colon stands behind a word or before a blank.
  if (bytes[start - 1] === colon && start - end > 1) return 0
  if (end === start) return 0
  let at = end
  while (at > 0 && end - at < 8 && isLetter(bytes[at - 1] as number)) at -= 1
  return words.find(({ codes, own }) => own === end - at && isBefore(bytes, end, codes, lowerCase))?.kind ?? 0
}

/** Whether some text ends at a place: its codes, letters with a bit set that theirs have. */
function isBefore(bytes: Uint8Array, end: number, codes: readonly number[], bit: number): boolean {
  const from = end - codes.length
  return from >= 0 && codes.every((code, at) => ((bytes[from + at] as number) | (code === blank ? 0 : bit)) === code)
}

/**
 * Which kind of id a number is that stands first in a line of a debug log: `Info: 7 Sent to '…'` and `Rcvd from` (or
 * `Received from`) are a connection in, `Info: 7 Sent: '…'` and `Rcvd:` a delivery (section 16 of the log grammar).
 */
function debugKind(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start - 1] !== blank || bytes[start - 2] !== colon || bytes[end] !== blank) return 0
  const verb = bytes[end + 1]
  if (verb !== 0x53 && verb !== 0x52) return 0
  const said = Buffer.from(bytes.subarray(end + 1, end + 10)).toString('latin1')
  if (/^(?:Sent to|Rcvd from|Received)\s/.test(said.padEnd(10))) return kinds.icid
  return /^(?:Sent|Rcvd|Received):/.test(said) ? kinds.dcid : 0
}

function isLetter(code: number): boolean {
  const lower = code | 32
  return lower >= 97 && lower <= 122
}
