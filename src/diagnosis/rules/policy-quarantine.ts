import type { Event } from '../../correlator/form.ts'
import { isForLink } from '../judged-link.ts'
import { dispositions, found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { heldIn } from '../stopped.ts'

/** Quarantines, and reasons, that rules of their own speak of. */
const spokenOf = /^(outbreak|virus|file analysis)$/i
const reasonSpokenOf = /\b(DMARC|DLP)\b|^anti-?virus|\bamp\b|file analysis/i

export const rule = defineRule({
  cause: 'policy-quarantine',
  stage: 5,
  cites: ['quarantined (Q5)', 'quarantine-enqueued (Q6)', 'CAUSES 64'],
  evidence: 'seen',
  past: 'queued',
  texts: {
    headline: { default: 'Our gateway holds the mail in a quarantine, and it waits there for a decision.' },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}) and put into the quarantine *{quarantine}* at {heldAt}, because of {reason}. Nobody has released it, as far as the log goes.',
      remote:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}) and put into the quarantine *{quarantine}* on the management appliance at {heldAt}, because of {reason}. Nobody has released it, as far as the log goes.',
      unsaid:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}) and put into the quarantine *{quarantine}* at {heldAt}; the log does not say why. Nobody has released it, as far as the log goes.',
    },
    steps: {
      decide:
        'Look at it and release or delete it: Monitor > Policy, Virus and Outbreak Quarantines > {quarantine}, search for {mailFrom}.',
      expiry:
        'See when it expires and what happens then (its default action): left alone it is deleted or released by itself.',
      edit: 'If such mail should pass: narrow the filter that put it there.',
    },
    meaning:
      'A filter or policy can hold mail for a person to decide. It stays until somebody releases or deletes it, or until its time is over; what happens then is the default action of the quarantine.',
  },
  examine(evidence) {
    const proofs = dispositions(evidence, isHold).filter(
      ({ attempt, events }) => !events.some((event) => isForLink(attempt, event)),
    )
    const last = proofs.at(-1)
    const event = last?.events.at(-1)
    if (!last || !event) return { outcome: 'not-applicable' }
    // After a release from one of several quarantines the line that still holds it is an earlier one.
    const held = heldIn(event)
    return found({
      cause: 'policy-quarantine',
      certainty: 'proven',
      proofs,
      variant: event.form === 'quarantine-enqueued' ? 'remote' : held?.reason ? 'default' : 'unsaid',
      slots: { quarantine: held?.quarantine ?? '?', reason: held?.reason || '?', heldAt: event.line.time },
      nextSteps: [
        { who: 'us', step: 'decide', command: 'Monitor > Policy, Virus and Outbreak Quarantines' },
        { who: 'us', step: 'expiry' },
        { who: 'us', step: 'edit' },
      ],
    })
  },
})

function isHold(event: Event): boolean {
  const held = heldIn(event)
  return held !== null && !spokenOf.test(held.quarantine) && !reasonSpokenOf.test(held.reason)
}
