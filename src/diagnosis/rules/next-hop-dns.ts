import { domainPart } from '../concerns.ts'
import { hopProofs, hopSlots, isBounced, isOwnLine } from '../next-hop.ts'
import { noteToColleague, noteToRecipient } from '../outside-notes.ts'
import { found } from '../proof.ts'
import { defineRule, type NextStep } from '../rule.ts'
import { commandDomain } from '../steps.ts'
import { whither } from '../whither.ts'

export const rule = defineRule({
  cause: 'next-hop-dns',
  stage: 6,
  cites: ['delivery-bounced, DCID 0 (B3)', 'dns-failure (L12)', 'CAUSES 74'],
  evidence: 'seen',
  past: 'handed-over',
  texts: {
    headline: {
      default: 'The mail is with us and waits: our gateway cannot find where to deliver it (DNS).',
      bounced: 'Our gateway took the mail but could not find where to deliver it (DNS), and sent it back.',
      outbound: 'Our mail is still with us: the DNS does not tell where mail for {destination} goes.',
      outboundBounced: 'Our mail went back to its sender: the DNS knows no mail server for {destination}.',
    },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). The look-up of where mail for {destination} goes fails, last at {triedAt}, so it waits in our queue.',
      bounced:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). The look-up of where mail for {destination} goes failed at {triedAt}: {reply}. The mail was returned to its sender.',
    },
    steps: {
      spelling:
        'Check the spelling of {rcptTo} with the recipient; if it is right, their administrator must mend the DNS.',
      theirs: 'Their administrator mends the DNS of {destination}; the note below tells what we see.',
      ask: 'Ask the DNS as the gateway does, and compare with its SMTP routes (Network > SMTP Routes).',
      flush: 'When it is mended, empty the DNS cache of the gateway, and let it try at once with `delivernow`.',
    },
    note: {
      subject: 'Your mail to {rcptTo} could not be delivered',
      body: 'Hello,\n\nyour mail from {mailFrom} to {rcptTo} of {lastAt} was accepted by our gateway and could not be delivered, because of a fault in our routing. We mend it. If you got an error message, please send the mail again once we tell you.',
    },
    noteToRecipient: noteToRecipient['next-hop-dns'],
    noteToColleague: noteToColleague['next-hop-dns'],
    meaning:
      'To deliver a mail the gateway looks up the route or MX of its domain. If the name does not exist the mail bounces (5.1.2, without any connection: DCID 0); if the look-up fails for the moment it waits.',
  },
  examine(evidence) {
    const proofs = hopProofs(evidence, 'dns')
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    const domain = domainPart(last.rcptTo?.at(-1) ?? null)
    const inCommand = commandDomain(domain)
    const bounced = isBounced(last)
    const way = whither(evidence, last)
    const spelling: readonly NextStep[] = [{ who: 'sender', step: 'spelling' }]
    const theirs: readonly NextStep[] = [{ who: 'recipient', step: 'theirs' }]
    return found({
      cause: 'next-hop-dns',
      certainty: isOwnLine(last) ? 'proven' : 'likely',
      proofs,
      variant: bounced ? 'bounced' : 'default',
      way,
      slots: { ...hopSlots(proofs), destination: domain ?? '?' },
      nextSteps: [
        ...(way === 'out' && bounced ? spelling : []),
        { who: 'us', step: 'ask', ...(inCommand !== null && { command: `dig mx ${inCommand}` }) },
        ...(way === 'out' && !bounced ? theirs : []),
        ...(bounced && way === 'out' ? [] : [{ who: 'us', step: 'flush', command: 'dnsflush' } as const]),
      ],
      note: way !== 'onward',
      ...(way === 'out' && { noteTo: bounced ? 'colleague' : 'recipient' }),
    })
  },
})
