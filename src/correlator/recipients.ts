import type { Event } from './form.ts'
import type { Found } from './matcher.ts'
import type { HeldMessage, OpenRecipient } from './open.ts'
import { numberAt, type Planted } from './planted.ts'

/** Files an event under the recipients that it names, and adds the one that it introduces. */
export function fileUnderRecipients(message: HeldMessage, event: Event, planted: Planted, found: Found): void {
  const rid = numberAt(found, planted.rid)
  const rids = planted.rids < 0 ? undefined : found.numbers[planted.rids]
  if (rid !== null) {
    if (planted.form === 'envelope-recipient' || message.beganAt === null) addNamed(message, rid, event)
    fileUnderRecipient(message, rid, event)
  }
  if (Array.isArray(rids)) for (const each of rids) fileUnderRecipient(message, each, event)
}

/** Adds the recipient that the event names, if it does. */
function addNamed(message: HeldMessage, rid: number, event: Event): void {
  if (recipientOf(message, rid)) return
  const { fields } = event
  if ('rcptTo' in fields && typeof fields.rcptTo === 'string') addRecipient(message, rid, fields.rcptTo)
}

/** Lines of one second may come before the recipient's own; they are handed to it when it is named. */
function addRecipient(message: HeldMessage, rid: number, rcptTo: string): void {
  const timeline: Event[] = []
  if (message.waiting.length > 0) {
    for (const waiting of message.waiting) if (waiting.rid === rid) timeline.push(waiting.event)
    message.waiting = message.waiting.filter((waiting) => waiting.rid !== rid)
  }
  keepRecipient(message, { rid, rcptTo, timeline })
}

function fileUnderRecipient(message: HeldMessage, rid: number, event: Event): void {
  const recipient = recipientOf(message, rid)
  if (recipient) recipient.timeline.push(event)
  else message.waiting.push({ rid, event })
}

/** Most messages have a recipient or two, and a map for each would cost more than all the rest of them. */
const few = 16

/** The recipient of this RID. */
function recipientOf({ value, byRid }: HeldMessage, rid: number): OpenRecipient | undefined {
  if (byRid) return byRid.get(rid)
  for (const recipient of value.recipients) if (recipient.rid === rid) return recipient
  return undefined
}

/** Adds a recipient whose RID is not known yet. */
function keepRecipient(message: HeldMessage, recipient: OpenRecipient): void {
  const { recipients } = message.value
  recipients.push(recipient)
  if (message.byRid) message.byRid.set(recipient.rid, recipient)
  else if (recipients.length > few) message.byRid = new Map(recipients.map((each) => [each.rid, each]))
}
