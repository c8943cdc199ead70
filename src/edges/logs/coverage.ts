import type { Window } from '../../correlator/ids.ts'
import type { Coverage } from '../../diagnosis/evidence.ts'
import { type HeaderLine, toUtc } from './header.ts'

/** A stretch of time that a log holds, in UTC. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A gateway that writes nothing for longer is not merely quiet: its status lines come every minute. */
const quietest = 3_600_000

/**
 * The stretches that a log with these file headers holds. A file reaches from its `Begin Logfile` to its `End Logfile`,
 * or to the next file, or to `now`.
 */
export function spansOf(headers: readonly HeaderLine[], timeZone: string | undefined, now: number): Span[] {
  const spans: Span[] = []
  let from: number | null = null
  for (const header of headers) {
    const at = toUtc(headers, header.at, timeZone)
    if (header.kind === 'begin') from ??= at
    if (header.kind !== 'end') continue
    if (from !== null) spans.push({ from, to: at })
    from = null
  }
  if (from !== null) spans.push({ from, to: Math.max(from, now) })
  return spans
}

/**
 * How much of a window some stretches cover. Holes of over an hour inside the window are told. Complete only where
 * everything was read (`whole`), the first stretch begins before the window does, the last ends within an hour of the
 * window's end (or of now), and there is no hole.
 */
export function coverageOf(
  gateway: string,
  spans: readonly Span[],
  window: Window,
  now: number,
  whole: boolean,
): Coverage {
  const sorted = [...spans].sort((a, b) => a.from - b.from)
  const first = sorted[0]
  if (!first) return { gateway, from: null, to: null, complete: false, lines: 0, unrecognised: 0, gaps: [] }
  const gaps: Window[] = []
  let to = first.to
  for (const span of sorted) {
    if (span.from - to > quietest && to < window.to && span.from > window.from) gaps.push({ from: to, to: span.from })
    to = Math.max(to, span.to)
  }
  const complete = whole && gaps.length === 0 && first.from <= window.from && to + quietest >= Math.min(window.to, now)
  return { gateway, from: first.from, to, complete, lines: 0, unrecognised: 0, gaps }
}
