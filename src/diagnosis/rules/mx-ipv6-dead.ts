import { checksThat, faultFound, noFault, nothingCame } from '../our-fault.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'mx-ipv6-dead',
  stage: 0,
  cites: ['CHECKS R7', 'CAUSES 9'],
  evidence: 'unverified',
  texts: {
    headline: {
      default: 'Our mail server has an IPv6 address that does not answer; some senders wait there and give up.',
    },
    summary: {
      default:
        '{subject} has the IPv6 address {addresses} in the DNS, and nothing answers there on port 25. Most servers then try IPv4; one that speaks IPv6 only, or waits too long, does not get through and leaves no line here.',
    },
    clear: 'IPv6: {subject} answers there too.',
    steps: {
      mend: 'Let port 25 through to {subject} over IPv6 (firewall, listener), or take the AAAA record out of the DNS.',
      tellApart: 'The log of the sender tells: to which address did its server connect?',
    },
    note: {
      subject: 'Mail to {ourDomain} over IPv6',
      body: 'Hello,\n\nthe IPv6 address of our mail server {subject} does not answer at the moment. Please see in your log to which address your server connects; over IPv4 it should get through. We are correcting our side.',
    },
    meaning:
      'Where a mail server has an AAAA record, servers that have IPv6 try that address first. If nothing answers there, most fall back to IPv4 after a while; some do not.',
  },
  examine(evidence) {
    const faults = checksThat(evidence, 'R7.dead')
    const [first] = faults
    if (first === undefined || !nothingCame(evidence)) return noFault(evidence, 'R7')
    return faultFound(evidence, faults, 'possible', {
      cause: 'mx-ipv6-dead',
      slots: { subject: first.subject, addresses: first.facts.addresses ?? '?' },
      nextSteps: [
        { who: 'us', step: 'mend' },
        { who: 'sender', step: 'tellApart' },
      ],
      note: true,
    })
  },
})
