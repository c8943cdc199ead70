import {
  ADDRESS,
  IDS,
  INT,
  listAt,
  listCount,
  numberAt,
  QUOTED,
  slotFrom,
  slotTo,
  TEMPLATE_WORDS,
  WORD,
} from './matcher'
import { skipSpace, trimmedEnd } from './text'

// The twin of ../../json.ts. Up to sixteen bytes beyond the end of what is written are written too.

/** Words of a template: up to the fields, and how long; room for all but the values; how many slots; then the slots. */
const WORDS_INTRO = 0
const WORDS_INTRO_LENGTH = 4
const WORDS_ROOM = 8
const WORDS_SLOT_COUNT = 12
const WORDS_SLOTS = 16

/** A slot: its kind, what stands before its value, and how long that is. */
const SLOT_KIND = 0
const SLOT_KEY = 4
const SLOT_KEY_LENGTH = 8
const SLOT_SIZE = 12

/** How much room an event takes at most, beside its heading. */
export function roomFor(template: usize, length: usize): usize {
  return load<usize>(load<usize>(template, TEMPLATE_WORDS), WORDS_ROOM) + 2 * length
}

/**
 * Writes the event of the message from `begin` to `end` behind what its heading says. Gives where it ends; or 0, where
 * the message is not ASCII, or a value holds a control.
 */
export function writeEvent(
  into: usize,
  heading: usize,
  headingLength: usize,
  template: usize,
  begin: usize,
  end: usize,
  number: u64,
): usize {
  if (!isAscii(begin, end)) return 0
  const words = load<usize>(template, TEMPLATE_WORDS)
  let at = copy(into, heading, headingLength)
  at = copy(at, load<usize>(words, WORDS_INTRO), load<usize>(words, WORDS_INTRO_LENGTH))
  const count = load<usize>(words, WORDS_SLOT_COUNT)
  for (let i: usize = 0; i < count; i += 1) {
    const slot = words + WORDS_SLOTS + i * SLOT_SIZE
    at = copy(at, load<usize>(slot, SLOT_KEY), load<usize>(slot, SLOT_KEY_LENGTH))
    at = writeValue(at, load<u32>(slot, SLOT_KIND), i)
    if (!at) return 0
  }
  // },"line":
  store<u8>(at, 125)
  store<u32>(at, 0x696c222c, 1)
  store<u32>(at, 0x3a22656e, 5)
  at = writeNumber(at + 9, number)
  store<u8>(at, 125)
  return at + 1
}

function isAscii(begin: usize, end: usize): bool {
  for (let at = begin; at < end; at += 16) if (within(i8x16.bitmask(v128.load(at)), at, end)) return false
  return true
}

/** The bits of sixteen bytes that stand before the end. */
function within(bits: i32, at: usize, end: usize): i32 {
  return end - at < 16 ? bits & ((1 << ((end - at) as i32)) - 1) : bits
}

/** Whether no byte of it, which is ASCII, must be escaped: is a control, a double quote or a backslash. */
function isPlain(begin: usize, end: usize): bool {
  const control = i8x16.splat(32)
  const quote = i8x16.splat(34)
  const backslash = i8x16.splat(92)
  for (let at = begin; at < end; at += 16) {
    const codes = v128.load(at)
    const odd = v128.or(i8x16.lt_s(codes, control), v128.or(i8x16.eq(codes, quote), i8x16.eq(codes, backslash)))
    if (within(i8x16.bitmask(odd), at, end)) return false
  }
  return true
}

function copy(into: usize, from: usize, length: usize): usize {
  for (let i: usize = 0; i < length; i += 16) v128.store(into + i, v128.load(from + i))
  return into + length
}

/** Gives 0 where the value holds a control. */
function writeValue(into: usize, kind: u32, place: usize): usize {
  if (kind < WORD) {
    if (kind === IDS) return writeList(into, place)
    const value = numberAt(place)
    if (kind === INT && value !== 0 && load<u8>(slotFrom(place)) === 45) {
      store<u8>(into, 45)
      return writeNumber(into + 1, value)
    }
    return writeNumber(into, value)
  }
  let from = slotFrom(place)
  let to = slotTo(place)
  if (kind !== WORD) to = trimmedEnd(from, to)
  if (to >= from + 2 && isWrapped(kind, load<u8>(from), load<u8>(to - 1))) {
    from += 1
    to -= 1
    if (kind === ADDRESS) {
      to = trimmedEnd(from, to)
      from = skipSpace(from, to)
    }
  }
  store<u8>(into, 34)
  const at = isPlain(from, to) ? copy(into + 1, from, to - from) : putEscaped(into + 1, from, to)
  if (!at) return 0
  store<u8>(at, 34)
  return at + 1
}

/** RFC 8259, section 7. */
function putEscaped(into: usize, from: usize, to: usize): usize {
  let at = into
  for (let next = from; next < to; next += 1) {
    const code = load<u8>(next)
    if (code < 32) return 0
    if (code === 34 || code === 92) {
      store<u8>(at, 92)
      at += 1
    }
    store<u8>(at, code)
    at += 1
  }
  return at
}

function isWrapped(kind: u32, opening: u8, closing: u8): bool {
  if (kind === ADDRESS) return opening === 60 && closing === 62
  return kind === QUOTED && (opening === 34 || opening === 39) && closing === opening
}

function writeList(into: usize, place: usize): usize {
  store<u8>(into, 91)
  let at = into + 1
  if (listCount === 0) at = writeNumber(at, numberAt(place))
  for (let i: u32 = 0; i < listCount; i += 1) {
    if (i > 0) {
      store<u8>(at, 44)
      at += 1
    }
    at = writeNumber(at, listAt(i))
  }
  store<u8>(at, 93)
  return at + 1
}

function writeNumber(into: usize, value: u64): usize {
  let end = into + 1
  for (let rest = value; rest >= 10; rest /= 10) end += 1
  let left = value
  let place = end
  do {
    place -= 1
    const next = left / 10
    store<u8>(place, (48 + left - next * 10) as u8)
    left = next
  } while (place > into)
  return end
}
