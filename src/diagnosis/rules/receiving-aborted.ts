import { type Abort, abortOf, isCutForHarvest, isIdle } from '../abort.ts'
import type { Attempt } from '../attempts.ts'
import { withDialogue } from '../dialogue.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { captureStep, captureText, debugLogStep, debugLogText } from '../steps.ts'

export const rule = defineRule({
  cause: 'receiving-aborted',
  stage: 3,
  cites: ['receiving-aborted (D2, D4)', 'injection-lost (C3)', 'vendor note 118295', 'CAUSES 51'],
  evidence: 'seen',
  past: 'received',
  texts: {
    headline: {
      default: 'The connection broke while the mail was coming in.',
      repeated: 'The connection breaks each time while the mail is coming in, at about the same point.',
    },
    summary: {
      default:
        '{server} began {count} {count:mail|mails} from {mailFrom} to {rcptTo}; {count:it|the last} broke off after {seconds} seconds, at {endedAt} ({id}), before it was complete. The sender still has the mail and should try again. The break was below SMTP: the other side or a device in between closed the connection (FIN, RST, firewall).',
      repeated:
        '{server} began {count} mails from {mailFrom} to {rcptTo}; each broke off after about {seconds} seconds, the last at {endedAt} ({id}). Breaks at the same point speak for a device in between: a firewall with SMTP inspection, or a path that loses large packets (MTU).',
    },
    steps: {
      askSender: 'Look in the log of the sending server for that time: did it close the connection, or was it closed?',
      inspection:
        'Look for SMTP inspection on the firewalls of both sides (ASA: `inspect esmtp`; PIX: `fixup protocol smtp`) and take it off for the gateway.',
      capture: captureText,
      debugLog: debugLogText,
    },
    note: {
      subject: 'Your mail to {ourDomain} breaks off: {ip}',
      body: 'Hello,\n\nyour server {server} connected to us and began a mail, and the connection broke off after {seconds} seconds, before the mail was complete. This happened {count:once|# times}, {count:at|last at} {lastAt}. It was not our gateway that closed it. Your log should show why: a time-out, a scanner, or the network. Please check whether a firewall on your side inspects SMTP (ASA or PIX: inspect esmtp) and whether large packets pass (MTU, ICMP blocked).',
    },
    meaning:
      'Receiving aborted: the connection ended before the message was complete, and not by an SMTP command. Either a network device or the other side closed it, or our time-out ran out; the clock tells the two apart. The gateway has nothing of the mail, and the sender must try again.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, (attempt) => (isCutForHarvest(evidence, attempt) ? [] : lines(attempt)))
    const last = proofs.at(-1)?.attempt
    if (last === undefined) return { outcome: 'not-applicable' }
    const aborts = proofs.map(({ attempt }) => abortOf(attempt)).filter((abort) => abort !== null)
    const abort = aborts.at(-1)
    return found({
      cause: 'receiving-aborted',
      certainty: 'proven',
      proofs: withDialogue(proofs),
      variant: isRepeated(aborts) ? 'repeated' : 'default',
      slots: { seconds: Math.round((abort?.lasted ?? 0) / 1000), endedAt: abort?.event.line.time ?? last.time },
      nextSteps: [
        { who: 'sender', step: 'askSender' },
        { who: 'us', step: 'inspection' },
        captureStep(proofs.map(({ attempt }) => attempt)),
        debugLogStep([last], evidence.candidates),
      ],
      note: true,
    })
  },
})

function lines(attempt: Attempt) {
  const abort = abortOf(attempt)
  if (abort === null || abort.bySender || isIdle(abort)) return []
  return abort.lost === null ? [abort.event] : [abort.lost, abort.event]
}

/** Several, and all within two seconds of the same length. */
function isRepeated(aborts: readonly Abort[]): boolean {
  const lengths = aborts.map(({ lasted }) => lasted)
  return lengths.length > 1 && Math.max(...lengths) - Math.min(...lengths) <= 2_000
}
