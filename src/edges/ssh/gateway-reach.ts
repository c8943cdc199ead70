import type { Window } from '../../correlator/ids.ts'
import type { Gap } from '../../diagnosis/evidence.ts'
import type { Budget, LogSource } from '../../gather/ports.ts'
import { coverageOf, longestSilence, spansOf, withoutHoles } from '../logs/coverage.ts'
import { assumedZone, type HeaderLine, offsetAt, readBeat, readHeader, toUtc } from '../logs/header.ts'
import { isBeside } from '../logs/reach.ts'
import { inOrder, readStamp } from '../logs/stamp.ts'
import type { Allowance, Answered } from './ask.ts'
import { sharing } from './sharing.ts'
import { beatPattern, headerPattern, hoursPattern } from './time-pattern.ts'
import { eachOnce } from './trouble.ts'

/** The file headers of a gateway's log. */
export interface Headers {
  readonly lines: readonly string[]
  readonly read: readonly HeaderLine[]
  readonly gaps: readonly Gap[]
}

type Covered = Awaited<ReturnType<LogSource['coverage']>>
type Grep = (pattern: string, allowance: Allowance, keep: (line: string) => boolean) => Promise<Answered>

const headersKeptMs = 60_000
const beatlessMs = 3_600_000

/**
 * From when to when a gateway's log reaches, as its own `grep` tells: one command for the headers, which every search
 * needs too, and one for the status lines of a window. Where the log has none that takes a second, and a third looks
 * whether it is still written to.
 */
export function openReach(gateway: string, configured: string | undefined, grep: Grep, now: () => number) {
  let kept: { readonly at: number; readonly headers: Headers } | null = null
  let fetching: Promise<Headers> | null = null
  const shared = sharing<Covered>()
  let beatless: number | null = null

  const fetchHeaders = async (deadline: number): Promise<Headers> => {
    const allowance = { lines: 10_000, bytes: 4_000_000, deadline }
    const answer = await grep(headerPattern, allowance, (line) => readHeader(line) !== null)
    const lines = inOrder(answer.lines.map((text) => ({ text }))).map(({ text }) => text)
    const read = lines.map(readHeader).filter((header) => header !== null)
    const headers = { lines, read, gaps: answer.gaps }
    if (headers.gaps.length === 0) kept = { at: now(), headers }
    return headers
  }

  const headersBy = (deadline: number): Promise<Headers> => {
    if (kept && now() - kept.at < headersKeptMs) return Promise.resolve(kept.headers)
    fetching ??= fetchHeaders(deadline).finally(() => {
      fetching = null
    })
    return fetching
  }

  /** The status lines of a window. A log that was found to have none is not searched for them again for a while. */
  const beatsIn = async (window: Window, offset: number, deadline: number) => {
    const days = { from: window.from + offset * 1000, to: Math.min(window.to, now()) + offset * 1000 }
    const at: number[] = []
    const gaps: Gap[] = []
    for (const minutes of ['fifth', 'every'] as const) {
      if (at.length > 0 || gaps.length > 0 || (beatless !== null && now() - beatless < beatlessMs)) break
      const allowance = { lines: 20_000, bytes: 8_000_000, deadline }
      const answer = await grep(beatPattern(days, minutes), allowance, (line) => readBeat(line) !== null)
      gaps.push(...answer.gaps)
      at.push(...answer.lines.map((line) => readBeat(line) ?? 0).sort((a, b) => a - b))
    }
    if (at.length === 0 && gaps.length === 0) beatless ??= now()
    else if (at.length > 0) beatless = null
    return { at, gaps }
  }

  /** Whether the log holds a line of this hour or the one before; not one of a log that tells of single mails only. */
  const isWritten = async (offset: number, deadline: number): Promise<boolean> => {
    const allowance = { lines: 1, bytes: 100_000, deadline }
    const answer = await grep(hoursPattern(now() + offset * 1000), allowance, (line) => readStamp(line) !== null)
    return answer.lines.length > 0 && !isBeside(answer.lines)
  }

  const cover = async (window: Window, deadline: number, askers: string | undefined) => {
    const { read, gaps } = await headersBy(deadline)
    const timeZone = configured ?? askers
    const offset = offsetAt(read, window.to, timeZone) ?? 0
    const last = read.findLast(({ kind }) => kind === 'begin' || kind === 'end')
    if (!last) return { coverage: coverageOf(gateway, { spans: [], whole: false }, window, now()), gaps }
    const beats = await beatsIn(window, offset, deadline)
    const at = beats.at.map((time) => toUtc(read, time, timeZone))
    const silence = longestSilence(at)
    // Without status lines, that the log is still written to is known only from a line of late.
    const begun = toUtc(read, last.at, timeZone)
    const sure = silence !== null || last.kind === 'end' || window.to <= begun || (await isWritten(offset, deadline))
    const spans = spansOf(read, timeZone, sure ? now() : begun)
    const all = eachOnce([...gaps, ...beats.gaps])
    const held = { spans: withoutHoles(spans, { at, over: window }), whole: all.length === 0, silence }
    const assumed = assumedZone(read, configured, askers)
    return { coverage: { ...coverageOf(gateway, held, window, now()), ...assumed }, gaps: all }
  }

  const coverage = (window: Window, budget: Budget, askers?: string): Promise<Covered> =>
    shared(JSON.stringify([window, askers]), () => cover(window, budget.deadline, askers))

  return { headersBy, coverage }
}
