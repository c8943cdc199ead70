import { dispositions, found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { heldIn } from '../stopped.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'outbreak-delay',
  stage: 5,
  cites: ['outbreak (V11)', 'quarantined (Q5)', 'quarantine-released (Q7)', 'CAUSES 61'],
  evidence: 'seen',
  texts: {
    headline: {
      default: 'Our gateway holds the mail back for a while, in case it belongs to a new outbreak.',
      released: 'Our gateway held the mail back for {minutes} minutes, in case it belonged to a new outbreak.',
    },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}) and is held in the quarantine *{quarantine}* since {heldAt} ({reason}). It is delayed, not lost: it is scanned again and let go by itself.',
      released:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}), held in the quarantine *{quarantine}* from {heldAt} to {releasedAt}, then went on.',
    },
    clear: 'Outbreak filters: the verdict was negative.',
    steps: {
      release:
        'If it is urgent and you know what it is, release it: Monitor > Policy, Virus and Outbreak Quarantines > Outbreak.',
      retention:
        'If this happens often to good mail: shorten the retention, or raise the threat level that counts: Mail Policies > Outbreak Filters.',
    },
    meaning:
      'Outbreak filters hold mail that looks like the start of a new wave of malware or fraud, until the scanners have learned of it. It is scanned again when it is let go. The delay may be minutes or hours.',
  },
  examine(evidence) {
    const held = dispositions(evidence, (event) => /^outbreak$/i.test(heldIn(event)?.quarantine ?? ''))
    const last = held.at(-1)
    const event = last?.events.at(-1)
    if (last && event) {
      const { quarantine = '', reason = '' } = heldIn(event) ?? {}
      return found({
        cause: 'outbreak-delay',
        certainty: 'proven',
        proofs: held,
        slots: { quarantine, reason: reason || '?', heldAt: event.line.time },
        nextSteps: [
          { who: 'us', step: 'release', command: 'Monitor > Policy, Virus and Outbreak Quarantines' },
          { who: 'us', step: 'retention' },
        ],
      })
    }
    return wasHeld(evidence)
  },
})

/** Held for a time, and gone on since: it explains a delay. */
function wasHeld(evidence: Parameters<typeof dispositions>[0]) {
  for (const attempt of evidence.attempts.toReversed()) {
    const held = told(attempt, 'quarantined').find(({ fields }) => /^outbreak$/i.test(fields.quarantine))
    const released = told(attempt, 'quarantine-released').findLast(({ fields }) =>
      /^outbreak$/i.test(fields.quarantine),
    )
    const over = held && released && released.line.time >= held.line.time && attempt.fate !== 'quarantined'
    if (!over) continue
    const slots = {
      quarantine: held.fields.quarantine,
      heldAt: held.line.time,
      releasedAt: released.line.time,
      minutes: Math.max(1, Math.round((released.line.time - held.line.time) / 60_000)),
    }
    const proofs = [{ attempt, events: [held, released] }]
    // Scanned again when it was let go, it may be dropped after all: then that is what happened to it.
    const rank = attempt.fate === 'dropped' ? { aside: true as const } : {}
    const delay = { cause: 'outbreak-delay', certainty: 'proven', variant: 'released', nextSteps: [], ...rank } as const
    return found({ ...delay, proofs, slots })
  }
  const clean = evidence.attempts.some((attempt) => told(attempt, 'outbreak').at(-1)?.fields.verdict === 'negative')
  return clean ? ({ outcome: 'clear' } as const) : ({ outcome: 'not-applicable' } as const)
}
