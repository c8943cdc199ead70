/** Randomness that is the same every time for one seed, so that the same world can be told twice. */
export interface Random {
  /** A number from 0 to below 1. */
  next(): number
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number
  /** A number from `low` to below `high`. */
  between(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** Capital letters and digits, as queue ids are made of. */
  token(length: number): string
}

const TOKEN_LETTERS = '0123456789ABCDEFGHJKLMNPQRSTVWXYZ'

/**
 * A generator of the kind called mulberry32: 32 bits of state, good enough to look unplanned and quick enough for a log
 * of millions of lines. Not for secrets.
 */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    pick<T>(list: readonly T[]): T {
      const picked = list[below(list.length)]
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    },
    token(length) {
      let text = ''
      for (let i = 0; i < length; i++) text += TOKEN_LETTERS[below(TOKEN_LETTERS.length)]
      return text
    },
  }
}
