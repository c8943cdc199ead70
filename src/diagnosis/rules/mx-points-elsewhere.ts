import { isOfNow } from '../our-fault.ts'
import { strayMx } from '../our-mx.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'mx-points-elsewhere',
  stage: 0,
  cites: ['CHECKS R1', 'RFC 5321 section 5.1', 'CAUSES 4'],
  evidence: 'unverified',
  texts: {
    headline: {
      past: 'The DNS sends mail for {domain} somewhere else now; perhaps it did so then.',
      default: 'The DNS sends mail for {domain} somewhere else, so it does not come to our gateway.',
      none: 'The DNS has no mail server for {domain}, so senders do not find our gateway.',
      other: 'The DNS sends mail for {domain} somewhere else; other domains of ours are right.',
    },
    summary: {
      past: 'The MX of {domain} is {mx} now, which is none of our gateways. What it was at the time asked about, the DNS does not tell. No attempt of this sender is in the log.',
      default: 'The MX of {domain} is {mx}, which is none of our gateways. No attempt of this sender is in the log.',
      none: '{domain} has no MX record that leads to our gateways. No attempt of this sender is in the log.',
      other:
        'The MX of {domain} is {mx}, which is none of our gateways. It matters only if the mail was for that domain.',
    },
    clear: 'MX: mail for {domain} is sent to our gateways.',
    unknown: { dns: 'The MX of our domain could not be looked up.' },
    steps: {
      fixMx:
        'Correct the MX of {domain} in its zone; until its TTL has run out, let the old server relay or keep what it gets.',
      lookThere: 'Look for the mail at {mx}: it may wait or lie in a mailbox there.',
    },
    note: {
      subject: 'Your mail to {domain}',
      body: 'Hello,\n\nthe MX record of {domain} was wrong and is being corrected. If your server still connects to an old address, its resolver holds an old answer or a fixed route leads there; please flush it. Mail that you still have in the queue will then reach us; mail that was accepted elsewhere should be sent again.',
    },
    meaning:
      'The MX record of a domain tells the world which server takes its mail. If it names another one, an old provider for example, the mail never comes near our gateway and leaves no line there.',
  },
  examine(evidence) {
    // A mail that has an id here came here: where else mail is sent says nothing about it.
    if (['mid', 'icid', 'messageId'].some((kind) => kind in evidence.asked.about)) return { outcome: 'not-applicable' }
    const stray = strayMx(evidence)
    if (stray === null) {
      const own = evidence.checks.filter(({ id }) => id === 'R1')
      const good = own.find(({ status }) => status === 'ok')
      if (good) return { outcome: 'clear', slots: { domain: good.subject } }
      return own.length > 0 ? { outcome: 'unknown', missing: 'dns' } : { outcome: 'not-applicable' }
    }
    const { check, meant } = stray
    const { mx = [] } = check.facts
    const hosts = [mx].flat().map((record) => String(record).replace(/^\d+ /, ''))
    return {
      outcome: 'found',
      findings: [
        {
          cause: 'mx-points-elsewhere',
          // Where the sender did reach us, or the mail was for another domain, this is a fault and not the cause; what the
          // DNS says now may not be what it said then.
          certainty: meant && evidence.attempts.length === 0 && isOfNow(evidence) ? 'likely' : 'possible',
          attempts: [],
          cites: [],
          lookups: check.lookups,
          variant: check.key === 'R1.none' ? 'none' : !meant ? 'other' : isOfNow(evidence) ? 'default' : 'past',
          slots: { domain: check.subject, mx: check.key === 'R1.none' ? '?' : mx },
          nextSteps: [
            { who: 'us', step: 'fixMx' },
            ...(check.key === 'R1.none' ? [] : [{ who: 'us', step: 'lookThere', slots: { mx: hosts } } as const]),
          ],
          note: meant,
          ...(!meant && { aside: true as const }),
        },
      ],
    }
  },
})
