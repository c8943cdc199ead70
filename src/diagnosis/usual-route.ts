import { said } from '../correlator/form.ts'
import type { Attempt } from './attempts.ts'
import { domainPart, inRange } from './concerns.ts'
import type { Evidence } from './evidence.ts'

/** So many earlier mails to the same place make it the usual one. */
const usual = 3

/**
 * Where earlier mail for the same domain always went, and whether this one went to that network too; null where too few
 * came before, or to more than one. One that went to both is as usual: it got there.
 */
export function routeOf(
  { history }: Evidence,
  attempt: Attempt,
): { readonly hop: string; readonly isUsual: boolean } | null {
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
