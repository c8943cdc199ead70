import { compile, growTo, instantiate, type Memory } from '../assembled.ts'
import { code } from './code.ts'

/** What assembly/finder.ts exports. Addresses are in its memory. */
export interface Calls {
  readonly memory: Memory
  readonly tables: { readonly value: number }
  readonly ends: { readonly value: number }
  readonly texts: { readonly value: number }
  readonly letters: { readonly value: number }
  readonly prints: { readonly value: number }
  readonly printSlots: { readonly value: number }
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
const beyond = 64

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
