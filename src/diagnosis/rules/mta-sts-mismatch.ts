import type { Evidence } from '../evidence.ts'
import { checksThat, faultFound, leftAfterTls, noFault, nothingCame } from '../our-fault.ts'
import { found } from '../proof.ts'
import { defineRule, type NextStep } from '../rule.ts'

const headline =
  'Our certificate does not hold, and our own rules for encrypted mail (MTA-STS) ask for a good one, so large senders hold back.'

export const rule = defineRule({
  cause: 'mta-sts-mismatch',
  stage: 0,
  cites: ['CHECKS R12, R13', 'RFC 8461', 'CAUSES 26'],
  evidence: 'unverified',
  texts: {
    headline: {
      default: 'Our own rules for encrypted mail (MTA-STS) contradict our mail servers, so large senders hold back.',
      certificate: headline,
      left: headline,
    },
    summary: {
      default:
        'The MTA-STS policy of {subject} says that mail may only go to hosts it names, with a good certificate, and {host} {hostCount:does|do} not fit that. Senders that follow it (Google, Microsoft and others) keep the mail and leave no line here; others are not affected.',
      certificate:
        'The certificate of {host} does not hold ({detail}), and our MTA-STS policy lets mail go only to servers whose certificate does. Senders that follow it (Google, Microsoft and others) keep the mail and leave no line here; others are not affected.',
      left: '{server} connected {count:once|# times}, {count:at|last at} {lastAt} ({id}), agreed on TLS and left without a mail. The certificate of {host} does not hold ({detail}), and our MTA-STS policy lets mail go only to servers whose certificate does: senders that follow it (Google, Microsoft and others) leave like that. So do servers that only test ours.',
    },
    clear: 'MTA-STS: the policy of {subject} fits our mail servers.',
    unknown: { policy: 'Whether our MTA-STS policy fits our mail servers could not be found out.' },
    steps: {
      mend: 'Bring policy and MX in line: name every MX host in the policy file, and give the record a new id, so that senders fetch it anew.',
      renew:
        'Renew the certificate of {host}: it must name that host, be valid today and come from an authority that others trust. If mail cannot wait for that: `mode: testing` in the policy file, and a new id in the record.',
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
    const stray = checksThat(evidence, 'R13.mismatch')
    const [first] = stray
    if (first !== undefined && nothingCame(evidence)) {
      const hosts = first.facts.hosts ?? first.subject
      return faultFound(evidence, stray, 'likely', {
        cause: 'mta-sts-mismatch',
        slots: { subject: first.subject, host: hosts, hostCount: Array.isArray(hosts) ? hosts.length : 1 },
        nextSteps: [{ who: 'us', step: 'mend' }, tellApart],
        note: true,
      })
    }
    return certificateAtFault(evidence) ?? noFault(evidence, 'R13', 'policy')
  },
})

const tellApart: NextStep = { who: 'sender', step: 'tellApart' }

/** A sender that keeps to the policy sees the certificate only after it connected: it may have left a line of that. */
function certificateAtFault(evidence: Evidence) {
  const faults = checksThat(evidence, 'R12.enforced')
  const [first] = faults
  const left = leftAfterTls(evidence)
  if (first === undefined || (!nothingCame(evidence) && left.length === 0)) return null
  const told = {
    cause: 'mta-sts-mismatch',
    slots: {
      subject: evidence.checks.find(({ id }) => id === 'R13')?.subject ?? evidence.ours.domains[0] ?? '?',
      host: faults.map((fault) => fault.subject.replace(/:\d+\b.*$/, '')),
      detail: first.facts.detail ?? '?',
    },
    nextSteps: [{ who: 'us', step: 'renew' }, tellApart],
    note: true,
  } as const
  return left.length > 0
    ? found({ ...told, certainty: 'likely', variant: 'left', proofs: left })
    : faultFound(evidence, faults, 'likely', { ...told, variant: 'certificate' })
}
