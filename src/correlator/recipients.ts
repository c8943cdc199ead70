import type { Event, EventOfForm } from './form.ts'
import type { Named } from './named.ts'
import { added, type HeldMessage, type OpenRecipient } from './open.ts'

/** Files an event under the recipients that it names, and adds the one that it introduces. */
export function fileUnderRecipients(message: HeldMessage, event: Event, { rid, rids }: Named): void {
  if (rid >= 0) {
    if (event.form === 'envelope-recipient') {
      if (!recipientOf(message, rid)) addRecipient(message, new NamedRecipient(rid, event, []))
    } else if (message.beganAt === null) addNamed(message, rid, event)
    fileUnderRecipient(message, rid, event)
  }
  if (typeof rids === 'number') {
    if (rids >= 0) fileUnderRecipient(message, rids, event)
  } else for (const each of rids) fileUnderRecipient(message, each, event)
}

/** A recipient whose address is read from its line when it is asked for: of most it never is. */
class NamedRecipient implements OpenRecipient {
  declare readonly rid: number
  declare readonly timeline: Event[]
  declare private readonly event: EventOfForm<'envelope-recipient'>

  constructor(rid: number, event: EventOfForm<'envelope-recipient'>, timeline: Event[]) {
    this.rid = rid
    this.timeline = timeline
    this.event = event
  }

  get rcptTo(): string {
    return this.event.fields.rcptTo
  }

  toJSON(): object {
    const { rid, rcptTo, timeline } = this
    return { rid, rcptTo, timeline }
  }
}

/** Adds the recipient that the event names, if it does. */
function addNamed(message: HeldMessage, rid: number, event: Event): void {
  if (recipientOf(message, rid)) return
  const { fields } = event
  if ('rcptTo' in fields && typeof fields.rcptTo === 'string') {
    addRecipient(message, { rid, rcptTo: fields.rcptTo, timeline: [] })
  }
}

/** Lines of one second may come before the recipient's own; they are handed to it when it is named. */
function addRecipient(message: HeldMessage, recipient: OpenRecipient): void {
  const { rid, timeline } = recipient
  if (message.waiting) {
    for (const waiting of message.waiting) if (waiting.rid === rid) timeline.push(waiting.event)
    message.waiting = message.waiting.filter((waiting) => waiting.rid !== rid)
  }
  keepRecipient(message, recipient)
}

function fileUnderRecipient(message: HeldMessage, rid: number, event: Event): void {
  const recipient = recipientOf(message, rid)
  if (recipient) recipient.timeline.push(event)
  else {
    message.waiting ??= []
    message.waiting.push({ rid, event })
  }
}

/** Most messages have a recipient or two, and a map for each would cost more than all the rest of them. */
const few = 16

/** The recipient of this RID. */
function recipientOf({ value, byRid }: HeldMessage, rid: number): OpenRecipient | undefined {
  if (byRid) return byRid.get(rid)
  const { recipients } = value
  for (let at = 0; at < recipients.length; at += 1) if (recipients[at]?.rid === rid) return recipients[at]
  return undefined
}

/** Adds a recipient whose RID is not known yet. */
function keepRecipient(message: HeldMessage, recipient: OpenRecipient): void {
  const recipients = added(message.value.recipients, recipient)
  message.value.recipients = recipients
  if (message.byRid) message.byRid.set(recipient.rid, recipient)
  else if (recipients.length > few) message.byRid = new Map(recipients.map((each) => [each.rid, each]))
}
