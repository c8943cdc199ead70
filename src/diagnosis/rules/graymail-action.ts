import { dispositions, found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { policiesOf } from '../steps.ts'
import { stopOf, stopSlots } from '../stopped.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'graymail-action',
  stage: 5,
  cites: ['case-verdict, engine GRAYMAIL (V5)', 'CAUSES 59'],
  evidence: 'seen',
  past: 'queued',
  texts: {
    headline: { default: 'Our gateway took the mail for advertising or a newsletter and dropped it.' },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}), judged as {verdict}, and dropped at {stoppedAt}. The sender was not told.',
    },
    steps: {
      policy:
        'Tag such mail or let it pass for this sender: Mail Policies > {table} Mail Policies > Graymail; then commit.',
      resend: 'Send it again once that is changed: what was dropped cannot be brought back.',
    },
    meaning:
      'Graymail is bulk mail that is no spam: marketing, social networks, newsletters. The mail policy can tag, hold, drop or deliver each kind.',
  },
  examine(evidence) {
    const proofs = dispositions(evidence, (event) => /^(graymail|marketing|bulk)/.test(stopOf(event)?.by ?? ''))
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    const verdicts = told(last.attempt, 'case-verdict').filter(({ fields }) => !/negative|cached/i.test(fields.verdict))
    return found({
      cause: 'graymail-action',
      certainty: 'likely',
      proofs: [...proofs.slice(0, -1), { ...last, events: [...verdicts, ...last.events] }],
      slots: { ...stopSlots(last.events), verdict: verdicts.at(-1)?.fields.verdict ?? '?' },
      nextSteps: [
        { who: 'us', step: 'policy', command: policiesOf(last.attempt, 'Mail Policies') },
        { who: 'sender', step: 'resend' },
      ],
    })
  },
})
