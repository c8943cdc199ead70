import { isDigit } from './text.ts'

const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\', "'": "'", '"': '"' }

/**
 * A text as a debug log writes it, with its escapes undone: bytes in octal (`\015\012` is a line end, section 16 of the
 * grammar) or in hex (`\x0d`), and the escapes with a name. Bytes beyond ASCII are read as UTF-8; what is none becomes
 * U+FFFD. An escape that is not whole stays as it stands. Never throws.
 */
export function unescapeBytes(text: string): string {
  let result = ''
  let bytes = ''
  let at = 0
  while (at < text.length) {
    const byte = text[at] === '\\' ? byteAt(text, at + 1) : null
    if (byte) {
      if (byte.value > 127) bytes += `%${byte.value.toString(16)}`
      else result += flushed(bytes) + String.fromCharCode(byte.value)
      if (byte.value <= 127) bytes = ''
      at = byte.end
      continue
    }
    result += flushed(bytes)
    bytes = ''
    const known = text[at] === '\\' ? named[text[at + 1] ?? ''] : undefined
    result += known ?? text[at]
    at += known === undefined ? 1 : 2
  }
  return result + flushed(bytes)
}

/** The byte that three octal digits, or `x` and two hex digits, stand for; null where there are none. */
function byteAt(text: string, at: number): { readonly value: number; readonly end: number } | null {
  if (text[at] === 'x' && /^[0-9a-fA-F]{2}$/.test(text.slice(at + 1, at + 3))) {
    return { value: Number.parseInt(text.slice(at + 1, at + 3), 16), end: at + 3 }
  }
  for (let place = 0; place < 3; place += 1) {
    const code = text.charCodeAt(at + place)
    if (!isDigit(code) || code > 55) return null
  }
  const value = Number.parseInt(text.slice(at, at + 3), 8)
  return value > 255 ? null : { value, end: at + 3 }
}

/** Percent-encoded bytes beyond ASCII, as text. */
function flushed(bytes: string): string {
  if (bytes === '') return ''
  try {
    return decodeURIComponent(bytes)
  } catch {
    return '\uFFFD'.repeat(bytes.length / 3)
  }
}
