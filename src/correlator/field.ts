import type { Slot } from './compile.ts'
import { isDigit, isSpace } from './text.ts'

export type FieldValue = string | number | readonly number[]

/** Digits only, from `from` to `end`. Sixteen of them could be more than a number can hold exactly, so they are none. */
export function wholeNumber(bytes: Uint8Array, from: number, end: number): number | undefined {
  if (end <= from || end - from > 15) return undefined
  let value = 0
  for (let at = from; at < end; at += 1) {
    const code = bytes[at] as number
    if (!isDigit(code)) return undefined
    value = value * 10 + code - 48
  }
  return value
}

/** The same, with a minus allowed before it. */
export function signedNumber(bytes: Uint8Array, from: number, end: number): number | undefined {
  if (bytes[from] !== 45) return wholeNumber(bytes, from, end)
  const size = wholeNumber(bytes, from + 1, end)
  return size === undefined ? undefined : -size
}

/** `[0, 1, 2]`, `[]` or `0`. */
export function numberList(bytes: Uint8Array, from: number, end: number): readonly number[] | undefined {
  if (bytes[from] !== 91) {
    const single = wholeNumber(bytes, from, end)
    return single === undefined ? undefined : [single]
  }
  if (bytes[end - 1] !== 93) return undefined
  const numbers: number[] = []
  for (let at = from + 1; at < end; ) {
    let comma = at
    while (comma < end - 1 && bytes[comma] !== 44) comma += 1
    const number = paddedNumber(bytes, at, comma)
    if (number !== undefined) numbers.push(number)
    // Nothing at all between the brackets is an empty list, nothing between two commas is no list.
    else if (at !== from + 1 || comma !== end - 1 || !isBlank(bytes, at, comma)) return undefined
    at = comma + 1
  }
  return numbers
}

function paddedNumber(bytes: Uint8Array, from: number, end: number): number | undefined {
  let [first, last] = [from, end]
  while (first < last && isSpace(bytes[first] as number)) first += 1
  while (last > first && isSpace(bytes[last - 1] as number)) last -= 1
  return wholeNumber(bytes, first, last)
}

function isBlank(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) if (!isSpace(bytes[at] as number)) return false
  return true
}

export function isWord(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) if (isSpace(bytes[at] as number)) return false
  return end > from
}

/** What a slot of text gives for the text from `from` to `end`. */
export function textValue(slot: Slot, text: string, from: number, end: number): string {
  switch (slot.kind) {
    case 'word':
      return text.slice(from, end)
    case 'address':
      return unwrapped(text, from, end, 60, 62).trim()
    case 'quoted':
      return unwrapped(text, from, end, 0, 0)
    default:
      return text.slice(from, trimmedEnd(text, from, end))
  }
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
