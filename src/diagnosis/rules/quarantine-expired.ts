import { dispositions, found } from '../proof.ts'
import { heldLines, releasedElsewhere } from '../quarantine.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'quarantine-expired',
  stage: 5,
  cites: ['quarantine-deleted (Q9)', 'quarantine-left (Q10)', 'CAUSES 65'],
  evidence: 'seen',
  past: 'queued',
  texts: {
    headline: {
      default: 'The mail was held in a quarantine and deleted when its time there was over.',
      full: 'The mail was held in a quarantine and deleted because the quarantine was full.',
      manual: 'The mail was held in a quarantine, and somebody deleted it there.',
    },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} ({id}) was put into the quarantine *{quarantine}* at {heldAt} and deleted at {deletedAt} ({reason}), since nobody released it. It cannot be brought back.',
      full: 'The mail from {mailFrom} to {rcptTo} ({id}) was put into the quarantine *{quarantine}* at {heldAt} and deleted at {deletedAt} ({reason}) to make room. It cannot be brought back.',
      manual:
        'The mail from {mailFrom} to {rcptTo} ({id}) was put into the quarantine *{quarantine}* at {heldAt} and deleted by an administrator at {deletedAt}. It cannot be brought back.',
    },
    steps: {
      resend: 'Send the mail again; the note below asks for it.',
      retention:
        'Keep mail there longer, or release it when the time is over: Monitor > Policy, Virus and Outbreak Quarantines > {quarantine}, Retention Period and Default Action; then commit.',
    },
    note: {
      subject: 'Your mail to {ourDomain} of {lastAt}: please send it again',
      body: 'Hello,\n\nyour mail from {mailFrom} of {lastAt} was accepted by our gateway, held for a check, and removed there before it was delivered. The fault is on our side. Please send it again.',
    },
    meaning:
      'A quarantine keeps mail for a set time and up to a set size. After that its default action runs: delete, or release. Deleted mail is gone, and the sender is not told.',
  },
  examine(evidence) {
    const proofs = dispositions(evidence, (event) => event.form === 'quarantine-deleted')
    const last = proofs.at(-1)
    const event = last?.events.at(-1)
    if (!last || event?.form !== 'quarantine-deleted') return { outcome: 'not-applicable' }
    const { quarantine, reason } = event.fields
    // One let it go and another deleted it: quarantine-several tells both.
    if (releasedElsewhere(last.attempt, quarantine)) return { outcome: 'not-applicable' }
    const held = heldLines(last.attempt)
    return found({
      cause: 'quarantine-expired',
      certainty: 'proven',
      proofs: [...proofs.slice(0, -1), { ...last, events: [...held, ...last.events] }],
      variant: /full|overflow/i.test(reason) ? 'full' : /manual/i.test(reason) ? 'manual' : 'default',
      slots: { quarantine, reason, heldAt: held.at(0)?.line.time ?? last.attempt.time, deletedAt: event.line.time },
      nextSteps: [
        { who: 'sender', step: 'resend' },
        { who: 'us', step: 'retention' },
      ],
      note: true,
    })
  },
})
