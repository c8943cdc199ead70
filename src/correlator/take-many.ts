import { ByteEvent } from './byte-event.ts'
import type { ByteReader } from './bytes.ts'
import { addEvent, addUnrecognised } from './core.ts'
import { grammar } from './dispatch.ts'
import type { Event } from './form.ts'
import { type Named, none } from './named.ts'
import type { Planted } from './planted.ts'
import { openRecogniser, pieceSize, type Recogniser, record } from './recogniser/recogniser.ts'
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
  const count = recogniser.recognise(from, piece.bytes.length)
  if (count === 0) return from
  const next = recogniser.stopped()
  fileAll(reader, recogniser, piece, from, count)
  return next
}

function fileAll(reader: ByteReader, recogniser: Recogniser, piece: Bytes, from: number, count: number): void {
  const { core, at, heading } = reader
  const { records, templates } = recogniser
  at.before = heading
  at.continued = 0
  for (let i = 0, place = 0; i < count; i += 1, place += record.size) {
    reader.number += 1
    const template = records[place + record.template] as number
    const planted = template < 0 ? null : (templates[template] as Planted)
    const start = from + (records[place + record.from] as number)
    const end = from + (records[place + record.to] as number)
    const form = planted ? planted.form : 'unrecognised'
    const event = new ByteEvent(form, heading, reader.number, piece, start, end) as unknown as Event
    if (planted) {
      takeRecord(core.named, planted, recogniser, place)
      addEvent(core, at, event, heading.time)
    } else addUnrecognised(core, at, event, heading.time, event.line.message)
    reader.after(reader.number)
  }
}

function takeRecord(named: Named, planted: Planted, { records, lists }: Recogniser, place: number): void {
  named.icid = planted.icid < 0 ? none : (records[place + record.icid] as number)
  named.mid = planted.mid < 0 ? none : (records[place + record.mid] as number)
  named.newMid = planted.newMid < 0 ? none : (records[place + record.newMid] as number)
  named.dcid = planted.dcid < 0 ? none : (records[place + record.dcid] as number)
  named.rid = planted.rid < 0 ? none : (records[place + record.rid] as number)
  named.rids = none
  if (planted.rids < 0) return
  const rids = records[place + record.rids] as number
  const listed = records[place + record.listed] as number
  named.rids = listed === 0 ? rids : Array.from(lists.subarray(rids, rids + listed))
}
