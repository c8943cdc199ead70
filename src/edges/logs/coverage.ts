import type { Window } from '../../correlator/ids.ts'
import type { Coverage } from '../../diagnosis/evidence.ts'
import { type HeaderLine, toUtc } from './header.ts'

/** A stretch of time that a log holds, in UTC. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Where a log has no status lines, a silence of up to an hour between two files, or at the end, may be mere quiet. */
const quietest = 3_600_000
/** Fewer status lines tell no rhythm. */
const fewestBeats = 5

/**
 * The stretches that a log with these file headers holds. A file reaches from its `Begin Logfile` to its `End Logfile`,
 * or to the next file; the one that is still written to reaches to `liveTo`.
 */
export function spansOf(headers: readonly HeaderLine[], timeZone: string | undefined, liveTo: number): Span[] {
  const spans: Span[] = []
  let from: number | null = null
  for (const header of headers) {
    const at = toUtc(headers, header.at, timeZone)
    if (header.kind === 'begin') from ??= at
    if (header.kind !== 'end') continue
    if (from !== null) spans.push({ from, to: at })
    from = null
  }
  if (from !== null) spans.push({ from, to: Math.max(from, liveTo) })
  return spans
}

/** Status lines of a log: their times in UTC, in order, and the stretch in which they were looked for. */
export interface Beats {
  readonly at: readonly number[]
  readonly over: Window
}

/**
 * How long a log with these status lines may be silent before something is missing: three times the usual time between
 * two, and a minute. Null where there are too few to tell.
 */
export function longestSilence(at: readonly number[]): number | null {
  if (at.length < fewestBeats) return null
  const steps = at.slice(1).map((time, place) => time - (at[place] ?? time))
  steps.sort((a, b) => a - b)
  return 3 * (steps[Math.floor(steps.length / 2)] ?? 0) + 60_000
}

/**
 * The same stretches, parted where status lines are missing for too long. A stretch without a single one is left whole:
 * what wrote it (another release, another log level) writes none.
 */
export function withoutHoles(spans: readonly Span[], { at, over }: Beats): Span[] {
  const silence = longestSilence(at)
  if (silence === null) return [...spans]
  return spans.flatMap((span) => {
    const from = Math.max(span.from, over.from)
    const to = Math.min(span.to, over.to)
    const inside = at.filter((time) => time >= from && time <= to)
    if (inside.length === 0) return [span]
    const parts: Span[] = []
    let start = span.from
    let last = from
    for (const time of [...inside, to]) {
      if (time - last > silence) {
        if (last > start) parts.push({ from: start, to: last })
        // Silence up to the end of what was looked at: nothing is claimed of what comes after.
        if (time === to) return parts
        start = time
      }
      last = time
    }
    const end = span.to > to ? span.to : last
    if (end > start) parts.push({ from: start, to: end })
    return parts
  })
}

/** What is known of a log before it is told how much of a window it covers. */
export interface Held {
  readonly spans: readonly Span[]
  /** Whether all of it could be looked at. */
  readonly whole: boolean
  /** From longestSilence. */
  readonly silence?: number | null
}

/** What a file tells of the times it holds. */
export interface FileTimes {
  /** From its first line to its last, in UTC; null where no line has a time. */
  readonly span: Span | null
  readonly headers: readonly HeaderLine[]
  /** The times of its status lines inside the window, by the log's own clock, read as UTC. */
  readonly beats: readonly number[]
  /** Whether it is no mail log, but one of those that stand beside it. */
  readonly beside?: boolean
}

/** The times of a file in UTC. `all` are the headers of the whole log, for a file that has none of its own. */
export function timesInUtc(
  { first, last, headers, beside }: Pick<FileTimes, 'headers' | 'beside'> & Record<'first' | 'last', number | null>,
  beats: readonly number[],
  all: readonly HeaderLine[],
  timeZone: string | undefined,
): FileTimes {
  const own = headers.some(({ kind }) => kind === 'offset') ? headers : [...headers, ...all]
  const utc = (at: number) => toUtc(own, at, timeZone)
  const span = first === null || last === null ? null : { from: utc(first), to: utc(last) }
  return { span, headers: own, beats, ...(beside !== undefined && { beside }) }
}

/**
 * What some files of one log hold, as far as a window is concerned. By the mail log alone; where there is none, by what
 * stands beside it, which proves nothing.
 */
export function heldBy(
  files: readonly FileTimes[],
  timeZone: string | undefined,
  window: Window,
  whole: boolean,
): Held {
  const mail = files.filter(({ beside }) => !beside)
  if (mail.length === 0) return { spans: files.flatMap(({ span }) => (span ? [span] : [])), whole: false }
  const beats = mail.flatMap(({ beats, headers }) => beats.map((at) => toUtc(headers, at, timeZone)))
  const spans = mail.flatMap(({ span }) => (span ? [span] : []))
  beats.sort((a, b) => a - b)
  return { spans: withoutHoles(spans, { at: beats, over: window }), whole, silence: longestSilence(beats) }
}

/**
 * How much of a window a log covers. Silences inside the window that are too long (over an hour, where there are no
 * status lines) are told. Complete only where everything was looked at, the first stretch begins before the window does,
 * the last ends at the window's end (or now) but for such a silence, and there is no hole.
 */
export function coverageOf(gateway: string, { spans, whole, silence }: Held, window: Window, now: number): Coverage {
  const quiet = silence ?? quietest
  const sorted = [...spans].sort((a, b) => a.from - b.from)
  const first = sorted[0]
  if (!first) return { gateway, from: null, to: null, complete: false, lines: 0, unrecognised: 0, gaps: [] }
  const gaps: Window[] = []
  let to = first.to
  for (const span of sorted) {
    if (span.from - to > quiet && to < window.to && span.from > window.from) gaps.push({ from: to, to: span.from })
    to = Math.max(to, span.to)
  }
  const complete = whole && gaps.length === 0 && first.from <= window.from && to + quiet >= Math.min(window.to, now)
  return { gateway, from: first.from, to, complete, lines: 0, unrecognised: 0, gaps }
}
