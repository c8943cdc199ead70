// AssemblyScript, compiled by scripts/finder.mjs; finder.ts beside this folder says what the functions are for.
//
// Texts are found by fingerprints of three bytes, sixteen places at a time: six table look-ups tell for each place which
// of eight buckets of texts may stand there (the algorithm that Hyperscan's authors named Teddy). Both cases of a letter
// differ in their upper half only, so folding case costs nothing. What may stand somewhere is compared byte by byte.
//
// All places are addresses in this module's memory. Up to eighteen bytes beyond `to` are read and not looked at.

/** Six tables of sixteen bytes: for the lower and the upper half of each of three bytes, the buckets it may be of. */
export const tables: usize = 64
/** Nine addresses: where each bucket's entries begin in `texts`, and where those of the last end. */
export const ends: usize = 160
const found: usize = 208
/** Sixteen bytes a text: its address, its length, where its fingerprint stands in it, whether its labels must be whole. */
export const texts: usize = 256
export const mostTexts: usize = 256
/** The texts themselves, in lower case. */
export const letters: usize = 4352
/** From here on the memory is the caller's. */
export const free: usize = 65536

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
  let count: u32 = 0
  for (let at = from; at < to; at += 16) {
    let mask = i8x16.bitmask(i8x16.eq(v128.load(at), feed)) as u32
    if (to - at < 16) mask &= (1 << ((to - at) as u32)) - 1
    count += popcnt(mask)
  }
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
        if (!holds(load<u8>(found + (place - at)), place, floor, to)) continue
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

/** Whether a text of one of these buckets stands in [floor, to) with its fingerprint at `place`. */
function holds(may: u8, place: usize, floor: usize, to: usize): bool {
  let left = may as u32
  while (left) {
    const bucket = ctz(left) as usize
    left &= left - 1
    const end = load<u32>(ends + (bucket << 2), 4) as usize
    for (let entry = load<u32>(ends + (bucket << 2)) as usize; entry < end; entry += 16) {
      const start = place - (load<u32>(entry, 8) as usize)
      const length = load<u32>(entry, 4) as usize
      if (start < floor || start + length > to) continue
      if (!isSame(load<u32>(entry) as usize, start, length)) continue
      if (load<u32>(entry, 12) && !standsAlone(start, start + length, floor, to)) continue
      return true
    }
  }
  return false
}

function lower(code: u8): u8 {
  return code - 65 < 26 ? code | 32 : code
}

function isSame(letter: usize, start: usize, length: usize): bool {
  for (let at: usize = 0; at < length; at++) {
    if (load<u8>(letter + at) !== lower(load<u8>(start + at))) return false
  }
  return true
}

/** Whether the code can stand in a label of a host name: a letter, a digit, a hyphen or an underscore. */
function inLabel(code: u8): bool {
  return lower(code) - 97 < 26 || code - 48 < 10 || code === 45 || code === 95
}

/** Whether the labels in [start, end) are whole, and none follows: `a.example.com` and `%40example.com` hold `example.com`. */
function standsAlone(start: usize, end: usize, floor: usize, to: usize): bool {
  if (end < to) {
    const after = load<u8>(end)
    if (inLabel(after)) return false
    if (after === 46 && end + 1 < to && inLabel(load<u8>(end + 1))) return false
  }
  if (start === floor || !inLabel(load<u8>(start - 1))) return true
  // A letter that is escaped: %40 or =40 for an at sign, \n, \r or \t for a line's end in a subject.
  if (start - floor >= 3 && load<u8>(start - 2) === 52 && load<u8>(start - 1) === 48) {
    const sign = load<u8>(start - 3)
    if (sign === 37 || sign === 61) return true
  }
  const last = load<u8>(start - 1)
  return start - floor >= 2 && load<u8>(start - 2) === 92 && (last === 110 || last === 114 || last === 116)
}

function lineEnd(from: usize, to: usize): usize {
  const feed = i8x16.splat(newline)
  for (let at = from; at < to; at += 16) {
    const mask = i8x16.bitmask(i8x16.eq(v128.load(at), feed)) as u32
    if (mask) return min(at + ctz(mask), to)
  }
  return to
}

function lineStart(from: usize, floor: usize): usize {
  let at = from
  while (at > floor && load<u8>(at - 1) !== newline) at--
  return at
}
