/**
 * Remembers what was answered already: Slack sends a mention both as `message` and as `app_mention`, and sends again
 * what it thinks was lost. Bounded: the oldest key is forgotten first.
 */
export interface Seen {
  /** True the first time it is told any of the keys; they all count as seen from then on. */
  first(...keys: readonly (string | undefined)[]): boolean
}

export function createSeen(most = 5_000): Seen {
  const keys = new Set<string>()
  return {
    first(...given) {
      const known = given.filter((key) => key !== undefined && key !== '') as string[]
      const isNew = !known.some((key) => keys.has(key))
      for (const key of known) keys.add(key)
      for (const oldest of keys) {
        if (keys.size <= most) break
        keys.delete(oldest)
      }
      return isNew
    },
  }
}
