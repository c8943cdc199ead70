import type { MailLog } from '../correlator/mail-log.ts'
import { atOnce, inSteps, type Steps } from '../correlator/steps.ts'
import { type Attempt, attemptSteps, concerns, withoutOutbound } from '../diagnosis/attempts.ts'
import { domainPart, inRange, isUnder, type Way } from '../diagnosis/concerns.ts'
import type { Candidate, Evidence } from '../diagnosis/evidence.ts'
import { asksAboutOurMail } from '../diagnosis/whither.ts'
import type { Question } from '../question/question.ts'
import { domainOf } from './needles.ts'

/** What is told where the time asked about holds nothing: the last day before it that holds something. */
export const day = 24 * 3_600_000

/** Addresses taken from the log: the latest. */
const mostSeen = 5

/** An attempt that belongs to the question, and by what it was found to. */
export type Relevant = Attempt & { readonly by: Way }

/** The attempts in a log that belong to the question, in order of time, and the addresses the log gave away. */
export interface Found {
  readonly attempts: readonly Relevant[]
  readonly seen: readonly Candidate[]
}

/**
 * Finds what belongs to the question: by name first; then by address, in the ranges known from the DNS and at the
 * addresses from which mail of this sender was seen to come. `domains` are ours.
 */
export function relevantIn(
  log: MailLog,
  question: Question,
  narrow: readonly Candidate[],
  domains: readonly string[] = [],
): Found {
  return atOnce(relevantSteps(log, question, narrow, domains))
}

/** The same step by step. */
export function* relevantSteps(
  log: MailLog,
  question: Question,
  narrow: readonly Candidate[],
  domains: readonly string[] = [],
): Steps<Found> {
  const before = known.get(log)
  if (
    before?.question === question &&
    before.narrow.every((one) => narrow.includes(one)) &&
    before.narrow.length === narrow.length
  )
    return before.found
  const found = yield* findRelevant(log, question, narrow, domains)
  known.set(log, { question, narrow, found })
  return found
}

/** The attempts of a log. It is read several times over. */
export function attemptsIn(log: MailLog): readonly Attempt[] {
  return atOnce(attemptsInSteps(log))
}

function* attemptsInSteps(log: MailLog): Steps<readonly Attempt[]> {
  const all = attempts.get(log) ?? (yield* attemptSteps(log))
  attempts.set(log, all)
  return all
}

const attempts = new WeakMap<MailLog, readonly Attempt[]>()

interface Known {
  readonly question: Question
  readonly narrow: readonly Candidate[]
  readonly found: Found
}

/** What was found in a log last: the same is asked for when the search ends, when it is told of, and for the answer. */
const known = new WeakMap<MailLog, Known>()

function* findRelevant(
  log: MailLog,
  question: Question,
  narrow: readonly Candidate[],
  domains: readonly string[],
): Steps<Found> {
  const all = yield* attemptsInSteps(log)
  const byName = yield* concerningSteps(all, question, narrow)
  const seen = addressesSeen(byName, all, question, narrow)
  const attempts = seen.length > 0 ? yield* concerningSteps(all, question, [...narrow, ...seen]) : byName
  return { attempts: asksAboutOurMail(question, domains) ? attempts : withoutOutbound(attempts), seen }
}

/** The attempts that belong to the question, each with the way it was found by; `ranges` are the sender's addresses. */
export function concerning(
  all: readonly Attempt[],
  who: Pick<Question, 'about' | 'recipient'>,
  ranges: readonly Candidate[],
): Relevant[] {
  return atOnce(concerningSteps(all, who, ranges))
}

function* concerningSteps(
  all: readonly Attempt[],
  { about, recipient }: Pick<Question, 'about' | 'recipient'>,
  ranges: readonly Candidate[],
): Steps<Relevant[]> {
  const found: Relevant[] = []
  yield* inSteps(all, atATime, (attempt) => {
    const way = concerns(attempt, about, recipient, ranges)
    if (way) found.push({ ...attempt, ...way })
  })
  return found
}

/** Attempts that are looked at in one step. */
const atATime = 50

/**
 * The addresses that mail of this sender came from, since a connection that is refused later names nobody. An address
 * from which mail of others came as well belongs to a mailing service: its connections may be anybody's.
 */
function addressesSeen(
  byName: readonly Relevant[],
  all: readonly Attempt[],
  { about }: Question,
  narrow: readonly Candidate[],
): readonly Candidate[] {
  const domain = domainOf(about)
  if (domain === null) return []
  const others = all.filter(({ mailFrom }) => mailFrom && !isUnder(domainPart(mailFrom), domain))
  const shared = new Set(others.map(({ ip }) => ip))
  const seen = new Map<string, Candidate>()
  for (const { ip, by, outbound, gateway, mid } of byName) {
    if (ip === null || outbound || shared.has(ip) || (by !== 'envelope' && by !== 'header-from')) continue
    if (narrow.some(({ range }) => inRange(ip, range))) continue
    seen.delete(ip)
    seen.set(ip, { range: ip, from: 'log', path: `${gateway} MID ${mid ?? '?'} → ${ip}` })
  }
  return [...seen.values()].slice(-mostSeen)
}

/** Whether an attempt was made in the time asked about. */
export function isInside({ time }: Attempt, { window }: Question): boolean {
  return time >= window.from && time < window.to
}

/**
 * Inside the window, and before it. Where the window holds nothing, the nearest attempts around it are told instead,
 * and that they are.
 */
export function sortByWindow(
  all: readonly Attempt[],
  question: Question,
): Pick<Evidence, 'attempts' | 'history' | 'widened'> {
  const { from, to } = question.window
  const attempts = all.filter((attempt) => isInside(attempt, question))
  const history = all.filter(({ time }) => time < from)
  if (attempts.length > 0 || all.length === 0) return { attempts, history, widened: false }
  const after = all.filter(({ time }) => time >= to)
  if (after.length > 0) return { attempts: after, history, widened: true }
  const last = history.at(-1)
  const lastDay = history.filter(({ time }) => last !== undefined && time > last.time - day)
  // Mail that arrived days ago is not the one that is missed now: then nothing came, and that is when something last did.
  if (!question.windowStated && lastDay.every(({ fate }) => fate === 'delivered')) {
    return { attempts: [], history, widened: false }
  }
  return { attempts: lastDay, history: history.filter((attempt) => !lastDay.includes(attempt)), widened: true }
}
