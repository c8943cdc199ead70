import type { Attempt } from '../attempts.ts'
import { deliveryLines, deliverySlots, isDelivery } from '../handed-over.ts'
import { dispositions, found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'arrived',
  stage: 8,
  cites: ['message-id (F1)', 'delivery-done (L3)', 'CAUSES 80'],
  evidence: 'unverified',
  texts: {
    headline: {
      default: 'It arrived already: the same mail was taken by our mail server at {deliveredAt}.',
      twice: 'The same mail arrived {count} times; a mailbox often shows only one of them.',
    },
    summary: {
      default:
        'The mail with the Message-ID {messageId} was delivered at {deliveredAt} ({id}). What came after it was the same mail once more, and that it failed loses nothing.',
      twice:
        'The mail with the Message-ID {messageId} was delivered {count} times, last at {deliveredAt} ({id}). Mail servers drop or hide the second of two with the same Message-ID, so that it looks as if one were missing.',
    },
    clear: 'Twice: no, it was delivered once.',
    steps: {
      look: 'Look for the mail of {deliveredAt}; search for its subject, in other folders and in the thread it belongs to.',
    },
    meaning:
      'A mail can be sent twice, by the sender or by a server that did not hear our yes. The second is the same mail: it may be refused, or be hidden by the mailbox, and nothing is missing.',
  },
  examine(evidence) {
    const delivered = dispositions(evidence, isDelivery).filter(({ attempt }) => messageIdOf(attempt) !== '')
    const again = delivered.findLast(({ attempt }) =>
      evidence.attempts.some(
        (later) =>
          later.time > attempt.time && later.fate !== 'delivered' && messageIdOf(later) === messageIdOf(attempt),
      ),
    )
    const last = delivered.at(-1)
    const twice = last ? delivered.filter(({ attempt }) => messageIdOf(attempt) === messageIdOf(last.attempt)) : []
    if (!again && twice.length < 2) {
      const isOnly = last !== undefined && evidence.attempts.length === 1
      return isOnly ? { outcome: 'clear', unsaid: true } : { outcome: 'not-applicable' }
    }
    const proofs = again ? [again] : twice
    const proof = proofs.at(-1)
    if (!proof) return { outcome: 'not-applicable' }
    return found({
      cause: 'arrived',
      certainty: 'likely',
      proofs: proofs.map((one) => ({ ...one, events: [...told(one.attempt, 'message-id'), ...deliveryLines(one)] })),
      variant: again ? 'default' : 'twice',
      slots: { ...deliverySlots(proof) },
      nextSteps: [{ who: 'recipient', step: 'look' }],
      ...(again ? { leads: true as const } : { aside: true as const }),
    })
  },
})

function messageIdOf(attempt: Attempt): string {
  return told(attempt, 'message-id').at(-1)?.fields.messageId ?? ''
}
