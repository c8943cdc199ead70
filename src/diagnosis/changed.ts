import { said } from '../correlator/form.ts'
import type { Attempt } from './attempts.ts'
import { lastTaken } from './before.ts'
import { inRange } from './concerns.ts'
import type { Evidence } from './evidence.ts'
import type { Finding, Slots } from './rule.ts'
import { told } from './story.ts'

export type ChangedPart =
  | 'ip'
  | 'host'
  | 'lostName'
  | 'unverified'
  | 'group'
  | 'sbrs'
  | 'tls'
  | 'plain'
  | 'policy'
  | 'volume'

/** One thing that differs: what it is `now` and what it was `before`. */
export interface Difference {
  readonly what: ChangedPart
  readonly slots: Slots
}

/** What the lines tell that differs from the last mail of the sender that was taken. */
export interface Changed {
  readonly takenAt: number
  /** What is likeliest to matter first. Never empty. */
  readonly differences: readonly Difference[]
}

/**
 * Compares the last attempt behind a finding with the last mail of the same sender that was taken before it, from the
 * same address where one came from there. Null where the mail came through, where nothing was taken before, or where
 * nothing differs. What one of the two has no line for is not compared.
 */
export function changedOf(evidence: Evidence, { attempts }: Finding): Changed | null {
  const now = attempts.at(-1)
  if (now === undefined || passed.has(now.fate)) return null
  const then = lastTaken(evidence, attempts.at(0)?.time ?? now.time, now.ip)
  if (then === null) return null
  const found = [
    ipChange(evidence, now, then),
    hostChange(now, then),
    pair('group', now.senderGroup, then.senderGroup),
    scoreChange(now, then),
    policyChange(now, then),
    // What was taken was judged by what it holds: neither its encryption nor how much came is a reason.
    ...(judged.has(now.fate) ? [] : [tlsChange(now, then), volumeChange(evidence, now)]),
  ]
  const differences = found.filter((difference) => difference !== null)
  return differences.length === 0 ? null : { takenAt: then.time, differences }
}

/** Fates with which nothing has to be explained by a change of the sender's. */
const passed: ReadonlySet<Attempt['fate']> = new Set(['delivered', 'deferred', 'queued'])

/** Fates of a mail that was taken, and judged afterwards. */
const judged: ReadonlySet<Attempt['fate']> = new Set(['quarantined', 'dropped', 'bounced'])

function pair(what: ChangedPart, now: string | null, before: string | null): Difference | null {
  return now === null || before === null || now === before ? null : { what, slots: { now, before } }
}

/** More addresses than this, and the sender's mail comes from anywhere: another one is no change. */
const fewAddresses = 3

function ipChange({ history, attempts }: Evidence, now: Attempt, then: Attempt): Difference | null {
  const { ip } = now
  if (ip === null || then.ip === null) return null
  const known = new Set(
    [...history, ...attempts].flatMap((one) => (one.time < now.time && one.message !== null && one.ip ? [one.ip] : [])),
  )
  if (known.size > fewAddresses || [...known].some((one) => inRange(ip, one))) return null
  return pair('ip', ip, then.ip)
}

/** Of the same address only: each server has a name of its own. */
function hostChange(now: Attempt, then: Attempt): Difference | null {
  if (now.ip === null || then.ip === null || !inRange(now.ip, then.ip)) return null
  // A lookup that failed and a name that is gone read the same: `unknown`.
  if (now.host === null && then.host !== null && connected(now))
    return { what: 'lostName', slots: { before: then.host } }
  if (now.host !== then.host) return pair('host', now.host, then.host)
  if (now.host === null || now.verified !== false || then.verified !== true) return null
  return { what: 'unverified', slots: { now: now.host } }
}

function connected({ injection }: Attempt): boolean {
  return said(injection?.timeline ?? [], 'injection-start').some(({ fields }) => fields.host !== undefined)
}

/** A score wanders by tenths from day to day: less than this is no change. */
const scoreStep = 1

function scoreChange({ sbrs: now }: Attempt, { sbrs: before }: Attempt): Difference | null {
  if (now === null || before === null || Math.abs(now - before) < scoreStep) return null
  return pair('sbrs', scoreInWords(now), scoreInWords(before))
}

function scoreInWords(sbrs: number): string {
  return sbrs.toFixed(1).replace('-', '−')
}

/** A connection that ended before TLS could begin says nothing of it: only one that came as far as a message does. */
function tlsChange(now: Attempt, then: Attempt): Difference | null {
  const [protocol, before] = [protocolOf(now), protocolOf(then)]
  if (protocol !== null) return pair('tls', protocol, before)
  if (before === null || now.message === null || told(now, 'injection-tls').length > 0) return null
  return { what: 'plain', slots: { before: before } }
}

function protocolOf(attempt: Attempt): string | null {
  return told(attempt, 'injection-tls').at(-1)?.fields.protocol ?? null
}

/** The per-recipient policy goes by recipient too: another recipient's is no change. */
function policyChange(now: Attempt, then: Attempt): Difference | null {
  if (now.rcptTo.length !== 1 || then.rcptTo.length !== 1 || now.rcptTo[0] !== then.rcptTo[0]) return null
  return pair('policy', policyOf(now), policyOf(then))
}

function policyOf(attempt: Attempt): string | null {
  const policies = new Set(told(attempt, 'policy-match').map(({ fields }) => fields.policy))
  return policies.size === 1 ? ([...policies][0] ?? null) : null
}

const day = 24 * 3_600_000
/** Fewer tries than this in a day, or less than so many times what is usual, is an ordinary day. */
const [manyTries, timesUsual] = [20, 5]

/** Tries in the day up to this one, against the days before: counted from the first that the logs hold, at least one. */
function volumeChange({ history, attempts }: Evidence, now: Attempt): Difference | null {
  const all = [...history, ...attempts].filter(({ time }) => time <= now.time)
  const before = all.filter(({ time }) => time <= now.time - day)
  const first = before.at(0)
  if (first === undefined) return null
  const count = all.length - before.length
  const usual = before.length / Math.max(1, (now.time - day - first.time) / day)
  if (count < manyTries || count < usual * timesUsual) return null
  return { what: 'volume', slots: { count, usual: Math.max(1, Math.round(usual)) } }
}
