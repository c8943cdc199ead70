import { mostTexts, seen, seenSlots } from './layout'

/** Of the eight buckets, those by which numbers are found. The others are for texts. */
export const numbered: u8 = 0b11110000
const dotted: u8 = 0b00010000

/** Begins to write notes at an address. */
export function beginNotes(at: usize): void {
  noted = at
  memory.fill(seen, 0, seenSlots * 4)
}

/** Where what linesAndNumbers noted ends. */
export function notesEnd(): usize {
  return noted
}

let noted: usize = 0

/** A one in each of eight bytes. */
const eachByte: u64 = (0x01010101 as u64) * 0x100000001

/**
 * Reads the number at a place that a bucket for numbers named: an id behind its word (`MID 5`, `DCID: 5`, `Message 5`,
 * `rewritten to 5`, `ESAMID=5`, `Bounced: 5:0`), a connection in a debug log (`Info: 5 Sent`), or an IPv4 address. Notes it,
 * and says whether it is wanted. More may be taken for an id than is one, never less. Half the time goes by here, so
 * there are few branches that could go either way.
 */
export function numberAt(bits: u8, place: usize, from: usize, to: usize): bool {
  if (bits & dotted) return addressAt(place, from, to)
  const at = place + 2
  if (at >= to || !isDigit(load<u8>(at)) || !isGap(load<u8>(at - 1))) return false
  let word = at - 1
  while (word > from && at - word < 5 && isGap(load<u8>(word - 1))) word--
  // The last four letters of the word. What stands before `from` is no letter: a line end, or nothing.
  const letters = load<u32>(word - 4) | 0x20202020
  const isMid =
    (letters >> 8 === 0x64696d) |
    (letters === 0x65676173) |
    (letters >> 16 === 0x6f74) |
    (letters === 0x6465636e) |
    (letters === 0x64657961)
  const kind = u32(isMid) | (u32(letters === 0x64696369) << 1) | (u32(letters === 0x64696364) * 3)
  const isDebug = load<u16>(at - 2) === 0x203a
  if (!kind && !isDebug) return false
  // Up to eight digits at once: how many there are, and what they are worth.
  const eight = load<u64>(at) ^ (0x30 * eachByte)
  const others = ((eight + 0x76 * eachByte) | eight) & (0x80 * eachByte)
  const count = others ? (ctz(others) as u32) >> 3 : 8
  let parts = eight << (64 - 8 * (count as u64))
  parts = parts * 10 + (parts >> 8)
  let value = (((parts & 0x000000ff000000ff) * 0x000f424000000064 +
    ((parts >> 16) & 0x000000ff000000ff) * 0x0000271000000001) >>
    32) as u32
  let end = at + count
  if (count === 8) while (isDigit(load<u8>(end))) value = value * 10 + (load<u8>(end++) as u32) - 48
  let hit = kind !== 0 && take(value, kind)
  if (isDebug && load<u8>(end) === 32 && load<u8>(end + 1) - 82 < 2) {
    hit = take(value, 2) || hit
    hit = take(value, 3) || hit
  }
  return hit
}

/** The address whose first part ends at a place, if one does: four parts with points between them. */
function addressAt(place: usize, from: usize, to: usize): bool {
  let at = place
  if (at + 2 >= to || !isDigit(load<u8>(at)) || load<u8>(at + 1) !== 46) return false
  while (at > from && isDigit(load<u8>(at - 1))) at--
  let value: u32 = 0
  for (let part = 0; part < 4; part++) {
    if (part && load<u8>(at++) !== 46) return false
    let one: u32 = 0
    const start = at
    while (at < to && isDigit(load<u8>(at))) one = min(one * 10 + (load<u8>(at++) as u32) - 48, 256)
    if (at === start || one > 255) return false
    value = (value << 8) | one
  }
  return take(value, 0)
}

/** Notes a number of a kind, and says whether it is wanted. */
function take(value: u32, kind: u32): bool {
  const key = max<u32>(((value << 2) + kind) * 0x9e3779b1, 2 + (mostTexts as u32))
  note(key)
  if (!wantedSlots) return false
  let slot = key
  let there: u32 = 0
  do {
    there = load<u32>(wanted + (((slot++ & (wantedSlots - 1)) as usize) << 2))
  } while (there && there !== key)
  return there === key
}

/** Writes a key to the notes, unless it was among the last that were. */
export function note(key: u32): void {
  const slot = seen + (((key >> 20) as usize) << 2)
  store<u32>(noted, key)
  noted += ((load<u32>(slot) !== key) as usize) << 2
  store<u32>(slot, key)
}

/** Where the table of wanted keys is, and how many slots it has: a power of two, at most half of them taken. */
export function want(table: usize, slots: u32): void {
  wanted = table
  wantedSlots = slots
}

let wanted: usize = 0
let wantedSlots: u32 = 0

export function isDigit(code: u8): bool {
  return code - 48 < 10
}

function isGap(code: u8): bool {
  return code === 32 || code === 58 || code === 61
}
