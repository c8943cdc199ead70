import type { Slot } from './compile.ts'
import { isDigit, isSpace } from './text.ts'

export type FieldValue = string | number | readonly number[]

/** What a slot gives for the text from `from` to `end`; undefined where the text does not fit its kind. */
export function slotValue(slot: Slot, text: string, from: number, end: number): FieldValue | undefined {
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
  // Most messages have one recipient.
  const only = wholeNumber(text, from + 1, end - 1)
  if (only !== undefined) return [only]
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
