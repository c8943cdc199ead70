/** What is known of silence, over all lookups of one resolver. All times are of one clock, in milliseconds. */
export interface Patience {
  /** How long a lookup of this name may take. */
  for(name: string, now: number): number
  /** A server said something, whatever it was. */
  heard(now: number): void
  /** A lookup of the name ended with an answer. */
  answered(name: string): void
  /** A lookup of the name ran out of time. */
  spent(name: string, start: number, end: number): void
}

/** What kept silent is asked with little patience for so long. */
const rememberMs = 60_000
/** Enough for a server that lives, and short enough to be asked again. */
const shortMs = 1000
const mostNames = 1000

/**
 * Full patience for what is asked first. Where no server said a word while a lookup waited, all lookups have little, until
 * one speaks; where one name ran out of time, names of the same zone have little, until one of them is answered. A
 * short wait can only turn an answer into "could not be found out", never into a wrong one.
 */
export function keepPatience(deadlineMs: number): Patience {
  const little = Math.min(shortMs, deadlineMs)
  const silent = new Map<string, number>()
  let heardAt = Number.NEGATIVE_INFINITY
  let deadSince: number | null = null
  return {
    for(name, now) {
      const since = deadSince ?? silent.get(zoneOf(name))
      return since !== undefined && now - since < rememberMs ? little : deadlineMs
    },
    heard(now) {
      heardAt = now
      deadSince = null
    },
    answered(name) {
      silent.delete(zoneOf(name))
    },
    spent(name, start, end) {
      if (heardAt < start) deadSince ??= end
      if (silent.size >= mostNames) silent.clear()
      silent.set(zoneOf(name), end)
    },
  }
}

/** The last labels of a name, which stand for its zone: two of them, or all but the first of a reverse name. */
function zoneOf(name: string): string {
  const labels = name.toLowerCase().split('.')
  return labels.at(-1) === 'arpa' ? labels.slice(1).join('.') : labels.slice(-2).join('.')
}
