// Characters by their codes: the correlator looks at every one of a log, and a string for each would cost too much.

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

/** The codes of a text in lower case, to be compared with `lowerCode`. */
export function codesOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => lowerCode(text.charCodeAt(at)))
}

/** The first place from `at` on that is no white space. */
export function skipSpace(text: string, at: number): number {
  let pos = at
  while (pos < text.length && isSpace(text.charCodeAt(pos))) pos += 1
  return pos
}
