import { dispositions, found } from '../proof.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'recipient-unknown',
  stage: 2,
  cites: ['recipient-refused (R7)', 'CAUSES 39'],
  evidence: 'seen',
  past: 'recipient-taken',
  texts: {
    headline: { default: 'Our gateway refused the recipient: nobody here has that address.' },
    summary: {
      default:
        '{server} offered mail from {mailFrom} to {rcptTo}, {count:once|# times}, {count:at|last at} {lastAt} ({id}). Our directory does not know the address, so the recipient was refused and the sender was told at once.',
    },
    steps: {
      test: 'Ask the directory as the gateway does: `ldaptest`, the accept query, the address {rcptTo}.',
      add: 'If the address should exist: add it (proxyAddresses in Active Directory) and wait for the directory to replicate; a new mailbox may take some minutes.',
      correct: 'Check the spelling of {rcptTo}, and an old entry in the address book or the autocomplete list.',
    },
    note: {
      subject: 'Your mail to {rcptTo} was refused: unknown address',
      body: 'Hello,\n\nyour server {server} offered us mail from {mailFrom} to {rcptTo}, {count:once|# times}, {count:at|last at} {lastAt}. That address is not known here, so our gateway refused the recipient (550). Please check the spelling, and remove the old address from address books and lists.',
    },
    meaning:
      'The gateway asks the directory (LDAP accept) whether a recipient exists while the sender waits, and refuses those it does not know. The sender gets the error at once, as a bounce from its own server.',
  },
  examine(evidence) {
    const proofs = dispositions(
      evidence,
      (event) => event.form === 'recipient-refused' && /^ldap/i.test(event.fields.by),
    )
    if (proofs.length === 0) return { outcome: 'not-applicable' }
    return found({
      cause: 'recipient-unknown',
      certainty: 'proven',
      proofs,
      nextSteps: [
        { who: 'sender', step: 'correct' },
        { who: 'us', step: 'test', command: 'ldaptest' },
        { who: 'us', step: 'add' },
      ],
      note: true,
    })
  },
})
