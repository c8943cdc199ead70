import { ByteEvent } from './byte-event.ts'
import type { Core, OpenThing } from './core.ts'
import { type IdTable, inOrder, lookUp, takeOut } from './id-table.ts'
import type { GatewayState, Held } from './open.ts'

// What a stream tells as complete, so that memory does not grow with the log.

/**
 * Lines are never so much out of order, in milliseconds: where time went back so far, a clock was set, or an older log
 * stands behind a later one.
 */
const wentBack = 60_000

/**
 * Lets go of what ended more than `grace` milliseconds before `now`, or far after it; and where there are more than `most`
 * numbers of a kind, of the oldest.
 */
export function letGo(core: Core, gateway: GatewayState, now: number, grace: number, most: number): void {
  const { ended } = gateway
  let gone = 0
  for (const held of ended) {
    const endedAt = held.endedAt ?? now
    const isLately = endedAt + grace >= now && endedAt - wentBack <= now
    if (isLately && ended.length - gone <= most) break
    gone += 1
    forget(core, gateway, held)
  }
  if (gone > 0) ended.splice(0, gone)
  const { injections, messages, deliveries } = gateway
  if (injections.size > most) drop(core, gateway, inOrder(injections), most)
  if (messages.size > most) drop(core, gateway, inOrder(messages), most)
  if (deliveries.size > most) drop(core, gateway, inOrder(deliveries), most)
}

/** Tells everything that is still held, as it stands. */
export function letAllGo(core: Core): void {
  for (const { injections, messages, deliveries } of core.gateways.values()) {
    for (const { value } of inOrder(injections)) core.listening.completed(value)
    for (const { value } of inOrder(messages)) core.listening.completed(value)
    for (const { value } of inOrder(deliveries)) core.listening.completed(value)
  }
}

function forget(core: Core, { injections, messages, deliveries }: GatewayState, held: Held<OpenThing>): void {
  const { value } = held
  if (value.kind === 'message') forgetNumber(core, messages, value.mid, held)
  else if (value.kind === 'injection') forgetNumber(core, injections, value.icid, held)
  else forgetNumber(core, deliveries, value.dcid, held)
}

function forgetNumber<T extends Held<OpenThing>>(
  core: Core,
  numbers: IdTable<T>,
  id: number,
  held: Held<OpenThing>,
): void {
  // Where the number was used again, it was told complete when it was replaced.
  if (lookUp(numbers, id) !== held) return
  takeOut(numbers, id)
  core.listening.completed(held.value)
}

/** Some more than need be, for putting them in order costs. */
function drop(core: Core, gateway: GatewayState, oldestFirst: readonly Held<OpenThing>[], most: number): void {
  const tooMany = oldestFirst.length - most + (most >> 3)
  for (const held of oldestFirst.slice(0, tooMany)) forget(core, gateway, held)
}

/** Lines by their numbers: those from the first on and before the end. All before them were settled earlier. */
export interface Lines {
  readonly from: number
  readonly end: number
}

/**
 * Looks at all that is held, and at what that leads to: what was told long ago is still there for the connection that
 * brought it, which may be open for days. Events of these lines let go of the bytes they were read from: a mail that waits
 * for days in the queue would otherwise keep whole pieces of the log in memory; where what was told `isDone`, those alone
 * that are still to be told. And where more than `most` lines are held, those values go that nothing was heard of for the
 * longest: a log may lack every line that ends something.
 */
export function settle(core: Core, gateway: GatewayState, which: Lines, most: number, isDone: boolean): void {
  if (isDone) settleHeld(gateway, which)
  const { injections, messages, deliveries } = gateway
  const held: Held<OpenThing>[] = [...inOrder(injections), ...inOrder(messages), ...inOrder(deliveries)]
  const seen = new Set<OpenThing>()
  const counted = held.map((each) => {
    const things = linked(each.value, seen)
    if (!isDone) for (const thing of things) settleEvents(thing, which)
    return { held: each, lines: things.reduce((sum, { timeline }) => sum + timeline.length, 0) }
  })
  let lines = counted.reduce((sum, each) => sum + each.lines, 0)
  if (lines <= most) return
  counted.sort((a, b) => a.held.touchedAt - b.held.touchedAt)
  for (const each of counted) {
    if (lines <= most / 2) return
    lines -= each.lines
    forget(core, gateway, each.held)
  }
}

/** Settles the events of the values alone that are held and not told yet, and nothing goes. */
export function settleHeld({ injections, messages, deliveries }: GatewayState, which: Lines): void {
  for (const { value } of inOrder(injections)) settleEvents(value, which)
  for (const { value } of inOrder(messages)) settleEvents(value, which)
  for (const { value } of inOrder(deliveries)) settleEvents(value, which)
}

/** A timeline is in the order of its lines; most began after these, or have few that came later. */
function settleEvents({ timeline }: OpenThing, { from, end }: Lines): void {
  const first = timeline[0]
  if (first instanceof ByteEvent && first.number >= end) return
  for (let at = timeline.length - 1; at >= 0; at -= 1) {
    const event = timeline[at]
    if (!(event instanceof ByteEvent) || event.number >= end) continue
    if (event.number < from) return
    event.settle()
  }
}

/** A value and all that it leads to, but for what was seen already. */
function linked(first: OpenThing, seen: Set<OpenThing>): OpenThing[] {
  const found: OpenThing[] = []
  const ahead = [first]
  for (let thing = ahead.pop(); thing; thing = ahead.pop()) {
    if (seen.has(thing)) continue
    seen.add(thing)
    found.push(thing)
    if (thing.kind === 'injection') for (const message of thing.messages) ahead.push(message)
    if (thing.kind !== 'message') continue
    for (const delivery of thing.deliveries) ahead.push(delivery)
    for (const became of thing.became) ahead.push(became)
    if (thing.injection) ahead.push(thing.injection)
    if (thing.origin) ahead.push(thing.origin.message)
  }
  return found
}
