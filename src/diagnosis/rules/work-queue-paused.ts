import { cites } from '../cite.ts'
import { slotsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { inWorkQueue, pauseAround } from '../waiting.ts'

export const rule = defineRule({
  cause: 'work-queue-paused',
  stage: 4,
  cites: ['alert-sent (U7): work queue paused', 'vendor note 118303', 'message-ready (D1)', 'CAUSES 68'],
  evidence: 'documented',
  past: 'queued',
  texts: {
    headline: { default: 'Our gateway has the mail and waits: its work queue is paused.' },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was received whole at {readyAt} ({id}). The gateway told its administrators at {pausedAt} that its work queue is paused, and no later line says that it goes on.',
    },
    steps: {
      resume:
        'See whether it is still paused, and who or what paused it: an administrator (`workqueue pause`) or an engine that is being updated; then let it go on with `workqueue resume`.',
      update: 'If it waits for an engine: `antispamupdate ironport force` or `antivirusupdate force`.',
    },
    note: {
      subject: 'Your mail to {ourDomain} is delayed on our side',
      body: 'Hello,\n\nyour mail from {mailFrom} of {lastAt} was accepted by our gateway and waits there. The fault is on our side; you need not do anything, and the mail is not lost.',
    },
    meaning:
      'While the work queue is paused, the gateway takes mail and scans and delivers none. An administrator can pause it, and an engine that takes too long to update does so too. The mail is safe and goes on by itself afterwards.',
  },
  examine(evidence) {
    const paused = inWorkQueue(evidence).flatMap((proof) => {
      const pause = pauseAround(evidence, proof)
      return pause === null ? [] : [{ proof, pause }]
    })
    const last = paused.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    const proofs = paused.map(({ proof }) => proof)
    return {
      outcome: 'found',
      findings: [
        {
          cause: 'work-queue-paused',
          certainty: 'likely',
          attempts: proofs.map(({ attempt }) => attempt),
          cites: cites([...last.proof.events, last.pause]),
          slots: {
            ...slotsOf(proofs),
            readyAt: last.proof.events.at(-1)?.line.time ?? 0,
            pausedAt: last.pause.line.time,
          },
          nextSteps: [
            { who: 'us', step: 'resume', command: 'workqueue status' },
            { who: 'us', step: 'update' },
          ],
          note: true,
        },
      ],
    }
  },
})
