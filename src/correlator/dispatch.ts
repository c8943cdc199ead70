import { compileForm, type Ids, type Item, type Variant } from './compile.ts'
import type { FieldValue } from './field.ts'
import type { Form } from './form.ts'
import { forms } from './forms/index.ts'
import { matchTail } from './matcher.ts'
import { codeAt, codesOf, isDigit, isSpace, lowerCode, skipSpace } from './text.ts'

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
}

/**
 * A node of the tree. From it a message goes on by a blank, by an id (any number: `MID 7 Subject` and `MID 8 Subject`
 * take the same way) or by a piece of text; so a line costs its own words, however many forms there are.
 */
interface Node {
  space: Node | undefined
  id: Node | undefined
  /** By the first letter's code, lower case. */
  readonly chunks: (Edge[] | undefined)[]
  /** Templates whose fixed beginning ends here. */
  readonly ends: Variant[]
}

interface Edge {
  readonly codes: readonly number[]
  readonly node: Node
}

/**
 * Puts forms into one tree.
 * @throws where a form is not well written; see `compileForm`.
 */
export function compileForms(list: readonly Form[]): Grammar {
  const root = newNode()
  for (const form of list) {
    for (const variant of compileForm(form)) plant(root, variant)
  }
  // Filled anew by every message; what is in them before has no meaning.
  const values: FieldValue[] = []
  return {
    recognise: (message) => walk(root, message, 0, 0, values, undefined),
    matches: (message) => {
      const all: Recognised[] = []
      walk(root, message, 0, 0, values, all)
      return all.filter((match, at) => all.findIndex(({ form }) => form === match.form) === at)
    },
  }
}

function newNode(): Node {
  return { space: undefined, id: undefined, chunks: [], ends: [] }
}

function plant(root: Node, variant: Variant): void {
  let node = root
  for (const item of variant.prefix) node = grow(node, item)
  node.ends.push(variant)
}

function grow(node: Node, item: Item): Node {
  if (item === ' ') {
    node.space ??= newNode()
    return node.space
  }
  if (item === 'id') {
    node.id ??= newNode()
    return node.id
  }
  const codes = codesOf(item.chunk)
  const first = codes[0] as number
  const edges = node.chunks[first] ?? []
  node.chunks[first] = edges
  const known = edges.find((edge) => edge.codes.join() === codes.join())
  if (known) return known.node
  const edge = { codes, node: newNode() }
  edges.push(edge)
  return edge.node
}

/**
 * Goes on from `node` with the text from `at`. Of the ways on only one begins with the text's next character, but for
 * pieces of text with the same first letter; those are tried one after the other, and last the templates whose fixed
 * beginning ends here.
 */
function walk(
  node: Node,
  text: string,
  at: number,
  ids: number,
  values: FieldValue[],
  all: Recognised[] | undefined,
): Recognised | null {
  const code = codeAt(text, at)
  let found: Recognised | null = null
  if (isSpace(code)) {
    if (node.space) found = walk(node.space, text, skipSpace(text, at + 1), ids, values, all)
  } else if (node.id && isDigit(code)) {
    found = walkId(node.id, text, at, ids, values, all)
  }
  const edges = found ? undefined : node.chunks[lowerCode(code)]
  if (edges) {
    for (const edge of edges) {
      if (!holds(edge.codes, text, at)) continue
      found = walk(edge.node, text, at + edge.codes.length, ids, values, all)
      if (found) break
    }
  }
  return found ?? (node.ends.length > 0 ? ending(node.ends, text, at, ids, values, all) : null)
}

function ending(
  ends: readonly Variant[],
  text: string,
  at: number,
  ids: number,
  values: FieldValue[],
  all: Recognised[] | undefined,
): Recognised | null {
  for (const variant of ends) {
    if (!matchTail(variant.tail, text, at, values, ids)) continue
    const found = { form: variant.form, fields: fieldsOf(variant, values), ids: variant.ids }
    if (!all) return found
    all.push(found)
  }
  return null
}

/** At most fifteen digits: more could not be held exactly, and no gateway counts that far. */
function walkId(
  node: Node,
  text: string,
  from: number,
  ids: number,
  values: FieldValue[],
  all: Recognised[] | undefined,
): Recognised | null {
  let at = from
  let id = 0
  for (let code = codeAt(text, at); isDigit(code); code = codeAt(text, at)) {
    id = id * 10 + code - 48
    at += 1
  }
  if (at - from > 15) return null
  values[ids] = id
  return walk(node, text, at, ids + 1, values, all)
}

function holds(codes: readonly number[], text: string, at: number): boolean {
  if (at + codes.length > text.length) return false
  for (let i = 0; i < codes.length; i += 1) {
    if (lowerCode(text.charCodeAt(at + i)) !== codes[i]) return false
  }
  return true
}

function fieldsOf(variant: Variant, values: readonly FieldValue[]): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {}
  const { names } = variant
  for (let i = 0; i < names.length; i += 1) fields[names[i] as string] = values[i] as FieldValue
  return fields
}

const grammar = compileForms(Object.values<Form>(forms))

/** Recognises what follows `Info: ` in a line, by any of the forms in `forms/`. Null where none matches it whole. */
export function recognise(message: string): Recognised | null {
  return grammar.recognise(message)
}

/** All forms that match; more than one is a mistake in the forms. */
export function matches(message: string): Recognised[] {
  return grammar.matches(message)
}
