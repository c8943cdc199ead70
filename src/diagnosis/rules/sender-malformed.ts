import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'sender-malformed',
  stage: 2,
  cites: ['sender-refused (R3)', 'sender-invalid (R4)', 'RFC 5321 section 4.1.2', 'CAUSES 31'],
  evidence: 'seen',
  past: 'sender-taken',
  texts: {
    headline: { default: 'Our gateway refused the sender address: it is not a whole mail address.' },
    summary: {
      default:
        '{server} named the envelope sender {sender}, {count:once|# times}, {count:at|last at} {lastAt} ({id}); our gateway refused it: {reason}.',
    },
    steps: {
      mend: 'Set a whole address (name, @, domain) as envelope sender in the system that sends: often a printer, scanner or script.',
      except:
        'If the system cannot be changed: add it to the sender verification exception table (Mail Policies > Exception Table), or let the mail flow policy of its group add a default domain.',
    },
    note: {
      subject: 'Your sender address is not valid',
      body: 'Hello,\n\nyour server {server} wanted to send mail with the envelope sender {sender}, {count:once|# times}, {count:at|last at} {lastAt}. Our gateway refused it because it is not a whole mail address ({reason}). Please set an envelope sender with a domain in the system that sends, then send the mail again.',
    },
    meaning:
      'The envelope sender (MAIL FROM) must be an address with a domain, or empty for a bounce. Anything else is refused, since nothing could be returned to it.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, (attempt) => [
      ...told(attempt, 'sender-refused').filter(({ fields }) => /domain missing/i.test(fields.reason)),
      ...told(attempt, 'sender-invalid'),
    ])
    const event = proofs.at(-1)?.events.at(-1)
    if (event?.form !== 'sender-refused' && event?.form !== 'sender-invalid') return { outcome: 'not-applicable' }
    const refused = event.form === 'sender-refused'
    return found({
      cause: 'sender-malformed',
      certainty: 'proven',
      proofs,
      slots: {
        sender: refused ? event.fields.mailFrom : '?',
        reason: refused ? event.fields.reason : event.fields.detail,
      },
      nextSteps: [
        { who: 'sender', step: 'mend' },
        { who: 'us', step: 'except', command: 'Mail Policies > Exception Table' },
      ],
      note: true,
    })
  },
})
