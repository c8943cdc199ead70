import type { Message } from './mail-log.ts'
import { added, type HeldInjection, type HeldMessage, type OpenDelivery, type OpenMessage } from './open.ts'

/** Forms that say one message came from another, and how. `mid` is always the old one, `newMid` the new (trap 4). */
const derivations: ReadonlyMap<string, NonNullable<Message['origin']>['how']> = new Map([
  ['message-rewritten', 'rewritten'],
  ['message-split', 'split'],
  ['message-reinjected', 'reinjected'],
  ['received-from-sma', 'reinjected'],
  ['message-generated', 'generated'],
  ['bounce-generated', 'generated'],
])

/** A message belongs to the injection that a line of it names. */
export function joinInjection(injection: HeldInjection, message: HeldMessage, isStart: boolean): void {
  if (isStart) injection.last = message
  if (message.value.injection) return
  message.value.injection = injection.value
  injection.value.messages = added(injection.value.messages, message.value)
  injection.last ??= message
}

export function joinDelivery(message: OpenMessage, delivery: OpenDelivery): void {
  const { deliveries } = message
  if (deliveries[deliveries.length - 1] === delivery || deliveries.includes(delivery)) return
  message.deliveries = added(deliveries, delivery)
}

/** Joins the old message to the new one. A copy (`generated`) has an origin, but the old message did not become it. */
export function becomes(old: OpenMessage, made: OpenMessage, form: string): void {
  const how = derivations.get(form)
  if (!how || made.origin || isBefore(made, old)) return
  made.origin = { message: old, how }
  if (how !== 'generated') old.became = added(old.became, made)
}

/** Whether `message` is `later` or one of its origins: joining them again would make a ring that nobody could follow. */
function isBefore(message: OpenMessage, later: OpenMessage): boolean {
  for (let at: OpenMessage | undefined = later; at; at = at.origin?.message) if (at === message) return true
  return false
}
