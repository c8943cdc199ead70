import { dispositions, found } from '../proof.ts'
import { isOverLimit, senderLimited } from '../receiving-control.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'rate-limit-sender',
  stage: 2,
  cites: ['alert-sent (U7): rate limiting Envelope Sender', 'recipient-refused (R8)', 'CAUSES 36'],
  evidence: 'seen',
  past: 'recipient-taken',
  texts: {
    headline: { default: 'This sender sent to more recipients than we allow one sender address, and was put off.' },
    summary: {
      default:
        '{mailFrom} offered mail to {rcptTo} from {server}, {count:once|# times}, {count:at|last at} {lastAt} ({id}). Our gateway said at {alertAt} that it limits this very sender address; beyond the limit recipients get a temporary error, and the server tries again.',
    },
    steps: {
      raise:
        'If that much mail is wanted: raise Rate Limit for Envelope Senders in the mail flow policy of {group}, or add {mailFrom} to its exceptions, and commit.',
      slower: 'Spread the mail over more time; what was put off will be sent again by itself.',
    },
    note: {
      subject: 'Mail from {mailFrom} to {ourDomain} is put off: too much at once',
      body: 'Hello,\n\n{mailFrom} sent to more recipients than our gateway takes from one sender address in a given time, {count:once|# times}, {count:at|last at} {lastAt}. The mail was put off with a temporary error, not refused for good. Please spread it over more time, and tell us if this is a regular service.',
    },
    meaning:
      'A mail flow policy can limit how many recipients one envelope sender may have in a given time, whatever server it uses. Beyond the limit each further recipient is answered with: try later.',
  },
  examine(evidence) {
    const proofs = dispositions(evidence, isOverLimit).flatMap((proof) => {
      const alerts = senderLimited(evidence, proof.attempt)
      return alerts.length > 0 ? [{ ...proof, events: [...proof.events, ...alerts] }] : []
    })
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    return found({
      cause: 'rate-limit-sender',
      certainty: 'proven',
      proofs,
      slots: {
        alertAt: last.events.at(-1)?.line.time ?? last.attempt.time,
        ...(last.rcptTo && { rcptTo: last.rcptTo }),
      },
      nextSteps: [
        { who: 'us', step: 'raise', command: 'Mail Policies > Mail Flow Policies' },
        { who: 'sender', step: 'slower' },
      ],
      note: true,
    })
  },
})
