import type { SoughtBytes } from './plain.ts'
import type { Opened } from './wasm.ts'

/** Buckets for texts; where numbers are looked for as well, the last four are theirs. */
const buckets = 8
const bucketsBesideNumbers = 4

/** A text that is to be told, or, with a key from keyOfText, noted where it stands. */
export interface Filled extends SoughtBytes {
  readonly key?: number
  /** Whether it is passed over where a line tells it of a recipient or of the next hop. */
  readonly sender?: boolean
}

/**
 * Writes the texts to look for where the finder expects them, and how numbers are found where they are wanted. `sample`:
 * some of the log, to tell what is rare in it.
 */
export function fill(
  { calls }: Pick<Opened, 'calls'>,
  sought: readonly Filled[],
  withNumbers = false,
  sample: Uint8Array = new TextEncoder().encode(usual),
): void {
  const memory = new Uint8Array(calls.memory.buffer)
  const numbers = new Uint32Array(calls.memory.buffer)
  const tables = calls.tables.value
  const many = withNumbers ? bucketsBesideNumbers : buckets
  const prints = memory.subarray(calls.prints.value, calls.prints.value + calls.printSlots.value)
  memory.fill(0, tables, tables + 96)
  prints.fill(0)
  let letters = calls.letters.value
  let entry = calls.texts.value
  for (const [bucket, some] of inBuckets(sought, many, sample).entries()) {
    numbers[calls.ends.value / 4 + bucket] = entry
    for (const { one, mark, codes } of some) {
      const { text, labels, key, sender } = one
      numbers.set([letters, text.length, mark, key ?? (labels ? 1 : 0), ...beginning(text), sender ? 1 : 0], entry / 4)
      memory.set(text, letters)
      for (const [place, code] of codes.entries()) allow(memory, tables + 32 * place, code, 1 << bucket)
      allowPrint(prints, codes, 1 << bucket)
      letters += text.length
      entry += 32
    }
  }
  numbers.fill(entry, calls.ends.value / 4 + many, calls.ends.value / 4 + buckets + 1)
  if (!withNumbers) return
  for (const [first, second, third, bit] of marks) {
    for (const [place, codes] of [first, second, third].entries()) {
      for (const code of codes) allow(memory, tables + 32 * place, code.charCodeAt(0), bit)
    }
  }
}

const digits = '0123456789'
/**
 * What stands before the first digit of an id and it: the last letter of a word (MID, Message, rewritten to) and a blank,
 * a colon or an equals sign, a colon and a blank, two blanks; and what stands in an address, two digits with a point between.
 */
const marks: readonly (readonly [first: string, second: string, third: string, bit: number])[] = [
  ['deo', ' :=', digits, 128],
  [':', ' ', digits, 64],
  [' ', ' ', digits, 32],
  [digits, '.', digits, 16],
]

/** A text, and which three bytes of it are looked for: from `mark` on; undefined where it has none. */
interface Marked {
  readonly one: Filled
  readonly mark: number
  readonly codes: readonly (number | undefined)[]
}

function inBuckets(sought: readonly Filled[], many: number, sample: Uint8Array): readonly (readonly Marked[])[] {
  if (sought.length === 0) return Array.from({ length: many }, () => [])
  const seen = seenIn(sample)
  const marked = sought.map((one): Marked => {
    const mark = rarest(one.text, seen)
    return { one, mark, codes: [0, 1, 2].map((place) => one.text[mark + place]) }
  })
  return shared(marked, many, seen)
}

/**
 * Shares texts out among buckets. A bucket lets through whatever has one of its halves of a byte at each place, so those
 * are put together by which the least else comes through; left to chance, a dozen texts take half the speed.
 */
function shared(marked: readonly Marked[], many: number, seen: Seen): readonly (readonly Marked[])[] {
  const all = Array.from({ length: many }, () => ({ some: [] as Marked[], halves: new Uint32Array(6), passed: 0 }))
  for (const text of marked) {
    let best: { bucket: (typeof all)[number]; halves: Uint32Array<ArrayBuffer>; passed: number } | null = null
    for (const bucket of all) {
      const halves = bucket.halves.slice()
      for (const [place, code] of text.codes.entries()) {
        const { lower, upper } = halvesOf(code)
        halves[2 * place] = (halves[2 * place] as number) | lower
        halves[2 * place + 1] = (halves[2 * place + 1] as number) | upper
      }
      // What comes through is compared with each text of the bucket.
      const passed = (bucket.some.length + 1) * halves.reduce((part, half, at) => part * shareOf(half, at, seen), 1)
      if (best === null || passed - bucket.passed < best.passed - best.bucket.passed) best = { bucket, halves, passed }
    }
    if (best === null) continue
    best.bucket.some.push(text)
    best.bucket.halves = best.halves
    best.bucket.passed = best.passed
  }
  return all.map(({ some }) => some)
}

/** Which part of a log's bytes has one of these halves. */
function shareOf(halves: number, at: number, { lower, upper }: Seen): number {
  const seen = at % 2 === 0 ? lower : upper
  return seen.reduce((sum, share, half) => (halves & (1 << half) ? sum + share : sum), 0)
}

