import { diagnose } from '../diagnosis/diagnose.ts'
import type { Evidence } from '../diagnosis/evidence.ts'
import type { Ports } from '../gather/ports.ts'
import type { Settings } from '../gather/settings.ts'
import type { Question } from '../question/question.ts'
import { aboutInWords, askAgain } from '../reply/ask-again.ts'
import { redact } from '../reply/redact.ts'
import type { Reply } from '../reply/reply.ts'
import { type Speech, speak } from '../reply/speech.ts'
import { zonedTime } from '../reply/when.ts'
import { answerTo, type Investigated, investigate } from './investigate.ts'
import { permittedSources } from './permitted-source.ts'
import { type Asker, looked, lookOf, newWatch, usualPace, type Watch, type WatchPace } from './watch.ts'

export interface WatchingParts {
  readonly ports: Ports
  readonly settings: Settings
  /** Puts a reply into the thread, for the asker. Rejects where it could not; then it is tried again at the next look. */
  readonly report: (to: Asker, reply: Reply) => Promise<void>
  /** Told of a bug in a look. The watch goes on. */
  readonly failed: (error: unknown) => void
  readonly pace?: WatchPace
}

/** The watches of all threads. */
export interface Watching {
  /** One watch a thread: a new one takes the place of the old. Null where there are too many; then nothing is kept. */
  begin(question: Question, by: Asker): Promise<Watch | null>
  /** Ends the watch of a thread. Gives what was watched, or null. */
  end(thread: string): Promise<Watch | null>
  /** Takes up what an earlier process watched, and begins to look. */
  start(): Promise<void>
  /** Looks no more in this process; what is watched stays kept. Waits for the look that is under way. */
  stop(): Promise<void>
  readonly pace: WatchPace
}

export const mostWatches = 100
const prefix = 'watch '
const day = 24 * 60 * 60_000
/** Longest wait of a Node timer is 24.8 days; a look is due long before. */
const longestTimer = 60 * 60_000

/** Looks for what is watched, one after the other, so that a hundred watches weigh on a gateway like one asker. */
export function createWatching({ ports, settings, report, failed, pace = usualPace }: WatchingParts): Watching {
  const { store, clock } = ports
  const watches = new Map<string, Watch>()
  let timer: NodeJS.Timeout | null = null
  let looking: Promise<void> | null = null
  let state: 'new' | 'running' | 'stopped' = 'new'

  function schedule(): void {
    if (state !== 'running' || looking !== null) return
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (watches.size === 0) return
    const next = Math.min(...[...watches.values()].map(({ nextAt }) => nextAt))
    const wait = Math.min(Math.max(0, next - clock.now()), longestTimer)
    timer = setTimeout(() => {
      looking = lookAtDue().finally(() => {
        looking = null
        schedule()
      })
    }, wait)
    timer.unref()
  }

  async function lookAtDue(): Promise<void> {
    for (const watch of [...watches.values()]) {
      if (state !== 'running') return
      if (watch.nextAt > clock.now() || watches.get(watch.thread) !== watch) continue
      await look(watch)
    }
  }

  /** One look. Whatever goes wrong in it, the watch goes on, later. */
  async function look(watch: Watch): Promise<void> {
    const now = clock.now()
    try {
      const question = lookOf(watch, now)
      const sources = permittedSources(ports.sources, watch.permitted, new Set())
      const found = await investigate(question, { ports: { ...ports, sources }, settings, progress: () => {} })
      const result = looked(watch, found.evidence, now, pace)
      if (watches.get(watch.thread) !== watch) return
      if (result.next !== null) return await keep(result.next)
      const reply = result.report === 'seen' ? seen(found, result.evidence) : over(watch, result.report, now)
      await report(watch, watch.hides ? redact(reply) : reply)
      await forget(watch)
    } catch (error) {
      failed(error)
      if (watches.get(watch.thread) !== watch) return
      if (now > watch.until + day) await forget(watch)
      else await keep({ ...watch, nextAt: now + pace.slowest })
    }
  }

  async function keep(watch: Watch): Promise<void> {
    watches.set(watch.thread, watch)
    await store.set(prefix + watch.thread, JSON.stringify(watch), watch.until + 2 * day)
  }

  async function forget(watch: Watch): Promise<void> {
    if (watches.get(watch.thread) !== watch) return
    watches.delete(watch.thread)
    await store.remove(prefix + watch.thread)
  }

  return {
    pace,
    async begin(question, by) {
      if (!watches.has(by.thread) && watches.size >= mostWatches) return null
      const watch = newWatch(question, by, clock.now(), pace)
      await keep(watch)
      schedule()
      return watch
    },
    async end(thread) {
      const watch = watches.get(thread)
      if (watch === undefined) return null
      await forget(watch)
      return watch
    },
    async start() {
      for (const { key, value } of await store.list(prefix)) {
        const watch = readWatch(value)
        if (watch === null) await store.remove(key)
        else watches.set(watch.thread, watch)
      }
      state = 'running'
      schedule()
    },
    async stop() {
      state = 'stopped'
      if (timer !== null) clearTimeout(timer)
      await looking
    },
  }
}

/** What another version kept may have another shape: it is let go. */
function readWatch(text: string): Watch | null {
  try {
    const watch = JSON.parse(text) as Partial<Watch>
    const isWatch = typeof watch.thread === 'string' && typeof watch.until === 'number' && watch.question !== undefined
    return isWatch ? (watch as Watch) : null
  } catch {
    return null
  }
}

/** The answer about what is new alone. */
function seen(found: Investigated, evidence: Evidence): Reply {
  const answer = answerTo({ ...found, evidence, diagnosis: diagnose(evidence) })
  return { ...answer, headline: found.speech.say('watchSeen', { headline: answer.headline }) }
}

function over({ question, until }: Watch, report: 'over' | 'over-blind', now: number): Reply {
  const speech = speak(question.language, question.timeZone, now)
  const slots = watchSlots(question, until, speech)
  const headline = speech.say(report === 'over' ? 'watchOver' : 'watchOverBlind', slots)
  const again = { id: 'watch' as const, label: speech.ui('actionWatch'), ask: askAgain(question, speech).watch }
  return { tone: 'white', headline, sections: [], actions: [again], json: { version: 1, watch: report }, status: 0 }
}

/** Who, to whom and until when, in words. */
export function watchSlots(question: Question, until: number, speech: Speech) {
  return {
    about: aboutInWords(question.about),
    recipient: question.recipient ?? speech.ui('anyone'),
    untilAt: zonedTime(until, speech.clockwork),
  }
}
