import type { Evidence } from '../diagnosis/evidence.ts'
import type { Question } from '../question/question.ts'

/** Somebody waits in a thread for the next attempt of a sender. Serialisable: it outlasts the process. */
export interface Watch {
  readonly thread: string
  readonly asker: string
  /** Whether addresses and subjects are hidden in the thread's channel. */
  readonly hides: boolean
  /** The gateways that may be searched for the asker; null for all. */
  readonly permitted: readonly string[] | null
  /** Its window is not looked at; who, to whom, which gateways, and how the asker reads. */
  readonly question: Question
  /** Attempts before this are not news. */
  readonly since: number
  readonly until: number
  readonly nextAt: number
  /** Looks in a row in which a gateway could not be read. */
  readonly failures: number
  /** When everything was last read, up to there nothing came; null where it never was. */
  readonly seenTo: number | null
}

/** Who waits, and where. */
export type Asker = Pick<Watch, 'thread' | 'asker' | 'hides' | 'permitted'>

/** How often and for how long, in milliseconds. */
export interface WatchPace {
  readonly every: number
  readonly longest: number
  /** Between looks while a gateway cannot be read, at most. */
  readonly slowest: number
}

const minute = 60_000

export const usualPace: WatchPace = { every: 10 * minute, longest: 24 * 60 * minute, slowest: 60 * minute }

/** A line may be written some seconds after the time it bears, and clocks differ. */
const overlap = 2 * minute
/** An attempt that the log has not ended yet is waited for this long. */
const patience = 30 * minute

export function newWatch(question: Question, by: Asker, now: number, pace: WatchPace = usualPace): Watch {
  const until = now + pace.longest
  return { ...by, question, since: now, until, nextAt: now + pace.every, failures: 0, seenTo: null }
}

/** What to ask the gateways at this look. */
export function lookOf({ question, since }: Watch, now: number): Question {
  return { ...question, window: { from: since - overlap, to: now }, windowStated: true, now }
}

/** What a look comes to: something to report, and the watch as it goes on; null where it is over. */
export type Looked =
  | { readonly report: 'seen'; readonly evidence: Evidence; readonly next: null }
  | { readonly report: 'over' | 'over-blind'; readonly next: null }
  | { readonly report: null; readonly next: Watch }

/**
 * Reads what a look found. The first attempt after the beginning that has come to an end is the news; one still under way
 * is waited for. Where a gateway was not read, the next look comes later each time, and the end says that it is no proof.
 */
export function looked(watch: Watch, evidence: Evidence, now: number, pace: WatchPace = usualPace): Looked {
  const fresh = evidence.widened ? [] : evidence.attempts.filter(({ time }) => time >= watch.since)
  const told = fresh.filter(({ fate, time }) => fate !== 'open' || now - time > patience)
  if (told.length > 0) return { report: 'seen', evidence: { ...evidence, attempts: told }, next: null }
  const isWhole = evidence.coverage.every(({ complete }) => complete)
  const seenTo = isWhole && evidence.coverage.length > 0 ? now : watch.seenTo
  const isUnderWay = fresh.length > 0
  if (now >= watch.until && !isUnderWay) {
    return { report: seenTo === now ? 'over' : 'over-blind', next: null }
  }
  const failures = isWhole ? 0 : watch.failures + 1
  const wait = Math.min(pace.slowest, pace.every * 2 ** Math.min(failures, 10))
  const latest = isUnderWay ? now + pace.every : Math.max(watch.until, now + minute)
  return { report: null, next: { ...watch, failures, seenTo, nextAt: Math.min(now + wait, latest) } }
}
