import type { SlotKind, Step } from './compile.ts'
import { isWord, numberList, signedNumber, wholeNumber } from './field.ts'
import { findPattern, type Pattern, patternEnd, patternOf } from './pattern.ts'
import { type Bytes, isSpace } from './text.ts'

// Matches the steps of a template against a message from left to right, without going back: each slot ends at the first
// place where what follows it matches, so the time is linear in the message whatever a sender puts into it.

/** What was found for the slots of a template, by their place among them. Filled anew by every message. */
export interface Found {
  /** Of slots that hold numbers. What stands at the place of a text has no meaning. */
  readonly numbers: (number | readonly number[])[]
  /** Where each text begins and ends. */
  readonly from: number[]
  readonly to: number[]
}

/** A step of a template, made ready to be matched. All have the same properties, which the engine likes. */
export interface Piece {
  readonly kind: Step['kind']
  /** Of a literal the literal itself; of a slot what follows it, or null where it is the last. */
  readonly pattern: Pattern | null
  /** Whether the pattern must end with the message. */
  readonly isEnd: boolean
  /** Whether this is the blank before a last slot. */
  readonly isLastBlank: boolean
}

/** Makes the steps of a template ready. */
export function piecesOf(steps: readonly Step[]): readonly Piece[] {
  const patterns = steps.map((step) => (step.kind === 'literal' ? patternOf(step.text) : null))
  return steps.map((step, at) => {
    const isLiteral = step.kind === 'literal'
    return {
      kind: step.kind,
      pattern: patterns[isLiteral ? at : at + 1] ?? null,
      isEnd: at + 2 === steps.length,
      isLastBlank: isLiteral && step.text === ' ' && at + 2 === steps.length,
    }
  })
}

/**
 * Matches `tail` from `at` to the very `end` of the message and puts what its slots hold into `found`, from the place
 * `slotAt` on. False where it does not match; what is in `found` from that place on has then no meaning.
 */
export function matchTail(
  tail: readonly Piece[],
  text: Bytes,
  at: number,
  end: number,
  found: Found,
  slotAt: number,
): boolean {
  let pos = at
  let slot = slotAt
  for (let i = 0; i < tail.length; i += 1) {
    const piece = tail[i] as Piece
    const { kind, pattern } = piece
    if (kind === 'literal') {
      // The blank before a last slot is not there when the slot is empty: messages are trimmed.
      if (pos === end && piece.isLastBlank) continue
      pos = pattern ? patternEnd(pattern, text, pos, end) : -1
      if (pos < 0) return false
      continue
    }
    const to = pattern ? slotEnd(kind, pattern, piece.isEnd, text, pos, end) : end
    if (to < 0 || !take(kind, text.bytes, Math.min(pos, to), to, found, slot)) return false
    slot += 1
    pos = to
  }
  return pos === end
}

/** Puts what a slot holds into `found`. False where the text does not fit its kind. */
function take(kind: SlotKind, bytes: Uint8Array, from: number, to: number, found: Found, slot: number): boolean {
  if (kind === 'text' || kind === 'quoted' || kind === 'address' || kind === 'word') {
    found.from[slot] = from
    found.to[slot] = to
    return kind !== 'word' || isWord(bytes, from, to)
  }
  const value =
    kind === 'ids'
      ? numberList(bytes, from, to)
      : kind === 'id'
        ? wholeNumber(bytes, from, to)
        : signedNumber(bytes, from, to)
  if (value === undefined) return false
  found.numbers[slot] = value
  return true
}

/** Where the slot ends that is followed by `next`, or -1; where it `isEnd`, `next` must end with the message. */
function slotEnd(kind: SlotKind, next: Pattern, isEnd: boolean, text: Bytes, from: number, end: number): number {
  if (kind === 'word' && next.codes[0] === 32 && !isEnd) return wordEnd(text.bytes, from, end)
  const close = closing(kind, next, text, from, end)
  if (close >= 0) {
    const after = patternEnd(next, text, close, end)
    if (after >= 0 && (!isEnd || after === end)) return close
  }
  let at = findPattern(next, text, isMaybeEmpty(kind, next, text.bytes, from) ? from - 1 : from, end)
  while (isEnd && at >= 0) {
    if (patternEnd(next, text, at, end) === end) return at
    at = findPattern(next, text, at + 1, end)
  }
  return at
}

/**
 * Whether `next` may begin with the blank just before the slot, so that the slot is empty: `match  SBRS` is the
 * template `match {match} SBRS` with nothing in it (row A10). Something always stands before a slot.
 */
function isMaybeEmpty(kind: SlotKind, next: Pattern, bytes: Uint8Array, from: number): boolean {
  return kind === 'text' && next.codes.length > 1 && isSpace(bytes[from - 1] as number)
}

function wordEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = from
  while (at < end && !isSpace(bytes[at] as number)) at += 1
  return at
}

/** Behind what closes the bracket or quote that the slot begins with; -1 where it begins with none. */
function closing(kind: SlotKind, next: Pattern, text: Bytes, from: number, end: number): number {
  if (kind === 'text' || kind === 'word' || from >= end) return -1
  const { bytes } = text
  const first = bytes[from] as number
  if (kind === 'address') return first === 60 ? addressEnd(bytes, from, end) : -1
  if (kind === 'ids') return first === 91 ? listEnd(bytes, from, end) : -1
  if (kind === 'quoted') return first === 34 || first === 39 ? quotedEnd(first, next, text, from, end) : -1
  return -1
}

function listEnd(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from + 1; at < end; at += 1) if (bytes[at] === 93) return at + 1
  return -1
}

/** Behind the `>` that closes the `<` at `from`; one inside a quoted local part does not count (RFC 5321 4.1.2). */
function addressEnd(bytes: Uint8Array, from: number, end: number): number {
  let quoted = false
  for (let at = from + 1; at < end; at += 1) {
    const code = bytes[at] as number
    if (code === 34) quoted = !quoted
    else if (code === 92 && quoted) at += 1
    else if (code === 62 && !quoted) return at + 1
  }
  return -1
}

/** Behind the first such quote that is followed by `next`. */
function quotedEnd(quote: number, next: Pattern, text: Bytes, from: number, end: number): number {
  const { bytes } = text
  for (let at = from + 1; at < end; at += 1) {
    if (bytes[at] === quote && patternEnd(next, text, at + 1, end) >= 0) return at + 1
  }
  return -1
}
