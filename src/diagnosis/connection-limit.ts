import type { Event } from '../correlator/form.ts'
import type { Attempt } from './attempts.ts'
import type { Evidence } from './evidence.ts'
import { type Proof, proofsOf } from './proof.ts'
import { told } from './story.ts'

/** The lines by which an attempt was put off for want of connections: the failure, and the limit where it is told. */
export function overLimit(attempt: Attempt): readonly Event[] {
  const failed = told(attempt, 'receiving-failed').filter(({ fields }) => /^connection limit/i.test(fields.reason))
  return failed.length > 0 ? [...told(attempt, 'connection-limit'), ...failed] : []
}

/** So many addresses put off within so short a time share no limit of their own. */
const addressesAtOnce = 3
const atOnce = 300_000

/**
 * Attempts that were put off with many others at once, without the warning that names a limit of one address (C8): the
 * listener as a whole was full.
 */
export function listenerFull(evidence: Evidence): readonly Proof[] {
  const put = proofsOf(evidence, (attempt) => (told(attempt, 'connection-limit').length > 0 ? [] : overLimit(attempt)))
  return put.filter(({ attempt }) => {
    const near = put.filter((other) => Math.abs(other.attempt.time - attempt.time) <= atOnce)
    return new Set(near.map((other) => other.attempt.ip)).size >= addressesAtOnce
  })
}
