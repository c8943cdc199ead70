import type { Event } from '../correlator/form.ts'
import type { Message } from '../correlator/mail-log.ts'
import type { Fate } from './attempts.ts'

/** How it stands with a message, or with one recipient of it, and the line that says so. */
export interface Standing {
  readonly fate: Fate
  readonly event: Event | null
}

/** What the walk along a timeline must remember. */
interface Walk {
  /** Quarantines that hold the message now: it may be in several, and leaves when the last one lets it go. */
  readonly held: Set<string>
  tagged: boolean
}

interface Step {
  readonly fate: Fate
  /** Null: it holds for every recipient. */
  readonly rids: readonly number[] | null
}

/**
 * Walks along one message's timeline. What holds for the whole message stands under null, what holds for one recipient
 * under its RID; a later line of either kind replaces an earlier one, except for what is already over for a recipient.
 */
export function standingsOf({ timeline, recipients }: Message): ReadonlyMap<number | null, Standing> {
  const standings = new Map<number | null, Standing>()
  const walk: Walk = { held: new Set(), tagged: false }
  for (const event of timeline) {
    const step = stepOf(event, walk)
    if (step === null) continue
    for (const rid of step.rids ?? [null, ...recipients.map(({ rid }) => rid)]) {
      const before = standings.get(rid)?.fate
      // What is over for one recipient (R13, L3, B4) is not taken back by a line about the whole message.
      if (rid !== null && step.rids === null && before !== undefined && over.has(before)) continue
      // `Receiving aborted` follows a refused size; `pending till` follows the reason for the delay.
      if (before === 'refused' && step.fate === 'aborted') continue
      if (before === 'deferred' && event.form === 'retry-pending') continue
      standings.set(rid, { fate: step.fate, event })
    }
  }
  return standings
}

const over: ReadonlySet<Fate> = new Set(['delivered', 'dropped', 'bounced'])

function all(fate: Fate): Step {
  return { fate, rids: null }
}

/** What one line does to the fate of a message; null where it does nothing. */
function stepOf(event: Event, walk: Walk): Step | null {
  switch (event.form) {
    case 'message-ready':
      return all('open')
    case 'receiving-failed':
      return all('refused')
    case 'receiving-aborted':
    case 'receiving-aborted-by-sender':
      return all('aborted')
    case 'message-dropped':
    case 'policy-drop':
      return all('dropped')
    case 'message-bounced':
    case 'policy-bounce':
    case 'ldap-gave-up':
      return all('bounced')
    case 'spam-quarantine-tagged':
      walk.tagged = true
      return all('quarantined')
    case 'spam-quarantined':
    case 'rpc-delivered':
      return all('quarantined')
    case 'message-queued':
      // Queued for the spam quarantine on another appliance reads the same; the tag before it tells (Q1, Q2).
      return walk.tagged ? null : all('queued')
    default:
      return quarantineStep(event, walk) ?? recipientStep(event)
  }
}

/** Grammar Q5 to Q10. */
function quarantineStep(event: Event, { held }: Walk): Step | null {
  switch (event.form) {
    case 'quarantined':
    case 'quarantine-enqueued':
      held.add(event.fields.quarantine)
      return all('quarantined')
    case 'quarantine-released':
      held.delete(event.fields.quarantine)
      return all(held.size > 0 ? 'quarantined' : 'open')
    case 'quarantine-deleted':
      held.delete(event.fields.quarantine)
      return all('dropped')
    case 'quarantine-left':
      held.clear()
      // After a deletion the line before it gave the reason, which is the better one to cite.
      return event.fields.what.toLowerCase() === 'released' ? all('open') : null
    default:
      return null
  }
}

/** Grammar U2, U10, L3, Q2, B1 to B6, R13, R14, R16. */
function recipientStep(event: Event): Step | null {
  switch (event.form) {
    case 'delivery-done':
      return { fate: 'delivered', rids: event.fields.rids }
    case 'external-quarantined':
      return { fate: 'quarantined', rids: event.fields.rids }
    case 'delivery-delayed':
      return { fate: 'deferred', rids: [event.fields.rid] }
    case 'retry-pending':
      return { fate: 'deferred', rids: event.fields.rids }
    case 'delivery-bounced':
    case 'ldap-bounce':
      return { fate: 'bounced', rids: [event.fields.rid] }
    case 'ldap-drop':
      return { fate: 'dropped', rids: [event.fields.rid] }
    case 'global-unsubscribe':
      return {
        fate: event.fields.action?.toLowerCase() === 'bounced' ? 'bounced' : 'dropped',
        rids: [event.fields.rid],
      }
    case 'recipients-deleted':
      return { fate: 'dropped', rids: event.fields.rids }
    default:
      return null
  }
}
