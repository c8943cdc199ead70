import type { Event } from './form.ts'
import { type IdTable, lookUp, put } from './id-table.ts'
import type { Delivery, Injection, Message, Recipient } from './mail-log.ts'

// The values of mail-log.ts while they still grow, and what the correlator must know about each to tell a number that
// is used again (a restart, trap 2) from a line that came out of order (trap 1).

export type OpenInjection = Growing<Omit<Injection, 'messages'>> & { messages: readonly OpenMessage[] }
export type OpenDelivery = Growing<Delivery>
export type OpenRecipient = Growing<Recipient>
export type OpenMessage = Growing<Omit<Message, 'injection' | 'recipients' | 'deliveries' | 'became' | 'origin'>> & {
  injection: OpenInjection | undefined
  recipients: readonly OpenRecipient[]
  deliveries: readonly OpenDelivery[]
  became: readonly OpenMessage[]
  origin: { message: OpenMessage; how: NonNullable<Message['origin']>['how'] } | undefined
}

type Growing<T extends { readonly timeline: readonly Event[] }> = Omit<T, 'timeline'> & { timeline: Event[] }

/** One number in use. */
export interface Held<T> {
  readonly value: T
  /** Whether the line that opens it was read, and when; a line that only names a number opens it too. */
  beganAt: number | null
  touchedAt: number
  /** When `close` or `Message finished` was read. */
  endedAt: number | null
}

export interface HeldInjection extends Held<OpenInjection> {
  /** The message begun last on it: what a `Receiving Failed` without a MID is about (trap 8). */
  last: HeldMessage | null
}

export interface HeldMessage extends Held<OpenMessage> {
  /** From its `Start MID` line. */
  icid: number | null
  /** Whether its data was received whole. */
  ready: boolean
  /** The recipients by RID, where there are many. */
  byRid: Map<number, OpenRecipient> | null
  /** Events that name recipients whose own line has not been read (yet), where there are any. */
  waiting: { rid: number; event: Event }[] | null
}

/** The numbers in use on one gateway, and those that came to an end lately, the oldest first. */
export interface GatewayState {
  readonly name: string
  /** The time of the line that is filed. */
  now: number
  readonly injections: IdTable<HeldInjection>
  readonly messages: IdTable<HeldMessage>
  readonly deliveries: IdTable<Held<OpenDelivery>>
  readonly ended: Held<OpenInjection | OpenMessage | OpenDelivery>[]
  /** Called for each value when it is opened, and when its number is taken from it. */
  readonly opened: (value: OpenInjection | OpenMessage | OpenDelivery) => void
  readonly replaced: (value: OpenInjection | OpenMessage | OpenDelivery) => void
}

/** A line that opens a number may come this much after another that names it, in milliseconds: never more. */
const disorder = 60_000
/** Two subscriptions write every line twice, and a clock may be set: a repeated `Start` within this is the same. */
const sameStart = 3_600_000

/** The injection of this ICID, opened where it is not known. */
export function injectionOf(state: GatewayState, icid: number): HeldInjection {
  return touched(lookUp(state.injections, icid), state) ?? openInjection(state, icid)
}

/** The injection that a `New SMTP ICID` line opens. */
export function beginInjection(state: GatewayState, icid: number): HeldInjection {
  const known = lookUp(state.injections, icid)
  const held = known && (known.beganAt === state.now || isEarly(known, state.now)) ? known : openInjection(state, icid)
  held.beganAt = state.now
  return held
}

/** The message of this MID, opened where it is not known. */
export function messageOf(state: GatewayState, mid: number): HeldMessage {
  return touched(lookUp(state.messages, mid), state) ?? openMessage(state, mid)
}

/** The message that a `Start MID` line opens: a new one, unless lines about it came before, or the line is repeated. */
export function beginMessage(
  state: GatewayState,
  mid: number,
  icid: number,
  injection: HeldInjection | null,
): HeldMessage {
  const known = lookUp(state.messages, mid)
  if (known && (isEarly(known, state.now) || isSameStart(known, icid, injection, state.now))) {
    known.beganAt ??= state.now
    known.icid ??= icid
    return known
  }
  const held = openMessage(state, mid)
  held.beganAt = state.now
  held.icid = icid
  return held
}

