import { ByteEvent, type ByteHeading } from './byte-event.ts'
import { addContinuation, addEvent, addUnrecognised, type Core, type FileState } from './core.ts'
import type { Event } from './form.ts'
import { type Named, none } from './named.ts'
import type { Planted } from './planted.ts'
import { record } from './recogniser/recogniser.ts'
import { type Bytes, decode } from './text.ts'

// A log is read in two steps, which may be taken in two threads: bytes.ts finds out what each line says, and what it
// says is filed here.

/** Where the lines of one file that were read as bytes are filed. Changed in place. */
export interface Filing {
  readonly core: Core
  readonly at: FileState
  /** Called after each line, with the time of the log. */
  readonly after: (number: number, time: number) => void
  /** Of the last line. */
  number: number
}

export function newFiling(core: Core, at: FileState, after: Filing['after']): Filing {
  return { core, at, after, number: 0 }
}

/** Records of lines, as the recogniser writes them. */
export interface Records {
  readonly records: Int32Array
  readonly lists: Int32Array
  /** By the number that stands in a record. */
  readonly templates: readonly Planted[]
}

/** Files so many lines of one heading. The places in the records, the first of which is at `first`, count from `base`. */
export function fileRecords(
  filing: Filing,
  heading: ByteHeading,
  text: Bytes,
  base: number,
  found: Records,
  first: number,
  count: number,
): void {
  const { core, at, after } = filing
  const { records, templates } = found
  const { time } = heading
  at.before = heading
  at.continued = 0
  const end = first + count * record.size
  for (let place = first; place < end; place += record.size) {
    filing.number += 1
    const template = records[place + record.template] as number
    const planted = template < 0 ? null : (templates[template] as Planted)
    const from = base + (records[place + record.from] as number)
    const to = base + (records[place + record.to] as number)
    const form = planted ? planted.form : 'unrecognised'
    const event = new ByteEvent(form, heading, filing.number, text, from, to) as unknown as Event
    if (planted) {
      takeRecord(core.named, planted, found, place)
      addEvent(core, at, event, time)
    } else addUnrecognised(core, at, event, time, event.line.message)
    after(filing.number, time)
  }
}

function takeRecord(named: Named, planted: Planted, { records, lists }: Records, place: number): void {
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

/** Files one line. What it names stands in the core's `named`; null: no form matches it. */
export function fileLine(
  filing: Filing,
  heading: ByteHeading,
  text: Bytes,
  from: number,
  to: number,
  planted: Planted | null,
): ByteEvent {
  const { core, at } = filing
  filing.number += 1
  const event = new ByteEvent(planted ? planted.form : 'unrecognised', heading, filing.number, text, from, to)
  at.before = heading
  at.continued = 0
  if (planted) addEvent(core, at, event as unknown as Event, heading.time)
  else addUnrecognised(core, at, event as unknown as Event, heading.time, event.line.message)
  filing.after(filing.number, heading.time)
  return event
}

/** Files a line that continues another. */
export function fileRest(filing: Filing, heading: ByteHeading, text: Bytes, from: number, to: number): void {
  filing.number += 1
  addContinuation(filing.core, filing.at, decode(text.bytes, from, to), filing.number)
  filing.after(filing.number, heading.time)
}
