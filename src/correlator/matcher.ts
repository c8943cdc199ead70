import type { Literal, Slot, Step } from './compile.ts'
import { isWord, numberList, signedNumber, wholeNumber } from './field.ts'
import { type Codes, isSameLetter, isSpace, skipSpaceIn } from './text.ts'

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

/** The end of a literal that begins at `at`, or -1. A blank in it matches any run of white space. */
function literalEnd(literal: Literal, codes: Codes, at: number, end: number): number {
  const wanted = literal.codes
  let pos = at
  for (let i = 0; i < wanted.length; i += 1) {
    if (pos >= end) return -1
    const found = codes[pos] as number
    pos += 1
    const code = wanted[i] as number
    if (code !== 32) {
      if (!isSameLetter(found, code)) return -1
      continue
    }
    if (!isSpace(found)) return -1
    if (pos < end && isSpace(codes[pos] as number)) pos = skipSpaceIn(codes, pos, end)
  }
  return pos
}

/**
 * The first place from `from` on where the literal begins, or -1. Of a run of white space only the first is tried: a
 * long run costs no more than its length.
 */
function find(literal: Literal, codes: Codes, from: number, end: number): number {
  const first = literal.codes[0] as number
  if (first !== 32) {
    for (let at = from; at < end; at += 1) {
      if (isSameLetter(codes[at] as number, first) && literalEnd(literal, codes, at, end) >= 0) return at
    }
    return -1
  }
  for (let at = from; at < end; at += 1) {
    if (!isSpace(codes[at] as number)) continue
    if (literalEnd(literal, codes, at, end) >= 0) return at
    at = skipSpaceIn(codes, at, end) - 1
  }
  return -1
}

/**
 * Matches `tail` from `at` to the very `end` of the message and puts what its slots hold into `found`, from the place
 * `slotAt` on. False where it does not match; what is in `found` from that place on has then no meaning.
 */
export function matchTail(
  tail: readonly Step[],
  codes: Codes,
  at: number,
  end: number,
  found: Found,
  slotAt: number,
): boolean {
  let pos = at
  let slot = slotAt
  for (let i = 0; i < tail.length; i += 1) {
    const step = tail[i] as Step
    if (step.kind === 'literal') {
      // The blank before a last slot is not there when the slot is empty: messages are trimmed.
      if (pos === end && step.text === ' ' && i === tail.length - 2) continue
      pos = literalEnd(step, codes, pos, end)
      if (pos < 0) return false
      continue
    }
    const next = tail[i + 1] as Literal | undefined
    const to = next ? slotEnd(step, next, i + 2 === tail.length, codes, pos, end) : end
    if (to < 0 || !take(step, codes, Math.min(pos, to), to, found, slot)) return false
    slot += 1
    pos = to
  }
  return pos === end
}

/** Puts what a slot holds into `found`. False where the text does not fit its kind. */
function take({ kind }: Slot, codes: Codes, from: number, to: number, found: Found, slot: number): boolean {
  if (kind === 'text' || kind === 'quoted' || kind === 'address' || kind === 'word') {
    found.from[slot] = from
    found.to[slot] = to
    return kind !== 'word' || isWord(codes, from, to)
  }
  const read = kind === 'id' ? wholeNumber : kind === 'int' ? signedNumber : numberList
  const value = read(codes, from, to)
  if (value === undefined) return false
  found.numbers[slot] = value
  return true
}

/** Where the slot ends that is followed by `next`, or -1. The last literal must end with the text. */
function slotEnd(slot: Slot, next: Literal, isLast: boolean, codes: Codes, from: number, end: number): number {
  if (slot.kind === 'word' && next.codes[0] === 32 && !isLast) return wordEnd(codes, from, end)
  const close = closing(slot, next, codes, from, end)
  if (close >= 0) {
    const after = literalEnd(next, codes, close, end)
    if (after >= 0 && (!isLast || after === end)) return close
  }
  let at = find(next, codes, isMaybeEmpty(slot, next, codes, from) ? from - 1 : from, end)
  while (isLast && at >= 0) {
    if (literalEnd(next, codes, at, end) === end) return at
    at = find(next, codes, at + 1, end)
  }
  return at
}

/**
 * Whether `next` may begin with the blank just before the slot, so that the slot is empty: `match  SBRS` is the
 * template `match {match} SBRS` with nothing in it (row A10). Something always stands before a slot.
 */
function isMaybeEmpty(slot: Slot, next: Literal, codes: Codes, from: number): boolean {
  return slot.kind === 'text' && next.text.length > 1 && isSpace(codes[from - 1] as number)
}

function wordEnd(codes: Codes, from: number, end: number): number {
  let at = from
  while (at < end && !isSpace(codes[at] as number)) at += 1
  return at
}

/** Behind what closes the bracket or quote that the slot begins with; -1 where it begins with none. */
function closing(slot: Slot, next: Literal, codes: Codes, from: number, end: number): number {
  if (from >= end) return -1
  const first = codes[from] as number
  if (slot.kind === 'address') return first === 60 ? addressEnd(codes, from, end) : -1
  if (slot.kind === 'ids') return first === 91 ? listEnd(codes, from, end) : -1
  if (slot.kind === 'quoted') return first === 34 || first === 39 ? quotedEnd(first, next, codes, from, end) : -1
  return -1
}

function listEnd(codes: Codes, from: number, end: number): number {
  for (let at = from + 1; at < end; at += 1) if (codes[at] === 93) return at + 1
  return -1
}

/** Behind the `>` that closes the `<` at `from`; one inside a quoted local part does not count (RFC 5321 4.1.2). */
function addressEnd(codes: Codes, from: number, end: number): number {
  let quoted = false
  for (let at = from + 1; at < end; at += 1) {
    const code = codes[at] as number
    if (code === 34) quoted = !quoted
    else if (code === 92 && quoted) at += 1
    else if (code === 62 && !quoted) return at + 1
  }
  return -1
}

/** Behind the first such quote that is followed by `next`. */
function quotedEnd(quote: number, next: Literal, codes: Codes, from: number, end: number): number {
  for (let at = from + 1; at < end; at += 1) {
    if (codes[at] === quote && literalEnd(next, codes, at + 1, end) >= 0) return at + 1
  }
  return -1
}
