import { dispositions, found } from '../proof.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'bounce-verification',
  stage: 2,
  cites: ['bounce-refused (R10)', 'CAUSES 44'],
  evidence: 'seen',
  past: 'recipient-taken',
  texts: {
    headline: { default: 'Our gateway refused a bounce or automatic reply: it answers no mail that we sent.' },
    summary: {
      default:
        '{server} offered a mail with an empty sender to {rcptTo}, {count:once|# times}, {count:at|last at} {lastAt} ({id}). Bounces to us must carry the mark that our gateway puts on outgoing mail; this one had none.',
    },
    steps: {
      resend: 'If it is a real message, send it with a non-empty envelope sender; only bounces have an empty one.',
      key: 'If we did send the first mail by another way (another gateway, a service): share the bounce verification key with it, or let untagged bounces in for that policy: Mail Policies > Bounce Verification; Mail Flow Policies.',
    },
    note: {
      subject: 'A bounce or automatic reply of yours was refused',
      body: 'Hello,\n\nyour server {server} offered us a mail with an empty envelope sender, {count:once|# times}, {count:at|last at} {lastAt}. Such mail must answer a message that we sent, and this one does not (or lost the mark by which we know ours), so bounce verification refused it. If it is a real message, please send it with a non-empty envelope sender.',
    },
    meaning:
      'Bounce verification marks the sender of outgoing mail. A bounce (empty envelope sender) without that mark answers something we did not send, mostly spam with our address forged, and is refused.',
  },
  examine(evidence) {
    const proofs = dispositions(evidence, ({ form }) => form === 'bounce-refused')
    if (proofs.length === 0) return { outcome: 'not-applicable' }
    return found({
      cause: 'bounce-verification',
      certainty: 'proven',
      proofs,
      nextSteps: [
        { who: 'sender', step: 'resend' },
        { who: 'us', step: 'key', command: 'Mail Policies > Bounce Verification' },
      ],
      note: true,
    })
  },
})
