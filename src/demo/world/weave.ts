import type { Line } from './line.ts'
import type { Random } from './random.ts'
import { type Pen, write } from './writer.ts'

/** A line as it stands in the log, with the second (from now) it was written for. */
export interface Written {
  readonly at: number
  readonly text: string
}

/** How often two neighbours of one second have changed places, as they do on real gateways (log grammar, trap 1). */
const DISORDER = 0.02

/**
 * Lines of many conversations, in any order, become one stretch of log: sorted by time, ids handed out in that order,
 * and now and then two lines of the same second the wrong way round.
 */
export function weave(pen: Pen, lines: readonly Line[], random: Random): Written[] {
  const woven: Written[] = []
  for (const line of lines.toSorted((one, other) => one.at - other.at)) {
    woven.push({ at: Math.floor(line.at), text: write(pen, line) })
  }
  for (let i = 1; i < woven.length; i++) {
    const [one, other] = [woven[i - 1], woven[i]]
    if (!one || !other || one.at !== other.at || !random.chance(DISORDER)) continue
    woven[i - 1] = other
    woven[i] = one
    // A line moves by one place only.
    i++
  }
  return woven
}
