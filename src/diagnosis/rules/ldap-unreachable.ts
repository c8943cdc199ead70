import { dispositions, found, type Proof, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'ldap-unreachable',
  stage: 2,
  cites: ['ldap-requeued, ldap-gave-up (R15)', 'CAUSES 41'],
  evidence: 'seen',
  past: 'queued',
  texts: {
    headline: {
      default: 'Our gateway has the mail and waits: the directory that knows our recipients does not answer.',
      bounced: 'Our gateway took the mail and sent it back, because our directory did not answer.',
    },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken ({id}, {lastAt}). The gateway asked the directory (LDAP) about it, got no answer, last at {askedAt}, and keeps the mail in its work queue until it does.',
      bounced:
        'The mail from {mailFrom} to {rcptTo} was taken ({id}, {lastAt}). The gateway asked the directory (LDAP) about it and got no answer; at {askedAt} it gave up and returned the mail.',
    },
    steps: {
      restore:
        'Test the directory from the gateway, and bring it back: is the server up, does the firewall let the gateway through, does the account of the query still work?',
      queue: 'Afterwards see whether the work queue empties.',
    },
    note: {
      subject: 'Your mail to {ourDomain} of {lastAt}',
      body: 'Hello,\n\nyour mail from {mailFrom} of {lastAt} was accepted by our gateway, and a directory of ours did not answer. The fault is on our side. If the mail was returned to you, please send it again; otherwise you need not do anything.',
    },
    meaning:
      'The gateway asks a directory (LDAP) whether a recipient exists and where the mail goes. When the directory does not answer, mail that was already taken waits in the work queue, and is returned if that lasts.',
  },
  examine(evidence) {
    const bounced = dispositions(evidence, ({ form }) => form === 'ldap-gave-up')
    const waiting = proofsOf(evidence, (attempt) => (attempt.fate === 'open' ? told(attempt, 'ldap-requeued') : []))
    const proofs: readonly Proof[] = bounced.length > 0 ? bounced : waiting
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    return found({
      cause: 'ldap-unreachable',
      certainty: 'proven',
      proofs,
      variant: bounced.length > 0 ? 'bounced' : 'default',
      slots: { askedAt: last.events.at(-1)?.line.time ?? last.attempt.time },
      nextSteps: [
        { who: 'us', step: 'restore', command: 'ldaptest' },
        { who: 'us', step: 'queue', command: 'workqueue status' },
      ],
      note: true,
    })
  },
})
