import type { Event } from '../../correlator/form.ts'
import type { Attempt } from '../attempts.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { heldIn } from '../stopped.ts'
import { linesOf } from '../story.ts'

export const rule = defineRule({
  cause: 'quarantine-reinjected',
  stage: 5,
  cites: [
    'message-rewritten (M6)',
    'message-reinjected (M10)',
    'received-from-sma (M11)',
    'quarantine-left (Q10)',
    'CAUSES 67',
  ],
  evidence: 'seen',
  past: 'queued',
  texts: {
    headline: {
      default: 'The mail was held in a quarantine, released, and goes on as MID {newMid}.',
      same: 'The mail was held in a quarantine for a while, and released.',
    },
    summary: {
      default:
        'MID {mid} was held{quarantine} and released at {releasedAt}; since then it is told under the number {newMid}, and a search for the old one ends there.',
      same: 'MID {mid} was held{quarantine} and released at {releasedAt}; that is why it came later than it was sent.',
    },
    steps: { follow: 'Follow it under its new number: `trace MID {newMid}`.' },
    meaning:
      'A mail that is released from a quarantine may go on under a new number: the old one ends with “rewritten” or “reinjected”, and what became of the mail is told under the new one.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, releases)
    const last = proofs.at(-1)
    const event = last?.events.at(-1)
    if (!last || !event) return { outcome: 'not-applicable' }
    const held = linesOf(last.attempt).findLast((line) => heldIn(line) !== null && line.line.time <= event.line.time)
    const newMid = 'newMid' in event.fields ? event.fields.newMid : null
    return found({
      cause: 'quarantine-reinjected',
      certainty: 'proven',
      proofs,
      variant: newMid === null ? 'same' : 'default',
      slots: {
        mid: String(last.attempt.mid ?? '?'),
        newMid: String(newMid ?? '?'),
        quarantine: held ? ` (${heldIn(held)?.quarantine})` : '',
        releasedAt: event.line.time,
      },
      nextSteps: newMid === null ? [] : [{ who: 'us', step: 'follow', command: `trace MID ${newMid}` }],
      // What became of the mail after that is the answer; this only tells why it came late and under which number.
      aside: true,
    })
  },
})

function releases(attempt: Attempt): readonly Event[] {
  return linesOf(attempt).filter((event) => {
    if (event.form === 'message-rewritten') return /quarantine/i.test(event.fields.by)
    if (event.form === 'quarantine-left') return /^released/i.test(event.fields.what)
    return event.form === 'message-reinjected' || event.form === 'received-from-sma'
  })
}
