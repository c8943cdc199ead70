import { compileForm, type Ids, type Slot } from './compile.ts'
import { type FieldValue, textValue } from './field.ts'
import type { Form } from './form.ts'
import { forms } from './forms/index.ts'
import type { Found } from './matcher.ts'
import type { Planted } from './planted.ts'
import { type Bytes, bytesOf, decode } from './text.ts'
import { type Node, newNode, plant, type Walk, walk } from './tree.ts'

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
  /** The same for the bytes from `from` to `end`, which have no white space at their end. */
  readBytes(text: Bytes, from: number, end: number): Planted | null
  /** The fields of the template that was read last, in `message`. */
  fields(planted: Planted, message: string): Fields
  /** Filled anew by every call. */
  readonly found: Found
  readonly root: Node
}

/** Most messages are shorter, and ASCII; another gets bytes of its own, so that none are kept for good. */
const usualLength = 4096
const encoder = new TextEncoder()

/**
 * Puts forms into one tree.
 * @throws where a form is not well written; see `compileForm`.
 */
export function compileForms(list: readonly Form[]): Grammar {
  const root = newNode()
  for (const form of list) {
    for (const variant of compileForm(form)) plant(root, variant)
  }
  const usual = bytesOf(new Uint8Array(usualLength))
  const found: Found = { numbers: [], from: [], to: [] }
  const walking: Walk = { text: usual, end: 0, found, each: null }

  function readBytes(text: Bytes, from: number, end: number): Planted | null {
    walking.text = text
    walking.end = end
    return walk(root, walking, from, 0)
  }

  function read(message: string): Planted | null {
    if (copyAscii(message, usual.bytes)) return readBytes(usual, 0, message.length)
    const text = bytesOf(encoder.encode(message))
    return readBytes(text, 0, text.bytes.length)
  }

  function fields({ slots }: Planted, message: string): Fields {
    const values: Record<string, FieldValue> = {}
    const { bytes } = walking.text
    for (let i = 0; i < slots.length; i += 1) {
      const slot = slots[i] as Slot
      if (isNumeric(slot)) values[slot.name] = found.numbers[i] as number
      else values[slot.name] = valueAt(slot, message, bytes, found.from[i] as number, found.to[i] as number)
    }
    return values
  }

  // Places are those of bytes. Where each character of the message is one, they are its own.
  function valueAt(slot: Slot, message: string, bytes: Uint8Array, from: number, to: number): string {
    if (message.length === walking.end) return textValue(slot, message, from, to)
    const piece = decode(bytes, from, to)
    return textValue(slot, piece, 0, piece.length)
  }

  function recognisedOf(planted: Planted, message: string): Recognised {
    return { form: planted.form, fields: fields(planted, message), ids: planted.variant.ids }
  }

  function recognise(message: string): Recognised | null {
    const planted = read(message)
    return planted && recognisedOf(planted, message)
  }

  function matches(message: string): Recognised[] {
    const all: Recognised[] = []
    walking.each = (planted) => void all.push(recognisedOf(planted, message))
    read(message)
    walking.each = null
    return all.filter((match, at) => all.findIndex(({ form }) => form === match.form) === at)
  }

  return { recognise, matches, read, readBytes, fields, found, root }
}

/** Copies a message into the array. False where it is too long for it, or not ASCII. */
function copyAscii(message: string, into: Uint8Array): boolean {
  const { length } = message
  if (length > into.length) return false
  for (let at = 0; at < length; at += 1) {
    const code = message.charCodeAt(at)
    if (code > 127) return false
    into[at] = code
  }
  return true
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
