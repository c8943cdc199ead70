/** Packed bytes kept within a bound; those that were not asked for longest go first. */
export interface Kept {
  get(key: string): Buffer | null
  set(key: string, packed: Buffer): void
}

/** What a key and its place in the table take beside the bytes. */
const overhead = 200

/** Keeps as much as fits into so many bytes. What would take more than half of them alone is not kept. */
export function keepWithin(bytes: number): Kept {
  const all = new Map<string, Buffer>()
  let used = 0
  const size = (key: string, packed: Buffer) => packed.length + 2 * key.length + overhead
  const forget = (key: string) => {
    const packed = all.get(key)
    if (!packed) return
    used -= size(key, packed)
    all.delete(key)
  }
  return {
    get(key) {
      const packed = all.get(key)
      if (!packed) return null
      all.delete(key)
      all.set(key, packed)
      return packed
    },
    set(key, packed) {
      forget(key)
      if (size(key, packed) > bytes / 2) return
      all.set(key, packed)
      used += size(key, packed)
      for (const oldest of all.keys()) {
        if (used <= bytes) break
        forget(oldest)
      }
    },
  }
}
