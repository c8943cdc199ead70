import { type Cef, readCef } from './cef.ts'
import { type Event, type EventOfForm, type FormName, type Retold, said } from './form.ts'
import type { LogLine } from './line.ts'
import { added, type OpenMessage, type OpenRecipient } from './open.ts'
import { beginningOf, headersIn, verdictsIn } from './retold-cef.ts'
import { endingOf } from './retold-ending.ts'

/** An event of the mail log, without its line. */
export type Told = { [Name in FormName]: Pick<EventOfForm<Name>, 'form' | 'fields'> }[FormName]

/** The time of a moment as a log writes it (`Thu Nov 19 08:04:29 2026`), by the clock of a line's file; null where it is none. */
export type ReadClock = (line: LogLine, clock: string) => number | null

/**
 * Puts what a bounce log (section 16 (b) of the grammar) and a consolidated event log (16 (c)) tell of messages into the
 * mail log's forms, so that it is read like the mail log. What the mail log tells itself is not told again.
 */
export function retell(messages: readonly OpenMessage[], readClock: ReadClock): void {
  for (const message of messages) {
    const told = [...message.timeline]
    for (const event of told) if (isBounceLog(event)) retellBounce(message, event)
    const summed = told.filter((event) => event.form === 'consolidated-event')
    for (const event of summed) retellConsolidated(message, event, event === summed.at(-1), readClock)
  }
}

type BounceLogEvent = EventOfForm<'bounce-log-bounced' | 'bounce-log-delayed'>

function isBounceLog(event: Event): event is BounceLogEvent {
  return event.form === 'bounce-log-bounced' || event.form === 'bounce-log-delayed'
}

/** Lines of two logs about the same moment. */
const sameMoment = 60_000

function retellBounce(message: OpenMessage, event: BounceLogEvent): void {
  const { mid, rid, mailFrom, rcptTo, status, text, code, reply } = event.fields
  // `Bounced: 123:123 From:<…> To:<…>` alone does not say why.
  if (status === undefined || text === undefined || code === undefined || reply === undefined) return
  const form = event.form === 'bounce-log-bounced' ? 'delivery-bounced' : 'delivery-delayed'
  const known = said(message.timeline, form).some(({ fields, line }) => {
    return fields.rid === rid && Math.abs(line.time - event.line.time) <= sameMoment
  })
  if (known) return
  const fields = { dcid: 0, mid, rid, mailFrom, rcptTo, status, text, code, reply }
  put(message, made({ form, fields }, event.line.time, { by: event, isSeen: true }), [rid])
}

function retellConsolidated(
  message: OpenMessage,
  event: EventOfForm<'consolidated-event'>,
  isLast: boolean,
  readClock: ReadClock,
): void {
  const cef = readCef(event.line.message)
  if (!cef) return
  const { time } = event.line
  const began = readClock(event.line, cef.fields.startTime ?? cef.fields.start ?? '')
  const start = began !== null && began <= time ? began : time
  const { injection } = message
  const connection = injection ?? message
  for (const told of beginningOf(cef)) {
    if (has(connection.timeline, told.form)) continue
    insert(connection.timeline, made(told, start, { by: event, isSeen: true }))
  }
  const rids = recipientsOf(message, event, cef, start)
  for (const told of headersIn(cef, message.mid)) {
    if (!has(message.timeline, told.form)) insert(message.timeline, made(told, start, { by: event, isSeen: true }))
  }
  // What was found of a file while it was held is outdated by the line that follows.
  for (const told of isLast ? verdictsIn(cef, message.mid) : []) {
    if (!has(message.timeline, told.form)) insert(message.timeline, made(told, time, { by: event, isSeen: true }))
  }
  const ending = endingOf(cef, message.mid, rids.length > 0 ? rids : [0])
  if (ending && !isTold(message, time, rids)) {
    put(message, made(ending.told, time, { by: event, isSeen: ending.isSeen }), rids)
  }
}

/** The RIDs of the recipients that the line names; those that no line gave a number before are numbered in its order. */
function recipientsOf(
  message: OpenMessage,
  event: EventOfForm<'consolidated-event'>,
  { fields }: Cef,
  start: number,
): readonly number[] {
  const rids = new Set<number>()
  // That a recipient was accepted is certain only where the message was: those of a broken transfer are but named.
  const accepted = fields.act !== 'ABORTED' && fields.act !== 'REJECTED'
  const named = fields.duser ?? ''
  const all = message.timeline.some(({ form, retold }) => form === 'envelope-recipient' && !retold)
  for (const rcptTo of named.split(';').map((address) => address.trim().replace(/^<|>$/g, ''))) {
    const known = message.recipients.find((one) => one.rcptTo.toLowerCase() === rcptTo.toLowerCase())
    if (known) rids.add(known.rid)
    // Where the mail log names the recipients, another one is one of them under its later name.
    if (known || all || rcptTo === '') continue
    const rid = Math.max(-1, ...message.recipients.map((one) => one.rid)) + 1
    const recipient: OpenRecipient = { rid, rcptTo, timeline: [] }
    message.recipients = added(message.recipients, recipient)
    const told: Told = {
      form: 'envelope-recipient',
      fields: { mid: message.mid, icid: message.injection?.icid ?? 0, rid, rcptTo },
    }
    if (accepted) put(message, made(told, start, { by: event, isSeen: true }), [rid])
    rids.add(rid)
  }
  return [...rids]
}

const endings: ReadonlySet<FormName> = new Set<FormName>([
  'message-dropped',
  'message-bounced',
  'policy-drop',
  'policy-bounce',
  'receiving-aborted',
  'receiving-aborted-by-sender',
  'receiving-failed',
  'ldap-gave-up',
  'ldap-drop',
  'ldap-bounce',
  'global-unsubscribe',
  'recipients-deleted',
  'spam-quarantined',
  'spam-quarantine-tagged',
  'rpc-delivered',
  'quarantined',
  'quarantine-enqueued',
  'quarantine-deleted',
  'delivery-done',
  'external-quarantined',
  'delivery-bounced',
])

/** Whether the mail log, or a bounce log, tells what became of these recipients at that moment or later. */
function isTold({ timeline }: OpenMessage, time: number, rids: readonly number[]): boolean {
  return timeline.some(({ form, line, fields, retold }) => {
    if (!endings.has(form as FormName) || line.time < time - sameMoment) return false
    if (retold && retold.by.form === 'consolidated-event') return false
    if (rids.length === 0) return true
    if ('rids' in fields) return fields.rids.some((rid) => rids.includes(rid))
    return 'rid' in fields ? rids.includes(fields.rid) : true
  })
}

function has(timeline: readonly Event[], form: FormName): boolean {
  return timeline.some((event) => event.form === form)
}

function made(told: Told, time: number, retold: Retold): Event {
  const { line } = retold.by
  return { ...told, line: line.time === time ? line : { ...line, time }, retold } as Event
}

/** Puts an event where its time has it; behind what is of the same moment. */
function insert(timeline: Event[], event: Event): void {
  const later = timeline.findIndex(({ line }) => line.time > event.line.time)
  timeline.splice(later < 0 ? timeline.length : later, 0, event)
}

function put(message: OpenMessage, event: Event, rids: readonly number[]): void {
  insert(message.timeline, event)
  for (const recipient of message.recipients) if (rids.includes(recipient.rid)) insert(recipient.timeline, event)
}
