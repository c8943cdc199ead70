import { domainPart } from '../concerns.ts'
import { unreachableSteps } from '../hop-steps.ts'
import { hopProofs, isBounced, isOwnLine, queuedLong } from '../next-hop.ts'
import { nextTryAt } from '../next-try.ts'
import { noteToRecipient } from '../outside-notes.ts'
import { found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { commandDomain } from '../steps.ts'
import { serverIn, unreachableSlots } from '../their-server.ts'
import { whither } from '../whither.ts'

export const rule = defineRule({
  cause: 'next-hop-unreachable',
  stage: 6,
  cites: ['connection-error (L9)', 'delivery-delayed (B1b)', 'message-queued (U1)', 'retry-pending (U2)', 'CAUSES 71'],
  evidence: 'seen',
  past: 'handed-over',
  texts: {
    headline: {
      default: 'The mail is with us and waits: the mail server inside cannot be reached.',
      queued: 'The mail is with us and waits; nothing in the log says what for.',
      retry: 'The mail is with us and waits for its next try; nothing in the log says what went wrong.',
      bounced: 'Our gateway took the mail but could not reach the mail server inside, and gave it up.',
      outbound: "Our mail is still with us: the recipient's mail server cannot be reached.",
      outboundBounced: "The recipient's mail server could not be reached, and our mail went back to its sender.",
      onward: 'The mail is with us and waits: the server that it is passed on to cannot be reached.',
      onwardBounced: 'Our gateway could not reach the server that it passes the mail on to, and gave it up.',
    },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}) and is in our queue. The next server, {nextHop}, does not answer: {detail}, last at {triedAt}. Our gateway keeps trying.',
      queued:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}) and queued for delivery at {triedAt}; no try is in the log since. That fits a next server that is down, and a destination whose limit is reached. Its status on the gateway tells which.',
      retry:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). A try at {triedAt} did not bring it through, and no line says why; the next is set for {untilAt}. That fits a next server that is down, refuses TLS or says "try later". Its status on the gateway tells more.',
      bounced:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). The next server, {nextHop}, did not answer: {detail}. The mail was given up at {triedAt} and returned to its sender.',
    },
    steps: {
      reach:
        'Find out why it does not answer on its port: is it up, does the firewall let the gateway through, is the SMTP route right? By hand from the gateway:',
      theirMx:
        'See whether their mail still goes there (MX), and whether an SMTP route of ours leads elsewhere (Network > SMTP Routes).',
      theirs:
        'Their administrator sees whether the server is up and whether a firewall keeps our address out; the note below asks.',
      status: 'See how the destination stands, and how much waits for it.',
      now: 'When it answers again, try at once instead of waiting.',
    },
    note: {
      subject: 'Your mail to {ourDomain} is delayed on our side',
      body: 'Hello,\n\nyour mail from {mailFrom} of {lastAt} was accepted by our gateway and could not be handed on yet, because a mail server of ours cannot be reached. The fault is on our side. If you get an error message about it, please send the mail again once we tell you; otherwise you need not do anything.',
    },
    noteToRecipient: noteToRecipient['next-hop-unreachable'],
    meaning:
      'The gateway took the mail and cannot connect to the server that it should go to (refused, timed out, broken off). It stays in the queue, by default for three days, and is tried again and again.',
  },
  examine(evidence) {
    const told = hopProofs(evidence, 'unreachable')
    // Where TLS fails with that server, that is told, and not that nothing is known.
    const proofs = told.length > 0 || hopProofs(evidence, 'tls').length > 0 ? told : queuedLong(evidence)
    const last = proofs.at(-1)
    if (!last) return { outcome: 'not-applicable' }
    const isTold = told.length > 0
    const destination = commandDomain(domainPart(last.rcptTo?.at(-1) ?? null))
    const way = isTold ? whither(evidence, last) : 'in' // Whose server it waits for is not known otherwise.
    const untilAt = nextTryAt(evidence, last.attempt)
    return found({
      cause: 'next-hop-unreachable',
      // A line about the destination names no mail: only one of this mail's own delivery proves it.
      certainty: !isTold ? 'possible' : isOwnLine(last) ? 'proven' : 'likely',
      proofs,
      variant: !isTold ? (untilAt === null ? 'queued' : 'retry') : isBounced(last) ? 'bounced' : 'default',
      way,
      slots: { ...unreachableSlots(last, destination), ...(untilAt !== null && { untilAt }) },
      nextSteps: unreachableSteps(way, serverIn(last), destination),
      note: isTold && way !== 'onward',
      ...(way === 'out' && { noteTo: 'recipient' }),
    })
  },
})
