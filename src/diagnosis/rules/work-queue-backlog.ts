import { found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { told } from '../story.ts'
import { inWorkQueue, pauseAround } from '../waiting.ts'

export const rule = defineRule({
  cause: 'work-queue-backlog',
  stage: 4,
  cites: ['message-ready (D1)', 'status (U4)', 'CAUSES 68, 69'],
  evidence: 'seen',
  past: 'queued',
  texts: {
    headline: { default: 'Our gateway has the mail, and it waits there to be scanned.' },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was received whole at {readyAt} ({id}); no later line says what became of it. That fits a work queue that is paused or too full, a scanner that hangs, and a log that has not been read to its end.',
    },
    steps: {
      status:
        'See how many messages are in the work queue, and whether it is paused; `workqueue resume` lets it go on.',
      why: 'If it grows: see which engine is slow, and whether the gateway saves its resources.',
    },
    meaning:
      'After a mail is received it goes through filters and scanners in the work queue, normally within seconds. If the queue is paused, or more comes in than can be scanned, mail waits there; it is safe meanwhile.',
  },
  examine(evidence) {
    // Where a line says what the mail waits for, nothing else need be looked for.
    const proofs = inWorkQueue(evidence).filter(
      (proof) => told(proof.attempt, 'ldap-requeued').length === 0 && pauseAround(evidence, proof) === null,
    )
    const ready = proofs.at(-1)?.events.at(-1)
    if (ready === undefined) return { outcome: 'not-applicable' }
    return found({
      cause: 'work-queue-backlog',
      certainty: 'possible',
      proofs,
      slots: { readyAt: ready.line.time },
      nextSteps: [
        { who: 'us', step: 'status', command: 'workqueue status' },
        { who: 'us', step: 'why', command: 'status detail' },
      ],
    })
  },
})
