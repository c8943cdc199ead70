import type { Event } from '../../correlator/form.ts'
import type { Attempt, Fate } from '../attempts.ts'
import { concerns, domainAsked, domainPart, isUnder } from '../concerns.ts'
import type { Evidence } from '../evidence.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'sent-from-another-domain',
  stage: 0,
  cites: ['dmarc (F5)', 'sdr-domains (F6)', 'CHECKS S27', 'CAUSES 2'],
  evidence: 'seen',
  texts: {
    headline: {
      default: 'It came, but under another name: {envelopeDomain} sends it for {domain}.',
      delivered: 'It arrived under another name: {envelopeDomain} sends for {domain}, and our mail server took it.',
      stopped: 'It came under another name ({envelopeDomain} sends for {domain}), and did not get through.',
    },
    summary: {
      default:
        'No mail has {domain} as envelope sender. {count} {count:mail carries|mails carry} it in the From header and came from {server} as {mailFrom}, {count:at|last at} {lastAt} ({id}), for {rcptTo}.',
    },
    clear: 'Sender: {domain} sends it in its own name.',
    steps: {
      look: 'Look for the name that the mail program shows; rules and block lists of the mailbox may go by {envelopeDomain}.',
      rerun: 'To see all mail of that service, ask again: `why {envelopeDomain}`.',
    },
    meaning:
      'The From header that a person sees and the envelope sender that servers use can differ: mailing services and forwarders put their own domain into the envelope. A search for the visible domain alone misses such mail.',
  },
  examine(evidence) {
    const domain = domainAsked(evidence.asked.about)
    if (domain === null) return { outcome: 'not-applicable' }
    const proofs = proofsOf(evidence, (attempt) => (isByHeader(evidence, attempt) ? headerLines(attempt, domain) : []))
    const last = proofs.at(-1)?.attempt
    // Where the domain sends in its own name as well, the other name explains nothing.
    if (last === undefined || proofs.length < evidence.attempts.length) {
      const own = evidence.attempts.some(({ mailFrom }) => isUnder(domainPart(mailFrom), domain))
      return own ? { outcome: 'clear', slots: { domain }, unsaid: true } : { outcome: 'not-applicable' }
    }
    const envelopeDomain = domainPart(last.mailFrom) ?? '?'
    return found({
      cause: 'sent-from-another-domain',
      certainty: 'proven',
      proofs,
      variant: last.fate === 'delivered' ? 'delivered' : stopped.has(last.fate) ? 'stopped' : 'default',
      slots: { domain, envelopeDomain },
      nextSteps: [
        { who: 'recipient', step: 'look' },
        { who: 'us', step: 'rerun' },
      ],
      // Where the mail was stopped, what stopped it is the answer.
      ...(stopped.has(last.fate) ? { aside: true as const } : { leads: true as const }),
    })
  },
})

const stopped: ReadonlySet<Fate> = new Set(['refused', 'aborted', 'dropped', 'bounced', 'quarantined'])

function isByHeader({ asked, candidates }: Evidence, attempt: Attempt): boolean {
  // An empty envelope sender is that of bounces and automatic replies: no other name.
  if (attempt.mailFrom === '') return false
  return concerns(attempt, asked.about, asked.recipient, candidates)?.by === 'header-from'
}

function headerLines(attempt: Attempt, domain: string): readonly Event[] {
  return [
    ...told(attempt, 'dmarc').filter(({ fields }) => isUnder(fields.domain, domain)),
    ...told(attempt, 'sdr-domains').filter(({ fields }) => isUnder(fields.headerFromDomain, domain)),
    ...told(attempt, 'envelope-sender'),
  ]
}
