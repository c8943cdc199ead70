import { type Event, type EventOfForm, said } from '../correlator/form.ts'
import type { Attempt } from './attempts.ts'
import type { Proof } from './proof.ts'
import type { Slots } from './rule.ts'
import { told } from './story.ts'

/** Whether a disposition is the next server's acceptance (grammar L3); a hand-over to a quarantine (Q2) is none. */
export function isDelivery(event: Event): event is EventOfForm<'delivery-done'> {
  return event.form === 'delivery-done'
}

/** The lines of a delivery: done, and what the next server answered (L3, L4). */
export function deliveryLines({ attempt, events }: Proof): readonly Event[] {
  return [...events, ...events.flatMap((event) => (isDelivery(event) ? responsesTo(attempt, event) : []))]
}

/**
 * What a delivery told: `deliveredAt`, `nextHop` (address of the next server, or `?`), `response` (its words, empty
 * where none were logged), `messageId` and `about` (the subject, in quotes, after a comma; empty where not logged).
 */
export function deliverySlots({ attempt, events }: Proof): Slots {
  const done = events.findLast(isDelivery)
  const subject = told(attempt, 'subject').at(-1)?.fields.subject ?? ''
  const messageId = told(attempt, 'message-id').at(-1)?.fields.messageId ?? ''
  const words = done === undefined ? '' : (responsesTo(attempt, done).at(-1)?.fields.response ?? '')
  return {
    deliveredAt: done?.line.time ?? attempt.time,
    nextHop: done === undefined ? '?' : (addressOf(attempt, done) ?? '?'),
    response: words.length > 200 ? `${words.slice(0, 199)}…` : words,
    messageId: messageId.replace(/^<|>$/g, ''),
    about: subject === '' ? '' : `, “${subject.length > 120 ? `${subject.slice(0, 119)}…` : subject}”`,
  }
}

function responsesTo(attempt: Attempt, { fields }: EventOfForm<'delivery-done'>) {
  return told(attempt, 'delivery-response').filter(
    (event) => event.fields.mid === fields.mid && event.fields.rids.some((rid) => fields.rids.includes(rid)),
  )
}

function addressOf(attempt: Attempt, { fields }: EventOfForm<'delivery-done'>): string | undefined {
  const deliveries = (attempt.recipients ?? []).flatMap(({ message }) => message.deliveries)
  const own = deliveries.find(({ dcid }) => dcid === fields.dcid)
  return own && said(own.timeline, 'delivery-connect').at(0)?.fields.ip
}