/** The message that another became: its lines may come before or after, but not long after its end. */
export function madeMessage(state: GatewayState, mid: number): HeldMessage {
  const known = lookUp(state.messages, mid)
  if (known?.endedAt != null && state.now - known.endedAt > disorder) return openMessage(state, mid)
  return messageOf(state, mid)
}

/** The delivery of this DCID, opened where it is not known. */
export function deliveryOf(state: GatewayState, dcid: number): Held<OpenDelivery> {
  return touched(lookUp(state.deliveries, dcid), state) ?? openDelivery(state, dcid)
}

/** The delivery that a `New SMTP DCID` line opens. */
export function beginDelivery(state: GatewayState, dcid: number): Held<OpenDelivery> {
  const known = lookUp(state.deliveries, dcid)
  const held = known && (known.beganAt === state.now || isEarly(known, state.now)) ? known : openDelivery(state, dcid)
  held.beganAt = state.now
  return held
}

/** Notes that a number came to its end. */
export function end(state: GatewayState, held: Held<OpenInjection | OpenMessage | OpenDelivery>): void {
  if (held.endedAt !== null) return
  held.endedAt = state.now
  state.ended.push(held)
}

function touched<T>(held: (T & { touchedAt: number }) | null, { now }: GatewayState): T | null {
  if (held) held.touchedAt = now
  return held
}

/** Whether what is held was only named so far, by lines so close that the opening line may be theirs. */
function isEarly(held: Held<unknown>, time: number): boolean {
  if (held.beganAt !== null) return false
  return held.endedAt === null ? time - held.touchedAt <= disorder : time - held.endedAt <= 1000
}

function isSameStart(held: HeldMessage, icid: number, injection: HeldInjection | null, time: number): boolean {
  if (held.beganAt === null || held.icid !== icid) return false
  if (held.beganAt === time) return true
  // After a restart both count anew: the same ICID is then another connection.
  return held.endedAt === null && held.value.injection === injection?.value && time - held.beganAt <= sameStart
}

/** What nothing was added to yet: one list for all, for most stay so, or come to one value. */
const nothing: readonly never[] = Object.freeze([])

/** The list with a value more. */
export function added<T>(list: readonly T[], value: T): readonly T[] {
  if (list.length === 0) return [value]
  ;(list as T[]).push(value)
  return list
}

function openInjection(state: GatewayState, icid: number): HeldInjection {
  const value: OpenInjection = { kind: 'injection', gateway: state.name, icid, timeline: [], messages: nothing }
  const held = { value, beganAt: null, touchedAt: state.now, endedAt: null, last: null }
  keep(state, state.injections, icid, held)
  return held
}

function openMessage(state: GatewayState, mid: number): HeldMessage {
  const value: OpenMessage = {
    kind: 'message',
    gateway: state.name,
    mid,
    timeline: [],
    injection: undefined,
    recipients: nothing,
    deliveries: nothing,
    became: nothing,
    origin: undefined,
  }
  const held: HeldMessage = {
    value,
    beganAt: null,
    touchedAt: state.now,
    endedAt: null,
    icid: null,
    ready: false,
    byRid: null,
    waiting: null,
  }
  keep(state, state.messages, mid, held)
  return held
}

function openDelivery(state: GatewayState, dcid: number): Held<OpenDelivery> {
  const value: OpenDelivery = { kind: 'delivery', gateway: state.name, dcid, timeline: [] }
  const held = { value, beganAt: null, touchedAt: state.now, endedAt: null }
  keep(state, state.deliveries, dcid, held)
  return held
}

function keep<T extends Held<OpenInjection | OpenMessage | OpenDelivery>>(
  state: GatewayState,
  numbers: IdTable<T>,
  id: number,
  held: T,
): void {
  const before = lookUp(numbers, id)
  if (before) state.replaced(before.value)
  put(numbers, id, held)
  state.opened(held.value)
}
