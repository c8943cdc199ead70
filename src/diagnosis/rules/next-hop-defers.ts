import { domainPart } from '../concerns.ts'
import { hopProofs, hopSlots } from '../next-hop.ts'
import { found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { commandDomain } from '../steps.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'next-hop-defers',
  stage: 6,
  cites: ['delivery-delayed (B1)', 'retry-pending (U2)', 'CAUSES 72'],
  evidence: 'seen',
  texts: {
    headline: { default: 'The mail is with us and waits: the mail server inside says "try later".' },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). The next server answered {code} “{reply}”, last at {triedAt}, after {tries} {tries:try|tries}. Our gateway keeps trying.',
      until:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). The next server answered {code} “{reply}”, last at {triedAt}, after {tries} {tries:try|tries}. Our gateway tries again at {until} (its own clock).',
    },
    steps: {
      mend: 'Mend what the next server complains of: no space, too busy, greylisting, a limit for our gateway (Exchange Online: inbound connector with enhanced filtering).',
      status: 'See how the destination stands, and how much waits for it.',
      now: 'When it is mended, try at once instead of waiting.',
    },
    note: {
      subject: 'Your mail to {ourDomain} is delayed on our side',
      body: 'Hello,\n\nyour mail from {mailFrom} of {lastAt} was accepted by our gateway and waits for a mail server of ours that is busy. You need not do anything: it is tried again until it goes through. If you get an error after all, please send it again.',
    },
    meaning:
      'Delayed: the next server (Exchange, Microsoft 365, another relay) answered with a 4xx code, which means not now. The gateway keeps the mail and tries again, three days by default, before it gives up.',
  },
  examine(evidence) {
    const proofs = hopProofs(evidence, 'defers')
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    const destination = commandDomain(domainPart(last.rcptTo?.at(-1) ?? null))
    const until = told(last.attempt, 'retry-pending').at(-1)?.fields.until
    return found({
      cause: 'next-hop-defers',
      certainty: 'proven',
      proofs: [
        ...proofs.slice(0, -1),
        { ...last, events: [...told(last.attempt, 'delivery-delayed'), ...last.events] },
      ],
      variant: until === undefined ? 'default' : 'until',
      slots: { ...hopSlots(proofs), tries: told(last.attempt, 'delivery-delayed').length, until: until ?? '?' },
      nextSteps: [
        { who: 'us', step: 'mend' },
        { who: 'us', step: 'status', ...(destination !== null && { command: `hoststatus ${destination}` }) },
        { who: 'us', step: 'now', command: 'delivernow' },
      ],
      note: true,
    })
  },
})
