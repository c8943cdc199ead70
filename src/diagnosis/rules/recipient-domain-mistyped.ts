import { checksThat, faultFound, noFault, nothingCame } from '../our-fault.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'recipient-domain-mistyped',
  stage: 0,
  cites: ['CHECKS R4', 'CAUSES 3'],
  evidence: 'unverified',
  texts: {
    headline: {
      default: 'The recipient domain looks mistyped: {subject} is not ours, but {near} is.',
      other: 'The recipient domain {subject} is not ours, so its mail does not come to our gateway.',
    },
    summary: {
      default:
        'No mail for {subject} came in, and none could: it is no domain of ours, and written almost like {near}. If the sender wrote the same, the mail went elsewhere or came back to them with an error.',
      other:
        'No mail for {subject} came in. It is not among the domains that the configuration of this tool names as ours; if it is one all the same, the configuration wants it.',
    },
    clear: 'Recipient domain: {subject} is one of ours.',
    steps: {
      correct:
        'Check the address in the mail that was sent, and send it again to the right one; the error message that came back names the address.',
      askAgain: 'Ask again with the right address.',
      configure: 'If {subject} is ours: add it to the domains in the configuration.',
    },
    note: {
      subject: 'The address of your mail',
      body: 'Hello,\n\nyour mail was addressed to {subject}, which is not a domain of ours. Please check the address and send the mail again to the right one.',
    },
    meaning:
      'A mail to a mistyped domain goes to whoever owns that one, or comes back to the sender with an error. It never reaches the gateway, so the log has no line of it.',
  },
  examine(evidence) {
    const near = checksThat(evidence, 'R4.near')
    const faults = near.length > 0 ? near : checksThat(evidence, 'R4.other')
    const [first] = faults
    if (first === undefined || !nothingCame(evidence)) return noFault(evidence, 'R4')
    return faultFound(evidence, faults, near.length > 0 ? 'likely' : 'possible', {
      cause: 'recipient-domain-mistyped',
      variant: near.length > 0 ? 'default' : 'other',
      slots: { subject: first.subject, near: first.facts.near ?? '?' },
      nextSteps:
        near.length > 0
          ? [
              { who: 'sender', step: 'correct' },
              { who: 'us', step: 'askAgain' },
            ]
          : [
              { who: 'us', step: 'configure' },
              { who: 'sender', step: 'correct' },
            ],
      note: near.length > 0,
    })
  },
})
