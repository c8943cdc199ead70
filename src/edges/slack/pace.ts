import { setTimeout as pause } from 'node:timers/promises'

/**
 * Keeps within what Slack allows (SLACK.md 2, "Rate limits"), so that it seldom has to refuse. Where an incident brings
 * more than that, it is progress and decoration that are left out, never answers.
 */
export interface Pace {
  /** Resolves when a new post may go to the channel: one a second, after a few at once. */
  turn(channel: string): Promise<void>
  /**
   * Whether a post may be begun that shows progress: it will need an update to become the answer. Null where it may not;
   * then the answer comes as a new post. Else what is to be called once the post is final.
   */
  begin(): (() => void) | null
  /** Whether there is room for an update that shows progress (chat.update: tier 3, about 50 a minute for the app). */
  mayUpdate(): boolean
  /** Resolves when there is room for an update that carries an answer. */
  updateTurn(): Promise<void>
  /** Whether there is room for eyes on a question, which are taken away again (reactions.remove: tier 2). */
  mayLook(): boolean
  /** Whether there is room for a check mark (reactions.add: tier 3). */
  mayMark(): boolean
  /** Resolves when a file may be uploaded (files.*: tier 4, about 100 a minute). */
  uploadTurn(): Promise<void>
  /** No progress updates for so long: Slack has refused one. */
  hold(seconds: number): void
}

const BETWEEN_POSTS_MS = 1_000
/** Slack takes short bursts, and a question, its first word and its answer must not wait for each other. */
const POSTS_AT_ONCE = 4
const MINUTE_MS = 60_000
const UPDATES_A_MINUTE = 50
/** What is left of the tier is for the updates that carry answers. */
const PROGRESS_A_MINUTE = 40
const REACTIONS_A_MINUTE = 45
const REMOVALS_A_MINUTE = 18
const UPLOADS_A_MINUTE = 90
const MOST_CHANNELS = 500

export function createPace(now: () => number, wait: (ms: number) => Promise<unknown> = pause): Pace {
  /** When each channel has its whole burst again. */
  const rested = new Map<string, number>()
  const updates = spender(now)
  const reactions = spender(now)
  const removals = spender(now)
  const uploads = spender(now)
  /** Posts that are not final yet: an update is owed to each. */
  let owed = 0
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
    begin() {
      if (updates.spent() + owed >= UPDATES_A_MINUTE) return null
      owed += 1
      let isFinal = false
      return () => {
        if (!isFinal) owed -= 1
        isFinal = true
      }
    },
    mayUpdate() {
      if (now() < quietUntil || updates.spent() + owed >= PROGRESS_A_MINUTE) return false
      updates.spend(UPDATES_A_MINUTE)
      return true
    },
    async updateTurn() {
      const ms = updates.spend(UPDATES_A_MINUTE)
      if (ms > 0) await wait(ms)
    },
    mayLook() {
      if (reactions.spent() >= REACTIONS_A_MINUTE || removals.spent() >= REMOVALS_A_MINUTE) return false
      reactions.spend(REACTIONS_A_MINUTE)
      removals.spend(REMOVALS_A_MINUTE)
      return true
    },
    mayMark() {
      if (reactions.spent() >= REACTIONS_A_MINUTE) return false
      reactions.spend(REACTIONS_A_MINUTE)
      return true
    },
    async uploadTurn() {
      const ms = uploads.spend(UPLOADS_A_MINUTE)
      if (ms > 0) await wait(ms)
    },
    hold(seconds) {
      quietUntil = now() + seconds * 1_000
    },
  }
}

/** Calls of one kind within the last minute, those that still wait for their time among them. */
function spender(now: () => number) {
  let times: number[] = []
  const recent = () => {
    const since = now() - MINUTE_MS
    times = times.filter((time) => time > since)
    return times
  }
  return {
    spent: () => recent().length,
    /** Takes the next place within so many a minute. Out: milliseconds until it comes. */
    spend(most: number): number {
      const taken = recent()
      const time = now()
      const before = taken[taken.length - most]
      const at = before === undefined ? time : Math.max(time, before + MINUTE_MS)
      times.push(at)
      return at - time
    },
  }
}

function forgetRested(rested: Map<string, number>, time: number): void {
  for (const [channel, full] of rested) if (full <= time) rested.delete(channel)
}
