import type { EventOfForm } from '../correlator/form.ts'
import type { Attempt } from './attempts.ts'
import type { Evidence } from './evidence.ts'
import { type Proof, proofsOf } from './proof.ts'
import { told } from './story.ts'

/** Scanning takes seconds; a mail that is still in the work queue after so long waits. */
const patience = 600_000

/** Mails that were received whole and of which nothing more is told: the work queue has them. */
export function inWorkQueue(evidence: Evidence): readonly Proof[] {
  return proofsOf(evidence, (attempt) => waitsSince(attempt, evidence.asked.now - patience))
}

/** Received, not ended, and released from nowhere. */
function waitsSince(attempt: Attempt, latest: number): readonly EventOfForm<'message-ready'>[] {
  if (attempt.fate !== 'open' || told(attempt, 'message-finished').length > 0) return []
  return told(attempt, 'message-ready').filter(({ line }) => line.time <= latest)
}
