import { domainPart } from '../concerns.ts'
import { dispositions, found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { told } from '../story.ts'
import { comingIn } from '../whither.ts'

export const rule = defineRule({
  cause: 'rat-reject',
  stage: 2,
  cites: ['recipient-refused (R6)', 'CHECKS R4', 'CAUSES 38'],
  evidence: 'seen',
  texts: {
    headline: {
      default: 'Our gateway refused the recipient: it does not take mail for {domain}.',
      ours: 'Our gateway refused the recipient, though {domain} is a domain of ours.',
    },
    summary: {
      default:
        '{server} offered mail from {mailFrom} to {rcptTo}, {count:once|# times}, {count:at|last at} {lastAt} ({id}). The domain is not in the Recipient Access Table, so the recipient was refused.',
      ours: '{server} offered mail from {mailFrom} to {rcptTo}, {count:once|# times}, {count:at|last at} {lastAt} ({id}). The configuration of this tool says that {domain} is ours, but the Recipient Access Table of the gateway refuses it.',
    },
    clear: 'Recipient Access Table: the gateway takes mail for {domain}.',
    steps: {
      add: 'If {domain} is ours: add it in Mail Policies > Recipient Access Table, set its SMTP route (Network > SMTP Routes), and commit.',
      correct: 'Check the spelling of the recipient, {rcptTo}.',
    },
    note: {
      subject: 'Your mail to {rcptTo} was refused',
      body: 'Hello,\n\nyour server {server} offered us mail from {mailFrom} to {rcptTo}, {count:once|# times}, {count:at|last at} {lastAt}. Our gateway does not take mail for that domain and refused the recipient (550). Please check the spelling of the address; if it is right, tell us, and look whether an MX record or a fixed route of yours leads mail for that domain to us by mistake.',
    },
    meaning:
      'The Recipient Access Table lists the domains that the gateway takes mail for. A recipient outside it is refused in the dialogue (550), since taking it would make the gateway an open relay.',
  },
  examine(evidence) {
    const proofs = dispositions(evidence, (event) => event.form === 'recipient-refused' && event.fields.by === 'RAT')
    const refused = proofs.at(-1)?.rcptTo?.at(-1)
    if (refused === undefined) {
      const taken = comingIn(evidence)
        .flatMap((attempt) => told(attempt, 'envelope-recipient'))
        .at(-1)?.fields.rcptTo
      const domain = domainPart(taken ?? null)
      return domain === null ? { outcome: 'not-applicable' } : { outcome: 'clear', slots: { domain } }
    }
    const domain = domainPart(refused) ?? '?'
    const ours = evidence.ours.domains.some((own) => own.toLowerCase() === domain)
    return found({
      cause: 'rat-reject',
      certainty: 'proven',
      proofs,
      variant: ours ? 'ours' : 'default',
      slots: { domain },
      nextSteps: [
        { who: 'us', step: 'add', command: 'Mail Policies > Recipient Access Table' },
        { who: 'sender', step: 'correct' },
      ],
      note: !ours,
    })
  },
})
