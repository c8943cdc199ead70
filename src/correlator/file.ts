import type { Recognised } from './dispatch.ts'
import type { FieldValue } from './field.ts'
import type { Event } from './form.ts'
import { becomes, joinDelivery, joinInjection } from './join.ts'
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
 * Files a recognised line under every id it names and joins what it ties together. ICID 0 and DCID 0 are no
 * connections (trap 3). False where the line names no id: it is loose.
 */
export function fileEvent(state: GatewayState, event: Event, recognised: Recognised, filed: Filed): boolean {
  const { form, fields, ids } = recognised
  const { time } = event.line
  const icid = ids.icid ? connection(fields.icid) : null
  const mid = ids.mid ? number(fields.mid) : null
  const newMid = ids.newMid ? number(fields.newMid) : null
  const dcid = ids.dcid ? connection(fields.dcid) : null
  filed.injection = null
  filed.message = null
  filed.made = null
  filed.delivery = null

  if (icid !== null) {
    filed.injection = (form === 'injection-start' ? beginInjection : injectionOf)(state, icid, time)
    filed.injection.value.timeline.push(event)
  }
  if (mid !== null) {
    const isStart = form === 'message-start'
    filed.message = isStart ? beginMessage(state, mid, icid ?? 0, time) : messageOf(state, mid, time)
    filed.message.value.timeline.push(event)
  }
  if (newMid !== null) {
    filed.made = madeMessage(state, newMid, time)
    if (filed.made !== filed.message) filed.made.value.timeline.push(event)
  }
  if (dcid !== null) {
    filed.delivery = (form === 'delivery-connect' ? beginDelivery : deliveryOf)(state, dcid, time)
    filed.delivery.value.timeline.push(event)
  }

  const { injection, message, made, delivery } = filed
  if (message) {
    if (injection) joinInjection(injection, message, form === 'message-start')
    if (delivery) joinDelivery(message.value, delivery.value)
    if (made) becomes(message.value, made.value, form)
    if (ids.recipients) fileUnderRecipients(message, event, form, fields)
  }
  noteEnd(state, form, event, filed)
  return injection !== null || message !== null || made !== null || delivery !== null
}

/** Files a line that no form matches. It joins nothing: nobody knows what it says. */
export function fileUnrecognised(state: GatewayState, event: Event, ids: NamedIds, filed: Filed): boolean {
  const { time } = event.line
  const icid = connection(ids.icid)
  const dcid = connection(ids.dcid)
  filed.injection = icid === null ? null : injectionOf(state, icid, time)
  filed.message = ids.mid === undefined ? null : messageOf(state, ids.mid, time)
  filed.made = null
  filed.delivery = dcid === null ? null : deliveryOf(state, dcid, time)
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

function noteEnd(state: GatewayState, form: string, event: Event, { injection, message, delivery }: Filed): void {
  const { time } = event.line
  switch (form) {
    case 'injection-close':
    case 'injection-killed':
      if (injection) end(state, injection, time)
      return
    case 'message-ready':
      if (message) message.ready = true
      return
    case 'message-finished':
      if (message) end(state, message, time)
      return
    case 'delivery-close':
    case 'delivery-killed':
      if (delivery) end(state, delivery, time)
      return
    case 'receiving-failed':
      // Size limit and loop name the ICID only, although there was a MID (row D5, trap 8).
      if (injection?.last && !injection.last.ready) injection.last.value.timeline.push(event)
  }
}

function fileUnderRecipients(
  message: HeldMessage,
  event: Event,
  form: string,
  fields: Readonly<Record<string, FieldValue>>,
): void {
  const { rid, rids, rcptTo } = fields
  if (typeof rid === 'number') {
    const named = typeof rcptTo === 'string' && (form === 'envelope-recipient' || message.beganAt === null)
    if (named) addRecipient(message, rid, rcptTo)
    fileUnderRecipient(message, rid, event)
  }
  if (Array.isArray(rids)) for (const each of rids) fileUnderRecipient(message, each, event)
}

/** Lines of one second may come before the recipient's own; they are handed to it when it is named. */
function addRecipient(message: HeldMessage, rid: number, rcptTo: string): void {
  if (message.byRid.has(rid)) return
  const timeline: Event[] = []
  if (message.waiting.length > 0) {
    for (const waiting of message.waiting) if (waiting.rid === rid) timeline.push(waiting.event)
    message.waiting = message.waiting.filter((waiting) => waiting.rid !== rid)
  }
  const recipient = { rid, rcptTo, timeline }
  message.byRid.set(rid, recipient)
  message.value.recipients.push(recipient)
}

function fileUnderRecipient(message: HeldMessage, rid: number, event: Event): void {
  const recipient = message.byRid.get(rid)
  if (recipient) recipient.timeline.push(event)
  else message.waiting.push({ rid, event })
}

function number(value: FieldValue | undefined): number | null {
  return typeof value === 'number' ? value : null
}

function connection(value: FieldValue | undefined): number | null {
  return typeof value === 'number' && value !== 0 ? value : null
}
