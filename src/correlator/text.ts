// Characters by their codes: the correlator looks at every one of a log, and a string for each would cost too much.

/**
 * A text as numbers: the UTF-16 codes of a string, or the bytes of a file. Everything a line is recognised by is ASCII,
 * whose codes are the same in both, and no other character contains one of them in UTF-8.
 */
export type Codes = Uint8Array | Uint16Array

/** The code at a place, or 0 behind the end: `charCodeAt` gives NaN there, which costs more than the question. */
export function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0
}

/** White space as a log has it. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** The code of the same letter in lower case; only ASCII has case here. */
export function lowerCode(code: number): number {
  return code >= 65 && code <= 90 ? code | 32 : code
}

/** Whether a code is the wanted one, which is in lower case, but for its case. */
export function isSameLetter(code: number, wanted: number): boolean {
  return code === wanted || ((code | 32) === wanted && wanted >= 97 && wanted <= 122)
}

/** The codes of a text in lower case, to be compared by `isSameLetter`. */
export function codesOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => lowerCode(text.charCodeAt(at)))
}

/** The first place from `at` on that is no white space. */
export function skipSpace(text: string, at: number): number {
  let pos = at
  while (pos < text.length && isSpace(text.charCodeAt(pos))) pos += 1
  return pos
}

/** The first place from `at` on, and before `end`, that is no white space; `end` where there is none. */
export function skipSpaceIn(codes: Codes, at: number, end: number): number {
  let pos = at
  while (pos < end && isSpace(codes[pos] as number)) pos += 1
  return pos
}

/** Where the text from `from` to `end` ends when white space at its end does not count. */
export function trimmedEndIn(codes: Codes, from: number, end: number): number {
  let at = end
  while (at > from && isSpace(codes[at - 1] as number)) at -= 1
  return at
}
