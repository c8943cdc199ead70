import { findPattern, foundEnd, PATTERN_CODES, PATTERN_LENGTH, patternEnd } from './pattern'
import { isDigit, isSpace, nextByte, wordEnd } from './text'

// The twin of ../../matcher.ts and ../../field.ts.

/**
 * A template: its number, its tail, how many pieces that has; its words (json.ts); and the places of the ids among its
 * slots, in bytes.
 */
export const TEMPLATE_NUMBER = 0
const TEMPLATE_TAIL = 4
const TEMPLATE_TAIL_COUNT = 8
export const TEMPLATE_WORDS = 12
export const TEMPLATE_PLACES = 16

const PIECE_KIND = 0
const PIECE_PATTERN = 4
const PIECE_IS_END = 8
const PIECE_IS_LAST_BLANK = 12
const PIECE_SIZE = 16

/** The place of an id that a template has not, as tables.ts numbers it. */
const NO_PLACE: usize = 63

// The kinds of pieces as tables.ts numbers them.
const LITERAL: u32 = 0
export const IDS: u32 = 2
export const INT: u32 = 3
export const WORD: u32 = 4
export const ADDRESS: u32 = 5
export const QUOTED: u32 = 6

/** Set where a line holds what cannot be held here: it is then for the others to read. */
export let isBeyond: bool = false

/** Where the literal ends that follows a slot, where that is known with the slot's end; else 0. */
let nextEnd: usize = 0

/** The numbers of a line, by their place among its slots. */
let numbers: usize = 0
/** Where the list of a line goes, and how many numbers it has; 0 where it is a single one. */
let list: usize = 0
let listEnd: usize = 0
export let listCount: u32 = 0

/** Where each slot begins and ends. Of the ids before the tail it is not kept. */
let slots: usize = 0

export function setNumbers(at: usize, slotsAt: usize): void {
  numbers = at
  slots = slotsAt
  store<i32>(at + (NO_PLACE << 2), -1)
}

export function slotFrom(place: usize): usize {
  return load<usize>(slots + (place << 3))
}

export function slotTo(place: usize): usize {
  return load<usize>(slots + (place << 3), 4)
}

/** One of the numbers of the list. */
export function listAt(place: u32): u32 {
  return load<u32>(list + ((place as usize) << 2))
}

export function beginLine(listAt: usize, listsEnd: usize): void {
  isBeyond = false
  list = listAt
  listEnd = listsEnd
  listCount = 0
}

/** The number at a place among the slots. */
export function numberAt(place: usize): u32 {
  return load<u32>(numbers + (place << 2))
}

export function keepNumber(value: u64, place: usize): void {
  if (value > 0x7fffffff) isBeyond = true
  store<u32>(numbers + (place << 2), value as u32)
}

export function matchTail(template: usize, at: usize, end: usize, slotAt: usize): bool {
  const tail = load<usize>(template, TEMPLATE_TAIL)
  const last = tail + load<usize>(template, TEMPLATE_TAIL_COUNT) * PIECE_SIZE
  let pos = at
  let slot = slotAt
  for (let piece = tail; piece < last; piece += PIECE_SIZE) {
    const kind = load<u32>(piece, PIECE_KIND)
    const pattern = load<usize>(piece, PIECE_PATTERN)
    if (kind === LITERAL) {
      if (pos === end && load<u32>(piece, PIECE_IS_LAST_BLANK)) continue
      pos = patternEnd(pattern, pos, end)
      if (!pos) return false
      continue
    }
    nextEnd = 0
    const to = pattern ? slotEnd(kind, pattern, load<u32>(piece, PIECE_IS_END) !== 0, pos, end) : end
    if (!to || !take(kind, min(pos, to), to, slot)) return false
    slot += 1
    pos = to
    if (nextEnd) {
      pos = nextEnd
      piece += PIECE_SIZE
    }
  }
  return pos === end
}

function take(kind: u32, from: usize, to: usize, slot: usize): bool {
  store<usize>(slots + (slot << 3), from)
  store<usize>(slots + (slot << 3), to, 4)
  if (kind > WORD) return true
  if (kind === WORD) return to > from && wordEnd(from, to) === to
  if (kind === IDS) return takeList(from, to, slot)
  const minus = kind === INT && load<u8>(from) === 45
  return takeNumber(minus ? from + 1 : from, to, slot)
}

function takeNumber(from: usize, to: usize, slot: usize): bool {
  if (to <= from || to - from > 15) return false
  let value: u64 = 0
  for (let at = from; at < to; at += 1) {
    const code = load<u8>(at)
    if (!isDigit(code)) return false
    value = value * 10 + (code - 48)
  }
  keepNumber(value, slot)
  return true
}

/** `[0, 1, 2]` or `0`. How else blanks may stand in a list is for field.ts. */
function takeList(from: usize, to: usize, slot: usize): bool {
  if (to <= from || load<u8>(from) !== 91) return takeNumber(from, to, slot)
  const last = to - 1
  if (load<u8>(last) !== 93) return false
  if (takeNumber(from + 1, last, slot)) return true
  listCount = 0
  let at = from + 1
  while (true) {
    const comma = min(nextByte(44, at, last), last)
    if (list + ((listCount as usize) << 2) >= listEnd || !takeNumber(at, comma, slot)) {
      isBeyond = true
      return true
    }
    store<u32>(list + ((listCount as usize) << 2), load<u32>(numbers + (slot << 2)))
    listCount += 1
    if (comma === last) return true
    at = comma + 1
    if (at < last && load<u8>(at) === 32) at += 1
  }
}

function slotEnd(kind: u32, next: usize, isEnd: bool, from: usize, end: usize): usize {
  const first = load<u8>(load<usize>(next, PATTERN_CODES))
  if (kind === WORD && first === 32 && !isEnd) return wordEnd(from, end)
  const close = closing(kind, next, from, end)
  if (close) {
    const after = patternEnd(next, close, end)
    if (after && (!isEnd || after === end)) {
      nextEnd = after
      return close
    }
  }
  const isMaybeEmpty = kind > QUOTED && load<usize>(next, PATTERN_LENGTH) > 1 && isSpace(load<u8>(from - 1))
  let at = findPattern(next, isMaybeEmpty ? from - 1 : from, end)
  while (isEnd && at && foundEnd !== end) at = findPattern(next, at + 1, end)
  nextEnd = foundEnd
  return at
}

function closing(kind: u32, next: usize, from: usize, end: usize): usize {
  if (from >= end) return 0
  const first = load<u8>(from)
  if (kind === ADDRESS) return first === 60 ? addressEnd(from, end) : 0
  if (kind === IDS) {
    if (first !== 91) return 0
    const close = nextByte(93, from + 1, end)
    return close < end ? close + 1 : 0
  }
  if (kind === QUOTED) return first === 34 || first === 39 ? quotedEnd(first, next, from, end) : 0
  return 0
}

function addressEnd(from: usize, end: usize): usize {
  let quoted = false
  for (let at = from + 1; at < end; at += 1) {
    const code = load<u8>(at)
    if (code === 34) quoted = !quoted
    else if (code === 92 && quoted) at += 1
    else if (code === 62 && !quoted) return at + 1
  }
  return 0
}

function quotedEnd(quote: u8, next: usize, from: usize, end: usize): usize {
  for (let at = from + 1; at < end; at += 1) {
    if (load<u8>(at) === quote && patternEnd(next, at + 1, end)) return at + 1
  }
  return 0
}
