import { collector } from './collect.ts'
import {
  addContinuation,
  addEvent,
  addUnrecognised,
  begin,
  type Core,
  type FileState,
  fileOf,
  newCore,
} from './core.ts'
import { grammar } from './dispatch.ts'
import type { Event } from './form.ts'
import { type ClockOptions, type LogLine, readLine } from './line.ts'
import type { MailLog } from './mail-log.ts'
import { type Named, newNamed, takeNamed } from './named.ts'
import { retell } from './retold.ts'
import type { Role } from './roles.ts'
import { atOnce, inSteps, type Steps } from './steps.ts'
import { fieldsOfUnrecognised } from './unrecognised.ts'

/** A line that one of several searches brought. */
export interface GatheredLine {
  readonly gateway: string
  readonly file: string
  readonly number: number | null
  readonly text: string
  /** Which search brought it; lines of one search stand together. Left out: all are of one. */
  readonly search?: number
}

export interface AllOptions extends ClockOptions {
  /** Clocks of single gateways, by name; the options themselves are for the others. */
  readonly clocks?: Readonly<Record<string, ClockOptions>>
  /** True: a line that several searches brought counts once. See `correlateAll`. */
  readonly unique?: boolean
  /**
   * True: what a bounce log or a consolidated event log tells stands in the timelines in the mail log's forms as well,
   * so far as the mail log itself does not tell it. Such events say so (`retold`).
   */
  readonly retold?: boolean
}

/**
 * Correlates lines that several searches brought, of several gateways, in any order: they are put in the order of time
 * first, within a second in that of file and number.
 *
 * With `unique`, a line that was brought again goes only once: the same by gateway, file and number; where there is no
 * number, as often as the search that brought it most often did (a gateway may well write the same text twice).
 * @throws RangeError where a `timeZone` is no IANA zone.
 */
export function correlateAll(lines: Iterable<GatheredLine>, options: AllOptions = {}): MailLog {
  const gathering = newGathering(options)
  atOnce(gathering.add(lines))
  return atOnce(gathering.mailLog())
}

/** Lines that come search by search. Each is read once, and filed anew whenever all of them are correlated. */
export interface Gathering {
  /** Reads more lines. */
  add(lines: Iterable<GatheredLine>): Steps<void>
  /** What `correlateAll` gives for all lines so far. */
  mailLog(): Steps<MailLog>
}

/** How many lines are read, filed and retold in one step. */
const read = 50
const filed = 200
const retold = 20

/** Begins to gather. The first line throws what `correlateAll` throws. */
export function newGathering(options: AllOptions = {}): Gathering {
  const reading = newCore(options, nobody, options.clocks)
  const isNew = options.unique ? newness() : () => true
  const all: Read[] = []

  function take(raw: GatheredLine): void {
    if (!isNew(raw)) return
    const line = readLine(raw.text, raw.number, fileOf(reading, raw.gateway, raw.file).state)
    all.push({ raw, line, said: line && saidBy(line), time: Number.NaN, order: all.length })
  }

  function* mailLog(): Steps<MailLog> {
    const collected = collector()
    const core = newCore(options, collected.listening, options.clocks)
    yield* inSteps(inTime(all), filed, (one) => fileRead(core, one))
    if (options.retold) {
      const readClock = ({ gateway, file }: LogLine, clock: string) => {
        // The file's own state goes on with the lines that come.
        const state = { ...fileOf(reading, gateway, file).state, early: null }
        return readLine(`${clock} Info: -`, null, state)?.time ?? null
      }
      yield* inSteps(collected.messages, retold, (message) => retell([message], readClock))
    }
    return collected.mailLog(core)
  }

  return { add: (lines) => inSteps(lines, read, take), mailLog }
}

const nobody = { opened: () => {}, completed: () => {}, loose: () => {} }

interface Read {
  readonly raw: GatheredLine
  /** Null where it continues the line before. */
  readonly line: LogLine | null
  /** Null where no form matches it. */
  readonly said: Said | null
  /** Its own time, or that of the line it continues. */
  time: number
  readonly order: number
}

/** What a line says by its form, and the numbers that it names. */
interface Said {
  readonly event: Event
  readonly role: Role
  readonly named: Named
}

function saidBy(line: LogLine): Said | null {
  const planted = grammar.read(line.message)
  if (!planted) return null
  const named = newNamed()
  takeNamed(named, planted, grammar.found)
  // The grammar holds exactly the forms that `Event` is made of.
  const event = { form: planted.form, line, fields: grammar.fields(planted, line.message) } as unknown as Event
  return { event, role: planted.role, named }
}

function fileRead(core: Core, { raw, line, said }: Read): void {
  const at = fileOf(core, raw.gateway, raw.file)
  if (!line) {
    const { before } = at
    if (!isNext(raw, at)) at.before = null
    addContinuation(core, at, raw.text, raw.number)
    at.before = before
    return
  }
  const { message } = line
  begin(at, line)
  if (said) {
    Object.assign(core.named, said.named)
    addEvent(core, at, said.event, said.role)
  } else addUnrecognised(core, at, { form: 'unrecognised', line, fields: fieldsOfUnrecognised(message) }, message)
}

/** Whether a line may continue the one before: a search brings lines from all over a file, and their numbers tell. */
function isNext({ number }: GatheredLine, { before, continued }: FileState): boolean {
  return number === null || before?.number == null || number === before.number + continued + 1
}

/** In the order of time. Only when all were read is it known, for the header of a file may set lines before it right. */
function inTime(all: readonly Read[]): readonly Read[] {
  let time = Number.NEGATIVE_INFINITY
  for (const one of all) {
    time = one.line?.time ?? time
    one.time = time
  }
  return [...all].sort(inOrder)
}

function inOrder(a: Read, b: Read): number {
  if (a.time !== b.time) return a.time - b.time
  if (a.raw.gateway !== b.raw.gateway) return a.raw.gateway < b.raw.gateway ? -1 : 1
  if (a.raw.file !== b.raw.file) return a.raw.file < b.raw.file ? -1 : 1
  return (a.raw.number ?? 0) - (b.raw.number ?? 0) || a.order - b.order
}

/** Tells whether a line was not brought before. */
function newness(): (raw: GatheredLine) => boolean {
  const seen = new Map<string, { kept: number; search: number | undefined; count: number }>()
  return ({ gateway, file, number, text, search }) => {
    const key = `${gateway}\n${file}\n${number ?? `\n${text}`}`
    const before = seen.get(key)
    if (!before) {
      seen.set(key, { kept: 1, search, count: 1 })
      return true
    }
    if (number !== null) return false
    if (before.search !== search) {
      before.search = search
      before.count = 0
    }
    before.count += 1
    if (before.count <= before.kept) return false
    before.kept += 1
    return true
  }
}
