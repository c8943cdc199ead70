import type { Window } from '../../correlator/ids.ts'
import type { Budget, Health, LogSource, RawLine, Search, SearchResult } from '../../gather/ports.ts'
import { coverageOf, heldBy, timesInUtc } from '../logs/coverage.ts'
import { assumedZone, type HeaderLine, offsetAt, readHeader } from '../logs/header.ts'
import { isLive, stateOf } from '../logs/rolled.ts'
import type { Surroundings } from '../sources/source.ts'
import type { Asking } from './ask.ts'
import type { States, Times } from './host.ts'
import { openFolder } from './host-folder.ts'
import { isState, openHostSearch } from './host-search.ts'
import { keepWithin } from './kept.ts'
import type { Login } from './login.ts'
import { openSession } from './session.ts'
import { sharing } from './sharing.ts'

export interface HostLogConfig extends Login {
  readonly folder: string
  /** Which files of the folder; `*` stands for anything. */
  readonly files: string
  readonly timeZone?: string | undefined
  readonly seconds: number
}

/** What is kept of rolled files, packed: of a host that runs commands their hits, of another their bytes. */
const keptBytes = 128 * 1024 * 1024
const mostKnown = 1_000
/** Within one question, what a file that is written to told a moment ago is as good as what it would tell now. */
const freshMs = 30_000
/** A host reads its files once, for however many ids; beyond this, what is found would be beyond any budget. */
const idsAtOnce = 2_000

/**
 * Log files on a Unix host, searched over there so that only what fits is sent; read over SFTP where the host runs no
 * commands. One round trip a step: one for each search, one for how far the files reach, and one for the list of files
 * at the very first.
 */
export function openHostLog(gateway: string, config: HostLogConfig, surroundings: Surroundings): LogSource {
  const session = openSession(config, surroundings)
  const now = () => surroundings.now()
  const asking: Asking = { session, where: gateway, now, seconds: config.seconds, quietMs: 0 }
  const kept = keepWithin(keptBytes)
  const folder = openFolder(asking, config, kept)
  const knownTimes = new Map<string, Times>()
  /** What files that may still be written to told of the gateway's own state, and when they did. */
  const liveStates = new Map<string, { readonly at: number; readonly bytes: number; readonly states: States | null }>()
  const searching = openHostSearch(asking, folder, kept, (file) => {
    if (!isLive(file)) return knownTimes.get(stateOf(file))?.states ?? null
    const live = liveStates.get(file.id ?? file.name)
    return live && now() - live.at < freshMs && file.bytes >= live.bytes ? live.states : null
  })
  const searches = new Set<Promise<unknown>>()
  const reaches = new Set<Promise<unknown>>()
  const sharedSearch = sharing<SearchResult>()
  const sharedReach = sharing<Awaited<ReturnType<LogSource['coverage']>>>()
  /** The file headers that were met when it was last asked how far the files reach. */
  let reached: readonly HeaderLine[] = []

  const find = async (asked: Search, budget: Budget): Promise<SearchResult> => {
    // Asked for at the very end, and it is known then from how far the files reach.
    if (asked.needles.some(isState)) await Promise.allSettled(reaches)
    const { lines, gaps, scanned, owed = [] } = await searching(asked, budget)
    // A file may have been joined from several, with headers further on: those are known to who asks how far it reaches.
    if (headersIn(lines).length === 0 && !folder.readsWhole()) await Promise.allSettled(reaches)
    const headers = inTime([...headersIn(lines), ...reached])
    const utcOffset = offsetAt(headers, asked.window.to, config.timeZone)
    return { lines, gaps, utcOffset, scanned, ...(owed.length > 0 && { owed }) }
  }

  const search = (asked: Search, budget: Budget): Promise<SearchResult> =>
    sharedSearch(JSON.stringify([asked, budget.lines, budget.bytes]), () => during(searches, find(asked, budget)))

  /** How far some files reach. Those that are written to no more are asked once. */
  const timesOf = async (window: Window, deadline: number) => {
    const answer = await folder.read(
      window,
      (host, files) => {
        const open = files.filter((file) => isLive(file) || !knownTimes.has(stateOf(file)))
        if (open.length === 0) return null
        return host.reach(open, { lines: 1_000_000, bytes: 100_000_000, deadline })
      },
      deadline,
    )
    const all = answer.files.flatMap((file) => {
      const times = answer.times.get(file.name) ?? knownTimes.get(stateOf(file))
      if (knownTimes.size >= mostKnown) knownTimes.clear()
      if (times && !isLive(file)) knownTimes.set(stateOf(file), times)
      if (liveStates.size >= mostKnown) liveStates.clear()
      if (times && isLive(file))
        liveStates.set(file.id ?? file.name, { at: now(), bytes: file.bytes, states: times.states })
      return times ? [times] : []
    })
    reached = all.flatMap(({ headers }) => headers)
    return { all, gaps: answer.gaps }
  }

  const cover = async (window: Window, deadline: number, askers: string | undefined) => {
    // Over SFTP a search reads the same files whole, and what it met of their times is known then.
    if (folder.readsWhole()) await Promise.allSettled(searches)
    const { all, gaps } = await timesOf(window, deadline)
    const headers = all.flatMap((times) => times.headers)
    const zone = config.timeZone ?? askers
    const files = all.map((times) => timesInUtc(times, times.beats, headers, zone))
    const held = heldBy(files, zone, window, gaps.length === 0)
    const assumed = files.some(({ span }) => span) ? assumedZone(headers, config.timeZone, askers) : {}
    return { coverage: { ...coverageOf(gateway, held, window, now()), ...assumed }, gaps }
  }

  const coverage = (window: Window, budget: Budget, askers?: string) =>
    sharedReach(JSON.stringify([window, askers]), () => during(reaches, cover(window, budget.deadline, askers)))

  const health = async (deadline: number): Promise<Health> => {
    const { all, gaps } = await timesOf({ from: now() - 3_600_000, to: now() }, deadline)
    const headers = all.flatMap((times) => times.headers)
    const version = headers.filter((header) => header.kind === 'version').at(-1)?.version ?? null
    return { ok: gaps.length === 0, version, utcOffset: offsetAt(headers, now(), config.timeZone), gaps }
  }

  return { gateway, idsAtOnce, search, coverage, health, close: () => session.close() }
}

function headersIn(lines: readonly RawLine[]): HeaderLine[] {
  return inTime(lines.map(({ text }) => readHeader(text)).filter((header) => header !== null))
}

function inTime(headers: readonly HeaderLine[]): HeaderLine[] {
  return [...headers].sort((a, b) => a.at - b.at)
}

/** The promise, which is among the others until it settles. */
function during<Value>(others: Set<Promise<unknown>>, promise: Promise<Value>): Promise<Value> {
  const one = promise.finally(() => others.delete(one))
  others.add(one)
  return one
}
