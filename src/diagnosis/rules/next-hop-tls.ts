import { domainPart } from '../concerns.ts'
import { failedTlsSteps } from '../hop-steps.ts'
import { hopProofs, isBounced, isOwnLine, isTheirTls } from '../next-hop.ts'
import { noteToRecipient } from '../outside-notes.ts'
import { found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { commandDomain } from '../steps.ts'
import { failedTlsSlots, theirSlots } from '../their-server.ts'
import { whither } from '../whither.ts'

export const rule = defineRule({
  cause: 'next-hop-tls',
  stage: 6,
  cites: ['delivery-tls-failed (L7)', 'delivery-tls-required (L8)', 'CAUSES 75'],
  evidence: 'seen',
  past: 'handed-over',
  texts: {
    headline: {
      default: 'The mail is with us and waits: encryption with the mail server inside fails.',
      bounced: 'Our gateway took the mail, but encryption with the mail server inside failed, and it went back.',
      maybe: 'The mail is with us and waits, perhaps since encryption with the next server fails.',
      outbound: "Our mail is still with us: encryption with the recipient's mail server fails.",
      outboundBounced: "Encryption with the recipient's mail server failed, and our mail went back to its sender.",
      onward: 'The mail is with us and waits: encryption with the server that it is passed on to fails.',
      onwardBounced: 'Encryption with the server that the mail is passed on to failed, and it went back.',
    },
    summary: {
      bounced:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). TLS with the next server failed at {triedAt} ({detail}); our gateway may not send to it without, and returned the mail to its sender.',
      near: 'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}) and waits. TLS with a server that mail for {destination} goes to fails, last at {triedAt} ({detail}), and our gateway may not send to it without. Those lines name that server and no mail.',
      maybe:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}) and waits. About when it was tried, at {failedAt}, TLS with {nextHop} failed ({detail}), which our gateway requires there. Those lines name no mail, and nothing read tells whether mail for {destination} goes to that server.',
      default:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). TLS with the next server fails, last at {triedAt} ({detail}), and our gateway may not send to it without.',
    },
    steps: {
      renew: 'Look at the certificate, its chain and the TLS versions of the next server; renew what has expired.',
      whose:
        'See whether mail for {destination} goes to {nextHop}: its MX, and our SMTP routes (Network > SMTP Routes). If not, it waits for something else.',
      theirs:
        'Their administrator looks at the certificate, its chain and the TLS versions of that server; the note below tells what we saw.',
      test: 'See it as the gateway does: `tlsverify`, the domain {destination}.',
      relax:
        'See what is required for {destination}: Mail Policies > Destination Controls (TLS Required, Required - Verify). Set it to Preferred only if that is acceptable; then commit.',
      now: 'When it works again, try at once instead of waiting.',
    },
    note: {
      subject: 'Your mail to {ourDomain} is delayed on our side',
      body: 'Hello,\n\nyour mail from {mailFrom} of {lastAt} was accepted by our gateway and waits, because an encrypted connection inside our network fails. The fault is on our side; you need not do anything. If you get an error after all, please send it again.',
    },
    noteToRecipient: noteToRecipient['next-hop-tls'],
    meaning:
      'Destination controls can require TLS for a destination. If the next server does not offer it, or its certificate does not verify, the mail waits in the queue and bounces in the end.',
  },
  examine(evidence) {
    const proofs = hopProofs(evidence, 'tls')
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    const domain = domainPart(last.rcptTo?.at(-1) ?? null)
    const isOwn = isOwnLine(last)
    const bounced = isBounced(last)
    const isTheirs = isOwn || isTheirTls(evidence, last)
    // Where it is not known whose server that is, nothing is said of it.
    const way = isTheirs ? whither(evidence, last) : 'in'
    return found({
      cause: 'next-hop-tls',
      // A delivery that ended before any mail was named on it is some mail's to that server, perhaps this one's.
      certainty: isOwn ? 'proven' : isTheirs ? 'likely' : 'possible',
      proofs,
      variant: bounced ? 'bounced' : isOwn ? 'default' : isTheirs ? 'near' : 'maybe',
      way,
      slots: { ...theirSlots(last), ...failedTlsSlots(last.events), destination: domain ?? '?' },
      nextSteps: failedTlsSteps(way, isTheirs, commandDomain(domain)),
      note: way === 'out' || (way === 'in' && isOwn),
      ...(way === 'out' && { noteTo: 'recipient' }),
    })
  },
})
