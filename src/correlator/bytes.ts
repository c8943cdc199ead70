import type { ByteHeading } from './byte-event.ts'
import { followOffsetIn, headingOf, moveClockTo, newHeader, sameHeaderEnd } from './byte-header.ts'
import { grammar } from './dispatch.ts'
import { type Filing, fileLine, fileRecords, fileRest } from './filing.ts'
import { type LineState, noteEarly } from './line.ts'
import { takeNamed } from './named.ts'
import type { Planted } from './planted.ts'
import { pieceSize, type Recogniser } from './recogniser/recogniser.ts'
import { beginMany, endMany, type Many, sharedMany, takeMany } from './take-many.ts'
import { type Bytes, bytesOf, isSpace, nextByte, trimmedEndIn } from './text.ts'

// The fast way through a file: bytes are cut into lines, and each line recognised, without a string being made of it.
// What comes out is what `addText` makes of the same lines, and a test holds the two against each other.

/** Who is told of each line that was read, in their order. Bytes are never changed later. */
export interface LineSink {
  /** Called before many lines are recognised. */
  before(heading: ByteHeading, recogniser: Recogniser): void
  /** So many lines that the recogniser has just recognised; places in its records count from `base`. */
  many(heading: ByteHeading, text: Bytes, base: number, recogniser: Recogniser, count: number): void
  /**
   * One line; where a form matches it, `grammar.found` holds its slots. Where it `isEarly`, the time of what is given
   * back may be set right later.
   */
  one(
    heading: ByteHeading,
    text: Bytes,
    from: number,
    to: number,
    planted: Planted | null,
    isEarly: boolean,
  ): { time: number }
  /** One line that continues another. */
  rest(heading: ByteHeading, text: Bytes, from: number, to: number): void
}

/** Files the lines at once. */
export function sinkInto(filing: Filing): LineSink {
  return {
    before: (_, recogniser) => recogniser.wantJson(null, 0),
    many: (heading, text, base, recogniser, count) => fileRecords(filing, heading, text, base, recogniser, 0, count),
    one(heading, text, from, to, planted) {
      if (planted) takeNamed(filing.core.named, planted, grammar.found)
      return fileLine(filing, heading, text, from, to, planted)
    },
    rest: (heading, text, from, to) => fileRest(filing, heading, text, from, to),
  }
}

/** A file of one gateway that is read as bytes. Changed in place. */
export interface ByteReader {
  readonly state: LineState
  readonly sink: LineSink
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

export function byteReader(state: LineState, sink: LineSink, many: Many | null = sharedMany()): ByteReader {
  return {
    state,
    sink,
    heading: headingOf(state, 0),
    header: noHeader,
    clock: -1,
    pieces: [],
    held: 0,
    many,
  }
}

/** What is taken at once: as much as the recogniser takes, and no more than what becomes complete of it should wait. */
const bytesAtOnce = pieceSize

/** Where a piece is best cut, from there on: behind a line end, for a line in two pieces is read the slow way. */
export function cutOf(piece: Uint8Array, from: number): number {
  const most = from + bytesAtOnce
  if (most >= piece.length) return piece.length
  const lineEnd = piece.lastIndexOf(lineFeed, most - 1)
  return lineEnd < from ? most : lineEnd + 1
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
    if (many && reader.state.early === null) {
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
  let to = Math.min(stop, start + longest)
  while (to > start && bytes[to - 1] === 13) to -= 1
  if (message > start && message < to && !isSpace(bytes[message] as number)) {
    takeMessage(reader, text, start, to, message)
  } else {
    takeOther(reader, text, start, Math.min(stop, start + longest), to)
  }
}

function takeOther(reader: ByteReader, text: Bytes, start: number, stop: number, to: number): void {
  const from = hasMark(text.bytes, start) ? start + 3 : start
  const begin = newHeader(reader, text.bytes, from, Math.max(from, to))
  if (begin < 0) reader.sink.rest(reader.heading, text, start, stop)
  else takeMessage(reader, text, from, to, begin)
}

/** The byte order mark, which stands where an editor put it. */
function hasMark(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf
}

function takeMessage(reader: ByteReader, text: Bytes, from: number, to: number, begin: number): void {
  const { state } = reader
  const { bytes } = text
  const end = trimmedEndIn(bytes, begin, to)
  const isOffset = bytes[begin] === 84 && followOffsetIn(reader, bytes, begin, end)
  const isEarly = state.early !== null && !isOffset
  const planted = grammar.readBytes(text, begin, end)
  const line = reader.sink.one(reader.heading, text, from, to, planted, isEarly)
  if (isEarly) noteEarly(line, state)
}
