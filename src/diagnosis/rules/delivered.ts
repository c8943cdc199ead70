import { deliveredSteps, stepsElsewhere, stepsWhere } from '../delivered-steps.ts'
import { deliveryLines, deliverySlots, isDelivery } from '../handed-over.ts'
import { endedOnTheWay } from '../milestones.ts'
import { noteToRecipient } from '../outside-notes.ts'
import { dispositions, fatesAsked, found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { theirSlots } from '../their-server.ts'
import { routeOf } from '../usual-route.ts'
import { whither } from '../whither.ts'

export const rule = defineRule({
  cause: 'delivered',
  stage: 7,
  cites: ['delivery-done (L3)', 'delivery-response (L4)', 'CAUSES 78'],
  evidence: 'seen',
  texts: {
    headline: {
      default: 'It arrived: our mail server took it at {deliveredAt}.',
      outbound: "It left us: the recipient's mail server took it at {deliveredAt}.",
      elsewhere: 'It was delivered at {deliveredAt}, but to another server than usual: {nextHop}.',
      onward: 'It was passed on: the server there took it at {deliveredAt}.',
    },
    summary: {
      default:
        '{id} from {mailFrom} to {rcptTo}{about} was delivered to {nextHop}, which answered `{response}`. After that our gateway cannot see it.',
      noResponse:
        '{id} from {mailFrom} to {rcptTo}{about} was delivered to {nextHop}, which took it. After that our gateway cannot see it.',
      unnamed:
        '{id} from {mailFrom} to {rcptTo}{about} was delivered; this log names neither the server that took it nor its answer. After that our gateway cannot see it.',
    },
    clear: 'Arrival: no mail server behind the gateway took it.',
    steps: deliveredSteps,
    noteToRecipient: noteToRecipient.delivered,
    meaning:
      'Message done: the next server took the mail and answered for it; the answer often holds its own queue number. What happens after that (junk folder, rules, another mailbox) only that server knows.',
  },
  examine(evidence) {
    const done = dispositions(evidence, isDelivery)
    // Where some recipients did not get it, delivered-to-some speaks.
    const proofs = done.filter(({ attempt }) =>
      fatesAsked(evidence, attempt).every(({ event }) => event !== null && isDelivery(event)),
    )
    const last = proofs.at(-1)
    if (last === undefined) {
      return endedOnTheWay(evidence) ? { outcome: 'clear', unsaid: true } : { outcome: 'not-applicable' }
    }
    const slots = deliverySlots(last)
    const way = whither(evidence, last)
    const isElsewhere = way === 'in' && slots.response !== '' && routeOf(evidence, last.attempt)?.isUsual === false
    return found({
      cause: 'delivered',
      certainty: 'proven',
      proofs: proofs.map((proof) => ({ ...proof, events: deliveryLines(proof) })),
      variant: isElsewhere
        ? 'elsewhere'
        : slots.response !== ''
          ? 'default'
          : slots.nextHop === '?'
            ? 'unnamed'
            : 'noResponse',
      way,
      slots: {
        ...theirSlots(last),
        ...slots,
        answer: slots.response || [],
        searchId: slots.messageId || [],
        ...(last.rcptTo && { rcptTo: last.rcptTo }),
      },
      nextSteps: isElsewhere ? stepsElsewhere : stepsWhere(way, slots.messageId !== ''),
      note: way === 'out',
      ...(way === 'out' && { noteTo: 'recipient' }),
    })
  },
})
