import type { Attempt, Fate } from './attempts.ts'
import { inRange } from './concerns.ts'
import type { Coverage, Evidence, Gap } from './evidence.ts'
import type { Slots } from './rule.ts'

/** Fates at which we had taken the mail. */
const taken: ReadonlySet<Fate> = new Set(['delivered', 'quarantined', 'dropped', 'bounced', 'deferred', 'queued'])

/** The last mail of the same sender that we took before that time; from the same address where there is one. */
export function lastTaken({ history, attempts }: Evidence, before: number, ip: string | null): Attempt | null {
  const earlier = [...history, ...attempts].filter(({ fate, time }) => taken.has(fate) && time < before)
  const same = ip === null ? [] : earlier.filter((attempt) => attempt.ip !== null && inRange(attempt.ip, ip))
  return same.at(-1) ?? earlier.at(-1) ?? null
}

/** Slots that tell what used to be: `takenAt`, `takenServer`, `takenSbrs`. */
export function takenSlots({ time, ip, host, sbrs }: Attempt): Slots {
  return {
    takenAt: time,
    takenServer: [ip ?? '', host === null ? '' : `(${host})`].filter((part) => part !== '').join(' ') || '?',
    takenSbrs: sbrs === null ? '?' : sbrs.toFixed(1).replace('-', '−'),
  }
}

/** Gaps after which an absence proves nothing. */
const blinding: ReadonlySet<Gap['kind']> = new Set([
  'unreachable',
  'refused',
  'timeout',
  'host-key',
  'login',
  'role',
  'no-log',
  'partial',
  'budget',
  'unreadable',
  'not-permitted',
])

/** Whether a gateway is missing by this gap, or its answer not whole. */
export function isBlinding({ kind }: Gap): boolean {
  return blinding.has(kind)
}

/** Whether the logs that were read provably hold the whole time asked about, on every gateway (CHECKS R22). */
export function isCovered({ coverage, gaps }: Evidence): boolean {
  if (coverage.length === 0 || gaps.some(isBlinding)) return false
  return coverage.every(({ complete }) => complete)
}

/** The gateways whose logs are not proved whole. */
export function uncovered({ coverage, gaps }: Evidence): readonly Coverage[] {
  return coverage.filter(
    ({ complete, gateway }) => !complete || gaps.some((gap) => isBlinding(gap) && gap.where === gateway),
  )
}

/** The next attempt after this one that brought a mail; null where none did. */
export function cameLater({ attempts }: Evidence, { time }: Attempt): Attempt | null {
  return attempts.find((attempt) => attempt.time > time && attempt.message !== null) ?? null
}
