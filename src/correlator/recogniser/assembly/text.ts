// The twin of ../../text.ts. Addresses for places; up to sixteen bytes beyond an end are read, and not looked at.

export function isSpace(code: u8): bool {
  return code <= 32 && (code === 32 || (code >= 9 && code <= 13))
}

export function isDigit(code: u8): bool {
  return code - 48 <= 9
}

export function isLetter(code: u8): bool {
  return code >= 97 && code <= 122
}

export function isSameLetter(code: u8, wanted: u8): bool {
  return code === wanted || ((code | 32) === wanted && isLetter(wanted))
}

export function skipSpace(from: usize, end: usize): usize {
  let at = from
  while (at < end && isSpace(load<u8>(at))) at += 1
  return at
}

export function trimmedEnd(from: usize, end: usize): usize {
  let at = end
  while (at > from && isSpace(load<u8>(at - 1))) at -= 1
  return at
}

export function wordEnd(from: usize, end: usize): usize {
  const blank = i8x16.splat(32)
  for (let at = from; at < end; at += 16) {
    for (let bits = i8x16.bitmask(i8x16.le_u(v128.load(at), blank)); bits !== 0; bits &= bits - 1) {
      const place = at + ctz(bits)
      if (place >= end) return end
      if (isSpace(load<u8>(place))) return place
    }
  }
  return end
}

export function nextByte(byte: u8, from: usize, end: usize): usize {
  const wanted = i8x16.splat(byte as i8)
  for (let at = from; at < end; at += 16) {
    const bits = i8x16.bitmask(i8x16.eq(v128.load(at), wanted))
    if (bits !== 0) {
      const found = at + ctz(bits)
      return found < end ? found : end
    }
  }
  return end
}
