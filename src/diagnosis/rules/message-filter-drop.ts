import { dispositions, found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { traceStep, traceText } from '../steps.ts'
import { stopOf, stopSlots } from '../stopped.ts'

export const rule = defineRule({
  cause: 'message-filter-drop',
  stage: 4,
  cites: ['message-dropped (X4)', 'message-bounced (X6)', 'CAUSES 54'],
  evidence: 'seen',
  past: 'queued',
  texts: {
    headline: {
      default: 'A filter of ours dropped the mail.',
      bounced: 'A filter of ours sent the mail back.',
    },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken, and the message filter *{filter}* dropped it at {stoppedAt} ({id}). The sender was not told.',
      bounced:
        'The mail from {mailFrom} to {rcptTo} was taken, and the message filter *{filter}* returned it at {stoppedAt} ({id}).',
    },
    steps: {
      read: 'Read what the filter tests: `filters`, DETAIL, {filter}. Test it with `trace`; narrow it, or let it hold the mail instead of dropping it.',
      resend: 'Send the mail again once the filter is changed: what was dropped cannot be brought back.',
      trace: traceText,
    },
    note: {
      subject: 'Your mail to {ourDomain} of {lastAt}',
      body: 'Hello,\n\nyour mail from {mailFrom} of {lastAt} was accepted by our gateway and then stopped by a rule on our side. We look at that rule. Please send the mail again when we tell you, or in another form (without the attachment, or with a link).',
    },
    meaning:
      'Message filters are rules made on the command line that run first in the work queue. One that drops a mail leaves the line Dropped by filter with its name; the sender is not told.',
  },
  examine(evidence) {
    const proofs = dispositions(evidence, (event) => stopOf(event)?.by === 'filter')
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    return found({
      cause: 'message-filter-drop',
      certainty: 'proven',
      proofs,
      variant: last.events.at(-1)?.form === 'message-bounced' ? 'bounced' : 'default',
      slots: stopSlots(last.events),
      nextSteps: [
        { who: 'us', step: 'read', command: 'filters' },
        { who: 'sender', step: 'resend' },
        traceStep([last.attempt]),
      ],
      note: true,
    })
  },
})
