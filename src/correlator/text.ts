// Characters by their codes: the correlator looks at every one of a log, and a string for each would cost too much.

/**
 * A text as bytes of UTF-8, and the same bytes to be read four at a time. Everything a line is recognised by is ASCII,
 * and no byte of another character is.
 */
export interface Bytes {
  readonly bytes: Uint8Array
  readonly view: DataView
  /** Its lines as JSON, where somebody wrote them. */
  readonly written: Written | null
}

/** The events of lines as JSON, one behind the other. */
export interface Written {
  readonly bytes: Uint8Array
  /** The same, to be copied four at a time. */
  readonly view: DataView
  /** Where each ends, by its number from `first` on. One of no length was not written. */
  readonly ends: Int32Array
  readonly first: number
}

export function bytesOf(bytes: Uint8Array, written: Written | null = null): Bytes {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), written }
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
/** One character for each byte. */
const latin1 = new TextDecoder('latin1')

/** The text of bytes in UTF-8; what is none becomes U+FFFD. */
export function decode(bytes: Uint8Array, from: number, to: number): string {
  return utf8.decode(bytes.subarray(from, to))
}

/** A text with a character for each byte, the right one where it is ASCII: places in it are places in the bytes. */
export function decodeSingly(bytes: Uint8Array, from: number, to: number): string {
  return latin1.decode(bytes.subarray(from, to))
}

/** The code at a place, or 0 behind the end: `charCodeAt` gives NaN there, which costs more than the question. */
export function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0
}

/** White space as a log has it. */
export function isSpace(code: number): boolean {
  // Nearly every character is beyond a blank: one comparison tells.
  return code <= 32 && (code === 32 || (code >= 9 && code <= 13))
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
  const codes: number[] = []
  for (let at = 0; at < text.length; at += 1) codes.push(lowerCode(text.charCodeAt(at)))
  return codes
}

/** The first place from `at` on that is no white space. */
export function skipSpace(text: string, at: number): number {
  let pos = at
  while (pos < text.length && isSpace(text.charCodeAt(pos))) pos += 1
  return pos
}

/** The first place from `at` on, and before `end`, that is no white space; `end` where there is none. */
export function skipSpaceIn(bytes: Uint8Array, at: number, end: number): number {
  let pos = at
  while (pos < end && isSpace(bytes[pos] as number)) pos += 1
  return pos
}

/** Where the text from `from` to `end` ends when white space at its end does not count. */
export function trimmedEndIn(bytes: Uint8Array, from: number, end: number): number {
  let at = end
  while (at > from && isSpace(bytes[at - 1] as number)) at -= 1
  return at
}

const ones = 0x01010101
const tops = 0x80808080

/**
 * The first place from `from` on where the byte stands, or `end`. Four bytes are looked at together: one that becomes 0
 * borrows from the bit above it when 1 is taken away.
 */
export function nextByte({ bytes, view }: Bytes, byte: number, from: number, end: number): number {
  const wanted = byte * ones
  let at = from
  for (; at + 4 <= end; at += 4) {
    const four = view.getInt32(at, true) ^ wanted
    if (((four - ones) & ~four & tops) !== 0) break
  }
  while (at < end && bytes[at] !== byte) at += 1
  return at
}
