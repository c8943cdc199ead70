import { domainPart } from '../concerns.ts'
import { dispositions, found } from '../proof.ts'
import { defineRule, type NextStep } from '../rule.ts'
import { asOffered } from '../story.ts'
import { comingIn, isOurs } from '../whither.ts'

export const rule = defineRule({
  cause: 'rat-reject',
  stage: 2,
  cites: ['recipient-refused (R6)', 'CHECKS R4', 'CAUSES 38'],
  evidence: 'seen',
  texts: {
    headline: {
      default: 'Our gateway refused the recipient: it does not take mail for {domain}.',
      relay: 'Our gateway refused to send mail of ours out: {server} is not let relay.',
      ours: 'Our gateway refused the recipient, though {domain} is a domain of ours.',
    },
    summary: {
      default:
        '{server} offered mail from {mailFrom} to {rcptTo}, {count:once|# times}, {count:at|last at} {lastAt} ({id}). The domain is not in the Recipient Access Table, so the recipient was refused.',
      relay:
        '{server} offered mail from {mailFrom}, an address of ours, to {rcptTo} outside, {count:once|# times}, {count:at|last at} {lastAt} ({id}). Its sender group does not relay, so our gateway took it for a stranger and refused the recipient.',
      ours: '{server} offered mail from {mailFrom} to {rcptTo}, {count:once|# times}, {count:at|last at} {lastAt} ({id}). The configuration of this tool says that {domain} is ours, but the Recipient Access Table of the gateway refuses it.',
    },
    clear: 'Recipient Access Table: the gateway takes mail for {domain}.',
    steps: {
      relay:
        'If {server} is a mail server or a service of ours: add it to the sender group whose policy relays (RELAYLIST, Mail Policies > HAT Overview), and commit. Leave {domain} out of the Recipient Access Table.',
      notOurs: 'If it is not: somebody tried to send as {mailFrom} through us, and the refusal was right.',
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
    const last = proofs.at(-1)?.attempt
    if (refused === undefined) {
      const taken = comingIn(evidence)
        .flatMap((attempt) => asOffered(attempt))
        .at(-1)?.fields.rcptTo
      const domain = domainPart(taken ?? null)
      return domain === null ? { outcome: 'not-applicable' } : { outcome: 'clear', slots: { domain } }
    }
    const domain = domainPart(refused) ?? '?'
    const ours = evidence.ours.domains.some((own) => own.toLowerCase() === domain)
    const isRelay = !isOurs(refused, evidence.ours.domains) && isOurs(last?.mailFrom ?? '', evidence.ours.domains)
    return found({
      cause: 'rat-reject',
      certainty: 'proven',
      proofs,
      variant: ours ? 'ours' : isRelay ? 'relay' : 'default',
      slots: { domain },
      nextSteps: isRelay ? relaySteps : steps,
      note: !ours && !isRelay,
    })
  },
})

const steps: readonly NextStep[] = [
  { who: 'us', step: 'add', command: 'Mail Policies > Recipient Access Table' },
  { who: 'sender', step: 'correct' },
]

const relaySteps: readonly NextStep[] = [
  { who: 'us', step: 'relay', command: 'Mail Policies > HAT Overview' },
  { who: 'us', step: 'notOurs' },
]
