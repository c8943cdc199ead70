import { isLetter, isSameLetter, isSpace, skipSpace } from './text'

// The twin of ../../pattern.ts.

/**
 * A pattern: its length, whether it ends with a blank, its codes in lower case, the node behind it in the tree, and
 * behind all that its text as written.
 */
export const PATTERN_LENGTH = 0
const PATTERN_ENDS_BLANK = 4
export const PATTERN_CODES = 8
export const PATTERN_NODE = 12
const PATTERN_TEXT = 16

/** Where the pattern that stands at `at` ends, or 0. */
export function patternEnd(pattern: usize, at: usize, end: usize): usize {
  const length = load<usize>(pattern, PATTERN_LENGTH)
  const after = at + length
  if (after > end) return slowEnd(pattern, at, end)
  let text = pattern + PATTERN_TEXT
  let place = at
  let rest = length
  for (; rest > 16; rest -= 16) {
    if (v128.any_true(v128.xor(v128.load(text), v128.load(place)))) return slowEnd(pattern, at, end)
    text += 16
    place += 16
  }
  // Both may be read a little beyond their ends; what is there is shifted out.
  const same = i8x16.bitmask(i8x16.eq(v128.load(text), v128.load(place)))
  if (~same << (32 - (rest as i32)) !== 0) return slowEnd(pattern, at, end)
  return load<u32>(pattern, PATTERN_ENDS_BLANK) ? skipSpace(after, end) : after
}

function slowEnd(pattern: usize, at: usize, end: usize): usize {
  const codes = load<usize>(pattern, PATTERN_CODES)
  const length = load<usize>(pattern, PATTERN_LENGTH)
  let pos = at
  for (let i: usize = 0; i < length; i += 1) {
    if (pos >= end) return 0
    const code = load<u8>(codes + i)
    const found = load<u8>(pos)
    pos += 1
    if (code === 32) {
      if (!isSpace(found)) return 0
      pos = skipSpace(pos, end)
    } else if (!isSameLetter(found, code)) {
      return 0
    }
  }
  return pos
}

/** Where the pattern ends that findPattern found. */
export let foundEnd: usize = 0

/**
 * The first place where the pattern begins, or 0. Its first two characters are looked for at sixteen places at a time;
 * a blank may be any byte up to 32 then, and is looked at again.
 */
export function findPattern(pattern: usize, from: usize, end: usize): usize {
  const codes = load<usize>(pattern, PATTERN_CODES)
  const first = load<u8>(codes)
  const isBlank = first === 32
  const fold = i8x16.splat(isLetter(first) ? 32 : 0)
  const floor = i8x16.splat(isBlank ? 32 : 0)
  const wanted = i8x16.splat(first as i8)
  const second = load<usize>(pattern, PATTERN_LENGTH) > 1 ? load<u8>(codes + 1) : 0
  const secondFold = i8x16.splat(isLetter(second) ? 32 : 0)
  // Behind a blank may be another, of the same run.
  const secondFloor = i8x16.splat(second === 32 ? 32 : 0)
  const secondRun = i8x16.splat(isBlank ? 32 : 0)
  const secondWanted = i8x16.splat(second as i8)
  const isAnySecond = i8x16.splat(second === 0 ? -1 : 0)
  for (let at = from; at < end; at += 16) {
    const one = i8x16.eq(i8x16.max_u(v128.or(v128.load(at), fold), floor), wanted)
    const next = v128.load(at, 1)
    const two = v128.or(
      v128.or(i8x16.eq(i8x16.max_u(v128.or(next, secondFold), secondFloor), secondWanted), isAnySecond),
      i8x16.le_u(next, secondRun),
    )
    for (let bits = i8x16.bitmask(v128.and(one, two)); bits !== 0; bits &= bits - 1) {
      const place = at + ctz(bits)
      if (place >= end) return 0
      // Of a run of white space only the first is tried.
      if (isBlank && (!isSpace(load<u8>(place)) || (place > from && isSpace(load<u8>(place - 1))))) continue
      foundEnd = patternEnd(pattern, place, end)
      if (foundEnd) return place
    }
  }
  return 0
}
