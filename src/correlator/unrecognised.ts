import type { Summary } from './mail-log.ts'
import { shapeOf } from './shape.ts'
import { isDigit, isSpace } from './text.ts'

/** What the summary is counted in. Changed in place. */
export interface Tally {
  lines: number
  recognised: number
  unrecognised: number
  continuations: number
  readonly shapes: Map<string, { count: number; readonly sample: string }>
}

/** Different shapes that are told apart. A log of another kind has no end of them. */
const shapesKept = 5000
const shapesShown = 50
/** Of a sample. Thousands of lines of a megabyte would otherwise be held. */
const longestSample = 1000
const otherShape = '(other shapes)'

export function newTally(): Tally {
  return { lines: 0, recognised: 0, unrecognised: 0, continuations: 0, shapes: new Map() }
}

/** Counts a message that no form matches, under its shape. */
export function countShape(tally: Tally, message: string): void {
  const shape = shapeOf(message)
  const kept = tally.shapes.get(shape)
  if (kept) {
    kept.count += 1
    return
  }
  const key = tally.shapes.size < shapesKept ? shape : otherShape
  const other = tally.shapes.get(key)
  if (other) other.count += 1
  else tally.shapes.set(key, { count: 1, sample: sampleOf(message) })
}

function sampleOf(message: string): string {
  if (message.length <= longestSample) return message
  // A part of a text keeps the whole of it in memory, unless it is made anew.
  return JSON.parse(JSON.stringify(`${message.slice(0, longestSample)}…`))
}

/** The counts so far, with the most frequent shapes first. */
export function summaryOf(tally: Tally): Summary {
  const shapes = [...tally.shapes].map(([shape, { count, sample }]) => ({ shape, count, sample }))
  shapes.sort((a, b) => b.count - a.count)
  const { lines, recognised, unrecognised, continuations } = tally
  return { lines, recognised, unrecognised, continuations, shapes: shapes.slice(0, shapesShown) }
}

/** The ids that the text of an unrecognised line names. */
export type NamedIds = {
  icid?: number
  mid?: number
  dcid?: number
  rcid?: number
  /** Of several recipients none is told. */
  rid?: number
}

/** What is known of an unrecognised line. */
export function fieldsOfUnrecognised(message: string): NamedIds & { readonly text: string } {
  return { text: message, ...idsIn(message) }
}

const words = [
  ['icid', 'icid'],
  ['mid', 'mid'],
  ['dcid', 'dcid'],
  ['rcid', 'rcid'],
  ['rid', 'rid'],
  // `Message 548799 to RID …` is a MID without the word (row U2).
  ['message', 'mid'],
] as const

/**
 * The first of each kind of id that stand as whole words in a message, before any quote or bracket: what comes behind
 * those is often a sender's. `CrtMID 414695` of a status line is none (row U4).
 */
export function idsIn(message: string): NamedIds {
  const ids: NamedIds = {}
  const lower = message.slice(0, 300).toLowerCase()
  const end = firstQuote(lower)
  for (const [word, id] of words) {
    for (let at = lower.indexOf(word); at >= 0 && at < end; at = lower.indexOf(word, at + 1)) {
      if (at > 0 && isLetter(lower.charCodeAt(at - 1))) continue
      const value = numberAfter(lower, at + word.length)
      if (value !== null) {
        ids[id] ??= value
        break
      }
    }
  }
  return ids
}

function firstQuote(text: string): number {
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (char === '"' || char === "'" || char === '<' || char === '[') return at
  }
  return text.length
}

/** The number behind ` `, `: ` or ` = `, or null. */
function numberAfter(text: string, from: number): number | null {
  let at = from
  while (at < text.length && (isSpace(text.charCodeAt(at)) || text[at] === ':' || text[at] === '=')) at += 1
  let value = 0
  const start = at
  for (; isDigit(text.charCodeAt(at)); at += 1) value = value * 10 + text.charCodeAt(at) - 48
  return at > start && start > from && at - start <= 15 && !isLetter(text.charCodeAt(at)) ? value : null
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95
}
