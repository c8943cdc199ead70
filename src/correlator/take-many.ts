import type { ByteReader } from './bytes.ts'
import { grammar } from './dispatch.ts'
import { openRecogniser, pieceSize, type Recogniser } from './recogniser/recogniser.ts'
import type { Bytes } from './text.ts'

/** Takes many lines of a piece at once, where there is WebAssembly for it. */
export interface Many {
  readonly recogniser: Recogniser
  /** Whether a reader is at it: who is told of its lines may begin to read another log. */
  busy: boolean
  /** Where the piece begins that it is at, among the recogniser's bytes. */
  at: number
  /** The header that was told it last. */
  header: Bytes | null
}

/**
 * With `shared`, its recogniser has so many bytes, which other threads may look at; pieces that stand among them are
 * taken where they are. Null where it cannot be had.
 */
export function openMany(shared?: number): Many | null {
  const recogniser = openRecogniser(grammar.root, shared)
  return recogniser && { recogniser, busy: false, at: 0, header: null }
}

/** One for all readers, opened when the first asks for it. */
let shared: Many | null | undefined

export function sharedMany(): Many | null {
  if (shared === undefined) shared = openMany()
  return shared
}

/** Makes a piece ready for `takeMany`, until `endMany`. Null where that cannot be, now or at all. */
export function beginMany({ many }: ByteReader, piece: Uint8Array): Many | null {
  if (!many || many.busy || piece.length > pieceSize) return null
  const { bytes } = many.recogniser
  many.busy = true
  const isThere = piece.buffer === bytes.buffer
  many.at = isThere ? piece.byteOffset - bytes.byteOffset : 0
  if (!isThere) bytes.set(piece)
  return many
}

export function endMany(many: Many): void {
  many.busy = false
}

/** Takes the lines from `from` on that have the header of the line before. Gives where the first one begins that has not. */
export function takeMany(reader: ByteReader, many: Many, piece: Bytes, from: number): number {
  const { recogniser, at } = many
  if (many.header !== reader.header) {
    recogniser.setHeader(reader.header.bytes)
    many.header = reader.header
  }
  reader.sink.before(reader.heading, recogniser)
  const count = recogniser.recognise(at + from, at + piece.bytes.length)
  if (count === 0) return from
  const next = recogniser.stopped() - at
  reader.sink.many(reader.heading, piece, from, recogniser, count)
  return next
}
