// AssemblyScript, compiled by scripts/assemble.mjs; finder.ts beside this folder says what the functions are for.
//
// Texts are found by fingerprints of three bytes, sixteen places at a time: six table look-ups tell for each place which
// of eight buckets of texts may stand there (the algorithm that Hyperscan's authors named Teddy). Both cases of a letter
// differ in their upper half only, so folding case costs nothing. What may stand somewhere is compared byte by byte.
//
// All places are addresses in this module's memory. Up to forty bytes beyond `to` are read and not looked at.

import { found, tables } from './layout'
import { holds } from './text'

export { ends, free, letters, mostTexts, printSlots, prints, tables, texts } from './layout'
export { linesAndNumbers } from './lines'
export { notesEnd, want } from './number'

const newline: u8 = 10

/** Writes the place of every line feed in [from, to), less `base`, and gives their number. */
export function newlines(from: usize, to: usize, base: usize, out: usize): usize {
  const feed = i8x16.splat(newline)
  let put = out
  for (let at = from; at < to; at += 16) {
    let mask = i8x16.bitmask(i8x16.eq(v128.load(at), feed)) as u32
    if (to - at < 16) mask &= (1 << ((to - at) as u32)) - 1
    while (mask) {
      store<u32>(put, (at + ctz(mask) - base) as u32)
      put += 4
      mask &= mask - 1
    }
  }
  return (put - out) >> 2
}

/** The number of line feeds in [from, to). */
export function countNewlines(from: usize, to: usize): usize {
  const feed = i8x16.splat(newline)
  let count: usize = 0
  let at = from
  while (to - at >= 16) {
    // Sixteen counts side by side, each of at most 255.
    const until = min(at + 255 * 16, to - ((to - at) & 15))
    let counts = i8x16.splat(0)
    for (; at < until; at += 16) counts = i8x16.sub(counts, i8x16.eq(v128.load(at), feed))
    const sums = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(counts))
    count +=
      i32x4.extract_lane(sums, 0) +
      i32x4.extract_lane(sums, 1) +
      i32x4.extract_lane(sums, 2) +
      i32x4.extract_lane(sums, 3)
  }
  for (; at < to; at++) count += usize(load<u8>(at) === newline)
  return count
}

/** Writes beginning and end, less `base`, of every line in [from, to) that holds one of the texts. Gives the number. */
export function linesWith(from: usize, to: usize, base: usize, out: usize): usize {
  const low0 = v128.load(tables)
  const high0 = v128.load(tables, 16)
  const low1 = v128.load(tables, 32)
  const high1 = v128.load(tables, 48)
  const low2 = v128.load(tables, 64)
  const high2 = v128.load(tables, 80)
  const half = i8x16.splat(15)
  const none = i8x16.splat(0)
  let put = out
  let floor = from
  let at = from
  while (at < to) {
    const first = v128.load(at)
    const second = v128.load(at, 1)
    const third = v128.load(at, 2)
    const may = v128.and(
      v128.and(
        v128.and(
          i8x16.swizzle(low0, v128.and(first, half)),
          i8x16.swizzle(high0, v128.and(i16x8.shr_u(first, 4), half)),
        ),
        v128.and(
          i8x16.swizzle(low1, v128.and(second, half)),
          i8x16.swizzle(high1, v128.and(i16x8.shr_u(second, 4), half)),
        ),
      ),
      v128.and(i8x16.swizzle(low2, v128.and(third, half)), i8x16.swizzle(high2, v128.and(i16x8.shr_u(third, 4), half))),
    )
    let next = at + 16
    if (v128.any_true(may)) {
      v128.store(found, may)
      let mask = i8x16.bitmask(i8x16.ne(may, none)) as u32
      while (mask) {
        const place = at + ctz(mask)
        mask &= mask - 1
        if (place >= to) break
        if (!holds(load<u8>(found + (place - at)), place, from, to)) continue
        const end = lineEnd(place, to)
        store<u32>(put, (lineStart(place, floor) - base) as u32)
        store<u32>(put, (end - base) as u32, 4)
        put += 8
        floor = end + 1
        next = floor
        break
      }
    }
    at = next
  }
  return (put - out) >> 3
}

export function lineEnd(from: usize, to: usize): usize {
  const feed = i8x16.splat(newline)
  for (let at = from; at < to; at += 16) {
    const mask = i8x16.bitmask(i8x16.eq(v128.load(at), feed)) as u32
    if (mask) return min(at + ctz(mask), to)
  }
  return to
}

export function lineStart(from: usize, floor: usize): usize {
  let at = from
  while (at > floor && load<u8>(at - 1) !== newline) at--
  return at
}
