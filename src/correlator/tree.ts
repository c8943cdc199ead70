import type { Item, Slot, Variant } from './compile.ts'
import { type Found, matchTail } from './matcher.ts'
import { type Codes, codesOf, isDigit, isSameLetter, isSpace, lowerCode, skipSpaceIn } from './text.ts'

/** A template in the tree, with the places of the ids among its slots; -1 for one that it has not. */
export interface Planted {
  readonly form: string
  readonly variant: Variant
  readonly slots: readonly Slot[]
  readonly icid: number
  readonly mid: number
  readonly newMid: number
  readonly dcid: number
  readonly rid: number
  readonly rids: number
}

/**
 * A node of the tree. From it a message goes on by a blank, by an id (any number: `MID 7 Subject` and `MID 8 Subject`
 * take the same way) or by a piece of text; so a line costs its own words, however many forms there are.
 */
export interface Node {
  space: Node | null
  id: Node | null
  /** By the first letter's code, lower case: no two begin with the same. */
  readonly edges: (Edge | undefined)[]
  /** Templates whose fixed beginning ends here. */
  readonly ends: Planted[]
}

interface Edge {
  codes: readonly number[]
  node: Node
}

/** The id at a place among the slots, or null where the template has none. */
export function numberAt({ numbers }: Found, place: number): number | null {
  return place < 0 ? null : (numbers[place] as number)
}

/** What goes through the tree: the message from some place to `end`. */
export interface Walk {
  codes: Codes
  end: number
  readonly found: Found
  /** Told each template that matches, where all are wanted; the walk then finds none. */
  each: ((planted: Planted) => void) | null
}

export function newNode(): Node {
  return { space: null, id: null, edges: [], ends: [] }
}

/** Puts a template into the tree. */
export function plant(root: Node, variant: Variant): void {
  let node = root
  const slots: Slot[] = []
  for (const item of variant.prefix) node = grow(node, item)
  for (const name of variant.names.slice(0, variant.prefix.filter((item) => item === 'id').length)) {
    slots.push({ kind: 'id', name })
  }
  for (const step of variant.tail) if (step.kind !== 'literal') slots.push(step)
  const place = (name: string) => variant.names.indexOf(name)
  node.ends.push({
    form: variant.form,
    variant,
    slots,
    icid: place('icid'),
    mid: place('mid'),
    newMid: place('newMid'),
    dcid: place('dcid'),
    rid: place('rid'),
    rids: place('rids'),
  })
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
  return growText(node, codesOf(item.chunk))
}

function growText(node: Node, codes: readonly number[]): Node {
  if (codes.length === 0) return node
  const first = codes[0] as number
  const edge = node.edges[first]
  if (!edge) {
    const grown = newNode()
    node.edges[first] = { codes, node: grown }
    return grown
  }
  let same = 1
  while (same < codes.length && same < edge.codes.length && codes[same] === edge.codes[same]) same += 1
  if (same < edge.codes.length) {
    const between = newNode()
    between.edges[edge.codes[same] as number] = { codes: edge.codes.slice(same), node: edge.node }
    edge.codes = codes.slice(0, same)
    edge.node = between
  }
  return growText(edge.node, codes.slice(same))
}

/**
 * Goes on from `start` with the text from `from`, as far as there is a way. Of the templates whose fixed beginning ends
 * on that way the one with the longest is tried first.
 */
export function walk(start: Node, walking: Walk, from: number, idsBefore: number): Planted | null {
  const { codes, end } = walking
  let node = start
  let at = from
  let ids = idsBefore
  while (at < end && node.ends.length === 0) {
    const code = codes[at] as number
    if (isSpace(code)) {
      if (!node.space) return null
      node = node.space
      at = at + 1 < end && isSpace(codes[at + 1] as number) ? skipSpaceIn(codes, at + 1, end) : at + 1
      continue
    }
    if (node.id && isDigit(code)) {
      const after = takeId(walking, at, ids)
      if (node.edges[code]) {
        const planted = after < 0 ? null : walk(node.id, walking, after, ids + 1)
        if (planted) return planted
      } else {
        if (after < 0) return null
        node = node.id
        at = after
        ids += 1
        continue
      }
    }
    const edge = node.edges[lowerCode(code)]
    if (!edge || !holds(edge.codes, codes, at, end)) return null
    node = edge.node
    at += edge.codes.length
  }
  if (node.ends.length === 0) return null
  return goOn(node, walking, at, ids) ?? ending(node.ends, walking, at, ids)
}

/** One step from a node, and the rest of the way. */
function goOn(node: Node, walking: Walk, at: number, ids: number): Planted | null {
  const { codes, end } = walking
  if (at >= end) return null
  const code = codes[at] as number
  if (isSpace(code)) return node.space && walk(node.space, walking, skipSpaceIn(codes, at + 1, end), ids)
  if (node.id && isDigit(code)) {
    const after = takeId(walking, at, ids)
    const planted = after < 0 ? null : walk(node.id, walking, after, ids + 1)
    if (planted) return planted
  }
  const edge = node.edges[lowerCode(code)]
  if (!edge || !holds(edge.codes, codes, at, end)) return null
  return walk(edge.node, walking, at + edge.codes.length, ids)
}

function ending(ends: readonly Planted[], walking: Walk, at: number, ids: number): Planted | null {
  const { codes, end, found, each } = walking
  for (let i = 0; i < ends.length; i += 1) {
    const planted = ends[i] as Planted
    if (!matchTail(planted.variant.tail, codes, at, end, found, ids)) continue
    if (!each) return planted
    each(planted)
  }
  return null
}

/**
 * Reads an id into its place and gives where it ends, or -1. At most fifteen digits: more could not be held exactly, and
 * no gateway counts that far.
 */
function takeId({ codes, end, found }: Walk, from: number, place: number): number {
  let at = from
  let id = 0
  for (; at < end; at += 1) {
    const code = codes[at] as number
    if (!isDigit(code)) break
    id = id * 10 + code - 48
  }
  if (at - from > 15) return -1
  found.numbers[place] = id
  return at
}

function holds(wanted: readonly number[], codes: Codes, at: number, end: number): boolean {
  if (at + wanted.length > end) return false
  for (let i = 1; i < wanted.length; i += 1) {
    if (!isSameLetter(codes[at + i] as number, wanted[i] as number)) return false
  }
  return true
}
