import type { Store } from '../../gather/ports.ts'

/**
 * A store that lasts as long as the process. Bounded: the threads longest unused are forgotten first. After a restart a
 * follow-up must name its sender again.
 */
export function memoryStore(most = 5_000): Store {
  const kept = new Map<string, string>()
  return {
    async get(key) {
      const value = kept.get(key)
      if (value === undefined) return null
      kept.delete(key)
      kept.set(key, value)
      return value
    },
    async set(key, value) {
      kept.delete(key)
      kept.set(key, value)
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break
        kept.delete(oldest)
      }
    },
  }
}
