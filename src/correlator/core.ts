import { type Recognised, recognise } from './dispatch.ts'
import { type Filed, fileContinuation, fileEvent, fileUnrecognised, nowhere } from './file.ts'
import type { Event } from './form.ts'
import { type ClockOptions, type LineState, type LogLine, lineState, readLine } from './line.ts'
import type { GatewayState, Held, OpenDelivery, OpenInjection, OpenMessage } from './open.ts'
import { countShape, idsIn, newTally, type Tally } from './unrecognised.ts'

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
  readonly gateways: Map<string, GatewayState>
  readonly files: Map<string, FileState>
  last: FileState | null
}

interface FileState {
  readonly gateway: GatewayState
  readonly state: LineState
  /** Where the line before was filed, for what continues it. */
  readonly filed: Filed
  before: LogLine | null
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
  return { clock, clocks, listening, tally: newTally(), gateways: new Map(), files: new Map(), last: null }
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
      injections: new Map(),
      messages: new Map(),
      deliveries: new Map(),
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

/** Takes a line that was read already. */
export function addLine(core: Core, at: FileState, line: LogLine): void {
  core.tally.lines += 1
  at.before = line
  at.continued = 0
  const recognised = recognise(line.message)
  if (recognised) {
    core.tally.recognised += 1
    const event = eventOf(recognised, line)
    if (!fileEvent(at.gateway, event, recognised, at.filed)) core.listening.loose(event)
    return
  }
  core.tally.unrecognised += 1
  countShape(core.tally, line.message)
  const event: Event = { form: 'unrecognised', line, fields: { text: line.message } }
  if (!fileUnrecognised(at.gateway, event, idsIn(line.message), at.filed)) core.listening.loose(event)
}

/** Takes a line without a header: it is filed with the line before it in its file. */
export function addContinuation(core: Core, at: FileState, text: string, number: number | null): void {
  core.tally.lines += 1
  core.tally.continuations += 1
  const { before } = at
  if (!before || at.continued >= continuationsKept) return
  at.continued += 1
  const message = text.trimEnd()
  const event: Event = {
    form: 'continuation',
    line: { ...before, number, text: message, message },
    fields: { text: message },
  }
  if (!fileContinuation(event, at.filed)) core.listening.loose(event)
}

/** The grammar holds exactly the forms that `Event` is made of, so what it recognised is one of them. */
function eventOf(recognised: Recognised, line: LogLine): Event {
  const { form, fields } = recognised
  return { form, line, fields } as unknown as Event
}

/**
 * Lets go of what ended more than `grace` milliseconds before `now`, and of the oldest numbers beyond `most` of a kind,
 * so that memory does not grow with the log.
 */
export function letGo(core: Core, gateway: GatewayState, now: number, grace: number, most: number): void {
  const { ended } = gateway
  let gone = 0
  for (const held of ended) {
    if ((held.endedAt ?? now) + grace >= now && ended.length - gone <= most) break
    gone += 1
    forget(core, gateway, held)
  }
  if (gone > 0) ended.splice(0, gone)
  drop(core, gateway.injections, most)
  drop(core, gateway.messages, most)
  drop(core, gateway.deliveries, most)
}

function forget(core: Core, gateway: GatewayState, held: Held<OpenThing>): void {
  const { value } = held
  const numbers: Map<number, Held<OpenThing>> = value.kind === 'message'
    ? (gateway.messages as Map<number, Held<OpenThing>>)
    : value.kind === 'injection'
      ? (gateway.injections as Map<number, Held<OpenThing>>)
      : (gateway.deliveries as Map<number, Held<OpenThing>>)
  const id = value.kind === 'message' ? value.mid : value.kind === 'injection' ? value.icid : value.dcid
  // Where the number was used again, it was told complete when it was replaced.
  if (numbers.get(id) !== held) return
  numbers.delete(id)
  core.listening.completed(value)
}

function drop<T extends Held<OpenThing>>(core: Core, numbers: Map<number, T>, most: number): void {
  for (const [id, held] of numbers) {
    if (numbers.size <= most) return
    numbers.delete(id)
    core.listening.completed(held.value)
  }
}

/** Tells everything that is still held, as it stands. */
export function letAllGo(core: Core): void {
  for (const gateway of core.gateways.values()) {
    for (const held of gateway.injections.values()) core.listening.completed(held.value)
    for (const held of gateway.messages.values()) core.listening.completed(held.value)
    for (const held of gateway.deliveries.values()) core.listening.completed(held.value)
  }
}
