import type { Kept, Store } from '../../gather/ports.ts'

export interface MemoryOptions {
  readonly now?: () => number
  /** How many things are kept at most. */
  readonly most?: number
}

interface Held {
  readonly value: string
  readonly until: number | null
}

/** A store that lasts as long as the process. After a restart a follow-up must name its sender again. */
export function memoryStore({ now = Date.now, most = 20_000 }: MemoryOptions = {}): Store {
  const kept = new Map<string, Held>()

  function live(key: string): Held | null {
    const held = kept.get(key)
    if (held === undefined) return null
    if (held.until === null || held.until > now()) return held
    kept.delete(key)
    return null
  }

  function keep(key: string, held: Held): void {
    kept.delete(key)
    kept.set(key, held)
    if (kept.size > most) for (const each of [...kept.keys()]) live(each)
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
  }

  return {
    async get(key) {
      return live(key)?.value ?? null
    },
    async set(key, value, until) {
      keep(key, { value, until })
    },
    async remove(key) {
      kept.delete(key)
    },
    async list(prefix) {
      const found: Kept[] = []
      for (const key of [...kept.keys()].sort()) {
        const held = key.startsWith(prefix) ? live(key) : null
        if (held !== null) found.push({ key, value: held.value })
      }
      return found
    },
    async claim(key, until) {
      if (live(key) !== null) return false
      keep(key, { value: '', until })
      return true
    },
    async close() {},
  }
}
