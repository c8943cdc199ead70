// What assembly/finder.ts does, byte by byte in JavaScript. A property test holds the two against each other.

/** A text in lower case. */
export interface SoughtBytes {
  readonly text: Uint8Array
  readonly labels: boolean
}

const newline = 10

export function newlinesIn(bytes: Uint8Array, from: number, to: number, places: Int32Array): number {
  let count = 0
  for (let at = from; at < to; at++) if (bytes[at] === newline) places[count++] = at
  return count
}

/** Where the line that `from` is in ends: at its line feed, or at `to`. */
export function lineEnd(bytes: Uint8Array, from: number, to: number): number {
  const at = bytes.indexOf(newline, from)
  return at < 0 || at > to ? to : at
}

/** Whether one of the texts stands at a place of the line that is [start, end). */
export function sameTextAt(
  bytes: Uint8Array,
  at: number,
  start: number,
  end: number,
  sought: readonly SoughtBytes[],
): boolean {
  return sought.some(
    ({ text, labels }) =>
      at + text.length <= end &&
      text.every((code, place) => lower(bytes[at + place] as number) === code) &&
      (!labels || standsAlone(bytes, at, at + text.length, start, end)),
  )
}

function lower(code: number): number {
  return code >= 65 && code <= 90 ? code | 32 : code
}

function inLabel(code: number): boolean {
  const letter = code | 32
  return (letter >= 97 && letter <= 122) || (code >= 48 && code <= 57) || code === 45 || code === 95
}

function standsAlone(bytes: Uint8Array, from: number, to: number, start: number, end: number): boolean {
  const after = to < end ? (bytes[to] as number) : 0
  if (inLabel(after)) return false
  if (after === 46 && to + 1 < end && inLabel(bytes[to + 1] as number)) return false
  const last = from > start ? (bytes[from - 1] as number) : 0
  if (!inLabel(last)) return true
  const before = from - 1 > start ? bytes[from - 2] : 0
  const first = from - 2 > start ? bytes[from - 3] : 0
  // A letter that is escaped: %40 or =40 for an at sign, \n, \r or \t for a line's end in a subject.
  if (before === 52 && last === 48 && (first === 37 || first === 61)) return true
  return before === 92 && (last === 110 || last === 114 || last === 116)
}
