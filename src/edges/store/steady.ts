import type { Store } from '../../gather/ports.ts'
import type { StoreLog } from './open.ts'

const SAID_EVERY_MS = 60_000

/**
 * A store that goes on where its file fails (disk full, spoilt meanwhile, disk gone): what cannot be written is kept in
 * memory for as long as the process lasts, and read from there. The log says so, at most once a minute.
 */
export function steadyStore(file: Store, memory: Store, log: StoreLog, now: () => number): Store {
  let saidAt = Number.NEGATIVE_INFINITY
  let isFailing = false

  async function either<Result>(onFile: () => Promise<Result>, otherwise: () => Promise<Result>): Promise<Result> {
    try {
      const result = await onFile()
      if (isFailing) log.info({}, 'the store can be written again')
      isFailing = false
      return result
    } catch (error) {
      isFailing = true
      if (now() - saidAt >= SAID_EVERY_MS) {
        saidAt = now()
        const reason = error instanceof Error && 'code' in error ? error.code : String(error)
        log.warn({ reason }, 'the store failed; what is asked now is forgotten at a restart')
      }
      return await otherwise()
    }
  }

  return {
    get: async (key) =>
      (await memory.get(key)) ??
      (await either(
        () => file.get(key),
        () => memory.get(key),
      )),
    async set(key, value, until) {
      await either(
        async () => {
          await file.set(key, value, until)
          await memory.remove(key)
        },
        () => memory.set(key, value, until),
      )
    },
    async remove(key) {
      await memory.remove(key)
      await either(
        () => file.remove(key),
        async () => {},
      )
    },
    async list(prefix) {
      const held = await memory.list(prefix)
      const kept = await either(
        () => file.list(prefix),
        async () => [],
      )
      const own = new Set(held.map(({ key }) => key))
      return [...held, ...kept.filter(({ key }) => !own.has(key))].sort((a, b) => (a.key < b.key ? -1 : 1))
    },
    async claim(key, until) {
      if ((await memory.get(key)) !== null) return false
      return await either(
        () => file.claim(key, until),
        () => memory.claim(key, until),
      )
    },
    async close() {
      await either(
        () => file.close(),
        async () => {},
      )
    },
  }
}
