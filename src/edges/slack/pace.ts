import { setTimeout as pause } from 'node:timers/promises'

/** Keeps within what Slack allows (SLACK.md 2, "Rate limits"), so that it seldom has to refuse. */
export interface Pace {
  /** Resolves when a new post may go to the channel: about one a second. */
  turn(channel: string): Promise<void>
  /** Whether there is room for an update that shows progress (chat.update: tier 3, about 50 a minute for the app). */
  mayUpdate(): boolean
  /** No progress updates for so long: Slack has refused one. */
  hold(seconds: number): void
}

const BETWEEN_POSTS_MS = 1_000
const MINUTE_MS = 60_000
/** What is left of the tier is for the updates that carry answers. */
const UPDATES_A_MINUTE = 40
const MOST_CHANNELS = 500

export function createPace(now: () => number): Pace {
  const next = new Map<string, number>()
  let updates: number[] = []
  let quietUntil = 0
  return {
    async turn(channel) {
      const at = Math.max(now(), next.get(channel) ?? 0)
      next.set(channel, at + BETWEEN_POSTS_MS)
      if (next.size > MOST_CHANNELS) forgetPast(next, now())
      if (at > now()) await pause(at - now())
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

function forgetPast(next: Map<string, number>, time: number): void {
  for (const [channel, at] of next) if (at <= time) next.delete(channel)
}
