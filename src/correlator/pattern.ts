import { type Bytes, codesOf, isSameLetter, isSpace, nextByte, skipSpaceIn } from './text.ts'

/** A fixed text to be compared with what a line holds. */
export interface Pattern {
  readonly text: string
  /** Its characters in lower case; a blank stands for any run of white space. */
  readonly codes: readonly number[]
  readonly length: number
  /** The text as it is written, four bytes to a number, the last four last. Lines are nearly always written so. */
  readonly words: readonly number[]
  readonly endsBlank: boolean
}

/** A pattern for a text of ASCII characters, in which every run of white space is one blank. */
export function patternOf(text: string): Pattern {
  const words: number[] = []
  const last = text.length - 4
  for (let at = 0; at < last; at += 4) words.push(wordAt(text, at))
  if (last >= 0) words.push(wordAt(text, last))
  return { text, codes: codesOf(text), length: text.length, words, endsBlank: text.endsWith(' ') }
}

function wordAt(text: string, at: number): number {
  return (
    text.charCodeAt(at) |
    (text.charCodeAt(at + 1) << 8) |
    (text.charCodeAt(at + 2) << 16) |
    (text.charCodeAt(at + 3) << 24)
  )
}

/** The end of the pattern that stands at `at`, or -1. */
export function patternEnd(pattern: Pattern, text: Bytes, at: number, end: number): number {
  const { length, words, endsBlank } = pattern
  const after = at + length
  if (length < 4 || after > end || !isSame(words, text.view, at, after))
    return slowEnd(pattern.codes, text.bytes, at, end)
  return endsBlank ? skipSpaceIn(text.bytes, after, end) : after
}

function isSame(words: readonly number[], view: DataView, from: number, after: number): boolean {
  const last = words.length - 1
  if (view.getInt32(after - 4, true) !== words[last]) return false
  for (let i = 0; i < last; i += 1) if (view.getInt32(from + i * 4, true) !== words[i]) return false
  return true
}

function slowEnd(codes: readonly number[], bytes: Uint8Array, at: number, end: number): number {
  let pos = at
  for (let i = 0; i < codes.length; i += 1) {
    if (pos >= end) return -1
    const code = codes[i] as number
    const found = bytes[pos] as number
    pos += 1
    if (code === 32) {
      if (!isSpace(found)) return -1
      if (pos < end && isSpace(bytes[pos] as number)) pos = skipSpaceIn(bytes, pos, end)
    } else if (!isSameLetter(found, code)) {
      return -1
    }
  }
  return pos
}

/**
 * The first place from `from` on where the pattern begins, or -1. Of a run of white space only the first is tried: a
 * long run costs no more than its length.
 */
export function findPattern(pattern: Pattern, text: Bytes, from: number, end: number): number {
  const first = pattern.codes[0] as number
  if (first === 32) return findBlank(pattern, text, from, end)
  if (isLetter(first)) return findLetter(pattern, text, from, end)
  for (let at = nextByte(text, first, from, end); at < end; at = nextByte(text, first, at + 1, end)) {
    if (patternEnd(pattern, text, at, end) >= 0) return at
  }
  return -1
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122
}

function findLetter(pattern: Pattern, text: Bytes, from: number, end: number): number {
  const { bytes } = text
  const lower = pattern.codes[0] as number
  for (let at = from; at < end; at += 1) {
    if (((bytes[at] as number) | 32) === lower && patternEnd(pattern, text, at, end) >= 0) return at
  }
  return -1
}

function findBlank(pattern: Pattern, text: Bytes, from: number, end: number): number {
  const { bytes } = text
  const second = pattern.codes[1] ?? 0
  for (let at = from; at < end; at += 1) {
    if (!isSpace(bytes[at] as number)) continue
    const after = at + 1 < end && isSpace(bytes[at + 1] as number) ? skipSpaceIn(bytes, at + 1, end) : at + 1
    // The letter behind the blank is looked at first: mostly it is another.
    const mayBe = second === 0 || (after < end && isSameLetter(bytes[after] as number, second))
    if (mayBe && patternEnd(pattern, text, at, end) >= 0) return at
    at = after - 1
  }
  return -1
}
