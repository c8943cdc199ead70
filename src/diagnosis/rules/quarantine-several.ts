import { dispositions, found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'quarantine-several',
  stage: 5,
  cites: ['quarantine-released (Q7)', 'quarantine-left (Q10)', 'CAUSES 66'],
  evidence: 'seen',
  texts: {
    headline: { default: 'The mail was released from one quarantine and is still held in another.' },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} ({id}) was held in {quarantines}. It was released from *{released}* at {releasedAt}, but a mail goes on only when every quarantine has let it go.',
    },
    steps: {
      release:
        'Release it from the others too: Monitor > Policy, Virus and Outbreak Quarantines, search for {mailFrom}.',
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
    if (!last || event?.form !== 'quarantine-released') return { outcome: 'not-applicable' }
    const held = [...told(last.attempt, 'quarantined'), ...told(last.attempt, 'quarantine-enqueued')]
    return found({
      cause: 'quarantine-several',
      certainty: 'proven',
      proofs: [...proofs.slice(0, -1), { ...last, events: [...held, ...last.events] }],
      slots: {
        quarantines: [...new Set(held.map(({ fields }) => fields.quarantine))],
        released: event.fields.quarantine,
        releasedAt: event.line.time,
      },
      nextSteps: [{ who: 'us', step: 'release', command: 'Monitor > Policy, Virus and Outbreak Quarantines' }],
    })
  },
})
