import type { Event } from '../../correlator/form.ts'
import { dispositions, found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { heldIn, stopOf } from '../stopped.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'virus-action',
  stage: 5,
  cites: ['antivirus (V7, V8)', 'message-dropped (X3)', 'quarantined (Q5)', 'CAUSES 60'],
  evidence: 'seen',
  texts: {
    headline: {
      default: 'Our gateway stopped the mail: its virus scanner objected to it.',
      held: 'Our gateway holds the mail in the virus quarantine.',
    },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}); the virus scanner says {verdict} ({virus}), and it was dropped at {stoppedAt}.',
      held: 'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}); the virus scanner says {verdict} ({virus}), and it is held in the quarantine *{quarantine}* since {stoppedAt}.',
    },
    clear: 'Virus scan: {verdict}.',
    steps: {
      look: 'Look at it there, and release it only if you know what it is: Monitor > Policy, Virus and Outbreak Quarantines.',
      policy:
        'If it was only encrypted or could not be scanned: change what is done with such mail for this sender: Mail Policies > {table} Mail Policies > Anti-Virus.',
      resend:
        'Scan the machine that it came from. A file that is only encrypted or damaged goes better by a portal or as plain PDF.',
    },
    note: {
      subject: 'Your mail to {ourDomain} of {lastAt} was stopped by a virus scan',
      body: 'Hello,\n\nyour mail from {mailFrom} of {lastAt} was stopped by our virus scan ({verdict}). Please scan the machine that it came from. If the attachment is only encrypted or damaged, please send it another way, for example by a portal, and tell us.',
    },
    meaning:
      'The virus scanner says of each mail: negative, positive, repaired, encrypted or unscannable. The mail policy decides for each of these; encrypted archives are often stopped although nothing is wrong with them.',
  },
  examine(evidence) {
    const proofs = dispositions(evidence, (event) => stopOf(event)?.by === 'antivirus' || isVirusHold(event))
    const last = proofs.at(-1)
    if (last === undefined) {
      const clean = evidence.attempts.flatMap((attempt) => told(attempt, 'antivirus')).at(-1)?.fields.verdict
      return clean === 'negative' ? { outcome: 'clear', slots: { verdict: clean } } : { outcome: 'not-applicable' }
    }
    const event = last.events.at(-1)
    const verdict = told(last.attempt, 'antivirus').at(-1)
    return found({
      cause: 'virus-action',
      certainty: 'proven',
      proofs: verdict === undefined ? proofs : [...proofs.slice(0, -1), { ...last, events: [verdict, ...last.events] }],
      variant: event && heldIn(event) ? 'held' : 'default',
      slots: {
        verdict: verdict?.fields.verdict ?? '?',
        virus: verdict?.fields.virus ?? '−',
        quarantine: (event && heldIn(event)?.quarantine) ?? '?',
        stoppedAt: event?.line.time ?? last.attempt.time,
      },
      nextSteps: [
        ...(event && heldIn(event) ? [{ who: 'us', step: 'look' } as const] : []),
        { who: 'sender', step: 'resend' },
        { who: 'us', step: 'policy' },
      ],
      note: true,
    })
  },
})

function isVirusHold(event: Event): boolean {
  const held = heldIn(event)
  return held !== null && (/^virus$/i.test(held.quarantine) || /^anti-?virus/i.test(held.reason))
}
