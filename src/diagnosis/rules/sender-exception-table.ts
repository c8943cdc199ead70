import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { told } from '../story.ts'

/** Reasons that rules of their own speak of (grammar R1 to R3). */
const known = /^envelope sender domain (does not exist|could not be resolved|missing)/i

export const rule = defineRule({
  cause: 'sender-exception-table',
  stage: 2,
  cites: ['sender-refused (R1 to R3)', 'sender-allowed (E9)', 'CAUSES 34'],
  evidence: 'documented',
  past: 'sender-taken',
  texts: {
    headline: { default: 'Our gateway refused the sender address: a rule of ours denies it.' },
    summary: {
      default:
        '{server} named the envelope sender {mailFrom}, {count:once|# times}, {count:at|last at} {lastAt} ({id}); our gateway refused it: {reason}. That is no fault of its domain in the DNS; it fits an entry of the sender verification exception table.',
    },
    steps: {
      edit: 'Find the entry that matches {mailFrom}, and who made it: Mail Policies > Exception Table; change it to Allow or delete it, and commit.',
    },
    note: {
      subject: 'Your sender address {mailFrom} is refused',
      body: 'Hello,\n\nour gateway refused mail from your server {server} with the envelope sender {mailFrom}, {count:once|# times}, {count:at|last at} {lastAt}. The refusal is a decision on our side about that address or its domain. Please tell us what is sent with it; we look into it.',
    },
    meaning:
      'The sender verification exception table lists sender addresses and domains that are let in, or refused, whatever the DNS says of them. An entry that refuses ends the dialogue at MAIL FROM, before there is a message.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, (attempt) =>
      told(attempt, 'sender-refused').filter(({ fields }) => !known.test(fields.reason)),
    )
    const event = proofs.at(-1)?.events.at(-1)
    if (event?.form !== 'sender-refused') return { outcome: 'not-applicable' }
    return found({
      cause: 'sender-exception-table',
      certainty: 'likely',
      proofs,
      slots: { reason: event.fields.reason, mailFrom: event.fields.mailFrom },
      nextSteps: [{ who: 'us', step: 'edit', command: 'Mail Policies > Exception Table' }],
      note: true,
    })
  },
})
