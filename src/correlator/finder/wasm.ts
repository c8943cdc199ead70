import { code } from './code.ts'
import type { SoughtBytes } from './plain.ts'

/** As much of it as is used here. It is in every browser and in Node, and in neither's list of types that is loaded. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

/** What assembly/finder.ts exports. Addresses are in its memory. */
export interface Calls {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number }
  readonly tables: { readonly value: number }
  readonly ends: { readonly value: number }
  readonly texts: { readonly value: number }
  readonly letters: { readonly value: number }
  readonly free: { readonly value: number }
  newlines(from: number, to: number, base: number, out: number): number
  countNewlines(from: number, to: number): number
  linesWith(from: number, to: number, base: number, out: number): number
}

/** Where a chunk goes, and where answers are written. */
export interface Opened {
  readonly calls: Calls
  readonly free: number
  readonly out: number
}

const page = 65_536
/** The finder reads beyond a chunk's end, in places that it does not look at. */
const beyond = 32

/** Null where there is no WebAssembly, or none with vector instructions. */
export function openMemory(size: number): Opened | null {
  try {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(decode(code)))
    const calls = instance.exports as Calls
    const free = calls.free.value
    const out = free + Math.ceil((size + beyond) / 16) * 16
    const pages = Math.ceil((out + 4 * (size + 2)) / page) - calls.memory.buffer.byteLength / page
    if (pages > 0) calls.memory.grow(pages)
    return { calls, free, out }
  } catch {
    return null
  }
}

const buckets = 8

/** Writes the texts to look for where the finder expects them. */
export function fill({ calls }: Opened, sought: readonly SoughtBytes[]): void {
  const memory = new Uint8Array(calls.memory.buffer)
  const numbers = new Uint32Array(calls.memory.buffer)
  const tables = calls.tables.value
  memory.fill(0, tables, tables + 96)
  let letters = calls.letters.value
  let entry = calls.texts.value
  for (let bucket = 0; bucket < buckets; bucket++) {
    numbers[calls.ends.value / 4 + bucket] = entry
    for (const { text, labels } of sought.filter((_, place) => place % buckets === bucket)) {
      const mark = rarest(text)
      numbers.set([letters, text.length, mark, labels ? 1 : 0], entry / 4)
      memory.set(text, letters)
      for (let place = 0; place < 3; place++) allow(memory, tables + 32 * place, text[mark + place], 1 << bucket)
      letters += text.length
      entry += 16
    }
  }
  numbers[calls.ends.value / 4 + buckets] = entry
}

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

/** What a mail log is made of, the most frequent first. */
const frequent = ' 0123456789:.eiotnasrdmlcfgpuhj<>@-_'

/** Where in a text the three bytes stand that are rarest in a log: what stands there often has to be looked at often. */
function rarest(text: Uint8Array): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at + 3 <= text.length; at++) {
    let weight = 0
    for (let place = at; place < at + 3; place++) {
      const rank = frequent.indexOf(String.fromCharCode(text[place] as number))
      weight += rank < 0 ? 0 : frequent.length - rank
    }
    if (weight < least) {
      best = at
      least = weight
    }
  }
  return best
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 (RFC 4648, section 4). `atob` is not everywhere. */
function decode(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.replace(/=+$/, '').length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (const letter of text.replace(/=+$/, '')) {
    held = (held << 6) | alphabet.indexOf(letter)
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (held >> bits) & 255
  }
  return bytes
}
