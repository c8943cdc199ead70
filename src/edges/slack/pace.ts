import { setTimeout as pause } from 'node:timers/promises'

/** Keeps within what Slack allows (SLACK.md 2, "Rate limits"), so that it seldom has to refuse. */
export interface Pace {
  /** Resolves when a new post may go to the channel: one a second, after a few at once. */
  turn(channel: string): Promise<void>
  /** Whether there is room for an update that shows progress (chat.update: tier 3, about 50 a minute for the app). */
  mayUpdate(): boolean
  /** No progress updates for so long: Slack has refused one. */
  hold(seconds: number): void
}

const BETWEEN_POSTS_MS = 1_000
/** Slack takes short bursts, and a question, its first word and its answer must not wait for each other. */
const POSTS_AT_ONCE = 4
const MINUTE_MS = 60_000
/** What is left of the tier is for the updates that carry answers. */
const UPDATES_A_MINUTE = 40
const MOST_CHANNELS = 500

export function createPace(now: () => number, wait: (ms: number) => Promise<unknown> = pause): Pace {
  /** When each channel has its whole burst again. */
  const rested = new Map<string, number>()
  let updates: number[] = []
  let quietUntil = 0
  return {
    async turn(channel) {
      const time = now()
      const full = Math.max(time, rested.get(channel) ?? 0) + BETWEEN_POSTS_MS
      rested.set(channel, full)
      if (rested.size > MOST_CHANNELS) forgetRested(rested, time)
      const ms = full - time - POSTS_AT_ONCE * BETWEEN_POSTS_MS
      if (ms > 0) await wait(ms)
    },
    mayUpdate() {
      const time = now()
      updates = updates.filter((one) => one > time - MINUTE_MS)
      if (time < quietUntil || updates.length >= UPDATES_A_MINUTE) return false
      updates.push(time)
      return true
    },
    hold(seconds) {
      quietUntil = now() + seconds * 1_000
    },
  }
}

function forgetRested(rested: Map<string, number>, time: number): void {
  for (const [channel, full] of rested) if (full <= time) rested.delete(channel)
}
