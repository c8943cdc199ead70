import { checksThat, faultFound, noFault, nothingCame } from '../our-fault.ts'
import { strayMx } from '../our-mx.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'backup-mx-holds-mail',
  stage: 0,
  cites: ['CHECKS R2', 'RFC 5321 section 5.1', 'CAUSES 5'],
  evidence: 'unverified',
  texts: {
    headline: { default: 'Our domain names a further mail server that is not ours; the mail may lie there.' },
    summary: {
      default:
        'The MX of {subject} also names {hosts}, which is none of our gateways. A server that could not reach ours at that moment hands the mail over there; whether it comes on from there is not seen here.',
    },
    clear: 'MX: every mail server of {subject} is ours.',
    unknown: { dns: 'Not all MX hosts of our domain could be looked up.' },
    steps: {
      look: 'Look into the queue and the log of {hosts}: does it hold mail for us, and does it pass it on?',
      remove: 'If nobody needs it, take it out of the MX of {subject}.',
      tellApart: 'The log of the sender tells: to which server did it hand the mail, and what did that one say?',
    },
    note: {
      subject: 'Which of our mail servers took your mail?',
      body: 'Hello,\n\nour domain {subject} names several mail servers. Please tell us from your log to which of them your server handed the mail, when, and what it answered, so that we can look for it there.',
    },
    meaning:
      'A domain can name several mail servers, by order of preference. One that is used when the others do not answer (a backup MX) may be an old or a foreign one, which keeps the mail, delays it or loses it.',
  },
  examine(evidence) {
    const faults = checksThat(evidence, 'R2.extra')
    const [first] = faults
    // Where the first MX is not ours either, another rule tells it.
    if (first === undefined || strayMx(evidence) || !nothingCame(evidence)) {
      const outcome = noFault(evidence, 'R2', 'dns')
      // That mail is sent to us is told with the first MX already.
      return outcome.outcome === 'clear' ? { ...outcome, unsaid: true } : outcome
    }
    return faultFound(evidence, faults, 'possible', {
      cause: 'backup-mx-holds-mail',
      slots: { subject: first.subject, hosts: first.facts.hosts ?? '?' },
      nextSteps: [
        { who: 'us', step: 'look' },
        { who: 'us', step: 'remove' },
        { who: 'sender', step: 'tellApart' },
      ],
      note: true,
    })
  },
})
