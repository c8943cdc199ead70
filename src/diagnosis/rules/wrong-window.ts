import { isCovered } from '../before.ts'
import { found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { linesOf, told } from '../story.ts'

export const rule = defineRule({
  cause: 'wrong-window',
  stage: 8,
  cites: ['CHECKS R20', 'CAUSES 81'],
  evidence: 'documented',
  texts: {
    headline: {
      default: 'Nothing came in the time asked about; the nearest mail came at {nearestAt}.',
      delivered: 'Nothing came in the time asked about; the nearest mail came at {nearestAt} and was delivered.',
    },
    summary: {
      default:
        'From {fromAt} to {toAt} there was no attempt of this sender. The nearest came at {nearestAt}: {id} from {mailFrom} to {rcptTo}.',
      delivered:
        'From {fromAt} to {toAt} there was no attempt of this sender. The nearest came at {nearestAt}: {id} from {mailFrom} to {rcptTo}, and it was delivered. If that is not the mail that is missed, the missed one has not come.',
    },
    clear: 'Time: mail of theirs is in the time asked about, the last at {nearestAt}.',
    steps: {
      time: 'Check the time of the mail that is missed, and the zone it is told in; then ask again.',
    },
    meaning:
      'A question about the wrong hours finds nothing. Gateways log in their own local time; a mail header may tell UTC; yesterday may be another day elsewhere. So the hours around are looked at too.',
  },
  examine(evidence) {
    const { asked, attempts, widened } = evidence
    const nearest = attempts.at(-1)
    if (!asked.windowStated || nearest === undefined) return { outcome: 'not-applicable' }
    if (!widened) return { outcome: 'clear', slots: { nearestAt: nearest.time }, unsaid: true }
    const lines = nearest.mid === null ? linesOf(nearest).slice(0, 1) : told(nearest, 'message-start')
    const delivered = nearest.fate === 'delivered'
    return found({
      cause: 'wrong-window',
      certainty: isCovered(evidence) ? 'likely' : 'possible',
      proofs: [{ attempt: nearest, events: lines }],
      variant: delivered ? 'delivered' : 'default',
      slots: { fromAt: asked.window.from, toAt: asked.window.to, nearestAt: nearest.time },
      nextSteps: [{ who: 'us', step: 'time' }],
      // A refusal or a hold around that time is the better answer: only a good delivery speaks for another time.
      ...(delivered && { leads: true as const }),
    })
  },
})
