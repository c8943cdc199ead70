import { registeredDomain } from '../checks/domain/domain.ts'
import { isOneSlipApart } from '../checks/domain/spelling.ts'
import type { Window } from '../correlator/ids.ts'
import type { LogSource, Needle } from './ports.ts'

/** What such a look may cost on one gateway: it is a guess, and must not hold up the answer. */
const most = { lines: 2_000, bytes: 2_000_000, ms: 10_000 }
/** A shorter half is part of too many names. */
const shortestHalf = 3

/**
 * Domains in the logs that are one slip away from one that is in none of them (S2). A slip leaves the first or the
 * second half of the name as it is, so both halves are looked for and the names around them compared. A swap right in
 * the middle touches both halves and is missed; so is what lies behind the limits.
 */
export async function namesLike(
  domain: string,
  window: Window,
  sources: readonly LogSource[],
  now: number,
): Promise<readonly string[]> {
  const own = registeredDomain(domain) ?? domain
  const middle = Math.ceil(own.indexOf('.') / 2)
  const halves = [own.slice(0, middle), own.slice(middle)].filter((half) => half.length >= shortestHalf)
  if (halves.length === 0) return []
  const needles = halves.map((text): Needle => ({ kind: 'text', text }))
  const budget = { lines: most.lines, bytes: most.bytes, deadline: now + most.ms }
  const found = await Promise.all(sources.map((source) => source.search({ needles, window }, budget)))
  const names = new Set<string>()
  for (const { text } of found.flatMap(({ lines }) => lines)) {
    for (const [name] of text.toLowerCase().matchAll(/[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+/g)) {
      const registered = registeredDomain(name)
      if (registered !== null && isOneSlipApart(own, registered)) names.add(registered)
    }
  }
  return [...names].slice(0, 3)
}
