import { cefIds, readCef } from './cef.ts'
import { type Filed, fileContinuation } from './file.ts'
import type { Event } from './form.ts'
import { joinDelivery, joinInjection } from './join.ts'
import { deliveryOf, type GatewayState, injectionOf, messageOf } from './open.ts'

/**
 * Files a consolidated event under the ids among its fields, which no template has a slot for, and joins what they tie
 * together. False where it names none. It ends nothing: `act=DQ` is followed by another line about the same message.
 */
export function fileConsolidated(state: GatewayState, event: Event, filed: Filed): boolean {
  const cef = readCef(event.line.message)
  if (!cef) return false
  const { icid, mid, dcid } = cefIds(cef)
  filed.injection = icid ? injectionOf(state, icid) : null
  filed.message = mid === null ? null : messageOf(state, mid)
  filed.made = null
  filed.delivery = dcid ? deliveryOf(state, dcid) : null
  const { injection, message, delivery } = filed
  if (message && injection) joinInjection(injection, message, false)
  if (message && delivery) joinDelivery(message.value, delivery.value)
  return fileContinuation(event, filed)
}
