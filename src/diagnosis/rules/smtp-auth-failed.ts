import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'smtp-auth-failed',
  stage: 1,
  cites: ['smtp-auth-failed (T8)', 'smtp-auth-required (T9)'],
  evidence: 'seen',
  past: 'sender-taken',
  texts: {
    headline: {
      default: 'The sender could not log in to our gateway.',
      required: 'Our gateway asks this sender to log in, and it did not.',
    },
    summary: {
      default:
        '{server} tried to log in as {user} {count:once|# times}, {count:at|last at} {lastAt} ({id}), and was turned away. Without a login it may not send through this listener.',
      required:
        '{server} connected {count:once|# times}, {count:at|last at} {lastAt} ({id}), and did not log in, which the mail flow policy of its group requires.',
    },
    steps: {
      password:
        'Check the user name and password in the program or device that sends; a changed password is the usual reason.',
      profile: 'Check the account and the SMTP authentication profile: Network > SMTP Authentication.',
    },
    meaning:
      'Users and devices that send through the gateway log in (SMTP AUTH). If the login fails, or is required and left out, nothing is taken from them. Mail between organisations needs no login.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, (attempt) => {
      if (attempt.mid !== null || told(attempt, 'smtp-auth-succeeded').length > 0) return []
      return [...told(attempt, 'smtp-auth-failed'), ...told(attempt, 'smtp-auth-required')]
    })
    const event = proofs.at(-1)?.events.at(-1)
    if (event === undefined) return { outcome: 'not-applicable' }
    return found({
      cause: 'smtp-auth-failed',
      certainty: 'proven',
      proofs,
      variant: event.form === 'smtp-auth-required' ? 'required' : 'default',
      slots: { user: event.form === 'smtp-auth-failed' ? event.fields.user : '?' },
      nextSteps: [
        { who: 'sender', step: 'password' },
        { who: 'us', step: 'profile', command: 'Network > SMTP Authentication' },
      ],
    })
  },
})
