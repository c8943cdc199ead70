import { ByteEvent, type ByteHeading } from './byte-event.ts'
import { addContinuation, addEvent, addUnrecognised, begin, type Core, type FileState } from './core.ts'
import type { Event } from './form.ts'
import { type Named, none } from './named.ts'
import { injectionOf, messageOf } from './open.ts'
import { type Planted, sole } from './planted.ts'
import { record } from './recogniser/recogniser.ts'
import { type Bytes, decode } from './text.ts'

// A log is read in two steps, which may be taken in two threads: bytes.ts finds out what each line says, and what it
// says is filed here.

/** Where the lines of one file that were read as bytes are filed. Changed in place. */
export interface Filing {
  readonly core: Core
  readonly at: FileState
  /** Called now and then, with the number of the last line and the time of the log. */
  readonly look: (number: number, time: number) => void
  /** Of the last line. */
  number: number
  /** The time of the log when `look` was called last. */
  looked: number
}

export function newFiling(core: Core, at: FileState, look: Filing['look']): Filing {
  return { core, at, look, number: 0, looked: Number.NEGATIVE_INFINITY }
}

/** Records of lines, as the recogniser writes them. */
export interface Records {
  readonly records: Int32Array
  readonly lists: Int32Array
  /** By the number that stands in a record. */
  readonly templates: readonly Planted[]
}

/** How many lines go by between two looks at what is complete: looking costs, waiting holds memory. */
const linesBetween = 256
/** The same in milliseconds of the log: where few lines come, what is complete need not wait for so many. */
const timeBetween = 60_000

/** To be called after each line that is filed. */
export function lookAfter(filing: Filing, { time }: { readonly time: number }): void {
  if (filing.number % linesBetween !== 0 && time <= filing.looked + timeBetween) return
  filing.looked = time
  filing.look(filing.number, time)
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
  const { core, at } = filing
  const { records, templates } = found
  begin(at, heading)
  const last = first + (count - 1) * record.size
  for (let place = first; place <= last; place += record.size) {
    filing.number += 1
    const template = records[place + record.template] as number
    const planted = template < 0 ? null : (templates[template] as Planted)
    const from = base + (records[place + record.from] as number)
    const to = base + (records[place + record.to] as number)
    const form = planted ? planted.form : 'unrecognised'
    const event = new ByteEvent(form, heading, filing.number, text, from, to) as unknown as Event
    if (!planted) addUnrecognised(core, at, event, event.line.message)
    // The last goes the long way, for what continues it goes where it was filed.
    else if (place === last || !fileAlone(core, at, event, planted, records, place)) {
      takeRecord(core.named, planted, found, place)
      addEvent(core, at, event, planted.role)
    }
    lookAfter(filing, heading)
  }
}

/** Files a line of which there is no more to do than to put it into one timeline: most are so. False for others. */
function fileAlone(
  { tally }: Core,
  { gateway }: FileState,
  event: Event,
  planted: Planted,
  records: Int32Array,
  place: number,
): boolean {
  if (planted.sole === sole.message) {
    messageOf(gateway, records[place + record.mid] as number).value.timeline.push(event)
  } else if (planted.sole === sole.injection && (records[place + record.icid] as number) > 0) {
    injectionOf(gateway, records[place + record.icid] as number).value.timeline.push(event)
  } else return false
  tally.lines += 1
  tally.recognised += 1
  return true
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
  begin(at, heading)
  if (planted) addEvent(core, at, event as unknown as Event, planted.role)
  else addUnrecognised(core, at, event as unknown as Event, event.line.message)
  lookAfter(filing, heading)
  return event
}

/** Files a line that continues another. */
export function fileRest(filing: Filing, heading: ByteHeading, text: Bytes, from: number, to: number): void {
  filing.number += 1
  addContinuation(filing.core, filing.at, decode(text.bytes, from, to), filing.number)
  lookAfter(filing, heading)
}
