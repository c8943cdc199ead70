import type { ByteHeading } from './byte-event.ts'
import type { LineSink } from './bytes.ts'
import { grammar } from './dispatch.ts'
import { type Filing, fileLine, fileRecords, fileRest } from './filing.ts'
import { levels } from './header.ts'
import { introOf } from './json.ts'
import { type Named, newNamed, takeNamed } from './named.ts'
import { record } from './recogniser/recogniser.ts'
import { templatesOf } from './recogniser/tables.ts'
import { type Bytes, bytesOf, type Written } from './text.ts'
import { newPen } from './written.ts'

// What one thread has read, packed for another that files it. It is a row of numbers: what kind of thing follows, then
// that thing, so that nothing has to be made anew on the way.

/** What was read of a piece of a log. It may be sent to another thread; its buffers may go along. */
export interface Parcel {
  /** Lines that began in a piece before. The others stand in the piece itself. */
  readonly texts: readonly Uint8Array[]
  readonly rows: Int32Array<ArrayBuffer>
  /** How many of the rows are in use. */
  readonly length: number
  /** Numbers that may have more than 31 bits. */
  readonly wide: Float64Array
  /** The events of the lines as JSON, where it is wanted. */
  readonly written: Written | null
}

/** What of a parcel may be used for another. */
export interface Spare {
  readonly rows: Int32Array<ArrayBuffer> | null
  readonly written: Written | null
}

/** Rows that a usual piece needs. */
const fewest = 1 << 15

const kinds = { heading: 0, many: 1, one: 2, rest: 3, time: 4 } as const

/** The templates by their numbers, which are the same in every thread. */
const templates = templatesOf(grammar.root)
const numberOf = new Map(templates.map((planted, number) => [planted.variant, number]))

/** Packs what is read. */
export interface Packer {
  readonly sink: LineSink
  /** Begins a parcel, for a piece of a log. */
  begin(piece: Uint8Array, spare: Spare | undefined): void
  /** What was read since. */
  take(): Parcel
}

/** Where `json` is wanted, the events of most lines are written on the way. */
export function newPacker(json = false): Packer {
  let piece: Uint8Array = new Uint8Array(0)
  let texts: Uint8Array[] = []
  let rows = new Int32Array(0)
  let length = 0
  let wide: number[] = []
  const pen = json ? newPen() : null
  let told: ByteHeading | null = null
  let early = 0
  const named = newNamed()

  function room(more: number): void {
    if (length + more <= rows.length) return
    const larger = new Int32Array(Math.max(length + more, rows.length * 2, fewest))
    larger.set(rows.subarray(0, length))
    rows = larger
  }

  function put(...numbers: readonly number[]): void {
    room(numbers.length)
    for (const number of numbers) {
      rows[length] = number
      length += 1
    }
  }

  function putHeading(heading: ByteHeading): void {
    if (heading === told) return
    told = heading
    put(kinds.heading, levels.indexOf(heading.level), heading.length)
    wide.push(heading.time)
  }

  function isInPiece({ bytes }: Bytes): boolean {
    return bytes.buffer === piece.buffer
  }

  /** Which of the texts it is; 0 is the piece. */
  function textAt(text: Bytes): number {
    if (isInPiece(text)) return 0
    if (texts.at(-1) !== text.bytes) texts.push(text.bytes)
    return texts.length
  }

  /** How far its first place is from that of the text it was put into. */
  function shiftOf(text: Bytes): number {
    return isInPiece(text) ? text.bytes.byteOffset - piece.byteOffset : 0
  }

  const sink: LineSink = {
    before(heading, recogniser) {
      recogniser.wantJson(pen && introOf(heading), pen ? pen.next() : 0)
    },
    many(heading, text, base, recogniser, count) {
      const { records, lists } = recogniser
      pen?.putMany(recogniser, count)
      putHeading(heading)
      const listed = recogniser.listed()
      put(kinds.many, textAt(text), base + shiftOf(text), count, listed)
      room(count * record.size + listed)
      rows.set(records.subarray(0, count * record.size), length)
      length += count * record.size
      rows.set(lists.subarray(0, listed), length)
      length += listed
    },
    one(heading, text, from, to, planted, isEarly) {
      pen?.putNone()
      putHeading(heading)
      const shift = shiftOf(text)
      const number = planted ? (numberOf.get(planted.variant) as number) : -1
      put(kinds.one, textAt(text), from + shift, to + shift, number, isEarly ? 1 : 0)
      if (planted) {
        takeNamed(named, planted, grammar.found)
        const { rids } = named
        wide.push(named.icid, named.mid, named.newMid, named.dcid, named.rid)
        if (typeof rids === 'number') wide.push(-1, rids)
        else {
          wide.push(rids.length)
          for (const rid of rids) wide.push(rid)
        }
      }
      const nth = early
      if (isEarly) early += 1
      return {
        set time(time: number) {
          put(kinds.time, nth)
          wide.push(time)
        },
      }
    },
    rest(heading, text, from, to) {
      pen?.putNone()
      putHeading(heading)
      const shift = shiftOf(text)
      put(kinds.rest, textAt(text), from + shift, to + shift)
    },
  }

  return {
    sink,
    begin(next, spare) {
      piece = next
      rows = spare?.rows ?? new Int32Array(0)
      pen?.begin(spare?.written ?? null)
    },
    take() {
      const written = pen ? pen.take() : null
      const parcel = { texts, rows, length, wide: Float64Array.from(wide), written }
      texts = []
      rows = new Int32Array(0)
      length = 0
      wide = []
      return parcel
    },
  }
}

