import { abortOf, isIdle } from '../abort.ts'
import type { Attempt } from '../attempts.ts'
import { withDialogue } from '../dialogue.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { captureStep, captureText, debugLogStep, debugLogText } from '../steps.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'idle-timeout',
  stage: 3,
  cites: [
    'receiving-aborted (D2)',
    'injection-idle (C5)',
    'injection-too-long (C6)',
    'vendor note 118295',
    'CAUSES 30',
  ],
  evidence: 'seen',
  past: 'received',
  texts: {
    headline: {
      default: "The sender's server fell silent in the middle of the mail, and our gateway hung up.",
      tooLong: 'The transfer took longer than our gateway allows, and it hung up.',
    },
    summary: {
      default:
        '{server} began {count} {count:mail|mails} from {mailFrom} and then sent nothing for {seconds} seconds, which is our time-out for a silent connection. {count:It|The last} ended at {endedAt} ({id}). Usual reasons: a firewall on the way that drops packets, a path that loses large packets (MTU), or a scanner in the sending server that holds the mail.',
      tooLong:
        '{server} was still connected when the time allowed for one connection was over, at {endedAt} ({id}). The mail was not complete.',
    },
    steps: {
      askSender:
        'Look in the log of the sending server for that time: what did it wait for, and does a device on the way (firewall, SMTP inspection) hold or drop the connection?',
      capture: captureText,
      debugLog: debugLogText,
      raise:
        'If the sender is only slow: raise the time-out for this partner: `listenerconfig`, SETUP, Timeout for unsuccessful inbound connections.',
    },
    note: {
      subject: 'Your mail to {ourDomain} stops halfway: {ip}',
      body: 'Hello,\n\nyour server {server} connected to us, began a mail and then sent nothing for {seconds} seconds, so our gateway ended the connection. This happened {count:once|# times}, {count:at|last at} {lastAt}. Your log should show what the server was waiting for: a scanner, a time-out, or packets that never arrive. Please check too whether a firewall on your side inspects SMTP (ASA or PIX: inspect esmtp) and whether large packets pass (MTU, ICMP blocked).',
    },
    meaning:
      'Receiving aborted, five minutes after the last thing that was said and without a lost connection, means that our own time-out ran out: the sender kept the connection open and sent nothing.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, (attempt) => [...cutLines(attempt), ...idleLines(attempt)])
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    const cut = cutLines(last.attempt).at(-1)
    const abort = abortOf(last.attempt)
    return found({
      cause: 'idle-timeout',
      // By the clock alone it is only likely: the line itself does not say who ended it.
      certainty: cut ? 'proven' : 'likely',
      proofs: withDialogue(proofs),
      variant: cut?.form === 'injection-too-long' ? 'tooLong' : 'default',
      slots: {
        seconds: abort === null || abort.silence === 0 ? 300 : Math.round(abort.silence / 1000),
        endedAt: (abort?.event ?? cut)?.line.time ?? last.attempt.time,
      },
      nextSteps: [
        { who: 'sender', step: 'askSender' },
        ...[captureStep([last.attempt]), debugLogStep([last.attempt], evidence.candidates)],
        { who: 'us', step: 'raise', command: 'listenerconfig' },
      ],
      note: true,
    })
  },
})

function cutLines(attempt: Attempt) {
  return attempt.fate === 'aborted' ? [...told(attempt, 'injection-idle'), ...told(attempt, 'injection-too-long')] : []
}

function idleLines(attempt: Attempt) {
  const abort = abortOf(attempt)
  return abort !== null && isIdle(abort) ? [abort.before, abort.event].filter((event) => event !== null) : []
}
