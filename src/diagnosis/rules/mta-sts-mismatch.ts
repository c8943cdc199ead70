import { checksThat, faultFound, noFault, nothingCame } from '../our-fault.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'mta-sts-mismatch',
  stage: 0,
  cites: ['CHECKS R12, R13', 'RFC 8461', 'CAUSES 26'],
  evidence: 'unverified',
  texts: {
    headline: {
      default: 'Our own rules for encrypted mail (MTA-STS) contradict our mail servers, so large senders hold back.',
    },
    summary: {
      default:
        'The MTA-STS policy of {subject} says that mail may only go to hosts it names, with a good certificate, and {host} does not fit that. Senders that follow it (Google, Microsoft and others) keep the mail and leave no line here; others are not affected.',
    },
    clear: 'MTA-STS: the policy of {subject} fits our mail servers.',
    unknown: { policy: 'Whether our MTA-STS policy fits our mail servers could not be found out.' },
    steps: {
      mend: 'Bring policy and MX in line: name every MX host in the policy file, renew the certificate, and give the record a new id, so that senders fetch it anew.',
      tellApart:
        'Whether this sender follows MTA-STS stands in its log; its reports (TLS-RPT), if we ask for them, name the failure.',
    },
    note: {
      subject: 'Our MTA-STS policy for {subject}',
      body: 'Hello,\n\nour MTA-STS policy for {subject} did not match our mail server {host}; we are correcting it. If your server keeps mail for us for that reason, please let it fetch the policy again; mail still in your queue will then be delivered.',
    },
    meaning:
      'MTA-STS lets a domain say that mail to it must be encrypted and go to certain hosts only. If the policy and the real MX hosts or certificates differ, senders that follow it do not deliver, and our log shows nothing, or a connection that ends after TLS.',
  },
  examine(evidence) {
    const faults = checksThat(evidence, 'R13.mismatch', 'R12.enforced')
    const [first] = faults
    if (first === undefined || !nothingCame(evidence)) return noFault(evidence, 'R13', 'policy')
    const { hosts, host } = first.facts
    return faultFound(evidence, faults, 'likely', {
      cause: 'mta-sts-mismatch',
      slots: { subject: first.subject, host: hosts ?? host ?? first.subject },
      nextSteps: [
        { who: 'us', step: 'mend' },
        { who: 'sender', step: 'tellApart' },
      ],
      note: true,
    })
  },
})
