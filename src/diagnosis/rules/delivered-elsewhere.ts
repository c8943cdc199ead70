import { deliverySlots, isDelivery } from '../handed-over.ts'
import { dispositions, found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { routeOf } from '../usual-route.ts'
import { whither } from '../whither.ts'

export const rule = defineRule({
  cause: 'delivered-elsewhere',
  stage: 6,
  cites: ['delivery-connect (L1)', 'delivery-done (L3)', 'CAUSES 84'],
  evidence: 'documented',
  texts: {
    headline: { default: 'It was handed to another server than usual: {nextHop}.' },
    summary: {
      default:
        '{id} to {rcptTo} went to {nextHop} at {deliveredAt}; the mails before it, for the same domain, went to {usualHop}. If nobody changed the route on purpose, it lies in the wrong place.',
    },
    clear: 'Route: it went where mail for that domain always goes ({usualHop}).',
    steps: {
      route: 'See where mail for that domain goes now, and who changed it: Network > SMTP Routes; LDAP routing.',
      look: 'Look for the mail at {nextHop}: it may wait or lie in a mailbox there.',
    },
    meaning:
      'The gateway hands mail to the server that its SMTP route, the directory or the DNS names. After a migration one of them may still, or already, name the wrong server, which takes the mail and keeps it.',
  },
  examine(evidence) {
    // Where another house takes its mail is its own affair, and large ones change it by the hour.
    const inward = dispositions(evidence, isDelivery).filter((proof) => whither(evidence, proof) === 'in')
    const proofs = inward.filter(({ attempt }) => routeOf(evidence, attempt)?.isUsual === false)
    const last = proofs.at(-1)
    if (last === undefined) {
      const usualHop = inward.map(({ attempt }) => routeOf(evidence, attempt)?.hop).at(-1)
      return usualHop ? { outcome: 'clear', slots: { usualHop } } : { outcome: 'not-applicable' }
    }
    return found({
      cause: 'delivered-elsewhere',
      certainty: 'possible',
      proofs,
      slots: { ...deliverySlots(last), usualHop: routeOf(evidence, last.attempt)?.hop ?? '?' },
      nextSteps: [
        { who: 'us', step: 'route', command: 'smtproutes' },
        { who: 'us', step: 'look' },
      ],
    })
  },
})
