import { mostTexts, seen, seenSlots } from './layout'

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
 * Reads the ids at so many places of a list: each behind its word (`MID 5`, `DCID: 5`, `Message 5`, `rewritten to 5`,
 * `ESAMID=5`, `Bounced: 5:0`), or a connection in a debug log (`Info: 5 Sent`). Notes them, leaves those places in the list
 * whose id is wanted, and gives their number. More may be taken for an id than is one, never less. Half the time goes by
 * here, so there are few branches that could go either way.
 */
export function idsAt(list: usize, count: usize, from: usize, to: usize): usize {
  let kept = list
  const last = list + (count << 2)
  for (let next = list; next < last; next += 4) {
    const place = load<u32>(next) as usize
    const at = place + 2
    if (at >= to) break
    let word = at - 1
    while (isGap(load<u8>(word - 1)) && word > from && at - word < 5) word--
    // The last four letters of the word. What stands before `from` is no letter: a line end, or nothing.
    const letters = load<u32>(word - 4) | 0x20202020
    const isMid =
      u32(letters >> 8 === 0x64696d) |
      u32(letters === 0x65676173) |
      u32(letters >> 16 === 0x6f74) |
      u32(letters === 0x6465636e) |
      u32(letters === 0x64657961)
    const kind = isMid | (u32(letters === 0x64696369) << 1) | (u32(letters === 0x64696364) * 3)
    // Up to eight digits at once: how many there are, and what they are worth.
    const eight = load<u64>(at) ^ (0x30 * eachByte)
    const others = ((eight + 0x76 * eachByte) | eight) & (0x80 * eachByte)
    const digits: u32 = others ? (ctz(others) as u32) >> 3 : 8
    let parts = eight << (64 - 8 * (digits as u64))
    parts = parts * 10 + (parts >> 8)
    let value = (((parts & 0x000000ff000000ff) * 0x000f424000000064 +
      ((parts >> 16) & 0x000000ff000000ff) * 0x0000271000000001) >>
      32) as u32
    let end = at + digits
    if (digits === 8 && isDigit(load<u8>(end)))
      do value = value * 10 + (load<u8>(end++) as u32) - 48
      while (isDigit(load<u8>(end)))
    const key = keyOf(value, kind)
    noteIf(u32(kind !== 0), key)
    let hit = wantedSlots !== 0 && kind !== 0 && isWanted(key)
    if (load<u16>(at - 2) === 0x203a && load<u8>(end) === 32 && load<u8>(end + 1) - 82 < 2) {
      hit = take(value, 2) || hit
      hit = take(value, 3) || hit
    }
    if (!hit) continue
    store<u32>(kept, place as u32)
    kept += 4
  }
  return (kept - list) >> 2
}

/** The same for places where the first part of an IPv4 address may end; none begins within another. */
export function addressesAt(list: usize, count: usize, from: usize, to: usize): usize {
  let kept = list
  addressEnd = 0
  const last = list + (count << 2)
  for (let next = list; next < last; next += 4) {
    const place = load<u32>(next) as usize
    if (place < addressEnd || !addressAt(place, from, to)) continue
    store<u32>(kept, place as u32)
    kept += 4
  }
  return (kept - list) >> 2
}

/** Where the address ends that was read last. */
let addressEnd: usize = 0

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
  addressEnd = at
  return take(value, 0)
}

/** Notes a number of a kind, and says whether it is wanted. */
function take(value: u32, kind: u32): bool {
  const key = keyOf(value, kind)
  note(key)
  return wantedSlots !== 0 && isWanted(key)
}

function keyOf(value: u32, kind: u32): u32 {
  return max<u32>(((value << 2) + kind) * 0x9e3779b1, 2 + (mostTexts as u32))
}

function isWanted(key: u32): bool {
  let slot = key
  let there: u32 = 0
  do {
    there = load<u32>(wanted + (((slot++ & (wantedSlots - 1)) as usize) << 2))
  } while (there && there !== key)
  return there === key
}

/** Writes a key to the notes, unless it was among the last that were. */
export function note(key: u32): void {
  noteIf(1, key)
}

/** The same where `isTo` is 1, and nothing where it is 0. */
function noteIf(isTo: u32, key: u32): void {
  const slot = seen + (((key >> 20) as usize) << 2)
  const before = load<u32>(slot)
  store<u32>(noted, key)
  noted += ((isTo & u32(before !== key)) as usize) << 2
  store<u32>(slot, isTo ? key : before)
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
