import { said } from '../../correlator/form.ts'
import { cites } from '../cite.ts'
import { domainPart } from '../concerns.ts'
import { queuedLong, signsOfLimit } from '../next-hop.ts'
import { slotsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { commandDomain } from '../steps.ts'

export const rule = defineRule({
  cause: 'destination-throttled',
  stage: 6,
  cites: ['message-queued (U1)', 'delivery-limit (L11)', 'deliveries-suspended (U3)', 'CAUSES 77'],
  evidence: 'documented',
  past: 'handed-over',
  texts: {
    headline: {
      default: 'The mail is with us and waits for its turn: we limit how much goes to that destination at once.',
      suspended: 'The mail is with us and waits: deliveries are switched off on our gateway.',
    },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}) and waits since {queuedAt}. The next server is up (other mail went there meanwhile, or connections were given up for their number), so the limit of our own destination controls fits.',
      suspended:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}) and waits since {queuedAt}. The log says at {toldAt} that deliveries are suspended.',
    },
    steps: {
      status: 'See how many recipients wait for the destination, and whether it is up.',
      raise:
        'If the limit is too low: raise the concurrent connections and recipients of the destination: Mail Policies > Destination Controls; then commit.',
      resume: 'Find out who suspended deliveries and why, and let them go on: `resumedel`.',
    },
    note: {
      subject: 'Your mail to {ourDomain} is delayed on our side',
      body: 'Hello,\n\nyour mail from {mailFrom} of {lastAt} was accepted by our gateway and waits there to be handed on. The fault is on our side; you need not do anything, and the mail is not lost.',
    },
    meaning:
      'Destination controls limit how many connections and recipients the gateway gives one destination at a time, and an administrator can suspend deliveries. Mail beyond that waits in the queue although the next server is up.',
  },
  examine(evidence) {
    const queued = queuedLong(evidence)
    const last = queued.at(-1)
    const waits = last?.events.at(-1)
    if (!last || !waits) return { outcome: 'not-applicable' }
    const domain = domainPart(last.rcptTo?.at(-1) ?? null)
    const suspended = said(evidence.log.loose, 'deliveries-suspended').findLast(
      ({ line, fields }) =>
        line.gateway === last.attempt.gateway && [undefined, domain].includes(fields.destination?.toLowerCase()),
    )
    const signs = suspended ? [suspended] : signsOfLimit(evidence, last, waits.line.time, domain)
    const toldAt = signs.at(-1)?.line.time
    if (toldAt === undefined) return { outcome: 'not-applicable' }
    const destination = commandDomain(domain)
    return {
      outcome: 'found',
      findings: [
        {
          cause: 'destination-throttled',
          certainty: 'likely',
          attempts: queued.map(({ attempt }) => attempt),
          cites: cites([waits, ...signs]),
          variant: suspended ? 'suspended' : 'default',
          slots: { ...slotsOf(queued), queuedAt: waits.line.time, toldAt },
          nextSteps: [
            { who: 'us', step: 'status', ...(destination !== null && { command: `hoststatus ${destination}` }) },
            suspended
              ? { who: 'us', step: 'resume' }
              : { who: 'us', step: 'raise', command: 'Mail Policies > Destination Controls' },
          ],
          note: true,
        },
      ],
    }
  },
})
