import { domainPart } from '../concerns.ts'
import { deferredSteps } from '../hop-steps.ts'
import { hopProofs, hopSlots, triesOf } from '../next-hop.ts'
import { nextTryAt } from '../next-try.ts'
import { noteToRecipient } from '../outside-notes.ts'
import { found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { commandDomain } from '../steps.ts'
import { told } from '../story.ts'
import { theirSlots } from '../their-server.ts'
import { whither } from '../whither.ts'

export const rule = defineRule({
  cause: 'next-hop-defers',
  stage: 6,
  cites: ['delivery-delayed (B1)', 'retry-pending (U2)', 'CAUSES 72'],
  evidence: 'seen',
  past: 'handed-over',
  texts: {
    headline: {
      default: 'The mail is with us and waits: the mail server inside says "try later".',
      outbound: 'Our mail is still with us: the recipient\'s mail server says "try later".',
      onward: 'The mail is with us and waits: the server that it is passed on to says "try later".',
    },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). The next server answered {code} “{reply}”, last at {triedAt}, after {tries} {tries:try|tries}. Our gateway keeps trying.',
      until:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). The next server answered {code} “{reply}”, last at {triedAt}, after {tries} {tries:try|tries}. The next try is set for {untilAt}.',
    },
    steps: {
      mend: 'Mend what the next server complains of: no space, too busy, greylisting, a limit for our gateway (Exchange Online: inbound connector with enhanced filtering).',
      patience: 'Need not send it again: it goes by itself as soon as that server takes it.',
      askThem:
        'If it lasts longer than an hour (greylisting takes some minutes): their administrator sees why that server puts us off; the note below asks.',
      passedOn:
        'See whose server that is and whether the mail should go there: the alias or forward that sends it on to {rcptTo}.',
      status: 'See how the destination stands, and how much waits for it.',
      now: 'When it is mended, try at once instead of waiting.',
    },
    note: {
      subject: 'Your mail to {ourDomain} is delayed on our side',
      body: 'Hello,\n\nyour mail from {mailFrom} of {lastAt} was accepted by our gateway and waits for a mail server of ours that is busy. You need not do anything: it is tried again until it goes through. If you get an error after all, please send it again.',
    },
    noteToRecipient: noteToRecipient['next-hop-defers'],
    meaning:
      'Delayed: the next server (Exchange, Microsoft 365, another relay) answered with a 4xx code, which means not now. The gateway keeps the mail and tries again, three days by default, before it gives up.',
  },
  examine(evidence) {
    const proofs = hopProofs(evidence, 'defers')
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    const way = whither(evidence, last)
    const destination = commandDomain(domainPart(last.rcptTo?.at(-1) ?? null))
    const untilAt = nextTryAt(evidence, last.attempt)
    return found({
      cause: 'next-hop-defers',
      certainty: 'proven',
      proofs: [
        ...proofs.slice(0, -1),
        { ...last, events: [...told(last.attempt, 'delivery-delayed'), ...last.events] },
      ],
      variant: untilAt === null ? 'default' : 'until',
      way,
      slots: {
        ...theirSlots(last),
        ...hopSlots(proofs),
        tries: triesOf(told(last.attempt, 'delivery-delayed')),
        ...(untilAt !== null && { untilAt }),
      },
      nextSteps: deferredSteps(way, destination),
      note: way !== 'onward',
      ...(way === 'out' && { noteTo: 'recipient' }),
    })
  },
})
