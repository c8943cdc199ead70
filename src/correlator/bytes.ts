import { ByteEvent, type ByteHeading, decode, decodeSingly } from './byte-event.ts'
import { addContinuation, addEvent, addUnrecognised, type Core, type FileState, type OpenThing } from './core.ts'
import { grammar } from './dispatch.ts'
import type { Event } from './form.ts'
import { inOrder } from './id-table.ts'
import { followOffset, noteEarly, readHeading, saysOffset } from './line.ts'
import type { Held } from './open.ts'
import { isSpace, trimmedEndIn } from './text.ts'

// The fast way through a file: bytes are cut into lines, and each line recognised and filed, without a string being made
// of it. What comes out is what `addText` makes of the same lines, and a test holds the two against each other.

/** A file of one gateway that is read as bytes. Changed in place. */
export interface ByteReader {
  readonly core: Core
  readonly at: FileState
  /** Called after each line. */
  readonly after: (number: number) => void
  /** Of the last line. */
  number: number
  heading: ByteHeading
  /** The bytes of the last header: most lines have the same as the one before. */
  header: Uint8Array
  /** The beginning of a line whose end has not come, in pieces, and how long it is so far. */
  readonly pieces: Uint8Array[]
  held: number
}

/** No line of a log is longer. Of one that is, what is beyond is not kept, so that memory stays bounded. */
const longest = 1024 * 1024

const none = new Uint8Array(0)

export function byteReader(core: Core, at: FileState, after: (number: number) => void): ByteReader {
  return { core, at, after, number: 0, heading: headingOf(at, 0), header: none, pieces: [], held: 0 }
}

/** Takes the next bytes, which may begin and end anywhere. They must not be changed later: events refer to them. */
export function addBytes(reader: ByteReader, chunk: Uint8Array): void {
  // A Buffer is another kind of array to the engine, and two kinds are slower than one.
  const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length)
  const { length } = bytes
  let from = 0
  if (reader.held > 0) {
    from = lineEnd(bytes, 0, length)
    hold(reader, bytes, 0, from)
    if (from === length) return
    takeHeld(reader)
    from += 1
  }
  for (;;) {
    const to = lineEnd(bytes, from, length)
    if (to === length) break
    takeLine(reader, bytes, from, to)
    from = to + 1
  }
  if (from < length) hold(reader, bytes, from, length)
}

/** Takes what stands behind the last line end. */
export function endBytes(reader: ByteReader): void {
  if (reader.held > 0) takeHeld(reader)
}

function lineEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = from
  while (at < end && bytes[at] !== 10) at += 1
  return at
}

function hold(reader: ByteReader, bytes: Uint8Array, from: number, to: number): void {
  const room = Math.max(0, longest - reader.held)
  reader.pieces.push(bytes.slice(from, Math.min(to, from + room)))
  reader.held += to - from
}

function takeHeld(reader: ByteReader): void {
  const { pieces } = reader
  const whole = new Uint8Array(Math.min(reader.held, longest))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  pieces.length = 0
  reader.held = 0
  takeLine(reader, whole, 0, at)
}

function takeLine(reader: ByteReader, bytes: Uint8Array, start: number, stop: number): void {
  reader.number += 1
  const from = bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf ? start + 3 : start
  let to = Math.min(stop, start + longest)
  while (to > from && (bytes[to - 1] === 13 || bytes[to - 1] === 10)) to -= 1
  const begin = hasSameHeader(reader.header, bytes, from, to)
    ? from + reader.header.length
    : newHeader(reader, bytes, from, to)
  if (begin < 0)
    addContinuation(reader.core, reader.at, decode(bytes, start, Math.min(stop, start + longest)), reader.number)
  else takeMessage(reader, bytes, from, to, begin)
  reader.after(reader.number)
}

/** Looked at from its end, where it differs first: the seconds. */
function hasSameHeader(header: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  const { length } = header
  if (length === 0 || from + length > to) return false
  for (let at = length - 1; at >= 0; at -= 1) if (bytes[from + at] !== header[at]) return false
  return from + length === to || !isSpace(bytes[from + length] as number)
}

/** Reads a header that is not that of the line before. Gives where the message begins, or -1. */
function newHeader(reader: ByteReader, bytes: Uint8Array, from: number, to: number): number {
  const { state } = reader.at
  const end = readHeading(decodeSingly(bytes, from, to), state)
  if (end < 0) return -1
  reader.header = bytes.slice(from, from + state.header.length)
  reader.heading = headingOf(reader.at, end)
  return from + end
}

function headingOf({ state }: FileState, length: number): ByteHeading {
  const { gateway, file, time, level } = state
  return { gateway, file, time, level, length }
}

function takeMessage(reader: ByteReader, bytes: Uint8Array, from: number, to: number, begin: number): void {
  const { core, at, number } = reader
  const { state } = at
  const end = trimmedEndIn(bytes, begin, to)
  const isOffset = bytes[begin] === 84 && followOffsetIn(reader, bytes, begin, end)
  const { heading } = reader
  const planted = grammar.readCodes(bytes, begin, end)
  const event = new ByteEvent(planted ? planted.form : 'unrecognised', heading, number, bytes, from, to)
  if (state.early && !isOffset) noteEarly(event, state)
  at.before = heading
  at.continued = 0
  if (planted) addEvent(core, at, event as unknown as Event, heading.time, planted)
  else addUnrecognised(core, at, event as unknown as Event, heading.time, event.line.message)
}

/** Whether the line tells the file's offset, which holds for it and for those that follow, of the same second too. */
function followOffsetIn(reader: ByteReader, bytes: Uint8Array, begin: number, end: number): boolean {
  const { state } = reader.at
  const message = decode(bytes, begin, end)
  if (!saysOffset(message)) return false
  followOffset({ time: state.time, message }, state)
  reader.heading = headingOf(reader.at, reader.heading.length)
  return true
}

/**
 * Makes the events that are still held, of lines before that number, let go of the bytes they were read from: a mail that
 * waits for days in the queue would otherwise keep whole pieces of the log in memory.
 */
export function settle({ gateway }: FileState, before: number): void {
  const { injections, messages, deliveries } = gateway
  const all: readonly Held<OpenThing>[] = [...inOrder(injections), ...inOrder(messages), ...inOrder(deliveries)]
  for (const { value } of all) {
    for (const event of value.timeline) {
      if (event instanceof ByteEvent && event.number < before) event.settle()
    }
  }
}
