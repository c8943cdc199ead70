import { abortOf, isBrokenOff } from '../abort.ts'
import type { Attempt } from '../attempts.ts'
import { isBare, opening, pauseOf } from '../connection.ts'
import { withDialogue } from '../dialogue.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { captureStep, captureText, debugLogStep, debugLogText } from '../steps.ts'
import { linesOf, told } from '../story.ts'

export const rule = defineRule({
  cause: 'smtp-inspection',
  stage: 1,
  cites: ['injection-lost (C3)', 'unknown-command (C10)', 'vendor note 118295', 'CHECKS R9, R10', 'CAUSES 21'],
  evidence: 'seen',
  past: 'received',
  texts: {
    headline: {
      default: 'A firewall that meddles with SMTP may stand between the sender and our gateway.',
      masked: 'A firewall of ours rewrites the SMTP dialogue, and the sender gives up.',
    },
    summary: {
      default:
        '{server} connected {count:once|# times}, {count:at|last at} {lastAt}, was let in, and the connection ended without a complete mail. That fits a firewall with SMTP inspection on the way; it also fits a server that only tests ours.',
      masked:
        '{server} connected {count:once|# times}, {count:at|last at} {lastAt}, was let in, and the connection ended without a complete mail. Seen from outside, our listener {listener} answers with letters struck out: a firewall with SMTP inspection stands in front of it.',
    },
    steps: {
      tellApart:
        'One experiment tells: have the sender run the dialogue by hand (`telnet` to port 25 of our MX). Asterisks in our greeting, or X letters in place of STARTTLS, are the inspection.',
      switchOff:
        'Take SMTP inspection off for the gateway on the firewall in front of it (ASA: `no inspect esmtp`; PIX: `no fixup protocol smtp 25`).',
      capture: captureText,
      debugLog: debugLogText,
    },
    note: {
      subject: 'SMTP between {ip} and {ourDomain}',
      body: 'Hello,\n\nyour server {server} connects to us, and the session ends before a mail is complete, {count:at|last at} {lastAt}. A device on the path that alters the SMTP dialogue would explain it. We check ours; please check whether your side uses SMTP inspection (ASA or PIX: inspect esmtp) and take it off for mail to us.',
    },
    meaning:
      'Some firewalls read along in SMTP and change it: greetings full of asterisks, STARTTLS overwritten with X, commands cut. Servers that need what was struck out give up, and the log shows only a connection that ends.',
  },
  examine(evidence) {
    const masked = evidence.checks.find(({ key }) => key === 'R9.masked' || key === 'R10.masked')
    const proofs = proofsOf(evidence, (attempt) => suspicious(attempt, masked !== undefined))
    const last = proofs.at(-1)?.attempt
    if (last === undefined) return { outcome: 'not-applicable' }
    return found({
      cause: 'smtp-inspection',
      certainty: masked ? 'likely' : 'possible',
      proofs: withDialogue(proofs),
      ...(masked && { lookups: masked.lookups, variant: 'masked' }),
      slots: { listener: masked?.subject ?? '' },
      nextSteps: [
        masked ? { who: 'us', step: 'switchOff' } : { who: 'sender', step: 'tellApart' },
        captureStep(proofs.map(({ attempt }) => attempt)),
        debugLogStep([last], evidence.candidates),
      ],
      note: true,
    })
  },
})

/**
 * Let in, and ended without TLS, mail or any other word that would explain it. A mail that broke off is told by a rule
 * of its own, and counts here only where the inspection itself was seen.
 */
function suspicious(attempt: Attempt, seen: boolean) {
  if (told(attempt, 'injection-tls').length > 0 || told(attempt, 'injection-tls-failed').length > 0) return []
  const abort = abortOf(attempt)
  if (abort !== null) return seen && isBrokenOff(attempt) ? [abort.lost ?? abort.event] : []
  const ended = linesOf(attempt).filter(({ form }) => form === 'injection-lost' || form === 'unknown-command')
  const brief = (pauseOf(attempt)?.ms ?? 0) < 10_000
  return isBare(attempt) && brief && ended.length > 0 ? [...opening(attempt), ...ended] : []
}
