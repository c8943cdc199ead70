import type { Event } from '../../correlator/form.ts'
import { dispositions, found } from '../proof.ts'
import { isLimitNamed, isOverLimit, senderLimited, takenOfOne } from '../receiving-control.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'rate-limit-host',
  stage: 2,
  cites: ['recipient-refused (R8, R9)', 'ESARateLimitedIP (16 c)', 'CAUSES 35'],
  evidence: 'seen',
  past: 'recipient-taken',
  texts: {
    headline: { default: "The sender's server sent more than our gateway allows it in an hour, and was put off." },
    summary: {
      default:
        '{server} offered mail from {mailFrom} to {rcptTo}, {count:once|# times}, {count:at|last at} {lastAt} ({id}). Our limits for sender group *{group}* (recipients per hour or per message) were reached, so the recipient was put off with a temporary error (452); the sender tries again.',
    },
    steps: {
      raise:
        'If the sender is welcome: move {ip} from {group} to a group with a higher limit, or raise Max. Recipients Per Hour in its mail flow policy, and commit.',
      slower: 'Send fewer recipients per hour and per message; what was put off will be sent again by itself.',
    },
    note: {
      subject: 'Mail from {ip} to {ourDomain} is put off: too much in an hour',
      body: 'Hello,\n\nyour server {server} sent more recipients than our gateway takes from it, {count:once|# times}, {count:at|last at} {lastAt}. The mail was put off with a temporary error, not refused for good. Please spread such mail over more time, and tell us if this is a regular service, so that we can raise the limit.',
    },
    meaning:
      'Receiving Control is the part of a mail flow policy that limits recipients per hour, per message and per sender. Beyond the limit each recipient is answered with 452: try later. Servers with a poor or no reputation often get a low limit.',
  },
  examine(evidence) {
    const isOver = (event: Event) => isOverLimit(event) || isLimitNamed(event, 'ESARateLimitedIP')
    const proofs = dispositions(evidence, isOver).filter(
      ({ attempt }) => takenOfOne(attempt, evidence.attempts) === null && senderLimited(evidence, attempt).length === 0,
    )
    if (proofs.length === 0) return { outcome: 'not-applicable' }
    return found({
      cause: 'rate-limit-host',
      certainty: 'proven',
      proofs,
      nextSteps: [
        { who: 'us', step: 'raise', command: 'Mail Policies > Mail Flow Policies' },
        { who: 'sender', step: 'slower' },
      ],
      note: true,
    })
  },
})
