import { isForLink } from '../judged-link.ts'
import { dispositions, found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { policiesOf, traceStep, traceText } from '../steps.ts'
import { stopOf, stopSlots } from '../stopped.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'content-filter-drop',
  stage: 4,
  cites: ['message-dropped (X5)', 'message-bounced (X6)', 'policy-match (P1)', 'CAUSES 55'],
  evidence: 'seen',
  past: 'queued',
  texts: {
    headline: {
      default: 'A content filter of ours dropped the mail.',
      bounced: 'A content filter of ours sent the mail back.',
    },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken, and the content filter *{filter}* of the mail policy {policy} dropped it at {stoppedAt} ({id}). The sender was not told.',
      bounced:
        'The mail from {mailFrom} to {rcptTo} was taken, and the content filter *{filter}* of the mail policy {policy} returned it at {stoppedAt} ({id}).',
    },
    steps: {
      read: 'Read what the filter tests, and narrow it, or let it hold the mail in a quarantine instead: Mail Policies > {table} Content Filters > {filter}; then commit.',
      resend: 'Send the mail again once the filter is changed: what was dropped cannot be brought back.',
      trace: traceText,
    },
    note: {
      subject: 'Your mail to {ourDomain} of {lastAt}',
      body: 'Hello,\n\nyour mail from {mailFrom} of {lastAt} was accepted by our gateway and then stopped because of its content. Please send it again without the attachment, as PDF, or with a link; or wait until we tell you that the rule was changed.',
    },
    meaning:
      'Content filters belong to a mail policy and run late in the work queue, on attachments, words, URLs and verdicts. One that drops a mail leaves its name in the line; the sender is not told.',
  },
  examine(evidence) {
    const proofs = dispositions(evidence, (event) => stopOf(event)?.by === 'content filter').filter(
      // One that goes by a link's reputation is told by a rule of its own.
      ({ attempt, events }) => !events.some((event) => isForLink(attempt, event)),
    )
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    return found({
      cause: 'content-filter-drop',
      certainty: 'proven',
      proofs,
      variant: last.events.at(-1)?.form === 'message-bounced' ? 'bounced' : 'default',
      slots: {
        ...stopSlots(last.events),
        policy: told(last.attempt, 'policy-match').at(-1)?.fields.policy ?? '?',
      },
      nextSteps: [
        { who: 'us', step: 'read', command: policiesOf(last.attempt, 'Content Filters') },
        { who: 'sender', step: 'resend' },
        traceStep([last.attempt]),
      ],
      note: true,
    })
  },
})
