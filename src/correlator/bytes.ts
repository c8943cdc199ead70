import { ByteEvent, type ByteHeading } from './byte-event.ts'
import { followOffsetIn, headingOf, moveClockTo, newHeader, sameHeaderEnd } from './byte-header.ts'
import { addContinuation, addEvent, addUnrecognised, type Core, type FileState } from './core.ts'
import { grammar } from './dispatch.ts'
import type { Event } from './form.ts'
import { noteEarly } from './line.ts'
import { takeNamed } from './named.ts'
import { beginMany, endMany, type Many, sharedMany, takeMany } from './take-many.ts'
import { type Bytes, bytesOf, decode, isSpace, nextByte, trimmedEndIn } from './text.ts'

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
  header: Bytes
  /** Where the time of day stands in it; -1 where that cannot be told. */
  clock: number
  /** The beginning of a line whose end has not come, in pieces, and how long it is so far. */
  readonly pieces: Uint8Array[]
  held: number
  /** Null: each line is taken for itself. */
  readonly many: Many | null
}

/** No line of a log is longer. Of one that is, what is beyond is not kept, so that memory stays bounded. */
const longest = 1024 * 1024

const lineFeed = 10
const noHeader = bytesOf(new Uint8Array(0))

export function byteReader(
  core: Core,
  at: FileState,
  after: (number: number) => void,
  many: Many | null = sharedMany(),
): ByteReader {
  return {
    core,
    at,
    after,
    number: 0,
    heading: headingOf(at, 0),
    header: noHeader,
    clock: -1,
    pieces: [],
    held: 0,
    many,
  }
}

/** Takes the next bytes, which may begin and end anywhere. They must not be changed later: events refer to them. */
export function addBytes(reader: ByteReader, chunk: Uint8Array): void {
  // A Buffer is another kind of array to the engine, and two kinds are slower than one.
  const text = bytesOf(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length))
  const many = beginMany(reader, text.bytes)
  try {
    takeLines(reader, text, many)
  } finally {
    if (many) endMany(many)
  }
}

function takeLines(reader: ByteReader, text: Bytes, many: Many | null): void {
  const { bytes } = text
  const { length } = bytes
  let from = 0
  if (reader.held > 0) {
    from = nextByte(text, lineFeed, 0, length)
    hold(reader, bytes, 0, from)
    if (from === length) return
    takeHeld(reader)
    from += 1
  }
  while (from < length) {
    if (many && reader.at.state.early === null) {
      from = takeMany(reader, many, text, from)
      if (from === length) return
      if (moveClockTo(reader, text, from)) continue
    }
    // There is no line end in a header, so that one need not be looked for there.
    const begin = sameHeaderEnd(reader.header, text, from, length)
    const to = nextByte(text, lineFeed, begin, length)
    if (to === length) {
      hold(reader, bytes, from, length)
      return
    }
    takeLine(reader, text, from, to, begin)
    from = to + 1
  }
}

/** Takes what stands behind the last line end. */
export function endBytes(reader: ByteReader): void {
  if (reader.held > 0) takeHeld(reader)
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
  const text = bytesOf(whole)
  takeLine(reader, text, 0, at, sameHeaderEnd(reader.header, text, 0, at))
}

/** `message` is where the message begins if the line has the same header as the one before, else it is `start`. */
function takeLine(reader: ByteReader, text: Bytes, start: number, stop: number, message: number): void {
  const { bytes } = text
  reader.number += 1
  let to = Math.min(stop, start + longest)
  while (to > start && bytes[to - 1] === 13) to -= 1
  if (message > start && message < to && !isSpace(bytes[message] as number)) {
    takeMessage(reader, text, start, to, message)
  } else {
    takeOther(reader, text, start, Math.min(stop, start + longest), to)
  }
  reader.after(reader.number)
}

function takeOther(reader: ByteReader, text: Bytes, start: number, stop: number, to: number): void {
  const from = hasMark(text.bytes, start) ? start + 3 : start
  const begin = newHeader(reader, text.bytes, from, Math.max(from, to))
  if (begin < 0) addContinuation(reader.core, reader.at, decode(text.bytes, start, stop), reader.number)
  else takeMessage(reader, text, from, to, begin)
}

/** The byte order mark, which stands where an editor put it. */
function hasMark(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf
}

function takeMessage(reader: ByteReader, text: Bytes, from: number, to: number, begin: number): void {
  const { core, at, number } = reader
  const { bytes } = text
  const { state } = at
  const end = trimmedEndIn(bytes, begin, to)
  const isOffset = bytes[begin] === 84 && followOffsetIn(reader, bytes, begin, end)
  const { heading } = reader
  const planted = grammar.readBytes(text, begin, end)
  const event = new ByteEvent(planted ? planted.form : 'unrecognised', heading, number, text, from, to)
  if (state.early && !isOffset) noteEarly(event, state)
  at.before = heading
  at.continued = 0
  if (planted) {
    takeNamed(core.named, planted, grammar.found)
    addEvent(core, at, event as unknown as Event, heading.time)
  } else addUnrecognised(core, at, event as unknown as Event, heading.time, event.line.message)
}
