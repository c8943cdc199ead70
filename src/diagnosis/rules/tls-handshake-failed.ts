import { cameLater, lastTaken, takenSlots } from '../before.ts'
import { withDialogue } from '../dialogue.ts'
import { failedHandshake, handshakeReason } from '../handshake.ts'
import { checksThat } from '../our-fault.ts'
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
      ours: 'Encryption with our gateway fails, for our own test as well: the fault is on our side.',
      later: 'A TLS handshake with the sender failed; it came again, and its mail was taken.',
    },
    summary: {
      later:
        '{server} began TLS {count:once|# times}, {count:at|last at} {lastAt}, and the handshake failed ({reason}). It came again at {cameAt}, and mail of it was taken.',
      ours: '{server} began TLS {count:once|# times}, {count:at|last at} {lastAt}, and the handshake failed ({reason}). So did our own test of {listener} ({detail}): certificate or TLS settings of the listener are at fault, and every sender that insists on encryption is hit.',
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
    const proofs = proofsOf(evidence, failedHandshake)
    const last = proofs.at(-1)
    if (last === undefined) {
      const good = evidence.attempts.flatMap((attempt) => told(attempt, 'injection-tls')).at(-1)
      return good
        ? { outcome: 'clear', slots: { protocol: good.fields.protocol ?? 'TLS' } }
        : { outcome: 'not-applicable' }
    }
    const before = lastTaken(evidence, last.attempt.time, last.attempt.ip)
    const later = cameLater(evidence, last.attempt)
    const ours = later ? undefined : checksThat(evidence, 'R11.failed').at(0)
    return found({
      cause: 'tls-handshake-failed',
      // That it failed is told; that it is our fault, only by a check.
      certainty: ours ? 'likely' : 'proven',
      proofs: withDialogue(proofs),
      variant: later ? 'later' : ours ? 'ours' : before === null ? 'default' : 'changed',
      slots: {
        reason: handshakeReason(proofs),
        listener: ours?.subject ?? '',
        detail: ours?.facts.detail ?? '',
        cameAt: later?.time ?? last.attempt.time,
        ...(before !== null && takenSlots(before)),
      },
      nextSteps: [
        { who: 'us', step: 'offer', command: 'System Administration > SSL Configuration' },
        ...(ours ? [] : [{ who: 'sender', step: 'askSender' } as const]),
        debugLogStep([last.attempt], evidence.candidates),
      ],
      note: true,
    })
  },
})
