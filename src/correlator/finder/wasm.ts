import { compile, growTo, instantiate, type Memory } from '../assembled.ts'
import { code } from './code.ts'
import type { SoughtBytes } from './plain.ts'

/** What assembly/finder.ts exports. Addresses are in its memory. */
export interface Calls {
  readonly memory: Memory
  readonly tables: { readonly value: number }
  readonly ends: { readonly value: number }
  readonly texts: { readonly value: number }
  readonly letters: { readonly value: number }
  readonly free: { readonly value: number }
  newlines(from: number, to: number, base: number, out: number): number
  countNewlines(from: number, to: number): number
  linesWith(from: number, to: number, base: number, out: number): number
  linesAndNumbers(from: number, to: number, base: number, out: number, notes: number): number
  notesEnd(): number
  want(table: number, slots: number): void
}

/** Where a chunk goes, and where answers are written. */
export interface Opened {
  readonly calls: Calls
  readonly free: number
  readonly out: number
}

/** Keys up to here are of texts that are noted; the others are of numbers. */
const mostNoted = 256
const kinds = { address: 0, mid: 1, icid: 2, dcid: 3 } as const

/**
 * What stands for a number among the notes: an id, or an IPv4 address as one number. Several may share one, so
 * what is found by it has to be looked at.
 */
export function keyOfNumber(kind: keyof typeof kinds, value: number): number {
  return Math.max(Math.imul(((value % 2 ** 32) << 2) + kinds[kind], 0x9e3779b1) >>> 0, mostNoted + 2)
}

/** What stands for the nth text that is noted; with a host name in lower case, for the text with that behind it. */
export function keyOfText(nth: number, name = ''): number {
  const hash = [...name].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193), nth + 2)
  return name === '' ? nth + 2 : Math.max(hash >>> 0, mostNoted + 2)
}

/** The table in which the finder looks keys up: see `want`. */
export function tableOf(keys: Iterable<number>): Uint32Array<ArrayBuffer> {
  const all = new Set(keys)
  const slots = all.size === 0 ? 0 : 2 ** Math.ceil(Math.log2(2 * all.size))
  const table = new Uint32Array(slots)
  for (const key of all) {
    let slot = key
    while (table[slot & (slots - 1)] !== 0) slot += 1
    table[slot & (slots - 1)] = key
  }
  return table
}

/** Whether a table from tableOf has a key. */
export function isIn(table: Uint32Array, key: number): boolean {
  const last = table.length - 1
  if (last < 0) return false
  let slot = key
  for (let there = table[slot & last]; there !== 0; there = table[++slot & last]) if (there === key) return true
  return false
}

/** The finder reads beyond a chunk's end, in places that it does not look at. */
const beyond = 32

/** The finder, compiled; null where there is no WebAssembly, or none with vector instructions. */
export function compiledFinder(): object | null {
  try {
    return compile(code)
  } catch {
    return null
  }
}

/** Null where there is no WebAssembly, or none with vector instructions. */
export function openMemory(size: number): Opened | null {
  const compiled = compiledFinder()
  if (!compiled) return null
  try {
    const calls = instantiate(compiled) as Calls
    const free = calls.free.value
    const out = free + Math.ceil((size + beyond) / 16) * 16
    growTo(calls.memory, out + 4 * (size + 2))
    return { calls, free, out }
  } catch {
    return null
  }
}

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
  const seen = seenIn(sample)
  const memory = new Uint8Array(calls.memory.buffer)
  const numbers = new Uint32Array(calls.memory.buffer)
  const tables = calls.tables.value
  const many = withNumbers ? bucketsBesideNumbers : buckets
  memory.fill(0, tables, tables + 96)
  let letters = calls.letters.value
  let entry = calls.texts.value
  for (let bucket = 0; bucket < many; bucket++) {
    numbers[calls.ends.value / 4 + bucket] = entry
    for (const { text, labels, key, sender } of sought.filter((_, place) => place % many === bucket)) {
      const mark = rarest(text, seen)
      numbers.set([letters, text.length, mark, key ?? (labels ? 1 : 0), ...beginning(text), sender ? 1 : 0], entry / 4)
      memory.set(text, letters)
      for (let place = 0; place < 3; place++) allow(memory, tables + 32 * place, text[mark + place], 1 << bucket)
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

/** Notes in the two tables of a place that a byte, in either case, may stand there; any byte where the text has none. */
function allow(memory: Uint8Array, table: number, code: number | undefined, bit: number): void {
  for (let half = 0; half < 16; half++) {
    const isLetter = code !== undefined && code >= 97 && code <= 122
    if (code === undefined || half === (code & 15)) memory[table + half] = (memory[table + half] as number) | bit
    if (code === undefined || half === code >> 4 || (isLetter && half === (code >> 4) - 2)) {
      memory[table + 16 + half] = (memory[table + 16 + half] as number) | bit
    }
  }
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

/** So much of a log is enough to tell, and more takes longer than it saves. */
const sampled = 4_096

/** How often each three bytes, by their hash, stand in a log. */
function seenIn(sample: Uint8Array): Uint32Array {
  const known = seenBySample.get(sample)
  if (known) return known
  const seen = new Uint32Array(hashes)
  for (let at = 0; at + 3 <= Math.min(sample.length, sampled); at++) {
    const hash = hashAt(sample, at)
    seen[hash] = (seen[hash] as number) + 1
  }
  seenBySample.set(sample, seen)
  return seen
}

const seenBySample = new WeakMap<Uint8Array, Uint32Array>()

/** Where in a text the three bytes stand that are rarest in a log: what stands there often has to be looked at often. */
function rarest(text: Uint8Array, seen: Uint32Array): number {
  let best = 0
  for (let at = 1; at + 3 <= text.length; at++) {
    if ((seen[hashAt(text, at)] as number) < (seen[hashAt(text, best)] as number)) best = at
  }
  return best
}
