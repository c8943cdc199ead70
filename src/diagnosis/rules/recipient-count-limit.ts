import { dispositions, found } from '../proof.ts'
import { isOverLimit, senderLimited, takenOfOne } from '../receiving-control.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'recipient-count-limit',
  stage: 2,
  cites: ['recipient-refused (R8)', 'mail flow policy: Max. Recipients Per Message', 'CAUSES 37'],
  evidence: 'documented',
  past: 'recipient-taken',
  texts: {
    headline: { default: 'The mail has more recipients than our gateway takes in one mail; the rest was put off.' },
    summary: {
      default:
        '{server} sent one mail from {mailFrom} ({id}, {lastAt}): the first {taken} recipients were taken, the others, among them {rcptTo}, were put off with a temporary error. That fits the limit of recipients per message in the mail flow policy of sender group *{group}*.',
    },
    steps: {
      split: 'Send the rest in further mails; proper servers do that by themselves within minutes.',
      raise:
        'If such mail is wanted: raise Max. Recipients Per Message in the mail flow policy of {group}, and commit.',
    },
    note: {
      subject: 'Too many recipients in one mail to {ourDomain}',
      body: 'Hello,\n\nyour server {server} sent a mail from {mailFrom} with more recipients than our gateway takes in one mail, at {lastAt}. The first {taken} were taken, the others were put off with a temporary error. A server should send the rest in a further mail by itself; please see whether yours did, or split the list.',
    },
    meaning:
      'A mail flow policy limits how many recipients one mail may have. Those beyond the limit get a temporary error, and the sending server is expected to offer them again in another mail (RFC 5321 section 4.5.3.1.10).',
  },
  examine(evidence) {
    const proofs = dispositions(evidence, isOverLimit).filter(
      ({ attempt }) => takenOfOne(attempt, evidence.attempts) !== null && senderLimited(evidence, attempt).length === 0,
    )
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    return found({
      cause: 'recipient-count-limit',
      certainty: 'likely',
      proofs,
      slots: {
        taken: takenOfOne(last.attempt, evidence.attempts) ?? 0,
        rcptTo: last.rcptTo && last.rcptTo.length <= 3 ? last.rcptTo : [...(last.rcptTo ?? []).slice(0, 3), '…'],
      },
      nextSteps: [
        { who: 'sender', step: 'split' },
        { who: 'us', step: 'raise', command: 'Mail Policies > Mail Flow Policies' },
      ],
      note: true,
    })
  },
})
