import { compileForm, type Ids, type Slot } from './compile.ts'
import { type FieldValue, textValue } from './field.ts'
import type { Form } from './form.ts'
import { forms } from './forms/index.ts'
import type { Found } from './matcher.ts'
import type { Codes } from './text.ts'
import { newNode, type Planted, plant, type Walk, walk } from './tree.ts'

/** A message that a form matches. */
export interface Recognised {
  readonly form: string
  readonly fields: Fields
  /** Which ids are among the fields. */
  readonly ids: Ids
}

export type Fields = Readonly<Record<string, FieldValue>>

/** Many forms in one tree of first words. */
export interface Grammar {
  /** The form that matches the whole message, or null. The one with the longest fixed beginning wins. */
  recognise(message: string): Recognised | null
  /** Every form that matches: for the test that there is never more than one. */
  matches(message: string): Recognised[]
  /** The template that `recognise` takes; `found` then holds its slots. */
  read(message: string): Planted | null
  /** The same for the text from `from` to `end`, which has no white space at its end. */
  readCodes(codes: Codes, from: number, end: number): Planted | null
  /** Filled anew by every call. */
  readonly found: Found
}

/** Most messages are shorter; a longer one gets an array of its own, so that none is kept for good. */
const usualLength = 4096

/**
 * Puts forms into one tree.
 * @throws where a form is not well written; see `compileForm`.
 */
export function compileForms(list: readonly Form[]): Grammar {
  const root = newNode()
  for (const form of list) {
    for (const variant of compileForm(form)) plant(root, variant)
  }
  const units = new Uint16Array(usualLength)
  const found: Found = { numbers: [], from: [], to: [] }
  const walking: Walk = { codes: units, end: 0, found, each: null }

  function readCodes(codes: Codes, from: number, end: number): Planted | null {
    walking.codes = codes
    walking.end = end
    return walk(root, walking, from, 0)
  }

  function read(message: string): Planted | null {
    const codes = message.length > usualLength ? new Uint16Array(message.length) : units
    for (let at = 0; at < message.length; at += 1) codes[at] = message.charCodeAt(at)
    return readCodes(codes, 0, message.length)
  }

  function recognise(message: string): Recognised | null {
    const planted = read(message)
    return planted && recognisedOf(planted, message, found)
  }

  function matches(message: string): Recognised[] {
    const all: Recognised[] = []
    walking.each = (planted) => void all.push(recognisedOf(planted, message, found))
    read(message)
    walking.each = null
    return all.filter((match, at) => all.findIndex(({ form }) => form === match.form) === at)
  }

  return { recognise, matches, read, readCodes, found }
}

function recognisedOf(planted: Planted, message: string, found: Found): Recognised {
  return { form: planted.form, fields: fieldsOf(planted, message, found), ids: planted.variant.ids }
}

/** The fields of a template that was just found in `message`. */
export function fieldsOf({ slots }: Planted, message: string, found: Found): Fields {
  const fields: Record<string, FieldValue> = {}
  for (let i = 0; i < slots.length; i += 1) {
    const slot = slots[i] as Slot
    fields[slot.name] = isNumeric(slot)
      ? (found.numbers[i] as number)
      : textValue(slot, message, found.from[i] as number, found.to[i] as number)
  }
  return fields
}

function isNumeric({ kind }: Slot): boolean {
  return kind === 'id' || kind === 'int' || kind === 'ids'
}

/** Every form in `forms/`. */
export const grammar: Grammar = compileForms(Object.values<Form>(forms))

/** Recognises what follows `Info: ` in a line, by any of the forms in `forms/`. Null where none matches it whole. */
export function recognise(message: string): Recognised | null {
  return grammar.recognise(message)
}

/** All forms that match; more than one is a mistake in the forms. */
export function matches(message: string): Recognised[] {
  return grammar.matches(message)
}
