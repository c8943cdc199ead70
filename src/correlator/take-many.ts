import type { ByteReader } from './bytes.ts'
import { grammar } from './dispatch.ts'
import { openRecogniser, pieceSize, type Recogniser } from './recogniser/recogniser.ts'
import type { Bytes } from './text.ts'

/** Takes many lines of a piece at once, where there is WebAssembly for it. */
export interface Many {
  readonly recogniser: Recogniser
  /** Whether a reader is at it: who is told of its lines may begin to read another log. */
  busy: boolean
  /** The header that was told it last. */
  header: Bytes | null
}

/** One for all readers, opened when the first asks for it; null where it cannot be had. */
let shared: Many | null | undefined

export function sharedMany(): Many | null {
  if (shared === undefined) {
    const recogniser = openRecogniser(grammar.root)
    shared = recogniser && { recogniser, busy: false, header: null }
  }
  return shared
}

/** Makes a piece ready for `takeMany`, until `endMany`. Null where that cannot be, now or at all. */
export function beginMany({ many }: ByteReader, piece: Uint8Array): Many | null {
  if (!many || many.busy || piece.length > pieceSize) return null
  many.busy = true
  many.recogniser.bytes.set(piece)
  return many
}

export function endMany(many: Many): void {
  many.busy = false
}

/** Takes the lines from `from` on that have the header of the line before. Gives where the first one begins that has not. */
export function takeMany(reader: ByteReader, many: Many, piece: Bytes, from: number): number {
  const { recogniser } = many
  if (many.header !== reader.header) {
    recogniser.setHeader(reader.header.bytes)
    many.header = reader.header
  }
  reader.sink.before(reader.heading, recogniser)
  const count = recogniser.recognise(from, piece.bytes.length)
  if (count === 0) return from
  const next = recogniser.stopped()
  reader.sink.many(reader.heading, piece, from, recogniser, count)
  return next
}
