import { fill } from './fill.ts'
import { lineEnd, newlinesIn, type SoughtBytes, sameTextAt } from './plain.ts'
import { openMemory } from './wasm.ts'

/** A text to look for: letters of ASCII without regard to case, all else byte by byte. Neither empty nor with a line end. */
export interface Sought {
  /** Bytes of UTF-8, or a text that is to be encoded so. */
  readonly text: string | Uint8Array
  /**
   * Whether it is a host name whose labels must be whole: `example.com` is then found in `mx.example.com` and
   * `user@EXAMPLE.com`, not in `notexample.com` and `example.com.evil.test`.
   */
  readonly labels?: boolean
}

/**
 * Looks through bytes of a log, a chunk at a time. Put the chunk into `bytes` (or let a read write there), ask, and take
 * the answer from `places` before the next question: both are overwritten. From and to are places in `bytes`.
 */
export interface Finder {
  readonly kind: 'wasm' | 'plain'
  /** As long as was asked for. */
  readonly bytes: Uint8Array
  readonly places: Int32Array
  /** Puts the place of every line feed in [from, to) into `places`, ascending, and gives their number. */
  newlines(from: number, to: number): number
  /** What linesWith looks for, until it is called again. */
  lookFor(sought: readonly Sought[]): void
  /**
   * Puts into `places` where each line in [from, to) that holds one of the texts begins and ends (without its line
   * feed): two numbers a line. Gives the number of lines. A line that from or to cuts is taken as it stands there.
   */
  linesWith(from: number, to: number): number
}

/** In WebAssembly most is found at once; more texts are looked for byte by byte. */
const mostTexts = 256
const mostLetters = 48 * 1024

/** A finder for chunks of up to `size` bytes: in WebAssembly where that and its vector instructions are there. */
export function openFinder(size: number): Finder {
  return wasmFinder(size) ?? plainFinder(size)
}

/** Null where there is no WebAssembly or no vector instructions in it. */
export function wasmFinder(size: number): Finder | null {
  const opened = openMemory(size)
  if (!opened) return null
  const { calls, free, out } = opened
  const bytes = new Uint8Array(calls.memory.buffer, free, size)
  const places = new Int32Array(calls.memory.buffer, out, size + 2)
  let plain: Finder | null = null
  return {
    kind: 'wasm',
    bytes,
    places,
    newlines: (from, to) => calls.newlines(free + from, free + to, free, out),
    lookFor(sought) {
      const all = sought.map(bytesOf)
      const fits = all.length <= mostTexts && all.reduce((sum, { text }) => sum + text.length, 0) <= mostLetters
      plain = fits ? null : plainFinder(size, { bytes, places })
      if (plain) plain.lookFor(sought)
      else fill(opened, all)
    },
    linesWith: (from, to) => (plain ? plain.linesWith(from, to) : calls.linesWith(free + from, free + to, free, out)),
  }
}

/** The same in JavaScript alone. */
export function plainFinder(
  size: number,
  room: Pick<Finder, 'bytes' | 'places'> = { bytes: new Uint8Array(size), places: new Int32Array(size + 2) },
): Finder {
  const { bytes, places } = room
  let sought: readonly SoughtBytes[] = []
  /** For each byte, whether a text may begin with it. */
  const begins = new Uint8Array(256)
  return {
    kind: 'plain',
    ...room,
    newlines: (from, to) => newlinesIn(bytes, from, to, places),
    lookFor(wanted) {
      sought = wanted.map(bytesOf)
      begins.fill(0)
      for (const { text } of sought) {
        const first = text[0] as number
        begins[first] = 1
        if (first >= 97 && first <= 122) begins[first - 32] = 1
      }
    },
    linesWith(from, to) {
      let count = 0
      let start = from
      while (start < to) {
        const end = lineEnd(bytes, start, to)
        let at = start
        while (at < end && !(begins[bytes[at] as number] && sameTextAt(bytes, at, start, end, sought))) at += 1
        if (at < end) {
          places[2 * count] = start
          places[2 * count + 1] = end
          count += 1
        }
        start = end + 1
      }
      return count
    },
  }
}

function bytesOf({ text, labels = false }: Sought): SoughtBytes {
  const encoded = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return { text: encoded.map((code) => (code >= 65 && code <= 90 ? code | 32 : code)), labels }
}
