import type { Variant } from './compile.ts'
import { type Found, matchTail } from './matcher.ts'
import { type Pattern, patternEnd, patternOf } from './pattern.ts'
import { type Planted, plantedOf } from './planted.ts'
import { type Bytes, isDigit, isSpace, lowerCode } from './text.ts'

/**
 * A node of the tree. From it a message goes on by an id (any number: `MID 7 Subject` and `MID 8 Subject` take the same
 * way) or by a piece of text; so a line costs its own words, however many forms there are.
 */
export interface Node {
  id: Node | null
  /** By the first letter, whose place is its code in lower case: no two begin with the same. */
  readonly edges: (Edge | null)[]
  /** Templates whose fixed beginning ends here. */
  readonly ends: Planted[]
}

export interface Edge {
  text: string
  pattern: Pattern
  node: Node
}

/** What goes through the tree: the message from some place to `end`. */
export interface Walk {
  text: Bytes
  end: number
  readonly found: Found
  /** Told each template that matches, where all are wanted; the walk then finds none. */
  each: ((planted: Planted) => void) | null
}

const letters = 128
/** For each byte where an edge that begins with it is found. No edge begins beyond ASCII. */
const placeOf = Uint8Array.from({ length: 256 }, (_, code) =>
  isSpace(code) ? 32 : code < letters ? lowerCode(code) : 0,
)

export function newNode(): Node {
  return { id: null, edges: new Array<Edge | null>(letters).fill(null), ends: [] }
}

/** Puts a template into the tree. */
export function plant(root: Node, variant: Variant): void {
  let node = root
  let text = ''
  for (const item of variant.prefix) {
    if (item !== 'id') {
      text += item === ' ' ? item : item.chunk
      continue
    }
    node = growText(node, text)
    node.id ??= newNode()
    node = node.id
    text = ''
  }
  node = growText(node, text)
  node.ends.push(plantedOf(variant))
}

function growText(node: Node, text: string): Node {
  if (text === '') return node
  const first = lowerCode(text.charCodeAt(0))
  const edge = node.edges[first]
  if (!edge) {
    const grown = newNode()
    node.edges[first] = edgeTo(grown, text)
    return grown
  }
  const same = sameLength(text, edge.text)
  if (same < edge.text.length) {
    const between = newNode()
    between.edges[lowerCode(edge.text.charCodeAt(same))] = edgeTo(edge.node, edge.text.slice(same))
    node.edges[first] = edgeTo(between, edge.text.slice(0, same))
    return growText(between, text.slice(same))
  }
  return growText(edge.node, text.slice(same))
}

function edgeTo(node: Node, text: string): Edge {
  return { text, pattern: patternOf(text), node }
}

/** How many characters two texts have in common at their beginning. */
function sameLength(one: string, other: string): number {
  let at = 0
  while (at < one.length && lowerCode(one.charCodeAt(at)) === lowerCode(other.charCodeAt(at))) at += 1
  return at
}

/**
 * Goes on from `start` with the text from `from`, as far as there is a way. Of the templates whose fixed beginning ends
 * on that way the one with the longest is tried first.
 */
export function walk(start: Node, walking: Walk, from: number, idsBefore: number): Planted | null {
  const { text, end } = walking
  const { bytes } = text
  let node = start
  let at = from
  let ids = idsBefore
  while (node.ends.length === 0) {
    if (at >= end) return null
    const code = bytes[at] as number
    if (node.id !== null && isDigit(code)) {
      const after = takeId(walking, at, ids)
      if (node.edges[code] === null) {
        if (after < 0) return null
        node = node.id
        at = after
        ids += 1
        continue
      }
      const planted = after < 0 ? null : walk(node.id, walking, after, ids + 1)
      if (planted) return planted
    }
    const edge = node.edges[placeOf[code] as number]
    if (edge === null || edge === undefined) return null
    at = patternEnd(edge.pattern, text, at, end)
    if (at < 0) return null
    node = edge.node
  }
  return goOn(node, walking, at, ids) ?? ending(node.ends, walking, at, ids)
}

/** One step from a node, and the rest of the way. */
function goOn(node: Node, walking: Walk, at: number, ids: number): Planted | null {
  const { text, end } = walking
  const { bytes } = text
  if (at >= end) return null
  const code = bytes[at] as number
  if (node.id && isDigit(code)) {
    const after = takeId(walking, at, ids)
    const planted = after < 0 ? null : walk(node.id, walking, after, ids + 1)
    if (planted) return planted
  }
  const edge = node.edges[placeOf[code] as number]
  const after = edge ? patternEnd(edge.pattern, text, at, end) : -1
  return edge && after >= 0 ? walk(edge.node, walking, after, ids) : null
}

function ending(ends: readonly Planted[], walking: Walk, at: number, ids: number): Planted | null {
  const { text, end, found, each } = walking
  for (let i = 0; i < ends.length; i += 1) {
    const planted = ends[i] as Planted
    if (!matchTail(planted.tail, text, at, end, found, ids)) continue
    if (!each) return planted
    each(planted)
  }
  return null
}

/**
 * Reads an id into its place and gives where it ends, or -1. At most fifteen digits: more could not be held exactly, and
 * no gateway counts that far.
 */
function takeId({ text, end, found }: Walk, from: number, place: number): number {
  const { bytes } = text
  let at = from
  let id = 0
  for (; at < end; at += 1) {
    const code = bytes[at] as number
    if (!isDigit(code)) break
    id = id * 10 + code - 48
  }
  if (at - from > 15) return -1
  found.numbers[place] = id
  return at
}
