import { checksThat, faultFound, noFault, nothingCame } from '../our-fault.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'our-zone-unresolvable',
  stage: 0,
  cites: ['CHECKS R3, R6', 'RFC 4035', 'CAUSES 10'],
  evidence: 'documented',
  texts: {
    headline: {
      default: 'Our own domain cannot be looked up by everybody: its DNSSEC is broken.',
      differs: 'Our name servers do not agree where our mail goes, so some senders look in the wrong place.',
    },
    summary: {
      default:
        'The DNSSEC of {subject} is broken ({detail}). Servers whose resolver checks it cannot find our mail servers and keep the mail; the others are not affected, and no line here shows it.',
      differs:
        'The name servers of {subject} give different MX records: {detail}. Which one a sender gets is chance; where the mail then goes is not seen from here.',
    },
    clear: 'DNSSEC of {subject}: valid.',
    unknown: { dns: 'Whether our own zone can be looked up by everybody could not be found out.' },
    steps: {
      sign: 'Repair the zone: sign it anew, or take the DS record out at the registrar until it is signed again.',
      agree:
        'Bring the name servers in line (serial numbers, zone transfer), and see that each answers over TCP as well.',
      tellApart: 'Have the sender look up the MX of {subject} on its own server, and say what it gets.',
    },
    note: {
      subject: 'Looking up the mail servers of {subject}',
      body: 'Hello,\n\nour domain {subject} could not be looked up everywhere; we are correcting it. Please look up its MX records on the sending server, flush its resolver if it holds an old answer, and let the queue run again.',
    },
    meaning:
      'Before a server can send mail to us it looks up our MX in the DNS. If our zone is signed wrongly, or its name servers differ, some servers cannot find us; they keep the mail and try again for days.',
  },
  examine(evidence) {
    const bogus = checksThat(evidence, 'R6.bogus')
    const faults = bogus.length > 0 ? bogus : checksThat(evidence, 'R3.differs')
    const [first] = faults
    if (first === undefined || !nothingCame(evidence)) return noFault(evidence, 'R6', 'dns')
    return faultFound(evidence, faults, bogus.length > 0 ? 'likely' : 'possible', {
      cause: 'our-zone-unresolvable',
      variant: bogus.length > 0 ? 'default' : 'differs',
      slots: { subject: first.subject, detail: first.facts.detail ?? first.facts.answers ?? '?' },
      nextSteps: [
        { who: 'us', step: bogus.length > 0 ? 'sign' : 'agree' },
        { who: 'sender', step: 'tellApart' },
      ],
      note: true,
    })
  },
})
