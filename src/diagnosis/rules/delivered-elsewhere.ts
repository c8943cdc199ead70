import { said } from '../../correlator/form.ts'
import type { Attempt } from '../attempts.ts'
import { domainPart, inRange } from '../concerns.ts'
import type { Evidence } from '../evidence.ts'
import { deliverySlots, isDelivery } from '../handed-over.ts'
import { dispositions, found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { whither } from '../whither.ts'

/** So many earlier mails to the same place make it the usual one. */
const usual = 3

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

/**
 * Where earlier mail for the same domain always went, and whether this one went to that network too; null where too few
 * came before, or to more than one. One that went to both is as usual: it got there.
 */
function routeOf({ history }: Evidence, attempt: Attempt): { readonly hop: string; readonly isUsual: boolean } | null {
  const hops = hopsOf(attempt)
  const domain = domainPart(attempt.rcptTo[0] ?? null)
  const before = history.filter(
    ({ fate, rcptTo }) => fate === 'delivered' && domain !== null && domainPart(rcptTo[0] ?? null) === domain,
  )
  const earlier = before.flatMap(hopsOf)
  const [hop] = earlier
  if (hop === undefined || hops.length === 0 || before.length < usual) return null
  const network = hop.includes(':') ? hop : `${hop}/24`
  if (!earlier.every((one) => inRange(one, network))) return null
  return { hop, isUsual: hops.some((one) => inRange(one, network)) }
}

function hopsOf({ recipients = [] }: Attempt): readonly string[] {
  const deliveries = new Set(
    recipients.filter(({ fate }) => fate === 'delivered').flatMap(({ message }) => message.deliveries),
  )
  return [...deliveries].flatMap(({ timeline }) => said(timeline, 'delivery-connect').map(({ fields }) => fields.ip))
}
