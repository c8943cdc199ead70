import { setTimeout as pause } from 'node:timers/promises'

/** What is being answered right now, so that a stop can wait for it and a follow-up for its thread. */
export interface Running {
  /** Starts work that belongs to a thread. The signal is raised where a stop will wait no longer. */
  start(thread: string, work: (signal: AbortSignal) => Promise<void>): void
  /** Resolves when nothing that was started before runs in the thread any more. */
  idle(thread: string): Promise<void>
  /**
   * Waits for everything until the deadline, then raises the signal and waits for the last words. What Slack handed over
   * in the last moment is still begun: it was acknowledged, and would not come again.
   */
  drain(deadlineMs: number): Promise<void>
}

const LAST_WORDS_MS = 3_000

export function createRunning(failed: (error: unknown) => void): Running {
  const byThread = new Map<string, Map<Promise<void>, AbortController>>()
  /** True once a stop waits no longer: what begins now is told at once. */
  let isLate = false

  /** Until nothing runs, also of what begins meanwhile. */
  async function everything(): Promise<void> {
    while (byThread.size > 0) await Promise.all([...byThread.values()].flatMap((works) => [...works.keys()]))
  }

  return {
    start(thread, work) {
      const works = byThread.get(thread) ?? new Map<Promise<void>, AbortController>()
      byThread.set(thread, works)
      // One for each: a signal that all share would gather a listener for every question ever asked.
      const stop = new AbortController()
      if (isLate) stop.abort()
      const done = work(stop.signal)
        .catch(failed)
        .finally(() => {
          works.delete(done)
          if (works.size === 0 && byThread.get(thread) === works) byThread.delete(thread)
        })
      works.set(done, stop)
    },
    async idle(thread) {
      await Promise.all([...(byThread.get(thread)?.keys() ?? [])])
    },
    async drain(deadlineMs) {
      await Promise.race([everything(), pause(deadlineMs, undefined, { ref: false })])
      isLate = true
      for (const works of byThread.values()) for (const stop of works.values()) stop.abort()
      await Promise.race([everything(), pause(LAST_WORDS_MS, undefined, { ref: false })])
    },
  }
}
