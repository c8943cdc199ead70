import { checksThat, faultFound, leftAfterTls, noFault, nothingCame } from '../our-fault.ts'
import { found } from '../proof.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'dane-mismatch',
  stage: 0,
  cites: ['CHECKS R14', 'RFC 7672', 'CAUSES 27'],
  evidence: 'documented',
  texts: {
    headline: {
      default: 'The fingerprint of our certificate in the DNS (TLSA) is not that of the certificate we show.',
    },
    summary: {
      default:
        'The TLSA record of {subject} does not match the certificate that it presents. Senders that check it (DANE; many in the Netherlands, Germany and the Czech Republic) keep the mail and leave no line here, or a connection that ends after TLS; others are not affected.',
      left: '{server} connected {count:once|# times}, {count:at|last at} {lastAt} ({id}), agreed on TLS and left without a mail. The TLSA record of {subject} does not match the certificate that it presents, and servers that check it (DANE; many in the Netherlands, Germany and the Czech Republic) leave like that. So do servers that only test ours.',
    },
    clear: 'DANE: the certificate of {subject} matches its TLSA record.',
    unknown: { tlsa: 'Whether our certificate matches its TLSA record could not be found out.' },
    steps: {
      publish:
        'Publish the TLSA record of the certificate now in use (3 1 1) beside the old one, and at the next renewal publish the new one a TTL before.',
      tellApart:
        'Whether this sender checks DANE stands in its log; its reports (TLS-RPT), if we ask for them, name the failure.',
    },
    note: {
      subject: 'The TLSA record of {subject}',
      body: 'Hello,\n\nthe TLSA record of our mail server {subject} did not match its certificate; we are correcting it. If your server keeps mail for us for that reason (DANE), please let it try again once the TTL of the old record is over.',
    },
    meaning:
      'DANE puts the fingerprint of a mail server’s certificate into the DNS (TLSA, signed by DNSSEC). After a change of certificate without a change of the record, servers that check it do not deliver.',
  },
  examine(evidence) {
    const faults = checksThat(evidence, 'R14.mismatch')
    const [first] = faults
    const left = leftAfterTls(evidence)
    if (first === undefined || (!nothingCame(evidence) && left.length === 0)) return noFault(evidence, 'R14', 'tlsa')
    const told = {
      cause: 'dane-mismatch',
      slots: { subject: first.subject },
      nextSteps: [
        { who: 'us', step: 'publish' },
        { who: 'sender', step: 'tellApart' },
      ],
      note: true,
    } as const
    return left.length > 0
      ? found({ ...told, certainty: 'likely', variant: 'left', proofs: left, lookups: first.lookups })
      : faultFound(evidence, faults, 'likely', told)
  },
})
