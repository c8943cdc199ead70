import type { Attempt } from '../attempts.ts'
import type { Evidence } from '../evidence.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'mail-loop',
  stage: 3,
  cites: ['receiving-failed (D7)', 'CAUSES 53'],
  evidence: 'seen',
  past: 'received',
  texts: {
    headline: {
      default: 'The mail goes in circles, and our gateway refused it.',
      again: 'The same mail came {count} times: it may be going in circles.',
    },
    summary: {
      default:
        '{server} offered a mail that had passed through too many servers already, {count:once|# times}, {count:at|last at} {lastAt} ({id}). Somewhere it is sent back to where it came from.',
      again:
        'The mail with the Message-ID {messageId} came {count} times, under a new number each time, last at {lastAt} ({id}), from {server}. That fits a loop between us and the next server; it also fits a sender that sends it again.',
    },
    steps: {
      route:
        'Compare the SMTP route of the recipient domain (Network > SMTP Routes) with what the next server does with mail for it (Exchange: accepted domains); one of them sends it back to us.',
      received: 'Read the Received lines of the mail from below: the part that repeats is the loop.',
    },
    note: {
      subject: 'A mail of yours went in circles',
      body: 'Hello,\n\na mail that your server {server} sent to {ourDomain} had passed through so many servers that it was refused as a loop, {count:at|last at} {lastAt}. If the mail was forwarded on your side, please check that rule. We check our own routing.',
    },
    meaning:
      'Every server that a mail passes adds a Received line. If there are too many, the mail is going round between two servers that each think the other responsible, and it is refused.',
  },
  examine(evidence) {
    const refused = proofsOf(evidence, (attempt) =>
      told(attempt, 'receiving-failed').filter(({ fields }) => /message loop/i.test(fields.reason)),
    )
    const nextSteps = [
      { who: 'us', step: 'route', command: 'smtproutes' } as const,
      { who: 'us', step: 'received' } as const,
    ]
    if (refused.length > 0) {
      return found({ cause: 'mail-loop', certainty: 'proven', proofs: refused, nextSteps, note: true })
    }
    const again = repeated(evidence)
    if (again === null) return { outcome: 'not-applicable' }
    const { messageId, attempts } = again
    const proofs = proofsOf(evidence, (attempt) => (attempts.has(attempt) ? told(attempt, 'message-id') : []))
    const slots = { messageId }
    return found({ cause: 'mail-loop', certainty: 'possible', variant: 'again', proofs, slots, nextSteps })
  },
})

/** The same Message-ID under three numbers and more. */
function repeated({ attempts }: Evidence) {
  const byId = new Map<string, Set<Attempt>>()
  for (const attempt of attempts) {
    const messageId = told(attempt, 'message-id').at(-1)?.fields.messageId
    if (messageId) byId.set(messageId, (byId.get(messageId) ?? new Set()).add(attempt))
  }
  for (const [messageId, same] of byId) if (same.size >= 3) return { messageId, attempts: same }
  return null
}