const noLists = new Int32Array(0)

/** Gives what files the parcels of a log, in their order, each with its piece. */
export function unpackerInto(filing: Filing): (parcel: Parcel, piece: Uint8Array) => void {
  const { named } = filing.core
  const { gateway, file } = filing.at.state
  let heading: ByteHeading = { gateway, file, time: Number.NEGATIVE_INFINITY, level: 'Info', length: 0 }
  const early: { time: number }[] = []

  return ({ texts: given, rows, length, wide, written }, piece) => {
    const texts = [bytesOf(piece, written), ...given.map((text) => bytesOf(text))]
    let wideAt = 0
    const next = () => {
      wideAt += 1
      return wide[wideAt - 1] as number
    }
    let at = 0
    while (at < length) {
      // One by one: to take them apart as a list makes objects, which costs more than all the rest here.
      const kind = rows[at] as number
      const a = rows[at + 1] as number
      const b = rows[at + 2] as number
      const c = rows[at + 3] as number
      const d = rows[at + 4] as number
      const e = rows[at + 5] as number
      const text = texts[a] as Bytes
      if (kind === kinds.heading) {
        heading = { gateway, file, time: next(), level: levels[a] ?? 'Info', length: b }
        at += 3
      } else if (kind === kinds.many) {
        const first = at + 5
        const end = first + c * record.size
        const found = { records: rows, lists: d === 0 ? noLists : rows.subarray(end, end + d), templates }
        fileRecords(filing, heading, text, b, found, first, c)
        at = end + d
      } else if (kind === kinds.one) {
        const planted = templates[d] ?? null
        if (planted) takeWide(named, next)
        const event = fileLine(filing, heading, text, b, c, planted)
        if (e === 1) early.push(event)
        at += 6
      } else if (kind === kinds.rest) {
        fileRest(filing, heading, text, b, c)
        at += 4
      } else {
        const event = early[a]
        if (event) event.time = next()
        at += 2
      }
    }
  }
}

function takeWide(named: Named, next: () => number): void {
  named.icid = next()
  named.mid = next()
  named.newMid = next()
  named.dcid = next()
  named.rid = next()
  const count = next()
  named.rids = count < 0 ? next() : Array.from({ length: count }, next)
}
