import type { Attempt } from '../attempts.ts'
import { cameLater, lastTaken, takenSlots } from '../before.ts'
import { isClientCertificate } from '../client-certificate.ts'
import { withDialogue } from '../dialogue.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { debugLogStep, debugLogText } from '../steps.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'tls-handshake-failed',
  stage: 1,
  cites: ['injection-tls-failed (T3, T4)', 'grammar, trap 10', 'CHECKS R11', 'CAUSES 23'],
  evidence: 'seen',
  texts: {
    headline: {
      default: "The sender's server and our gateway could not agree on encryption, and it gave up.",
      later: 'A TLS handshake with the sender failed; it came again, and its mail was taken.',
    },
    summary: {
      later:
        '{server} began TLS {count:once|# times}, {count:at|last at} {lastAt}, and the handshake failed ({reason}). It came again at {cameAt}, and mail of it was taken.',
      default:
        '{server} began TLS {count:once|# times}, {count:at|last at} {lastAt}, and the handshake failed ({reason}). It offered no mail without encryption.',
      changed:
        '{server} began TLS {count:once|# times}, {count:at|last at} {lastAt}, and the handshake failed ({reason}). It offered no mail without encryption. What changed: mail of this sender was last taken at {takenAt}, from {takenServer}.',
    },
    clear: 'TLS: the connection was encrypted ({protocol}).',
    steps: {
      offer:
        'See what the listener offers (versions, ciphers, certificate with its whole chain) and renew or widen it: System Administration > SSL Configuration; Network > Certificates; then commit.',
      askSender: 'Say which TLS versions and ciphers your server offers, and what its log says of the handshake.',
      debugLog: debugLogText,
    },
    note: {
      subject: 'TLS between {ip} and {ourDomain} fails',
      body: 'Hello,\n\nyour server {server} starts TLS with our gateway ({ourMx}) and the handshake fails: {reason}. This happened {count:once|# times}, {count:at|last at} {lastAt}; no mail was offered after it. Please tell us what your log says of it, which TLS versions and ciphers your server offers, and whether it checks our certificate. We look at what we offer.',
    },
    meaning:
      'After STARTTLS the two servers agree on a version, a cipher and a certificate. If they cannot, the line says TLS failed; a sender that insists on encryption then keeps the mail. After a message was received the same line is harmless.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, lines)
    const last = proofs.at(-1)
    if (last === undefined) {
      const good = evidence.attempts.flatMap((attempt) => told(attempt, 'injection-tls')).at(-1)
      return good
        ? { outcome: 'clear', slots: { protocol: good.fields.protocol ?? 'TLS' } }
        : { outcome: 'not-applicable' }
    }
    const before = lastTaken(evidence, last.attempt.time, last.attempt.ip)
    const reasons = proofs.flatMap(({ attempt }) => told(attempt, 'injection-tls-failed')).map((e) => e.fields.reason)
    const later = cameLater(evidence, last.attempt)
    return found({
      cause: 'tls-handshake-failed',
      certainty: 'proven',
      proofs: withDialogue(proofs),
      variant: later ? 'later' : before === null ? 'default' : 'changed',
      // Older releases give none (T3): then the log's own words stand for it.
      slots: {
        reason: reasons.findLast((reason) => reason !== undefined) ?? 'TLS failed',
        cameAt: later?.time ?? last.attempt.time,
        ...(before !== null && takenSlots(before)),
      },
      nextSteps: [
        { who: 'us', step: 'offer', command: 'System Administration > SSL Configuration' },
        { who: 'sender', step: 'askSender' },
        debugLogStep([last.attempt], evidence.candidates),
      ],
      note: true,
    })
  },
})

/** Only where no message came over that connection: a failure after one was `ready` is harmless (T4). */
function lines(attempt: Attempt) {
  const failed = told(attempt, 'injection-tls-failed').filter(({ fields }) => !isClientCertificate(fields.reason))
  if (failed.length === 0 || (attempt.injection?.messages.length ?? 0) > 0) return []
  return [...told(attempt, 'injection-start'), ...failed]
}
