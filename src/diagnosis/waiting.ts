import type { Event, EventOfForm } from '../correlator/form.ts'
import type { Attempt } from './attempts.ts'
import type { Evidence } from './evidence.ts'
import { stateLines, stretches, stretchIn } from './gateway-state.ts'
import { found, type Proof, proofsOf } from './proof.ts'
import type { Outcome } from './rule.ts'
import { linesOf, told } from './story.ts'

/** Scanning takes seconds; a mail that is still in the work queue after so long waits. */
const patience = 600_000
/** Scanned, queued and handed on within so long: nobody looks for a reason before. */
const soon = 300_000

/** Mails that were received whole and of which nothing more is told: the work queue has them. */
export function inWorkQueue(evidence: Evidence): readonly Proof[] {
  return proofsOf(evidence, (attempt) => waitsSince(attempt, readUntil(evidence, attempt.gateway) - patience))
}

/** The line that paused the work queue in which this mail waits; null where none did, or a later one let it go on. */
export function pauseAround(evidence: Evidence, { attempt, events }: Proof): Event | null {
  const begins = stateLines(evidence, /\bwork ?queue paused\b/i).filter(({ line }) => line.gateway === attempt.gateway)
  const paused = stretches(begins, stateLines(evidence, /\bwork ?queue (resumed|unpaused)\b/i))
  const stretch = stretchIn(paused, events.at(-1)?.line.time ?? attempt.time, evidence.asked.now)
  return stretch?.end === null ? stretch.begin : null
}

/** Received, not ended, and released from nowhere. */
function waitsSince(attempt: Attempt, latest: number): readonly EventOfForm<'message-ready'>[] {
  if (attempt.fate !== 'open' || told(attempt, 'message-finished').length > 0) return []
  return told(attempt, 'message-ready').filter(({ line }) => line.time <= latest)
}

/** The last mail, where it was taken so shortly before that its being on the way is no trouble yet; and when. */
export function underWay({ attempts, asked }: Evidence): { readonly takenAt: number } | null {
  const last = attempts.at(-1)
  const ready = last && told(last, 'message-ready').at(-1)
  const newest = last && linesOf(last).at(-1)
  if (!ready || !newest || (last.fate !== 'open' && last.fate !== 'queued')) return null
  return asked.now - newest.line.time < soon ? { takenAt: ready.line.time } : null
}

/** Until when the log of a gateway was read; null times and gateways that are not known count as until now. */
export function readUntil({ asked, coverage }: Evidence, gateway: string): number {
  const to = coverage.find((one) => one.gateway === gateway)?.to ?? asked.now
  return Math.min(asked.now, to)
}

/** Mails that were on their way when the log that was read came to its end: what became of them is not in it. */
export function cutOff(evidence: Evidence): readonly Proof[] {
  return proofsOf(evidence, (attempt) => {
    const last = attempt.message?.timeline.at(-1)
    if (last === undefined || (attempt.fate !== 'open' && attempt.fate !== 'queued')) return []
    const until = readUntil(evidence, attempt.gateway)
    return until - last.line.time < patience && evidence.asked.now - until >= patience ? [last] : []
  })
}

/** What is told where the log ends while a mail was on its way. */
export function cutShort(evidence: Evidence): Outcome {
  const proofs = cutOff(evidence)
  const gateway = proofs.at(-1)?.attempt.gateway
  if (gateway === undefined) return { outcome: 'not-applicable' }
  return found({
    cause: 'logs-incomplete',
    certainty: 'likely',
    variant: 'cut',
    proofs,
    slots: { missing: gateway, endsAt: readUntil(evidence, gateway) },
    nextSteps: [{ who: 'us', step: 'again' }],
  })
}
