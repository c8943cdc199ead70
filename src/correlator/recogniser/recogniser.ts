import { compile, instantiate, newMemory } from '../assembled.ts'
import type { Planted } from '../planted.ts'
import type { Node } from '../tree.ts'
import { code } from './code.ts'
import { tablesOf } from './tables.ts'

/** What assembly/recogniser.ts exports. Addresses are in its memory. */
interface Calls {
  readonly stopped: { readonly value: number }
  readonly listed: { readonly value: number }
  setUp(root: number, numbers: number, slots: number, lists: number, mostListed: number): void
  setJson(at: number, end: number, ends: number, heading: number): void
  wantJson(headingLength: number, number: number): void
  recognise(from: number, end: number, header: number, headerLength: number, records: number, most: number): number
}

/**
 * Recognises many lines at once, in WebAssembly. Put a piece of a log into `bytes`, tell which header its lines must
 * have, ask, and read the records before the next question. All places are places in `bytes`.
 *
 * What it finds is what `Grammar.readBytes` finds for each of the lines, and a test holds the two against each other. A
 * line that it cannot take (another header, a number beyond 31 bits, a message that begins with T, which may tell the
 * file's offset, a line whose end is not there) it leaves: `stopped` is where that line begins.
 */
export interface Recogniser {
  readonly bytes: Uint8Array
  /** For each line as many numbers as `record.size`, at the places that `record` says. */
  readonly records: Int32Array
  /** The recipients of lines that name several. */
  readonly lists: Int32Array
  /** By the number that stands in a record. */
  readonly templates: readonly Planted[]
  /** Events as JSON, one behind the other, and where each ends; one of no length cannot be written here. */
  readonly json: Uint8Array
  readonly jsonEnds: Int32Array
  /** One that is too short or too long fits no line. */
  setHeader(header: Uint8Array): void
  /** Whether events are written as JSON from now on: behind `heading`, the next for the line of that number; null: no. */
  wantJson(heading: Uint8Array | null, number: number): void
  /** Gives how many lines were recognised of those that begin at `from` and end before `end`. */
  recognise(from: number, end: number): number
  stopped(): number
  /** How many numbers stand in `lists`. */
  listed(): number
}

/**
 * Places in a record. Beginning and end are counted from where it was asked from. An id that the line does not name is -1;
 * of a line without a template nothing else is written.
 */
export const record = {
  from: 0,
  to: 1,
  template: 2,
  icid: 3,
  mid: 4,
  newMid: 5,
  dcid: 6,
  rid: 7,
  /** The only recipient of a list; of several, their place in `lists`. */
  rids: 8,
  /** How many recipients there are in `lists`; 0 where there is only one. */
  listed: 9,
  size: 10,
} as const

/** What is recognised at once, at most: there is room for so much of it as JSON. */
export const pieceSize = 1 << 16
const mostRecords = 1024
const mostListed = 4096
const headers = { shortest: 8, longest: 256 }
const longestHeading = 128
/** Of a piece of short lines much more than half is words that are not in the log. */
const jsonSize = pieceSize * 8
/** Slots that a template may have. */
const mostNumbers = 64
/** Behind an end some bytes are read, and not looked at. */
const beyond = 64

// The memory below 1024 is the compiler's.
const numbersAt = 1024
const slotsAt = numbersAt + mostNumbers * 4
const headerAt = slotsAt + mostNumbers * 8
const recordsAt = headerAt + headers.longest + beyond
const listsAt = recordsAt + record.size * mostRecords * 4
const headingAt = listsAt + mostListed * 4
const jsonEndsAt = headingAt + longestHeading + beyond
const jsonAt = jsonEndsAt + mostRecords * 4
const tablesAt = jsonAt + jsonSize + beyond

/**
 * One for the forms of a tree; with `shared`, in memory that other threads may look at, and with room for so many bytes.
 * Null where there is no WebAssembly, or none with vector instructions.
 */
export function openRecogniser(root: Node, shared?: number): Recogniser | null {
  const room = shared ?? pieceSize
  const isShared = shared !== undefined
  const tables = tablesOf(root, tablesAt)
  const bytesAt = tablesAt + tables.bytes.length + beyond
  let calls: Calls
  let buffer: ArrayBuffer | SharedArrayBuffer
  try {
    const memory = newMemory(bytesAt + room + beyond, isShared)
    calls = instantiate(compile(code, isShared), memory) as Calls
    buffer = memory.buffer
  } catch {
    return null
  }
  const memory = new Uint8Array(buffer)
  memory.set(tables.bytes, tablesAt)
  calls.setUp(tables.root, numbersAt, slotsAt, listsAt, mostListed)
  calls.setJson(jsonAt, jsonAt + jsonSize, jsonEndsAt, headingAt)
  let headerLength = 0

  function setHeader(header: Uint8Array): void {
    const fits = header.length >= headers.shortest && header.length <= headers.longest
    headerLength = fits ? header.length : 0
    if (fits) memory.set(header, headerAt)
  }

  function wantJson(heading: Uint8Array | null, number: number): void {
    const fits = heading !== null && heading.length <= longestHeading
    if (fits) memory.set(heading, headingAt)
    calls.wantJson(fits ? heading.length : 0, number)
  }

  function recognise(from: number, end: number): number {
    if (headerLength === 0) return 0
    return calls.recognise(bytesAt + from, bytesAt + end, headerAt, headerLength, recordsAt, mostRecords)
  }

  return {
    bytes: new Uint8Array(buffer, bytesAt, room),
    records: new Int32Array(buffer, recordsAt, record.size * mostRecords),
    lists: new Int32Array(buffer, listsAt, mostListed),
    json: new Uint8Array(buffer, jsonAt, jsonSize),
    jsonEnds: new Int32Array(buffer, jsonEndsAt, mostRecords),
    templates: tables.templates,
    setHeader,
    wantJson,
    recognise,
    stopped: () => calls.stopped.value - bytesAt,
    listed: () => calls.listed.value,
  }
}
