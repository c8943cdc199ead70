/**
 * The length in bits of an RSA public key in base64, as DKIM publishes it: a SubjectPublicKeyInfo, or the bare
 * RSAPublicKey that some publish (RFC 6376 section 3.6.1, errata 3017). Null where it is neither.
 */
export function rsaBitsOf(base64: string): number | null {
  const bytes = bytesOf(base64)
  const outer = bytes && read(bytes, 0)
  if (!bytes || outer?.tag !== 0x30 || outer.end !== bytes.length) {
    return null
  }
  const first = read(bytes, outer.start)
  if (first?.tag === 0x02) {
    return bitsOf(bytes, first)
  }
  const key = first && read(bytes, first.end)
  const inner = key?.tag === 0x03 ? read(bytes, key.start + 1) : null
  const modulus = inner?.tag === 0x30 ? read(bytes, inner.start) : null
  return modulus?.tag === 0x02 ? bitsOf(bytes, modulus) : null
}

interface Element {
  readonly tag: number
  readonly start: number
  readonly end: number
}

/** One element of DER (X.690 section 8.1); null where it does not lie within the bytes. */
function read(bytes: Uint8Array, at: number): Element | null {
  const [tag, first] = [bytes[at], bytes[at + 1]]
  if (tag === undefined || first === undefined) {
    return null
  }
  const count = first < 0x80 ? 0 : first - 0x80
  if (count > 2) {
    return null
  }
  const length = count === 0 ? first : bytes.slice(at + 2, at + 2 + count).reduce((sum, byte) => sum * 256 + byte, 0)
  const start = at + 2 + count
  return start + length <= bytes.length ? { tag, start, end: start + length } : null
}

/** Zeros before the number are none of its bits. */
function bitsOf(bytes: Uint8Array, { start, end }: Element): number | null {
  let at = start
  while (at < end && bytes[at] === 0) {
    at += 1
  }
  const top = bytes[at]
  return top === undefined || at >= end ? null : (end - at - 1) * 8 + (32 - Math.clz32(top))
}

function bytesOf(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
  } catch {
    return null
  }
}
