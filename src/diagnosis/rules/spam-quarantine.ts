import { found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { heldAsSpam } from '../spam-quarantine.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'spam-quarantine',
  stage: 5,
  cites: ['spam-quarantine-tagged (Q1)', 'external-quarantined (Q2)', 'spam-quarantined (Q3)', 'CAUSES 57'],
  evidence: 'seen',
  past: 'queued',
  texts: {
    headline: { default: 'It lies in the spam quarantine: our gateway took it for spam.' },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}), judged as {verdict}, and handed to the spam quarantine at {heldAt}. The log reads like a delivery there; it is none. Whether somebody has released or deleted it since, the mail log does not show.',
    },
    steps: {
      release:
        'Look into the spam quarantine (its link is in the notification mail) and release the mail; put the sender on the safelist.',
      search:
        'Search and release it for them: Monitor > Spam Quarantine, on the management appliance where there is one.',
      policy: 'If it was no spam: report it to the vendor as a false positive, with all its headers.',
    },
    meaning:
      'Mail that is taken for spam, or suspected, can be held for the recipient to look at. In the log it is tagged, then delivered to the quarantine, with (external quarantine) at the end of the line where that is another appliance. After some days it is deleted unless released.',
  },
  examine(evidence) {
    const proofs = heldAsSpam(evidence, false)
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    const verdicts = told(last.attempt, 'case-verdict').filter(({ fields }) => /positive|suspect/i.test(fields.verdict))
    return found({
      cause: 'spam-quarantine',
      certainty: 'proven',
      proofs,
      slots: {
        verdict: verdicts.at(-1)?.fields.verdict ?? 'spam',
        heldAt: last.events.at(-1)?.line.time ?? last.attempt.time,
      },
      nextSteps: [
        { who: 'recipient', step: 'release' },
        { who: 'us', step: 'search', command: 'Monitor > Spam Quarantine' },
        { who: 'us', step: 'policy' },
      ],
    })
  },
})
