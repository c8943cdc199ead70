import { longestValue, wordsOf } from '../json-words.ts'
import type { Piece } from '../matcher.ts'
import type { Pattern } from '../pattern.ts'
import type { Planted } from '../planted.ts'
import type { Node } from '../tree.ts'

// Writes the tree of forms as assembly/recognise.ts reads it: numbers of four bytes, and addresses.

/** A tree that was written. */
export interface Tables {
  /** The address of its root. */
  readonly root: number
  readonly bytes: Uint8Array
  /** The templates by the number that stands in their table. */
  readonly templates: readonly Planted[]
}

/** The places of the ids in a template, in the order of a record. */
const ids = ['icid', 'mid', 'newMid', 'dcid', 'rid', 'rids'] as const

/** Where -1 stands among the numbers of a line: the place of an id that a template has not. */
const noPlace = 63

const kinds: Readonly<Record<Piece['kind'], number>> = {
  literal: 0,
  id: 1,
  ids: 2,
  int: 3,
  word: 4,
  address: 5,
  quoted: 6,
  text: 7,
}

const letters = 128
/** A little more than our forms need. */
const wordsAtFirst = 1 << 17
/** What json.ts may write beyond an end. */
const roomToSpare = 64
/** Texts are compared sixteen bytes at a time, the last of which may lie behind them. */
const textUnit = 16

/** A letter in lower case as a line may have it. */
function asWritten(letter: number): readonly number[] {
  if (letter >= 97 && letter <= 122) return [letter, letter - 32]
  return letter === 32 ? [9, 10, 11, 12, 13, 32] : [letter]
}

/** The templates of a tree, in the order of the numbers that stand in their tables. */
export function templatesOf({ ends, id, edges }: Node, found: Planted[] = []): Planted[] {
  found.push(...ends)
  if (id) templatesOf(id, found)
  for (const edge of edges) if (edge) templatesOf(edge.node, found)
  return found
}

/** Lays the tree out for an address in memory. */
export function tablesOf(root: Node, base: number): Tables {
  const templates = templatesOf(root)
  const numberOf = new Map(templates.map((planted, number) => [planted, number]))
  const patterns = new Map<Pattern, number>()
  let words = new Int32Array(wordsAtFirst)
  let length = 0

  function room(count: number): number {
    const at = length
    length += count
    if (length > words.length) {
      const larger = new Int32Array(2 * length)
      larger.set(words)
      words = larger
    }
    return at
  }

  /** The address of a place in `words`. */
  function addressOf(at: number): number {
    return base + at * 4
  }

  function write(numbers: readonly number[]): number {
    const at = room(numbers.length)
    words.set(numbers, at)
    return addressOf(at)
  }

  function writeBytes(codes: readonly number[]): number {
    const at = room((Math.ceil(codes.length / textUnit) * textUnit) / 4)
    new Uint8Array(words.buffer, at * 4).set(codes)
    return addressOf(at)
  }

  /** `node` is what is behind it in the tree; 0 where it stands in a tail. */
  function writePattern(pattern: Pattern, node = 0): number {
    const codes = writeBytes(pattern.codes)
    const address = write([pattern.length, pattern.endsBlank ? 1 : 0, codes, node])
    writeBytes(Array.from(pattern.text, (char) => char.charCodeAt(0)))
    return address
  }

  function writeTailPattern(pattern: Pattern): number {
    const known = patterns.get(pattern) ?? writePattern(pattern)
    patterns.set(pattern, known)
    return known
  }

  function writeText(text: Uint8Array): readonly [number, number] {
    return [writeBytes([...text]), text.length]
  }

  function writeWords(planted: Planted): number {
    const { intro, keys, length } = wordsOf(planted)
    const slots = planted.slots.flatMap(({ kind }, at) => [kinds[kind], ...writeText(keys[at] as Uint8Array)])
    return write([...writeText(intro), length + roomToSpare + keys.length * longestValue, keys.length, ...slots])
  }

  function writeTemplate(planted: Planted): number {
    const patternsOfTail = planted.tail.map(({ pattern }) => (pattern ? writeTailPattern(pattern) : 0))
    const tail = write(
      planted.tail.flatMap(({ kind, isEnd, isLastBlank }, at) => [
        kinds[kind],
        patternsOfTail[at] as number,
        isEnd ? 1 : 0,
        isLastBlank ? 1 : 0,
      ]),
    )
    const words = writeWords(planted)
    const address = write([numberOf.get(planted) as number, tail, planted.tail.length, words])
    writeBytes(ids.map((name) => (planted[name] < 0 ? noPlace : planted[name])))
    return address
  }

  function writeNode(node: Node): number {
    const ends = node.ends.map(writeTemplate)
    const id = node.id ? writeNode(node.id) : 0
    const address = write([id, write(ends), ends.length])
    const edges = room(letters)
    // Not by entries(): there are a hundred thousand of these, and this is a part of every start.
    for (let letter = 0; letter < letters; letter += 1) {
      const edge = node.edges[letter]
      if (!edge) continue
      const ahead = writePattern(edge.pattern, writeNode(edge.node))
      for (const written of asWritten(letter)) words[edges + written] = ahead
    }
    return address
  }

  const address = writeNode(root)
  return { root: address, bytes: new Uint8Array(words.buffer, 0, length * 4), templates }
}
