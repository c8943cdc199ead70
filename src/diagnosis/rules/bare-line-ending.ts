import type { Attempt } from '../attempts.ts'
import { cameToNothing, contentReplies, ourReplies } from '../our-reply.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'bare-line-ending',
  stage: 3,
  cites: ['RFC 5321 section 2.3.8', 'listener setting for CR and LF (SMTP smuggling)', 'CAUSES 52'],
  evidence: 'documented',
  past: 'received',
  texts: {
    headline: { default: 'Our gateway refused the mail for its line ends: a lone CR or LF is in it.' },
    summary: {
      default:
        '{server} sent mail from {mailFrom} to {rcptTo}, {count:once|# times}, {count:at|last at} {lastAt} ({id}), with line ends that the standard forbids (a CR or LF that stands alone). Our listener refuses such mail, since it can be used to smuggle a second mail in.',
    },
    steps: {
      update: 'Update the software that sends: it must end every line with CR LF together.',
      setting:
        'If it cannot be updated: set the handling of CR and LF of the listener to Allow for a time (Network > Listeners, SMTP settings), and commit. Clean changes the mail and breaks its DKIM signature.',
    },
    note: {
      subject: 'Your mail to {ourDomain} has line ends that are not allowed',
      body: 'Hello,\n\nyour server {server} sends mail in which a carriage return or a line feed stands alone, {count:once|# times}, {count:at|last at} {lastAt}. RFC 5321 section 2.3.8 forbids that, and our gateway refuses it. Please update the software that writes or passes on these mails, then send them again.',
    },
    meaning:
      'Lines in SMTP end with CR LF. A CR or LF alone is forbidden, and some servers read it as the end of the mail, by which a second mail can be smuggled in; gateways therefore refuse, clean or allow it, as they are set.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, lines)
    if (proofs.length === 0) return { outcome: 'not-applicable' }
    return found({
      cause: 'bare-line-ending',
      certainty: 'likely',
      proofs,
      nextSteps: [
        { who: 'sender', step: 'update' },
        { who: 'us', step: 'setting', command: 'Network > Listeners' },
      ],
      note: true,
    })
  },
})

function lines(attempt: Attempt) {
  if (!cameToNothing(attempt)) return []
  return [
    ...told(attempt, 'receiving-failed').filter(({ fields }) => contentReplies.lineEnding.test(fields.reason)),
    ...ourReplies(attempt, contentReplies.lineEnding),
  ]
}
