import { type Filled, fill } from '../../correlator/finder/fill.ts'
import {
  compiledFinder,
  keyOfNumber,
  keyOfText,
  type Opened,
  openMemory,
  tableOf,
} from '../../correlator/finder/wasm.ts'
import { beatMark } from './header.ts'
import { kinds, type Sieve } from './sieve.ts'

/** How the lines of a file's own header begin, and its status lines. */
const marks = ['Logfile', 'Time offset from UTC', 'Version: ', beatMark]

/** A sieve in the finder's terms. What it finds is more than the sieve lets through, never less. */
export interface Sought {
  /** Texts in lower case, of ASCII. */
  readonly texts: readonly { readonly text: string; readonly labels: boolean; readonly sender: boolean }[]
  readonly keys: readonly number[]
}

/** Each is looked up by itself. */
const mostAddresses = 2 ** 16

/** Null for what the finder cannot look for: no letter of ASCII, hundreds of texts, a range wider than a /16. */
export function soughtBy(sieve: Sieve): Sought | null {
  const texts = [
    ...sieve.texts.map(({ text, labels, sender }) => ({
      text: longestAscii(text),
      labels: labels && isAscii(text),
      sender,
    })),
    ...sieve.wide.map(({ prefix }) => ({ text: prefix, labels: false, sender: false })),
  ]
  const keys: number[] = []
  for (const [id, of] of sieve.ids) {
    for (const [kind, bit] of Object.entries(kinds)) {
      if (of & bit) keys.push(keyOfNumber(kind as keyof typeof kinds, id))
    }
  }
  for (const [first, last] of sieve.ranges) {
    if (last - first >= mostAddresses) return null
    for (let address = first; address <= last; address++) keys.push(keyOfNumber('address', address))
  }
  const letters = texts.reduce((sum, { text }) => sum + text.length, 0)
  return texts.length > 200 || letters > 40_000 || texts.some(({ text }) => text === '') ? null : { texts, keys }
}

function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length
}

/** Only ASCII is found in either case, so of another text a part is looked for. */
function longestAscii(text: string): string {
  const parts = text.split(/[^ -~]+/)
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '')
}

/** What a worker's finder is given. */
export interface Prepared {
  readonly compiled: object
  readonly image: Uint8Array
  readonly wanted: Uint32Array
}

let opened: Opened | null | undefined
let compiled: object | null = null

/** Whether the finder runs here at all. */
export function canLook(): boolean {
  if (opened === undefined) {
    opened = openMemory(0)
    compiled = compiledFinder()
  }
  return opened !== null && compiled !== null
}

/**
 * Makes ready to look for something; with the marks of headers and status lines, and with the openings to note, where
 * those are given. `sample`: the beginning of the log.
 */
export function prepared(
  { texts, keys }: Sought,
  noting: { readonly openings: readonly string[] } | null,
  sample: Uint8Array,
): Prepared {
  if (!canLook() || !opened || !compiled) throw new Error('there is no WebAssembly here')
  const encode = (text: string) => new TextEncoder().encode(text.toLowerCase())
  const sought: Filled[] = texts.map((one) => ({ ...one, text: encode(one.text) }))
  if (noting) {
    sought.push(...marks.map((text) => ({ text: encode(text), labels: false })))
    sought.push(...noting.openings.map((text, nth) => ({ text: encode(text), labels: false, key: keyOfText(nth) })))
  }
  fill(opened, sought, noting !== null || keys.length > 0, sample)
  const image = new Uint8Array(opened.calls.memory.buffer, 0, opened.calls.free.value).slice()
  return { compiled, image, wanted: tableOf(keys) }
}
