import type { EventOfForm } from '../correlator/form.ts'
import type { Attempt } from './attempts.ts'
import type { Slots } from './rule.ts'
import { told } from './story.ts'

/** The lines that put a mail into its quarantines (Q1 to Q4). */
export function heldLines(attempt: Attempt) {
  return [...told(attempt, 'quarantined'), ...told(attempt, 'quarantine-enqueued')]
}

/** The last release of a mail from another quarantine than the one that deleted it; undefined where there is none. */
export function releasedElsewhere(attempt: Attempt, deletedFrom: string) {
  return told(attempt, 'quarantine-released').findLast(({ fields }) => fields.quarantine !== deletedFrom)
}

/** `quarantines` that held it, the one it was `released` from, and `releasedAt`. */
export function heldSlots(attempt: Attempt, { fields, line }: EventOfForm<'quarantine-released'>): Slots {
  const quarantines = [...new Set(heldLines(attempt).map(({ fields: held }) => held.quarantine))]
  return { quarantines, released: fields.quarantine, releasedAt: line.time }
}