/** The lower and the upper half of a byte, in either case, a bit each; all of them where the text has none there. */
function halvesOf(code: number | undefined): { readonly lower: number; readonly upper: number } {
  if (code === undefined) return { lower: 0xffff, upper: 0xffff }
  const isLetter = code >= 97 && code <= 122
  return { lower: 1 << (code & 15), upper: (1 << (code >> 4)) | (isLetter ? 1 << ((code >> 4) - 2) : 0) }
}

/** Notes in the two tables of a place that a byte may stand there. */
function allow(memory: Uint8Array, table: number, code: number | undefined, bit: number): void {
  const { lower, upper } = halvesOf(code)
  for (let half = 0; half < 16; half++) {
    if (lower & (1 << half)) memory[table + half] = (memory[table + half] as number) | bit
    if (upper & (1 << half)) memory[table + 16 + half] = (memory[table + 16 + half] as number) | bit
  }
}

/** Notes that three bytes are a fingerprint; of a text that has fewer, any may be. */
function allowPrint(prints: Uint8Array, [one, two, three]: readonly (number | undefined)[], bit: number): void {
  if (one === undefined || two === undefined || three === undefined) {
    for (const [slot, bits] of prints.entries()) prints[slot] = bits | bit
    return
  }
  const slot = Math.imul(0x202020 | one | (two << 8) | (three << 16), 0x9e3779b1) >>> 18
  prints[slot] = (prints[slot] as number) | bit
}

/** The first four bytes of a text with the bit of lower case, and which bits of them count. */
function beginning(text: Uint8Array): [bytes: number, bits: number] {
  const four = Uint8Array.from({ length: 4 }, (_, at) => (text[at] ?? 0) | 0x20)
  const bits = text.length >= 4 ? 0xffffffff : 2 ** (8 * text.length) - 1
  return [(new DataView(four.buffer).getUint32(0, true) & bits) >>> 0, bits]
}

/** Lines as most logs have them, to tell what is rare where nothing is known of a log. */
const usual = `Thu Nov 19 10:47:30 2026 Info: New SMTP ICID 5093112 interface Data 1 (192.0.2.25) address 198.51.100.64 reverse dns
 host mx4.company.com verified yes ICID 5093112 ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 3.4 country Germany
 Start MID 8120336 ICID 5093112 MID 8120336 ICID 5093112 From: <news@mail.company.com> RID 0 To: <ann.lee@company.org>
 Message-ID '<20261119.5F2@mx4.company.com>' Subject 'Your order' ready 5320 bytes from <news@mail.company.com>
 matched all recipients for per-recipient policy DEFAULT in the inbound table interim verdict using engine: CASE spam
 negative using engine: CASE antivirus negative queued for delivery New SMTP DCID 2210987 interface address port 25
 Delivery start DCID 2210987 MID 8120336 to RID [0] Message done Response '2.6.0 Queued mail for delivery'
 Message finished done SDR: Domains for which SDR is requested: header from domain envelope from: verdict: AMP file
 reputation DKIM: pass signature verified SPF: mailfrom identity DMARC: ICID 5093112 close TLS success protocol cipher`

const hashes = 32_768

function hashAt(bytes: Uint8Array, at: number): number {
  const [one, two, three] = [bytes[at] as number, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0]
  return (((one | 0x20) * 31 + (two | 0x20)) * 31 + (three | 0x20)) % hashes
}

/** So much of a log is enough to tell. */
const sampled = 16_384

/** What stands in a log, and how often. */
interface Seen {
  /** Each three bytes, by their hash. */
  readonly triples: Uint32Array
  readonly bytes: number
  /** The lower and the upper halves of its bytes, as parts of one. */
  readonly lower: Float64Array
  readonly upper: Float64Array
}

/** What stands in a sample of a log; and in lines as most logs have them, since a log's beginning holds few deliveries. */
function seenIn(sample: Uint8Array): Seen {
  const known = seenBySample.get(sample)
  if (known) return known
  const triples = new Uint32Array(hashes)
  const halves = new Uint32Array(256)
  for (const bytes of [sample.subarray(0, sampled), new TextEncoder().encode(usual)]) {
    for (let at = 0; at < bytes.length; at++) {
      const code = bytes[at] as number
      halves[code] = (halves[code] as number) + 1
      const hash = hashAt(bytes, at)
      triples[hash] = (triples[hash] as number) + 1
    }
  }
  const [lower, upper] = [new Float64Array(16), new Float64Array(16)]
  const all = halves.reduce((sum, count) => sum + count, 0)
  for (const [code, count] of halves.entries()) {
    lower[code & 15] = (lower[code & 15] as number) + count / all
    upper[code >> 4] = (upper[code >> 4] as number) + count / all
  }
  const seen = { triples, bytes: all, lower, upper }
  seenBySample.set(sample, seen)
  return seen
}

const seenBySample = new WeakMap<Uint8Array, Seen>()

/**
 * Where in a text the three bytes stand that are rarest in a log, with all that their halves let through: what stands
 * there often has to be looked at often.
 */
function rarest(text: Uint8Array, seen: Seen): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY]
  for (let at = 0; at === 0 || at + 3 <= text.length; at++) {
    const passed = [0, 1, 2].reduce((part, place) => {
      const { lower, upper } = halvesOf(text[at + place])
      return part * shareOf(lower, 0, seen) * shareOf(upper, 1, seen)
    }, 1)
    const often = passed + (seen.triples[hashAt(text, at)] as number) / seen.bytes
    if (often < least) [best, least] = [at, often]
  }
  return best
}
