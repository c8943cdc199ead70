import { domainPart } from '../concerns.ts'
import { hopProofs, hopSlots } from '../next-hop.ts'
import { found } from '../proof.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'next-hop-tls',
  stage: 6,
  cites: ['delivery-tls-failed (L7)', 'delivery-tls-required (L8)', 'CAUSES 75'],
  evidence: 'seen',
  texts: {
    headline: { default: 'The mail is with us and waits: encryption with the mail server inside fails.' },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). TLS with the next server fails, last at {triedAt} ({detail}), and our gateway may not send to it without.',
    },
    steps: {
      renew: 'Look at the certificate, its chain and the TLS versions of the next server; renew what has expired.',
      relax:
        'See what is required for {destination}: Mail Policies > Destination Controls (TLS Required, Required - Verify). Set it to Preferred only if that is acceptable; then commit.',
      now: 'When it works again, try at once instead of waiting.',
    },
    note: {
      subject: 'Your mail to {ourDomain} is delayed on our side',
      body: 'Hello,\n\nyour mail from {mailFrom} of {lastAt} was accepted by our gateway and waits, because an encrypted connection inside our network fails. The fault is on our side; you need not do anything. If you get an error after all, please send it again.',
    },
    meaning:
      'Destination controls can require TLS for a destination. If the next server does not offer it, or its certificate does not verify, the mail waits in the queue and bounces in the end.',
  },
  examine(evidence) {
    const proofs = hopProofs(evidence, 'tls')
    const last = proofs.at(-1)
    const event = last?.events.at(-1)
    if (!last || !event) return { outcome: 'not-applicable' }
    const domain = domainPart(last.rcptTo?.at(-1) ?? null)
    const slots = hopSlots(proofs)
    const reason = event.form === 'delivery-tls-failed' ? event.fields.reason : undefined
    return found({
      cause: 'next-hop-tls',
      certainty: 'proven',
      proofs,
      slots: { ...slots, destination: domain ?? '?', detail: reason ?? String(slots.reply ?? '?') },
      nextSteps: [
        { who: 'us', step: 'renew', command: 'tlsverify' },
        { who: 'us', step: 'relax', command: 'Mail Policies > Destination Controls' },
        { who: 'us', step: 'now', command: 'delivernow' },
      ],
      note: true,
    })
  },
})
