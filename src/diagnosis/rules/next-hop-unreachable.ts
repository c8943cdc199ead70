import { domainPart } from '../concerns.ts'
import { hopProofs, hopSlots, isOwnLine, queuedLong } from '../next-hop.ts'
import { found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { commandDomain } from '../steps.ts'

export const rule = defineRule({
  cause: 'next-hop-unreachable',
  stage: 6,
  cites: ['connection-error (L9)', 'delivery-delayed (B1b)', 'message-queued (U1)', 'CAUSES 71'],
  evidence: 'seen',
  texts: {
    headline: {
      default: 'The mail is with us and waits: the mail server inside cannot be reached.',
      queued: 'The mail is with us and waits; nothing in the log says what for.',
      bounced: 'Our gateway took the mail but could not reach the mail server inside, and gave it up.',
    },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}) and is in our queue. The next server, {nextHop}, does not answer: {detail}, last at {triedAt}. Our gateway keeps trying.',
      queued:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}) and queued for delivery at {triedAt}; no try is in the log since. That fits a next server that is down, and a destination whose limit is reached. Its status on the gateway tells which.',
      bounced:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). The next server, {nextHop}, did not answer: {detail}. The mail was given up at {triedAt} and returned to its sender.',
    },
    steps: {
      reach:
        'Find out why it does not answer on its port: is it up, does the firewall let the gateway through, is the SMTP route right? By hand from the gateway:',
      status: 'See how the destination stands, and how much waits for it.',
      now: 'When it answers again, try at once instead of waiting.',
    },
    note: {
      subject: 'Your mail to {ourDomain} is delayed on our side',
      body: 'Hello,\n\nyour mail from {mailFrom} of {lastAt} was accepted by our gateway and could not be handed on yet, because a mail server of ours cannot be reached. The fault is on our side. If you get an error message about it, please send the mail again once we tell you; otherwise you need not do anything.',
    },
    meaning:
      'The gateway took the mail and cannot connect to the server that it should go to (refused, timed out, broken off). It stays in the queue, by default for three days, and is tried again and again.',
  },
  examine(evidence) {
    const told = hopProofs(evidence, 'unreachable')
    const proofs = told.length > 0 ? told : queuedLong(evidence)
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    const error = last.events.findLast(({ form }) => form === 'connection-error')
    const fields = error?.form === 'connection-error' ? error.fields : null
    const slots = hopSlots([last])
    const bounced = last.events.some(({ form }) => form === 'delivery-bounced')
    const destination = commandDomain(domainPart(last.rcptTo?.at(-1) ?? null))
    const target = commandDomain(fields?.ip ?? null)
    return found({
      cause: 'next-hop-unreachable',
      // A line about the destination names no mail: only one of this mail's own delivery proves it.
      certainty: told.length === 0 ? 'possible' : isOwnLine(last) ? 'proven' : 'likely',
      proofs,
      variant: told.length === 0 ? 'queued' : bounced ? 'bounced' : 'default',
      slots: {
        ...slots,
        nextHop: fields?.ip ?? destination ?? '?',
        detail: fields?.details ?? String(slots.reply ?? '?'),
        triedAt: last.events.at(-1)?.line.time ?? last.attempt.time,
      },
      nextSteps: [
        ...(target === null
          ? []
          : [{ who: 'us', step: 'reach', command: `telnet ${target} ${fields?.port ?? 25}` } as const]),
        { who: 'us', step: 'status', ...(destination !== null && { command: `hoststatus ${destination}` }) },
        { who: 'us', step: 'now', command: 'delivernow' },
      ],
      note: true,
    })
  },
})
