import type { Evidence } from '../evidence.ts'
import { dispositions, found } from '../proof.ts'
import { heldLines, heldSlots, releasedElsewhere } from '../quarantine.ts'
import { defineRule, type Outcome } from '../rule.ts'

export const rule = defineRule({
  cause: 'quarantine-several',
  stage: 5,
  cites: ['quarantine-released (Q7)', 'quarantine-left (Q10)', 'CAUSES 66'],
  evidence: 'seen',
  past: 'queued',
  texts: {
    headline: {
      default: 'The mail was released from one quarantine and is still held in another.',
      deleted: 'The mail was released from one quarantine and deleted from another, so it never went on.',
    },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} ({id}) was held in {quarantines}. It was released from *{released}* at {releasedAt}, but a mail goes on only when every quarantine has let it go.',
      deleted:
        'The mail from {mailFrom} to {rcptTo} ({id}) was held in {quarantines}. It was released from *{released}* at {releasedAt}, but deleted from *{deleted}* at {deletedAt} ({reason}); a mail goes on only when every quarantine has let it go. It cannot be brought back.',
    },
    steps: {
      resend: 'Send the mail again; the note below asks for it.',
      tellApart:
        'Whoever releases a mail sees there which other quarantines hold it: release it from all, or it may still be deleted: Monitor > Policy, Virus and Outbreak Quarantines.',
      release:
        'Release it from the others too: Monitor > Policy, Virus and Outbreak Quarantines, search for {mailFrom}.',
    },
    note: {
      subject: 'Your mail to {ourDomain} of {lastAt}: please send it again',
      body: 'Hello,\n\nyour mail from {mailFrom} of {lastAt} was accepted by our gateway, held for a check, and removed there before it was delivered. The fault is on our side. Please send it again.',
    },
    meaning:
      'One mail can be held in several quarantines at once, for different reasons. It is delivered only when all have released it; if one deletes it, it is gone.',
  },
  examine(evidence) {
    const proofs = dispositions(
      evidence,
      (event, { fate }) => event.form === 'quarantine-released' && fate === 'quarantined',
    )
    const last = proofs.at(-1)
    const event = last?.events.at(-1)
    if (!last || event?.form !== 'quarantine-released') return releasedAndDeleted(evidence)
    return found({
      cause: 'quarantine-several',
      certainty: 'proven',
      proofs: [...proofs.slice(0, -1), { ...last, events: [...heldLines(last.attempt), ...last.events] }],
      slots: heldSlots(last.attempt, event),
      nextSteps: [{ who: 'us', step: 'release', command: 'Monitor > Policy, Virus and Outbreak Quarantines' }],
    })
  },
})

/** What one quarantine let go and another deleted is gone, though somebody remembers that it was released. */
function releasedAndDeleted(evidence: Evidence): Outcome {
  const proofs = dispositions(evidence, ({ form }) => form === 'quarantine-deleted')
  const last = proofs.at(-1)
  const event = last?.events.at(-1)
  if (!last || event?.form !== 'quarantine-deleted') return { outcome: 'not-applicable' }
  const { quarantine: deleted, reason } = event.fields
  const released = releasedElsewhere(last.attempt, deleted)
  if (!released) return { outcome: 'not-applicable' }
  return found({
    cause: 'quarantine-several',
    certainty: 'proven',
    proofs: [...proofs.slice(0, -1), { ...last, events: [...heldLines(last.attempt), released, ...last.events] }],
    variant: 'deleted',
    slots: { ...heldSlots(last.attempt, released), deleted, reason, deletedAt: event.line.time },
    nextSteps: [
      { who: 'sender', step: 'resend' },
      { who: 'us', step: 'tellApart', command: 'Monitor > Policy, Virus and Outbreak Quarantines' },
    ],
    note: true,
  })
}
