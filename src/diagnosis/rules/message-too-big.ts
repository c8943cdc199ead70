import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'message-too-big',
  stage: 3,
  cites: ['receiving-failed (D5, D6)', 'grammar, trap 8', 'ESAMsgTooBigFromSender (16 c)', 'CAUSES 48'],
  evidence: 'seen',
  past: 'received',
  texts: {
    headline: { default: 'The mail is larger than our gateway takes.' },
    summary: {
      default:
        '{server} sent {count} {count:mail|mails} from {mailFrom} to {rcptTo}, {count:at|last at} {lastAt} ({id}). Our gateway stopped taking {count:it|them} when the size limit was passed ({reason}) and refused with 552. Trying again does not help.',
    },
    steps: {
      smaller: 'Send a link in place of the file, split it, or use the exchange portal.',
      raise:
        'If it must pass: raise the maximum message size in the mail flow policy of {group} (Mail Policies > Mail Flow Policies), and commit. The next server inside has a limit of its own.',
    },
    note: {
      subject: 'Your mail to {rcptTo} is too large',
      body: 'Hello,\n\nyour server {server} sent us mail from {mailFrom} to {rcptTo}, {count:once|# times}, {count:at|last at} {lastAt}. It is larger than our gateway takes and was refused (552). Attachments grow by a third on the way. Please send a link, or split the mail.',
    },
    meaning:
      'Each mail flow policy has a largest message size. A sender is told it in the EHLO answer (SIZE); one that sends more is refused with 552, and the message is never complete on the gateway. Beyond twice the limit the gateway also slows the sender down.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, (attempt) =>
      told(attempt, 'receiving-failed').filter(({ fields }) =>
        /message size exceeds|max size|^ESAMsgTooBigFromSender=/i.test(fields.reason),
      ),
    )
    const event = proofs.at(-1)?.events.at(-1)
    if (event?.form !== 'receiving-failed') return { outcome: 'not-applicable' }
    return found({
      cause: 'message-too-big',
      certainty: 'proven',
      proofs,
      slots: { reason: event.fields.reason },
      nextSteps: [
        { who: 'sender', step: 'smaller' },
        { who: 'us', step: 'raise', command: 'Mail Policies > Mail Flow Policies' },
      ],
      note: true,
    })
  },
})
