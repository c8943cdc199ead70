import type { Event } from '../correlator/form.ts'
import type { Slots } from './rule.ts'

/** What stopped a mail in the work queue, from its `Dropped by …` or `Bounced by …` line; null for any other line. */
export interface Stop {
  /** As the line has it, lower case: `case`, `amp`, `antivirus`, `filter`, `content filter`. */
  readonly by: string
  readonly filter: string | null
  readonly bounced: boolean
}

/** Reads grammar X1 to X6. */
export function stopOf(event: Event): Stop | null {
  if (event.form !== 'message-dropped' && event.form !== 'message-bounced') return null
  const { by, filter } = event.fields
  return { by: by.toLowerCase(), filter: filter ?? null, bounced: event.form === 'message-bounced' }
}

/** `filter` and `stoppedAt` of the last of these lines. */
export function stopSlots(events: readonly Event[]): Slots {
  const event = events.at(-1)
  const stop = event && stopOf(event)
  return { filter: stop?.filter ?? '?', stoppedAt: event?.line.time ?? 0 }
}

/** What a quarantine line says, whichever of the two forms it has; null for any other line (grammar Q5, Q6). */
export function heldIn(event: Event): { readonly quarantine: string; readonly reason: string } | null {
  if (event.form !== 'quarantined' && event.form !== 'quarantine-enqueued') return null
  return { quarantine: event.fields.quarantine, reason: event.fields.reason ?? '' }
}
