import type { Attempt } from '../attempts.ts'
import { deliverySlots, isDelivery } from '../handed-over.ts'
import { dispositions, found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'remediated-after-delivery',
  stage: 7,
  cites: ['amp (V9, V9b)', 'delivery-done (L3)', 'grammar, trap 26', 'CAUSES: mailbox remediation'],
  evidence: 'documented',
  texts: {
    headline: { default: 'It arrived, and may have been taken back out of the mailbox afterwards.' },
    summary: {
      default:
        '{id} to {rcptTo} was delivered at {deliveredAt} while a file in it was still being judged ({verdict}). If the file turned out bad, mailbox remediation may have removed the mail; that is told in its own log, not in the mail log.',
    },
    clear: 'File verdict: final when the mail went on ({verdict}).',
    steps: {
      look: 'See whether the mail was remediated: Monitor > Mailbox Auto Remediation, or the log `mar`; search for the Message-ID.',
    },
    meaning:
      'Mailbox remediation takes mail back out of mailboxes when a file in it is found bad after delivery. The mail log shows a delivery like any other; the removal stands in the remediation report.',
  },
  examine(evidence) {
    const proofs = dispositions(evidence, isDelivery).filter(({ attempt }) => pending(attempt).length > 0)
    const last = proofs.at(-1)
    if (last === undefined) {
      const final = dispositions(evidence, isDelivery)
        .flatMap(({ attempt }) => told(attempt, 'amp'))
        .at(-1)
      return final
        ? { outcome: 'clear', slots: { verdict: final.fields.verdict }, unsaid: true }
        : { outcome: 'not-applicable' }
    }
    return found({
      cause: 'remediated-after-delivery',
      certainty: 'possible',
      proofs: proofs.map((proof) => ({ ...proof, events: [...pending(proof.attempt), ...proof.events] })),
      slots: { ...deliverySlots(last), verdict: pending(last.attempt).at(-1)?.fields.verdict ?? '?' },
      nextSteps: [{ who: 'us', step: 'look', command: 'Monitor > Mailbox Auto Remediation' }],
    })
  },
})

/** A file whose verdict was not final when the mail went on. */
function pending(attempt: Attempt) {
  return told(attempt, 'amp').filter(({ fields }) => /^(fa_pending|unknown)$/i.test(fields.verdict))
}
