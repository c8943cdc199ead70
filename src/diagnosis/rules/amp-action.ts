import type { Event } from '../../correlator/form.ts'
import { dispositions, found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { heldIn, stopOf } from '../stopped.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'amp-action',
  stage: 5,
  cites: ['amp (V9)', 'message-dropped (X2)', 'quarantined (Q5)', 'CAUSES 62'],
  evidence: 'seen',
  past: 'queued',
  texts: {
    headline: {
      default: 'Our gateway dropped the mail: a file in it is known as malicious.',
      held: 'Our gateway holds the mail until a file in it has been analysed.',
    },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}); the file reputation says {verdict}, and the mail was dropped at {stoppedAt}.',
      held: 'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}); the file reputation says {verdict}, and the mail waits in the quarantine *{quarantine}* since {stoppedAt}. It is delayed, not lost: the analysis lets it go by itself, mostly within the hour.',
    },
    steps: {
      wait: 'Wait for the analysis, or release it if you know the file: Monitor > Policy, Virus and Outbreak Quarantines > {quarantine}.',
      log: 'See in the AMP log which file it was and what the analysis said.',
      resend: 'Check the file on the machine that it came from; send it another way if you are sure of it.',
    },
    note: {
      subject: 'Your mail to {ourDomain} of {lastAt} holds a file that was stopped',
      body: 'Hello,\n\nyour mail from {mailFrom} of {lastAt} was stopped by our gateway because of a file in it (file reputation: {verdict}). Please check that file on the machine that it came from. If you are sure of it, please send it another way and tell us.',
    },
    meaning:
      'Advanced Malware Protection compares each attached file with what the vendor knows, and may send an unknown one for analysis. Meanwhile the mail waits in a quarantine; a file known as malicious is dropped.',
  },
  examine(evidence) {
    const proofs = dispositions(evidence, (event) => stopOf(event)?.by === 'amp' || isAnalysisHold(event))
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    const event = last.events.at(-1)
    const held = event ? heldIn(event) : null
    const verdicts = told(last.attempt, 'amp')
    return found({
      cause: 'amp-action',
      certainty: 'proven',
      proofs: [...proofs.slice(0, -1), { ...last, events: [...verdicts, ...last.events] }],
      variant: held ? 'held' : 'default',
      slots: {
        verdict: verdicts.at(-1)?.fields.verdict ?? '?',
        quarantine: held?.quarantine ?? '?',
        stoppedAt: event?.line.time ?? last.attempt.time,
      },
      nextSteps: held
        ? [{ who: 'us', step: 'wait' }]
        : [
            { who: 'sender', step: 'resend' },
            { who: 'us', step: 'log', command: 'tail amp' },
          ],
      note: held === null,
    })
  },
})

function isAnalysisHold(event: Event): boolean {
  const held = heldIn(event)
  return held !== null && (/^file analysis$/i.test(held.quarantine) || /\bamp\b|file analysis/i.test(held.reason))
}
