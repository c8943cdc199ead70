import { domainPart } from '../concerns.ts'
import { hopProofs, hopSlots } from '../next-hop.ts'
import { noteToRecipient } from '../outside-notes.ts'
import { found } from '../proof.ts'
import { defineRule, type NextStep } from '../rule.ts'
import { commandDomain } from '../steps.ts'
import { told } from '../story.ts'
import { theirSlots } from '../their-server.ts'
import { whither } from '../whither.ts'

export const rule = defineRule({
  cause: 'delivery-expired',
  stage: 6,
  cites: ['delivery-bounced 5.4.7 (B2)', 'delivery-delayed (B1)', 'CAUSES 76'],
  evidence: 'seen',
  past: 'handed-over',
  texts: {
    headline: {
      default: 'Our gateway tried to hand the mail on until its time was over, then sent it back.',
      outbound:
        "The recipient's mail server did not take our mail until its time was over, and it went back to its sender.",
    },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). It could not be handed to the next server ({reply}), and was given up at {triedAt} as too old. The sender got an error message.',
    },
    steps: {
      outage:
        'Find out how long the next server was away, and who else waited for it: all mail of that time came back the same way.',
      theirs:
        'Their administrator sees why that server took nothing from us in that time; the note below tells what came back.',
      again: 'Send it again when that server takes mail, or reach the recipient another way.',
      status: 'See whether other mail for {destination} waits too, and why.',
      resend: 'Ask the senders of that time to send again.',
    },
    note: {
      subject: 'Your mail to {ourDomain} of {lastAt}: please send it again',
      body: 'Hello,\n\nyour mail from {mailFrom} of {lastAt} was accepted by our gateway and could not be delivered on our side before its time in the queue was over. The fault is ours. Please send it again.',
    },
    noteToRecipient: noteToRecipient['delivery-expired'],
    meaning:
      'A mail that cannot be delivered waits in the queue for at most so long (72 hours or 100 tries by default). Then it is bounced with 5.4.7, Delivery expired. The reason lies in the tries before.',
  },
  examine(evidence) {
    const proofs = hopProofs(evidence, 'expired')
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    const way = whither(evidence, last)
    return found({
      cause: 'delivery-expired',
      certainty: 'proven',
      proofs: [
        ...proofs.slice(0, -1),
        { ...last, events: [...told(last.attempt, 'delivery-delayed'), ...last.events] },
      ],
      way,
      slots: { ...theirSlots(last), ...hopSlots(proofs) },
      nextSteps: way === 'out' ? outside(commandDomain(domainPart(last.rcptTo?.at(-1) ?? null))) : inside,
      note: way !== 'onward',
      ...(way === 'out' && { noteTo: 'recipient' }),
    })
  },
})

const inside: readonly NextStep[] = [
  { who: 'us', step: 'outage', command: 'tophosts' },
  { who: 'us', step: 'resend' },
]

function outside(destination: string | null): readonly NextStep[] {
  return [
    { who: 'sender', step: 'again' },
    { who: 'recipient', step: 'theirs' },
    { who: 'us', step: 'status', ...(destination !== null && { command: `hoststatus ${destination}` }) },
  ]
}
