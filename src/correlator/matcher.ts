import type { Literal, Slot, Step } from './compile.ts'

// Matches the steps of a template against a message from left to right, without going back: each slot ends at the first
// place where what follows it matches, so the time is linear in the message whatever a sender puts into it.

export type FieldValue = string | number | readonly number[]

/** White space as a log has it. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function lowerCode(code: number): number {
  return code >= 65 && code <= 90 ? code | 32 : code
}

/** The end of a literal that begins at `at`, or -1. A blank in it matches any run of white space. */
export function literalEnd(literal: Literal, text: string, at: number): number {
  const { lower } = literal
  if (text.startsWith(literal.text, at)) {
    const end = at + lower.length
    return lower.charCodeAt(lower.length - 1) === 32 ? skipSpace(text, end) : end
  }
  let pos = at
  for (let i = 0; i < lower.length; i += 1) {
    const wanted = lower.charCodeAt(i)
    const found = text.charCodeAt(pos)
    if (wanted === 32) {
      if (!isSpace(found)) return -1
      pos = skipSpace(text, pos)
      continue
    }
    if (lowerCode(found) !== wanted) return -1
    pos += 1
  }
  return pos
}

/** The first place from `at` on that is no white space. */
export function skipSpace(text: string, at: number): number {
  let pos = at
  while (pos < text.length && isSpace(text.charCodeAt(pos))) pos += 1
  return pos
}

/**
 * The first place from `from` on where the literal begins, or -1. A literal that begins with a blank may begin with the
 * blank just before `from`, so that a slot between two blanks can be empty (`match  SBRS`, row A10). Only the first
 * blank of a run is tried: a long run costs no more than its length.
 */
function find(literal: Literal, text: string, from: number): number {
  const first = literal.lower.charCodeAt(0)
  if (first !== 32) {
    for (let at = from; at < text.length; at += 1) {
      if (lowerCode(text.charCodeAt(at)) === first && literalEnd(literal, text, at) >= 0) return at
    }
    return -1
  }
  for (let at = from > 0 && isSpace(text.charCodeAt(from - 1)) ? from - 1 : from; at < text.length; at += 1) {
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
  if (slot.kind === 'address' && text.charCodeAt(from) === 60) {
    const close = addressEnd(text, from)
    if (close >= 0 && literalEnd(next, text, close) >= 0) return close
  }
  if (slot.kind === 'quoted') {
    const close = quotedEnd(next, isLast, text, from)
    if (close >= 0) return close
  }
  let at = find(next, text, from)
  while (isLast && at >= 0) {
    if (literalEnd(next, text, at) === text.length) return at
    at = find(next, text, at + 1)
  }
  return at
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

/** Behind the quote that is followed by `next`, where the slot begins with the same quote; -1 otherwise. */
function quotedEnd(next: Literal, isLast: boolean, text: string, from: number): number {
  const quote = text.charCodeAt(from)
  if (quote !== 34 && quote !== 39) return -1
  for (let at = from + 1; at < text.length; at += 1) {
    if (text.charCodeAt(at) !== quote) continue
    const end = literalEnd(next, text, at + 1)
    if (end >= 0 && (!isLast || end === text.length)) return at + 1
  }
  return -1
}

function slotValue(slot: Slot, text: string, from: number, end: number): FieldValue | undefined {
  switch (slot.kind) {
    case 'id':
      return wholeNumber(text, from, end)
    case 'int': {
      if (text.charCodeAt(from) !== 45) return wholeNumber(text, from, end)
      const size = wholeNumber(text, from + 1, end)
      return size === undefined ? undefined : -size
    }
    case 'ids':
      return numberList(text, from, end)
    case 'word':
      return isWord(text, from, end) ? text.slice(from, end) : undefined
    case 'address':
      return unwrapped(text, from, end, 60, 62).trim()
    case 'quoted':
      return unwrapped(text, from, end, 0, 0)
    default:
      return text.slice(from, trimmedEnd(text, from, end))
  }
}

/** Digits only. Sixteen of them could be more than a number can hold exactly, so they are none. */
function wholeNumber(text: string, from: number, end: number): number | undefined {
  if (end <= from || end - from > 15) return undefined
  let value = 0
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (!isDigit(code)) return undefined
    value = value * 10 + code - 48
  }
  return value
}

/** `[0, 1, 2]`, `[]` or `0`. */
function numberList(text: string, from: number, end: number): number[] | undefined {
  if (text.charCodeAt(from) !== 91) {
    const single = wholeNumber(text, from, end)
    return single === undefined ? undefined : [single]
  }
  if (text.charCodeAt(end - 1) !== 93) return undefined
  const numbers: number[] = []
  for (const part of text.slice(from + 1, end - 1).split(',')) {
    const digits = part.trim()
    const number = wholeNumber(digits, 0, digits.length)
    if (number !== undefined) numbers.push(number)
    else if (digits !== '' || part.length !== end - from - 2) return undefined
  }
  return numbers
}

function isWord(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) if (isSpace(text.charCodeAt(at))) return false
  return end > from
}

function trimmedEnd(text: string, from: number, end: number): number {
  let at = end
  while (at > from && isSpace(text.charCodeAt(at - 1))) at -= 1
  return at
}

/** Without one pair around it: the pair given, or any pair of equal quotes where it is 0. */
function unwrapped(text: string, from: number, end: number, open: number, close: number): string {
  const last = trimmedEnd(text, from, end)
  const first = text.charCodeAt(from)
  const opens = open === 0 ? first === 34 || first === 39 : first === open
  const closes = text.charCodeAt(last - 1) === (open === 0 ? first : close)
  return opens && closes && last - from >= 2 ? text.slice(from + 1, last - 1) : text.slice(from, last)
}
