import type { Attempt } from '../attempts.ts'
import { isBare, opening } from '../connection.ts'
import type { Evidence } from '../evidence.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { debugLogStep, debugLogText } from '../steps.ts'
import { linesOf, told } from '../story.ts'

export const rule = defineRule({
  cause: 'starttls-masked',
  stage: 1,
  cites: ['injection-start without TLS or MID (C1)', 'CHECKS R10', 'CAUSES 22'],
  evidence: 'seen',
  past: 'sender-taken',
  texts: {
    headline: {
      default: 'A firewall of ours hides STARTTLS, and the sender, who insists on encryption, gives up.',
      plain: 'Our listener offers no encryption, and the sender leaves without a mail: it may insist on it.',
      changed: 'The sender used encryption before, and now leaves without a mail: something may hide STARTTLS.',
    },
    summary: {
      default:
        '{server} connected {count:once|# times}, {count:at|last at} {lastAt} ({id}), was let in and left without TLS and without a mail. Seen from outside, our listener {listener} shows X letters where STARTTLS should stand: a firewall with SMTP inspection strikes it out.',
      plain:
        '{server} connected {count:once|# times}, {count:at|last at} {lastAt} ({id}), was let in and left without TLS and without a mail. Our listener {listener} offers no STARTTLS, seen from here. A server that must encrypt gives up then; one that only tests ours leaves like that too.',
      changed:
        '{server} connected {count:once|# times}, {count:at|last at} {lastAt} ({id}), was let in and left without TLS and without a mail. Until {takenAt} its connections were encrypted. That fits a device on the way that strikes out STARTTLS; it also fits a server that only tests ours.',
    },
    steps: {
      switchOff:
        'Take SMTP inspection off for the gateway on the firewall in front of it (ASA: `no inspect esmtp`), or let it pass STARTTLS.',
      offer:
        'See whether TLS is on for that sender (Mail Policies > Mail Flow Policies: TLS Preferred) and whether the listener has a certificate (Network > Listeners); then commit. If both are so, a firewall strikes STARTTLS out.',
      tellApart:
        'One look tells: EHLO by hand from outside (`telnet` to port 25 of our MX). X letters in place of STARTTLS are the inspection.',
      debugLog: debugLogText,
    },
    note: {
      subject: 'STARTTLS between {ip} and {ourDomain}',
      body: 'Hello,\n\nyour server {server} connects to us and leaves without a mail, {count:at|last at} {lastAt}. A device on the way that strikes STARTTLS out of our EHLO answer would explain it. We check ours; please check whether a firewall on your side inspects SMTP (ASA or PIX: inspect esmtp), and what your server gets as answer to EHLO.',
    },
    meaning:
      'STARTTLS in the EHLO answer is the offer to encrypt. Firewalls that inspect SMTP overwrite it with X letters, since they could not read along; a server that must encrypt then keeps the mail.',
  },
  examine(evidence) {
    const masked = evidence.checks.find(({ key }) => key === 'R10.masked')
    const offered = evidence.checks.some(({ key }) => key === 'R10.ok')
    const plain = offered ? undefined : evidence.checks.find(({ key }) => key === 'R10.plain')
    const seen = masked ?? plain
    const all = proofsOf(evidence, leftUnencrypted)
    const proofs = seen ? all : all.filter(({ attempt }) => encryptedBefore(evidence, attempt) !== null)
    const last = proofs.at(-1)?.attempt
    if (last === undefined) return { outcome: 'not-applicable' }
    return found({
      cause: 'starttls-masked',
      certainty: masked ? 'likely' : 'possible',
      variant: masked ? 'default' : plain ? 'plain' : 'changed',
      proofs,
      ...(seen && { lookups: seen.lookups }),
      slots: { listener: seen?.subject ?? '', takenAt: encryptedBefore(evidence, last)?.time ?? last.time },
      nextSteps: [
        { who: 'us', step: masked ? 'switchOff' : plain ? 'offer' : 'tellApart' },
        debugLogStep([last], evidence.candidates),
      ],
      note: true,
    })
  },
})

function leftUnencrypted(attempt: Attempt) {
  const tls = told(attempt, 'injection-tls').length + told(attempt, 'injection-tls-failed').length
  const ended = linesOf(attempt).filter(({ form }) => form === 'injection-lost' || form === 'injection-close')
  return isBare(attempt) && tls === 0 && ended.length > 0 ? [...opening(attempt), ...ended] : []
}

/** The last of the days before, from the same address, that was encrypted; null where one is encrypted today as well. */
function encryptedBefore({ history, attempts }: Evidence, { ip }: Attempt): Attempt | null {
  const encrypted = (attempt: Attempt) => attempt.ip === ip && told(attempt, 'injection-tls').length > 0
  return attempts.some(encrypted) ? null : (history.findLast(encrypted) ?? null)
}
