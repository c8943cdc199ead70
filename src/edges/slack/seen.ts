import type { Store } from '../../gather/ports.ts'

/**
 * Knows what was taken in already: Slack sends a mention both as `message` and as `app_mention`, and sends again what it
 * thinks was lost (at once, after a minute, after five), maybe to the next process.
 */
export interface Seen {
  /** True the first time it is told any of the keys; they all count as seen from then on. */
  first(...keys: readonly (string | undefined)[]): Promise<boolean>
}

/** Long past Slack's last try. */
const KEPT_MS = 6 * 3_600_000

export function createSeen(store: Store, now: () => number): Seen {
  return {
    async first(...given) {
      const until = now() + KEPT_MS
      const keys = given.filter((key) => key !== undefined && key !== '')
      const claims = await Promise.all(keys.map((key) => store.claim(`seen ${key}`, until)))
      return claims.every(Boolean)
    },
  }
}
