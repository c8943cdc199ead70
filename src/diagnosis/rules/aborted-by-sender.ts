import { abortOf } from '../abort.ts'
import type { Attempt } from '../attempts.ts'
import { withDialogue } from '../dialogue.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { debugLogStep, debugLogText } from '../steps.ts'

export const rule = defineRule({
  cause: 'aborted-by-sender',
  stage: 3,
  cites: ['receiving-aborted-by-sender (D3)', 'vendor note 118295', 'CAUSES 50'],
  evidence: 'seen',
  past: 'received',
  texts: {
    headline: { default: "The sender's server broke the mail off itself, before sending its content." },
    summary: {
      default:
        '{server} offered {count} {count:mail|mails} from {mailFrom} to {rcptTo}, the recipient was accepted, and the server said QUIT before the content, {count:at|last at} {endedAt} ({id}). Nothing on our side refused it.',
      noRecipient:
        '{server} named the sender {mailFrom} and said QUIT without a recipient that we took, {count:at|last at} {endedAt} ({id}). That is often only a test of an address; nothing on our side refused a mail.',
    },
    steps: {
      askSender:
        'Look in the log of the sending server: why did it stop? Usual reasons are a scanner or data loss filter of its own, an address test, or a second copy that went another way.',
      debugLog: debugLogText,
    },
    note: {
      subject: 'Your server {ip} breaks off its mail to {ourDomain}',
      body: 'Hello,\n\nyour server {server} offered us a mail from {mailFrom}, we accepted sender and recipient, and your server ended the session before it sent the content. This happened {count:once|# times}, {count:at|last at} {lastAt}. The decision was made on your side: please look in its log for the reason (a content scanner, data loss prevention, a time-out of its own, an address test).',
    },
    meaning:
      'Receiving aborted by sender: the other server ended the transaction with an SMTP command of its own (QUIT or RSET) before the message was complete. It is not a network fault and not a refusal by us.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, lines)
    const last = proofs.at(-1)?.attempt
    if (last === undefined) return { outcome: 'not-applicable' }
    return found({
      cause: 'aborted-by-sender',
      certainty: 'proven',
      proofs: withDialogue(proofs),
      variant: last.rcptTo.length === 0 ? 'noRecipient' : 'default',
      slots: { endedAt: abortOf(last)?.event.line.time ?? last.time },
      nextSteps: [{ who: 'sender', step: 'askSender' }, debugLogStep([last], evidence.candidates)],
      note: true,
    })
  },
})

function lines(attempt: Attempt) {
  const abort = abortOf(attempt)
  return abort?.bySender ? [abort.event] : []
}
