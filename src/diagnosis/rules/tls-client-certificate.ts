import type { Attempt } from '../attempts.ts'
import { isClientCertificate } from '../client-certificate.ts'
import { withDialogue } from '../dialogue.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'tls-client-certificate',
  stage: 1,
  cites: ['injection-tls-failed (T3)', 'Verify Client Certificate', 'CAUSES 25'],
  evidence: 'documented',
  past: 'sender-taken',
  texts: {
    headline: { default: "Our gateway asked the sender's server for a certificate, and did not get one it trusts." },
    summary: {
      default:
        '{server} began TLS {count:once|# times}, {count:at|last at} {lastAt} ({id}), and our side ended it: {reason}. The mail flow policy of sender group *{group}* asks for a client certificate.',
    },
    steps: {
      relax:
        'See whether the group should ask for it: Mail Policies > Mail Flow Policies, policy of {group}, Verify Client Certificate. If it should, add the issuer of their certificate to the certificate authorities (Network > Certificates), and commit.',
      present: 'Present a valid client certificate, with its whole chain, when sending to us.',
    },
    note: {
      subject: 'TLS between {ip} and {ourDomain}: the client certificate',
      body: 'Hello,\n\nyour server {server} starts TLS with us, and the handshake ends because no client certificate that we trust was presented ({reason}), {count:once|# times}, {count:at|last at} {lastAt}. Please tell us whether your server presents one, and by which authority it was issued; we look at what we ask for.',
    },
    meaning:
      'A mail flow policy can ask the sending server to prove itself by a certificate. Most servers have none for sending; with this setting on, their TLS handshake fails on our side.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, clientCertificateLines)
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    return found({
      cause: 'tls-client-certificate',
      certainty: 'likely',
      proofs: withDialogue(proofs),
      slots: { reason: told(last.attempt, 'injection-tls-failed').at(-1)?.fields.reason ?? '?' },
      nextSteps: [
        { who: 'us', step: 'relax', command: 'Mail Policies > Mail Flow Policies' },
        { who: 'sender', step: 'present' },
      ],
      note: true,
    })
  },
})

function clientCertificateLines(attempt: Attempt) {
  if ((attempt.injection?.messages.length ?? 0) > 0) return []
  return told(attempt, 'injection-tls-failed').filter(({ fields }) => isClientCertificate(fields.reason))
}
