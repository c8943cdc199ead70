import type { Literal, Slot, Step } from './compile.ts'
import { type FieldValue, slotValue } from './field.ts'
import { codeAt, isSpace, lowerCode, skipSpace } from './text.ts'

// Matches the steps of a template against a message from left to right, without going back: each slot ends at the first
// place where what follows it matches, so the time is linear in the message whatever a sender puts into it.

/** The end of a literal that begins at `at`, or -1. A blank in it matches any run of white space. */
function literalEnd(literal: Literal, text: string, at: number): number {
  const { codes } = literal
  let pos = at
  for (let i = 0; i < codes.length; i += 1) {
    const found = codeAt(text, pos)
    if (codes[i] !== 32) {
      if (lowerCode(found) !== codes[i]) return -1
      pos += 1
      continue
    }
    if (!isSpace(found)) return -1
    pos += 1
    if (isSpace(codeAt(text, pos))) pos = skipSpace(text, pos)
  }
  return pos
}

/**
 * The first place from `from` on where the literal begins, or -1. Of a run of white space only the first is tried: a
 * long run costs no more than its length.
 */
function find(literal: Literal, text: string, from: number): number {
  const first = literal.codes[0]
  if (first !== 32) {
    for (let at = from; at < text.length; at += 1) {
      if (lowerCode(text.charCodeAt(at)) === first && literalEnd(literal, text, at) >= 0) return at
    }
    return -1
  }
  for (let at = from; at < text.length; at += 1) {
    if (!isSpace(text.charCodeAt(at))) continue
    if (literalEnd(literal, text, at) >= 0) return at
    at = skipSpace(text, at) - 1
  }
  return -1
}

/**
 * Matches `tail` from `at` to the very end of `text` and puts the slots' values into `values` from `valueAt` on.
 * False where it does not match; `values` is then undefined from `valueAt` on.
 */
export function matchTail(
  tail: readonly Step[],
  text: string,
  at: number,
  values: FieldValue[],
  valueAt: number,
): boolean {
  let pos = at
  let value = valueAt
  for (let i = 0; i < tail.length; i += 1) {
    const step = tail[i] as Step
    if (step.kind === 'literal') {
      // The blank before a last slot is not there when the slot is empty: messages are trimmed.
      if (pos === text.length && step.text === ' ' && i === tail.length - 2) continue
      pos = literalEnd(step, text, pos)
      if (pos < 0) return false
      continue
    }
    const next = tail[i + 1] as Literal | undefined
    const end = next ? slotEnd(step, next, i + 2 === tail.length, text, pos) : text.length
    if (end < 0) return false
    const found = slotValue(step, text, Math.min(pos, end), end)
    if (found === undefined) return false
    values[value] = found
    value += 1
    pos = end
  }
  return pos === text.length
}

/** Where the slot ends that is followed by `next`, or -1. The last literal must end with the text. */
function slotEnd(slot: Slot, next: Literal, isLast: boolean, text: string, from: number): number {
  if (slot.kind === 'word' && next.codes[0] === 32 && !isLast) return wordEnd(text, from)
  const close = closing(slot, next, text, from)
  if (close >= 0) {
    const end = literalEnd(next, text, close)
    if (end >= 0 && (!isLast || end === text.length)) return close
  }
  let at = find(next, text, isMaybeEmpty(slot, next, text, from) ? from - 1 : from)
  while (isLast && at >= 0) {
    if (literalEnd(next, text, at) === text.length) return at
    at = find(next, text, at + 1)
  }
  return at
}

/**
 * Whether `next` may begin with the blank just before the slot, so that the slot is empty: `match  SBRS` is the
 * template `match {match} SBRS` with nothing in it (row A10).
 */
function isMaybeEmpty(slot: Slot, next: Literal, text: string, from: number): boolean {
  return slot.kind === 'text' && next.text.length > 1 && from > 0 && isSpace(text.charCodeAt(from - 1))
}

function wordEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && !isSpace(text.charCodeAt(at))) at += 1
  return at
}

/** Behind what closes the bracket or quote that the slot begins with; -1 where it begins with none. */
function closing(slot: Slot, next: Literal, text: string, from: number): number {
  const first = codeAt(text, from)
  if (slot.kind === 'address') return first === 60 ? addressEnd(text, from) : -1
  if (slot.kind === 'ids') return first === 91 ? text.indexOf(']', from) + 1 || -1 : -1
  if (slot.kind === 'quoted') return first === 34 || first === 39 ? quotedEnd(first, next, text, from) : -1
  return -1
}

/** Behind the `>` that closes the `<` at `from`; one inside a quoted local part does not count (RFC 5321 4.1.2). */
function addressEnd(text: string, from: number): number {
  let quoted = false
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 34) quoted = !quoted
    else if (code === 92 && quoted) at += 1
    else if (code === 62 && !quoted) return at + 1
  }
  return -1
}

/** Behind the first such quote that is followed by `next`. */
function quotedEnd(quote: number, next: Literal, text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text.charCodeAt(at) === quote && literalEnd(next, text, at + 1) >= 0) return at + 1
  }
  return -1
}
