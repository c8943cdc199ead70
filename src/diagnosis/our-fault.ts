import type { CheckResult } from '../checks/check.ts'
import { isCovered } from './before.ts'
import { isBare } from './connection.ts'
import type { Evidence } from './evidence.ts'
import { type Proof, proofsOf } from './proof.ts'
import type { Certainty, Finding, Outcome } from './rule.ts'
import { linesOf, told } from './story.ts'

/** Whether nothing came at all, of a question that an id does not answer: only then may a fault of ours be the reason. */
export function nothingCame({ asked, attempts }: Evidence): boolean {
  return attempts.length === 0 && !['mid', 'icid', 'messageId'].some((kind) => kind in asked.about)
}

/**
 * The connections, where there were no others, that agreed on TLS and left without a mail: so does a server that looks at
 * our certificate and does not like it. None where anything else came.
 */
export function leftAfterTls(evidence: Evidence): readonly Proof[] {
  const left = proofsOf(evidence, (attempt) =>
    isBare(attempt) && told(attempt, 'injection-tls').length > 0 ? linesOf(attempt) : [],
  )
  return left.length === evidence.attempts.length ? left : []
}

/** The checks that ended in one of these keys. */
export function checksThat({ checks }: Evidence, ...keys: readonly string[]): readonly CheckResult[] {
  return checks.filter(({ key }) => keys.includes(key))
}

/**
 * The checks with this key, where no listener of ours was seen to greet as it should: then no sender gets further. None
 * where mail of others came in all the same (R8): then it is only this host that is turned away.
 */
export function ofEveryListener(evidence: Evidence, key: string): readonly CheckResult[] {
  const well = checksThat(evidence, 'R9.ok', 'R9.slow', 'R9.masked', 'R8.others')
  return well.length > 0 ? [] : checksThat(evidence, key)
}

/** Listeners as a text names them: `listeners`, without the port that all have, and `listenerCount`. */
export function listenerSlots(checks: readonly CheckResult[]) {
  return { listeners: checks.map(({ subject }) => subject.replace(/:25\b/, '')), listenerCount: checks.length }
}

/** So long after the time asked about, what a check says now may not have been so then: a day is a usual TTL. */
const stillSo = 86_400_000

/** Whether the time asked about reaches so near to now that what the checks say now held then, as likely as not. */
export function isOfNow({ asked }: Evidence): boolean {
  return asked.now - asked.window.to <= stillSo
}

type Told = Pick<Finding, 'cause' | 'slots' | 'nextSteps'> & Partial<Finding>

/**
 * A fault of ours that a check alone shows, as the reason why nothing came. What only a check says is never proven, and is
 * no more than possible where the logs are not whole, or where the time asked about is long over.
 */
export function faultFound(evidence: Evidence, checks: readonly CheckResult[], at: Certainty, told: Told): Outcome {
  const certainty = at === 'likely' && isCovered(evidence) && isOfNow(evidence) ? 'likely' : 'possible'
  const lookups = [...new Set(checks.flatMap((check) => check.lookups))]
  return { outcome: 'found', findings: [{ attempts: [], cites: [], lookups, certainty, ...told }] }
}

/** Where nothing is wrong: fine where a check says so, unknown where one could not tell, and else not looked at. */
export function noFault(evidence: Evidence, id: string, missing?: string): Outcome {
  const own = evidence.checks.filter((check) => check.id === id)
  // Other keys that are no problem say that there is nothing to look at (no policy, no record).
  const good = own.find(({ key }) => key === `${id}.ok`)
  if (good) return { outcome: 'clear', slots: { subject: good.subject, ...good.facts } }
  if (missing !== undefined && own.some(({ status }) => status === 'unknown')) return { outcome: 'unknown', missing }
  return { outcome: 'not-applicable' }
}
