import type { Attempt } from '../attempts.ts'
import { cites } from '../cite.ts'
import { isBare } from '../connection.ts'
import type { Evidence } from '../evidence.ts'
import { stateLines } from '../gateway-state.ts'
import { proofsOf, slotsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'resource-conservation',
  stage: 1,
  cites: ["alert-sent (U7): 'resource conservation' mode", 'receiving-failed (C9)', 'CHECKS R18', 'CAUSES 17'],
  evidence: 'documented',
  past: 'sender-taken',
  texts: {
    headline: { default: 'Our gateway was short of resources and took less mail, or none.' },
    summary: {
      default:
        'Our gateway put {server} off, {count:once|# times}, {count:at|last at} {lastAt} ({id}): {reason}. That is what it does when memory, queue or work queue run short; the sender tries again.',
      alert:
        'Our gateway told its administrators at {alertAt} that it saves its resources: it then takes mail slowly or not at all, and servers come back later. No line of this mail proves that it was put off for that.',
    },
    steps: {
      askReply:
        'Look in the log of the sending server: a temporary error (4xx) from us at that time, or a long wait for our answer, fits this; anything else speaks against it.',
      status:
        'See how it stands now (Resource conservation: 0 is well, 999 takes nothing) and what fills up: work queue, delivery queue or memory.',
      drain:
        'Find what fills it: `tophosts` shows destinations that do not take mail, `workqueue status` whether scanning is behind; the thresholds are set with `tarpit`.',
    },
    note: {
      subject: 'Mail to {ourDomain} was put off for a while',
      body: 'Hello,\n\nour mail gateway was short of resources and put mail off. Your server tries again by itself, and you need not do anything. If a mail was returned to you meanwhile, please send it again.',
    },
    meaning:
      'When memory, queue or work queue of a gateway run short it enters resource conservation mode: it takes mail more and more slowly, then none, until the backlog is gone. Senders get temporary errors and try again.',
  },
  examine(evidence) {
    const put = proofsOf(evidence, putOff)
    const alerts = alertsMeant(evidence)
    const last = put.at(-1)
    if (last === undefined && alerts.length === 0) return { outcome: 'not-applicable' }
    const failed = last && told(last.attempt, 'receiving-failed').at(-1)
    return {
      outcome: 'found',
      findings: [
        {
          cause: 'resource-conservation',
          certainty: last ? 'likely' : 'possible',
          attempts: put.map(({ attempt }) => attempt),
          cites: cites([...put.flatMap(({ events }) => events), ...alerts]),
          variant: last ? 'default' : 'alert',
          slots: { ...slotsOf(put), reason: failed?.fields.reason ?? '?', alertAt: alerts.at(-1)?.line.time ?? 0 },
          nextSteps: [
            ...(last ? [] : [{ who: 'sender', step: 'askReply' } as const]),
            { who: 'us', step: 'status', command: 'status detail' },
            { who: 'us', step: 'drain' },
          ],
          note: true,
        },
      ],
    }
  },
})

function putOff(attempt: Attempt) {
  return told(attempt, 'receiving-failed').filter(({ fields }) => /^(resources low|memory|queue)/i.test(fields.reason))
}

/** Told in the time asked about, where nothing came or connections brought nothing: else it explains nothing. */
function alertsMeant(evidence: Evidence) {
  const { attempts, asked } = evidence
  if (!attempts.every((attempt) => isBare(attempt) || putOff(attempt).length > 0)) return []
  const { from, to } = asked.window
  return stateLines(evidence, /\bentered a\b.{0,3}resource conservation/i).filter(
    ({ line }) => line.time >= from && line.time < to,
  )
}
