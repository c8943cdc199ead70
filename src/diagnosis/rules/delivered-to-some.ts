import type { Attempt } from '../attempts.ts'
import type { Evidence } from '../evidence.ts'
import { deliverySlots, isDelivery } from '../handed-over.ts'
import { fatesAsked, found, type Proof } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { traceStep, traceText } from '../steps.ts'

export const rule = defineRule({
  cause: 'delivered-to-some',
  stage: 7,
  cites: ['delivery-done (L3)', 'recipient-refused (R6 to R8)', 'grammar, traps 5 and 9', 'CAUSES 79'],
  evidence: 'seen',
  past: 'handed-over',
  texts: {
    headline: { default: 'It arrived for some of its recipients, and not for others.' },
    summary: {
      default:
        '{id} from {mailFrom}{about} reached {reached} at {deliveredAt}. It did not reach {missed}; what stopped it there is told below.',
    },
    steps: {
      ask: 'Ask again with the recipient who misses it, to see that way alone.',
      trace: traceText,
    },
    meaning:
      'One mail with several recipients can fare differently for each: one is refused in the dialogue, another is held by a policy of its own, a third is delivered.',
  },
  examine(evidence) {
    const last = evidence.attempts.findLast((attempt) => isMixed(evidence, attempt))
    if (last === undefined) return { outcome: 'not-applicable' }
    const fates = fatesAsked(evidence, last)
    const reached = fates.filter(({ event }) => event !== null && isDelivery(event))
    const missed = fates.filter((fate) => !reached.includes(fate))
    const events = fates.flatMap(({ event }) => event ?? [])
    const proof: Proof = { attempt: last, events }
    return found({
      cause: 'delivered-to-some',
      certainty: 'proven',
      proofs: [proof],
      slots: {
        ...deliverySlots(proof),
        reached: reached.map(({ rcptTo }) => rcptTo),
        missed: missed.map(({ rcptTo }) => rcptTo),
      },
      nextSteps: [{ who: 'us', step: 'ask' }, traceStep([last])],
    })
  },
})

function isMixed(evidence: Evidence, attempt: Attempt): boolean {
  const delivered = fatesAsked(evidence, attempt).map(({ event }) => event !== null && isDelivery(event))
  return delivered.includes(true) && delivered.includes(false)
}
