import { lineEnd, lineStart } from './finder'
import { addressMasks, addressPlaces, idMasks, idPlaces, stretch, tables, textMasks, textPlaces } from './layout'
import { addressesAt, beginNotes, idsAt } from './number'
import { textsAt } from './text'

// Every line has a number or two, and where they stand nobody can foresee: a processor that guesses is wrong half of the
// time. So the places are written down first, a stretch at a time, and then looked at one after the other.

/** How many places are in each list. */
let ids: usize = 0
let addresses: usize = 0
let texts: usize = 0

/**
 * The same as linesWith for lines that hold one of the texts or one of the numbers wanted (behind `to` no number may go
 * on); and every number that is told by the word before it, and every text that is to be noted, is written to `notes`,
 * mostly once.
 */
export function linesAndNumbers(from: usize, to: usize, base: usize, out: usize, notes: usize): usize {
  beginNotes(notes)
  let put = out
  let floor = from
  for (let begin = from; begin < to; begin += stretch) {
    collect(begin, min(begin + stretch, to))
    ids = idsAt(idPlaces, ids, from, to)
    addresses = addressesAt(addressPlaces, addresses, from, to)
    texts = textsAt(textPlaces, texts, from, to)
    let one = idPlaces
    let other = addressPlaces
    let third = textPlaces
    store<u32>(one + (ids << 2), u32.MAX_VALUE)
    store<u32>(other + (addresses << 2), u32.MAX_VALUE)
    store<u32>(third + (texts << 2), u32.MAX_VALUE)
    for (let left = ids + addresses + texts; left; left--) {
      const place = min(min(load<u32>(one), load<u32>(other)), load<u32>(third)) as usize
      if (load<u32>(one) === place) one += 4
      else if (load<u32>(other) === place) other += 4
      else third += 4
      // Places of the line that was written last are before the floor.
      if (place < floor) continue
      const end = lineEnd(place, to)
      store<u32>(put, (lineStart(place, floor) - base) as u32)
      store<u32>(put, (end - base) as u32, 4)
      put += 8
      floor = end + 1
    }
  }
  return (put - out) >> 3
}

/** Lists the places in [begin, end) where a number may stand, and those where one of the texts does. */
function collect(begin: usize, end: usize): void {
  const low0 = v128.load(tables)
  const high0 = v128.load(tables, 16)
  const low1 = v128.load(tables, 32)
  const high1 = v128.load(tables, 48)
  const low2 = v128.load(tables, 64)
  const high2 = v128.load(tables, 80)
  const half = i8x16.splat(15)
  const none = i8x16.splat(0)
  // Of the eight buckets, the lower four are for texts, one is for addresses, and what is above it for ids.
  const lowestOfIds = i8x16.splat(32)
  let mask: usize = 0
  // Each byte is looked up once as the first, the second and the third of a fingerprint.
  let bytes = v128.load(begin)
  let low = v128.and(bytes, half)
  let high = v128.and(i16x8.shr_u(bytes, 4), half)
  let first = v128.and(i8x16.swizzle(low0, low), i8x16.swizzle(high0, high))
  let second = v128.and(i8x16.swizzle(low1, low), i8x16.swizzle(high1, high))
  let third = v128.and(i8x16.swizzle(low2, low), i8x16.swizzle(high2, high))
  for (let at = begin; at < end; at += 16) {
    bytes = v128.load(at, 16)
    low = v128.and(bytes, half)
    high = v128.and(i16x8.shr_u(bytes, 4), half)
    const nextSecond = v128.and(i8x16.swizzle(low1, low), i8x16.swizzle(high1, high))
    const nextThird = v128.and(i8x16.swizzle(low2, low), i8x16.swizzle(high2, high))
    const may = v128.and(
      first,
      v128.and(
        i8x16.shuffle(second, nextSecond, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16),
        i8x16.shuffle(third, nextThird, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17),
      ),
    )
    first = v128.and(i8x16.swizzle(low0, low), i8x16.swizzle(high0, high))
    second = nextSecond
    third = nextThird
    store<u16>(idMasks + mask, i8x16.bitmask(i8x16.ge_u(may, lowestOfIds)) as u16)
    store<u16>(addressMasks + mask, i8x16.bitmask(i16x8.shl(may, 3)) as u16)
    store<u16>(textMasks + mask, ~i8x16.bitmask(i8x16.eq(v128.and(may, half), none)) as u16)
    mask += 2
  }
  ids = listed(idMasks, begin, end, idPlaces)
  addresses = listed(addressMasks, begin, end, addressPlaces)
  texts = listed(textMasks, begin, end, textPlaces)
}

/** Lists the places in [begin, end) that have a bit, and gives their number. */
function listed(masks: usize, begin: usize, end: usize, list: usize): usize {
  let put = list
  let next = masks
  for (let at = begin; at < end; at += 64) {
    let mask = load<u64>(next)
    next += 8
    if (end - at < 64) mask &= ((1 as u64) << ((end - at) as u64)) - 1
    const here = popcnt(mask) as usize
    // Some are written whether they are there or not: that costs less than to ask.
    store<u32>(put, (at + (ctz(mask) as usize)) as u32)
    mask &= mask - 1
    store<u32>(put, (at + (ctz(mask) as usize)) as u32, 4)
    mask &= mask - 1
    store<u32>(put, (at + (ctz(mask) as usize)) as u32, 8)
    for (let nth: usize = 3; nth < here; nth++) {
      mask &= mask - 1
      store<u32>(put + (nth << 2), (at + (ctz(mask) as usize)) as u32)
    }
    put += here << 2
  }
  return (put - list) >> 2
}
