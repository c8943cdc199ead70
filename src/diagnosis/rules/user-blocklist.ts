import { dispositions, found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { heldAsSpam, isBlocked } from '../spam-quarantine.ts'
import { stopOf } from '../stopped.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'user-blocklist',
  stage: 5,
  cites: ['case-verdict, engine SLBL (V2)', 'message-split (P3)', 'CAUSES 58'],
  evidence: 'seen',
  past: 'queued',
  texts: {
    headline: {
      default: "It lies in the spam quarantine, because the sender is on the recipient's own block list.",
      dropped: "Our gateway dropped it, because the sender is on the recipient's own block list.",
    },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). The personal block list of the recipient says spam, and that outdoes every other verdict.',
      dropped:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). The personal block list of the recipient says spam, and the mail was dropped; it cannot be brought back.',
    },
    steps: {
      unblock:
        'Open the spam quarantine, take {mailFrom} (or its domain) off the block list under Options, and release the mail.',
      help: 'Edit the list for them: Monitor > Spam Quarantine > Safelist/Blocklist, recipient {rcptTo}.',
    },
    meaning:
      'Each recipient can keep a safelist and a blocklist in the spam quarantine. They speak as the engine SLBL in the log, and come before the spam engine.',
  },
  examine(evidence) {
    const held = heldAsSpam(evidence, true)
    const dropped = dispositions(evidence, (event) => stopOf(event)?.by === 'slbl')
    const proofs = held.length > 0 ? held : dropped
    if (proofs.length === 0) return { outcome: 'not-applicable' }
    const verdicts = evidence.attempts
      .filter(isBlocked)
      .flatMap((attempt) => [
        ...told(attempt, 'case-interim').filter(({ fields }) => fields.engine === 'SLBL'),
        ...told(attempt, 'message-split'),
      ])
    return found({
      cause: 'user-blocklist',
      certainty: 'proven',
      proofs: proofs.map((proof) => ({
        ...proof,
        events: [...verdicts.filter((e) => e.line.time >= proof.attempt.time), ...proof.events],
      })),
      variant: held.length > 0 ? 'default' : 'dropped',
      nextSteps: [
        { who: 'recipient', step: 'unblock' },
        { who: 'us', step: 'help', command: 'Monitor > Spam Quarantine' },
      ],
    })
  },
})
