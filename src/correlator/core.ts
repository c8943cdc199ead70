import { fileConsolidated } from './consolidated.ts'
import { grammar } from './dispatch.ts'
import { type Filed, fileContinuation, fileEvent, fileUnrecognised, nowhere } from './file.ts'
import type { Event } from './form.ts'
import { newTable } from './id-table.ts'
import { type ClockOptions, type LineState, type LogLine, lineState, readLine } from './line.ts'
import { type Named, newNamed, takeNamed } from './named.ts'
import type { GatewayState, OpenDelivery, OpenInjection, OpenMessage } from './open.ts'
import type { Planted } from './planted.ts'
import type { Role } from './roles.ts'
import { countShape, fieldsOfUnrecognised, idsIn, newTally, type Tally } from './unrecognised.ts'

export type OpenThing = OpenInjection | OpenMessage | OpenDelivery

/** What the core tells while lines go in. */
export interface Listening {
  readonly opened: (thing: OpenThing) => void
  /** Nothing will be added any more, but for lines that come very late. */
  readonly completed: (thing: OpenThing) => void
  readonly loose: (event: Event) => void
}

/** The correlator at work: what it holds between two lines. Changed in place. */
export interface Core {
  readonly clock: ClockOptions
  readonly clocks: Readonly<Record<string, ClockOptions>>
  readonly listening: Listening
  readonly tally: Tally
  readonly named: Named
  readonly gateways: Map<string, GatewayState>
  readonly files: Map<string, FileState>
  last: FileState | null
}

/** What a line that continues another has of it. */
export type Heading = Pick<LogLine, 'gateway' | 'file' | 'time' | 'level'> & Partial<Pick<LogLine, 'number'>>

export interface FileState {
  readonly gateway: GatewayState
  readonly state: LineState
  /** Where the line before was filed, for what continues it. */
  readonly filed: Filed
  before: Heading | null
  continued: number
}

/** Lines that continue one line and are kept; more of them are only counted, for a file of another kind has no end. */
const continuationsKept = 100

/** `clocks` are those of single gateways, by name; `clock` is for the others. */
export function newCore(
  clock: ClockOptions,
  listening: Listening,
  clocks: Readonly<Record<string, ClockOptions>> = {},
): Core {
  return {
    clock,
    clocks,
    listening,
    tally: newTally(),
    named: newNamed(),
    gateways: new Map(),
    files: new Map(),
    last: null,
  }
}

/** The reading state of a file; `addLine` and `addContinuation` want it. */
export function fileOf(core: Core, gateway: string, file: string): FileState {
  const { last } = core
  if (last && last.state.file === file && last.state.gateway === gateway) return last
  const key = `${gateway}\n${file}`
  let found = core.files.get(key)
  if (!found) {
    const state = lineState(
      gateway,
      file,
      Object.hasOwn(core.clocks, gateway) ? (core.clocks[gateway] ?? core.clock) : core.clock,
    )
    found = { gateway: gatewayOf(core, gateway), state, filed: nowhere(), before: null, continued: 0 }
    core.files.set(key, found)
  }
  core.last = found
  return found
}

function gatewayOf(core: Core, name: string): GatewayState {
  let gateway = core.gateways.get(name)
  if (!gateway) {
    const { opened, completed } = core.listening
    gateway = {
      name,
      now: Number.NEGATIVE_INFINITY,
      injections: newTable(),
      messages: newTable(),
      deliveries: newTable(),
      ended: [],
      opened,
      replaced: completed,
    }
    core.gateways.set(name, gateway)
  }
  return gateway
}

/** Takes one line as it was read. Never throws, and counts every line as exactly one of three. */
export function addText(core: Core, text: string, gateway: string, file: string, number: number | null): FileState {
  const at = fileOf(core, gateway, file)
  const line = readLine(text, number, at.state)
  if (line) addLine(core, at, line)
  else addContinuation(core, at, text, number)
  return at
}

/** Notes what the next lines have before their messages. */
export function begin(at: FileState, heading: Heading): void {
  at.before = heading
  at.continued = 0
  at.gateway.now = heading.time
}

/** Takes a line that was read already. */
export function addLine(core: Core, at: FileState, line: LogLine): void {
  const { message } = line
  begin(at, line)
  const planted = grammar.read(message)
  if (planted) {
    takeNamed(core.named, planted, grammar.found)
    addEvent(core, at, eventOf(planted, line), planted.role)
  } else addUnrecognised(core, at, { form: 'unrecognised', line, fields: fieldsOfUnrecognised(message) }, message)
}

/** Files an event whose form was just found; `named` holds the numbers that it names. */
export function addEvent(core: Core, at: FileState, event: Event, role: Role): void {
  core.tally.lines += 1
  core.tally.recognised += 1
  if (fileEvent(at.gateway, event, role, core.named, at.filed)) return
  if (event.form === 'consolidated-event' && fileConsolidated(at.gateway, event, at.filed)) return
  core.listening.loose(event)
}

/** Files an event that no form matches under the ids that its text names. */
export function addUnrecognised(core: Core, at: FileState, event: Event, message: string): void {
  core.tally.lines += 1
  core.tally.unrecognised += 1
  countShape(core.tally, message)
  if (!fileUnrecognised(at.gateway, event, idsIn(message), at.filed)) core.listening.loose(event)
}

/** Takes a line without a header: it is filed with the line before it in its file. */
export function addContinuation(core: Core, at: FileState, text: string, number: number | null): void {
  core.tally.lines += 1
  core.tally.continuations += 1
  const { before } = at
  if (!before || at.continued >= continuationsKept) return
  at.continued += 1
  const message = text.trimEnd()
  const { gateway, file, time, level } = before
  const event: Event = {
    form: 'continuation',
    line: { gateway, file, number, text: message, time, level, message },
    fields: { text: message },
  }
  if (!fileContinuation(event, at.filed)) core.listening.loose(event)
}

/** The grammar holds exactly the forms that `Event` is made of, so what it recognised is one of them. */
function eventOf(planted: Planted, line: LogLine): Event {
  return { form: planted.form, line, fields: grammar.fields(planted, line.message) } as unknown as Event
}
