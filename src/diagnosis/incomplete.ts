import { absenceSlots, forOthers } from './absence.ts'
import { isBlinding, uncovered } from './before.ts'
import type { Evidence, Gap } from './evidence.ts'
import { found } from './proof.ts'
import type { Outcome } from './rule.ts'
import { asksAboutOurMail } from './whither.ts'

/** What is told where nothing was found and the logs do not prove that nothing came. */
export function incomplete(evidence: Evidence): Outcome {
  const { coverage, asked } = evidence
  const others = forOthers(evidence)
  const limited = limitedBy(evidence)
  if (limited) return narrowed(evidence, limited)
  const missing = uncovered(evidence).map(({ gateway }) => gateway)
  const isOurs = asksAboutOurMail(asked, evidence.ours.domains)
  const nothing = coverage.every(({ from }) => from === null)
  const endsAt = Math.max(0, ...coverage.map(({ to }) => to ?? 0))
  return found({
    cause: 'logs-incomplete',
    certainty: 'likely',
    proofs: [],
    ...(others && { others: others.cites }),
    variant: nothing ? 'none' : others ? 'others' : endsAt > 0 && endsAt <= asked.window.from ? 'ended' : 'default',
    slots: {
      ...absenceSlots(evidence),
      ...others?.slots,
      endsAt,
      missing: missing.length > 0 ? missing : coverage.map(({ gateway }) => gateway),
      missingCount: Math.max(1, missing.length),
      fromAt: asked.window.from,
      toAt: asked.window.to,
    },
    nextSteps: [
      { who: 'us', step: nothing ? 'unreadable' : 'again' },
      { who: 'us', step: 'older', command: 'System Administration > Log Subscriptions' },
      ...(isOurs ? [] : [{ who: 'sender', step: 'askSender' } as const]),
    ],
    // Of mail of our own people there is nobody else to ask.
    note: !nothing && !isOurs,
  })
}

/** The limit that alone keeps the answer from being whole: the logs hold all of the time, and not all of it was looked at. */
function limitedBy({ coverage, gaps }: Evidence): Gap | null {
  const blinding = gaps.filter(isBlinding)
  const isWhole = coverage.every(({ complete }) => complete)
  return isWhole && blinding.every(({ kind }) => kind === 'budget') ? (blinding[0] ?? null) : null
}

function narrowed(evidence: Evidence, { where, read }: Gap): Outcome {
  const others = forOthers(evidence)
  const variant = read ? (others ? 'narrowedOthers' : 'narrowed') : 'limit'
  return found({
    cause: 'logs-incomplete',
    certainty: 'likely',
    proofs: [],
    ...(others && { others: others.cites }),
    variant,
    slots: {
      ...absenceSlots(evidence),
      ...others?.slots,
      missing: where,
      ...(read && { readFromAt: read.from, readToAt: read.to }),
    },
    nextSteps: [{ who: 'us', step: read ? 'narrower' : 'less' }],
  })
}
