import { dispositions, found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { traceStep, traceText } from '../steps.ts'

export const rule = defineRule({
  cause: 'ldap-drop-in-queue',
  stage: 4,
  cites: ['ldap-drop (R13)', 'ldap-bounce (R14)', 'CAUSES 40'],
  evidence: 'seen',
  past: 'queued',
  texts: {
    headline: {
      default: 'Our gateway took the mail, then threw it away: the directory does not know the recipient.',
      bounced: 'Our gateway took the mail, then sent it back: the directory does not know the recipient.',
    },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was accepted ({id}, {lastAt}); in the work queue the directory did not know the address, and the gateway dropped it without a word. The sender believes that it arrived.',
      bounced:
        'The mail from {mailFrom} to {rcptTo} was accepted ({id}, {lastAt}); in the work queue the directory did not know the address, and the gateway returned it to the sender.',
    },
    steps: {
      test: 'Ask the directory as the gateway does: `ldaptest`, the accept query, the address {rcptTo}. If the address should exist, add it there.',
      inDialogue:
        'Let the accept query run in the SMTP conversation (Network > Listeners > Accept Query): then a sender learns of an unknown address at once.',
      trace: traceText,
    },
    note: {
      subject: 'Your mail to {rcptTo} did not arrive',
      body: 'Hello,\n\nyour mail from {mailFrom} to {rcptTo} of {lastAt} was accepted by our gateway and could not be delivered afterwards: that address is not known here. Please check the spelling and send it again to the right address.',
    },
    meaning:
      'The directory can be asked after the mail was accepted. An unknown recipient is then dropped or bounced from the work queue: the sender was told 250 OK, and with a drop never hears of it.',
  },
  examine(evidence) {
    const proofs = dispositions(evidence, ({ form }) => form === 'ldap-drop' || form === 'ldap-bounce')
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    return found({
      cause: 'ldap-drop-in-queue',
      certainty: 'proven',
      proofs,
      variant: last.events.at(-1)?.form === 'ldap-bounce' ? 'bounced' : 'default',
      nextSteps: [
        { who: 'us', step: 'test', command: 'ldaptest' },
        { who: 'us', step: 'inDialogue', command: 'Network > Listeners' },
        traceStep([last.attempt]),
      ],
      note: true,
    })
  },
})
