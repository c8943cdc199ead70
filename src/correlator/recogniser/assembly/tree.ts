import { keepNumber, matchTail } from './matcher'
import { patternEnd } from './pattern'
import { isDigit } from './text'

// The twin of ../../tree.ts.

/** A node: its `id` node, its `ends` (addresses of templates), how many, its `edges`, and for each letter which edge. */
const NODE_ID = 0
const NODE_ENDS = 4
const NODE_END_COUNT = 8
const NODE_EDGES = 12
const NODE_LETTERS = 16

/** An edge: its pattern, the node behind it. */
const EDGE_PATTERN = 0
const EDGE_NODE = 4
const EDGE_SIZE = 8

/** The address of the template, or 0. */
export function walk(start: usize, from: usize, end: usize, idsBefore: usize): usize {
  let node = start
  let at = from
  let ids = idsBefore
  while (load<u32>(node, NODE_END_COUNT) === 0) {
    if (at >= end) return 0
    const code = load<u8>(at)
    const idNode = load<usize>(node, NODE_ID)
    if (idNode && isDigit(code)) {
      const after = takeId(at, end, ids)
      if (load<u8>(node + code, NODE_LETTERS) === 0) {
        if (!after) return 0
        node = idNode
        at = after
        ids += 1
        continue
      }
      const template = after ? walk(idNode, after, end, ids + 1) : 0
      if (template) return template
    }
    const edge = edgeOf(node, code)
    if (!edge) return 0
    at = patternEnd(load<usize>(edge, EDGE_PATTERN), at, end)
    if (!at) return 0
    node = load<usize>(edge, EDGE_NODE)
  }
  const template = goOn(node, at, end, ids)
  return template ? template : ending(node, at, end, ids)
}

function goOn(node: usize, at: usize, end: usize, ids: usize): usize {
  if (at >= end) return 0
  const code = load<u8>(at)
  const idNode = load<usize>(node, NODE_ID)
  if (idNode && isDigit(code)) {
    const after = takeId(at, end, ids)
    const template = after ? walk(idNode, after, end, ids + 1) : 0
    if (template) return template
  }
  const edge = edgeOf(node, code)
  if (!edge) return 0
  const after = patternEnd(load<usize>(edge, EDGE_PATTERN), at, end)
  return after ? walk(load<usize>(edge, EDGE_NODE), after, end, ids) : 0
}

function edgeOf(node: usize, code: u8): usize {
  if (code >= 128) return 0
  const place = load<u8>(node + code, NODE_LETTERS)
  return place ? load<usize>(node, NODE_EDGES) + place * EDGE_SIZE : 0
}

function ending(node: usize, at: usize, end: usize, ids: usize): usize {
  const count = load<u32>(node, NODE_END_COUNT)
  const ends = load<usize>(node, NODE_ENDS)
  for (let i: u32 = 0; i < count; i += 1) {
    const template = load<usize>(ends + (i << 2))
    if (matchTail(template, at, end, ids)) return template
  }
  return 0
}

/** Where the id ends, or 0. */
function takeId(from: usize, end: usize, place: usize): usize {
  let at = from
  let id: u64 = 0
  for (; at < end; at += 1) {
    const code = load<u8>(at)
    if (!isDigit(code)) break
    id = id * 10 + (code - 48)
  }
  if (at - from > 15) return 0
  keepNumber(id, place)
  return at
}
