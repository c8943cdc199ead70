import { dispositions, found } from '../proof.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'call-ahead-failed',
  stage: 2,
  cites: ['recipient-refused (R12)', 'SMTP call-ahead recipient validation', 'CAUSES 43'],
  evidence: 'documented',
  past: 'recipient-taken',
  texts: {
    headline: { default: 'Our gateway asked the mail server inside about the recipient, and got no yes.' },
    summary: {
      default:
        '{server} offered mail from {mailFrom} to {rcptTo}, {count:once|# times}, {count:at|last at} {lastAt} ({id}). Before taking it our gateway calls the next server and asks whether it knows the recipient; it said no or did not answer, so the recipient was refused.',
    },
    steps: {
      tellApart:
        'Ask the next server by hand, from the gateway: RCPT TO for that recipient. If it says no, the address is unknown there; if it does not answer, the call-ahead itself fails.',
      profile:
        'See what the profile does on a failure and after a time-out, and where it calls: Network > SMTP Call-Ahead.',
    },
    note: {
      subject: 'Your mail to {rcptTo} was refused',
      body: 'Hello,\n\nyour server {server} offered mail from {mailFrom} to {rcptTo}, {count:once|# times}, {count:at|last at} {lastAt}, and the recipient was refused. Either the address is not known here, or a server of ours could not be asked at that time. We look into it; please check the address for a typing error.',
    },
    meaning:
      'SMTP call-ahead: while the sender waits, the gateway connects to the next server and offers it the recipient. A no is passed on to the sender; what happens when the next server does not answer is set in the profile.',
  },
  examine(evidence) {
    const proofs = dispositions(
      evidence,
      (event) => event.form === 'recipient-refused' && /call.?ahead/i.test(event.fields.by),
    )
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    return found({
      cause: 'call-ahead-failed',
      certainty: 'likely',
      proofs,
      ...(last.rcptTo && { slots: { rcptTo: last.rcptTo } }),
      nextSteps: [
        { who: 'us', step: 'tellApart' },
        { who: 'us', step: 'profile', command: 'Network > SMTP Call-Ahead' },
      ],
      note: true,
    })
  },
})
