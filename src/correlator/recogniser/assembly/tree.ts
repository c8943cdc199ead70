import { keepNumber, matchTail } from './matcher'
import { PATTERN_NODE, patternEnd } from './pattern'
import { isDigit } from './text'

// The twin of ../../tree.ts.

/**
 * A node: its `id` node, its `ends` (addresses of templates), how many, and for each letter its edge, which is a pattern
 * with the node behind it. What a step waits for is one load after another, so that there are as few as can be.
 */
const NODE_ID = 0
const NODE_ENDS = 4
const NODE_END_COUNT = 8
const NODE_LETTERS = 12

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
      if (load<u32>(node + ((code as usize) << 2), NODE_LETTERS) === 0) {
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
    at = patternEnd(edge, at, end)
    if (!at) return 0
    node = load<usize>(edge, PATTERN_NODE)
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
  const after = patternEnd(edge, at, end)
  return after ? walk(load<usize>(edge, PATTERN_NODE), after, end, ids) : 0
}

function edgeOf(node: usize, code: u8): usize {
  return code < 128 ? load<usize>(node + ((code as usize) << 2), NODE_LETTERS) : 0
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
