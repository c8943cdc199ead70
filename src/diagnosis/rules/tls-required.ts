import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'tls-required',
  stage: 1,
  cites: ['injection-tls-required (T5)', 'RFC 3207 section 4', 'CAUSES 24'],
  evidence: 'seen',
  past: 'sender-taken',
  texts: {
    headline: { default: 'Our gateway asks this sender for encryption, and its server did not use it.' },
    summary: {
      default:
        '{server} connected {count:once|# times}, {count:at|last at} {lastAt} ({id}), and wanted to send without STARTTLS. The mail flow policy of sender group *{group}* requires TLS, so no mail was taken.',
    },
    steps: {
      enable: 'Switch on STARTTLS for outgoing mail to us; the note below says so.',
      relax:
        'If it cannot: set TLS to Preferred in the mail flow policy of {group}, or move {ip} to a group whose policy does not require it, and commit.',
    },
    note: {
      subject: 'Mail from {ip} to {ourDomain} must be encrypted',
      body: 'Hello,\n\nyour server {server} wanted to send us mail without encryption, {count:once|# times}, {count:at|last at} {lastAt}. For your domain we require TLS. Please enable STARTTLS for mail to {ourDomain} on that server (a firewall that strikes out STARTTLS on the way has the same effect), then send the mail again.',
    },
    meaning:
      'A mail flow policy can require TLS of a group of senders. A server that does not say STARTTLS gets an error to every command that would send mail, and no message is begun.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, (attempt) => told(attempt, 'injection-tls-required'))
    if (proofs.length === 0) return { outcome: 'not-applicable' }
    return found({
      cause: 'tls-required',
      certainty: 'proven',
      proofs,
      nextSteps: [
        { who: 'sender', step: 'enable' },
        { who: 'us', step: 'relax', command: 'Mail Policies > Mail Flow Policies' },
      ],
      note: true,
    })
  },
})
