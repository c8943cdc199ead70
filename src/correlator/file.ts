import type { Event } from './form.ts'
import { becomes, joinDelivery, joinInjection } from './join.ts'
import { type Named, none } from './named.ts'
import {
  beginDelivery,
  beginInjection,
  beginMessage,
  deliveryOf,
  end,
  type GatewayState,
  type Held,
  type HeldInjection,
  type HeldMessage,
  injectionOf,
  madeMessage,
  messageOf,
  type OpenDelivery,
} from './open.ts'
import { fileUnderRecipients } from './recipients.ts'
import { type Role, role as roles } from './roles.ts'
import type { NamedIds } from './unrecognised.ts'

/** Where a line was filed: what continues it goes there too. */
export interface Filed {
  injection: HeldInjection | null
  message: HeldMessage | null
  made: HeldMessage | null
  delivery: Held<OpenDelivery> | null
}

export function nowhere(): Filed {
  return { injection: null, message: null, made: null, delivery: null }
}

/**
 * Files a recognised line under every id it names and joins what it ties together. ICID 0 and DCID 0 are no connections
 * (trap 3). False where the line names no id: it is loose.
 */
export function fileEvent(state: GatewayState, event: Event, role: Role, named: Named, filed: Filed): boolean {
  const { icid, mid, newMid, dcid } = named
  filed.injection = null
  filed.message = null
  filed.made = null
  filed.delivery = null

  if (icid > 0) {
    filed.injection = (role === roles.injectionStart ? beginInjection : injectionOf)(state, icid)
    filed.injection.value.timeline.push(event)
  }
  if (mid >= 0) {
    const isStart = role === roles.messageStart
    filed.message = isStart ? beginMessage(state, mid, Math.max(icid, 0), filed.injection) : messageOf(state, mid)
    filed.message.value.timeline.push(event)
  }
  if (newMid >= 0) {
    filed.made = madeMessage(state, newMid)
    if (filed.made !== filed.message) filed.made.value.timeline.push(event)
  }
  if (dcid > 0) {
    filed.delivery = (role === roles.deliveryStart ? beginDelivery : deliveryOf)(state, dcid)
    filed.delivery.value.timeline.push(event)
  }

  const { injection, message, made, delivery } = filed
  if (message) {
    if (injection) joinInjection(injection, message, role === roles.messageStart)
    if (delivery) joinDelivery(message.value, delivery.value)
    if (made) becomes(message.value, made.value, event.form)
    if (named.rid >= 0 || named.rids !== none) fileUnderRecipients(message, event, named)
  }
  if (role !== roles.none) noteEnd(state, event, role, filed)
  return injection !== null || message !== null || made !== null || delivery !== null
}

/** Files a line that no form matches. It joins nothing: nobody knows what it says. */
export function fileUnrecognised(state: GatewayState, event: Event, ids: NamedIds, filed: Filed): boolean {
  const icid = connection(ids.icid ?? null)
  const dcid = connection(ids.dcid ?? null)
  filed.injection = icid === null ? null : injectionOf(state, icid)
  filed.message = ids.mid === undefined ? null : messageOf(state, ids.mid)
  filed.made = null
  filed.delivery = dcid === null ? null : deliveryOf(state, dcid)
  return fileContinuation(event, filed)
}

/** Files an event wherever the line before it was filed. */
export function fileContinuation(event: Event, { injection, message, made, delivery }: Filed): boolean {
  injection?.value.timeline.push(event)
  message?.value.timeline.push(event)
  if (made !== message) made?.value.timeline.push(event)
  delivery?.value.timeline.push(event)
  return Boolean(injection || message || made || delivery)
}

function noteEnd(state: GatewayState, event: Event, role: Role, { injection, message, delivery }: Filed): void {
  switch (role) {
    case roles.injectionEnd:
      if (injection) end(state, injection)
      return
    case roles.messageReady:
      if (message) message.ready = true
      return
    case roles.messageEnd:
      if (message) end(state, message)
      return
    case roles.deliveryEnd:
      if (delivery) end(state, delivery)
      return
    case roles.receivingFailed:
      // Size limit and loop name the ICID only, although there was a MID (row D5, trap 8).
      if (injection?.last && !injection.last.ready) injection.last.value.timeline.push(event)
  }
}

function connection(id: number | null): number | null {
  return id === 0 ? null : id
}
