import { dispositions, found } from '../proof.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'global-unsubscribe',
  stage: 6,
  cites: ['global-unsubscribe (R16)'],
  evidence: 'seen',
  past: 'handed-over',
  texts: {
    headline: { default: 'Our gateway never sends to that recipient: the address is on its global unsubscribe list.' },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}), and stopped at {stoppedAt}: the global unsubscribe list has the entry {entry}.',
    },
    steps: {
      remove: 'Take the entry off the list if it should not be there: Mail Policies > Global Unsubscribe; then commit.',
    },
    note: {
      subject: 'Your mail to {rcptTo} did not arrive',
      body: 'Hello,\n\nyour mail from {mailFrom} to {rcptTo} of {lastAt} was accepted by our gateway and stopped by a setting on our side that keeps mail from that address. We look at it. Please send the mail again once we tell you.',
    },
    meaning:
      'The global unsubscribe list names recipients that the gateway sends nothing to, whoever writes: it drops such mail or bounces it. It was made for mailing lists and is often forgotten.',
  },
  examine(evidence) {
    const proofs = dispositions(evidence, ({ form }) => form === 'global-unsubscribe')
    const event = proofs.at(-1)?.events.at(-1)
    if (event?.form !== 'global-unsubscribe') return { outcome: 'not-applicable' }
    return found({
      cause: 'global-unsubscribe',
      certainty: 'proven',
      proofs,
      slots: { entry: event.fields.entry, stoppedAt: event.line.time },
      nextSteps: [{ who: 'us', step: 'remove', command: 'Mail Policies > Global Unsubscribe' }],
      note: true,
    })
  },
})
