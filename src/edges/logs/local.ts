import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Window } from '../../correlator/ids.ts'
import type { Gap } from '../../diagnosis/evidence.ts'
import type { Budget, Health, LogSource, Needle, RawLine, Search, SearchResult } from '../../gather/ports.ts'
import { coverageOf, type FileTimes, heldBy, timesInUtc } from './coverage.ts'
import { assumedZone, offsetAt } from './header.ts'
import { begin, canBegin, inLog, type LogFile } from './in-log.ts'
import { keptBeats, type Reach, reachOf } from './reach.ts'
import { byAge, readName } from './rolled.ts'
import { canUnpack } from './unpack.ts'
import { openWorkers } from './workers.ts'

export interface LocalLogs {
  /** Files and folders. A folder stands for the files directly in it. */
  readonly paths: readonly string[]
  readonly timeZone?: string | undefined
}

interface Listed {
  readonly files: readonly LogFile[]
  readonly gaps: readonly Gap[]
}

const troubles: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  EISDIR: 'it is a folder',
}

/** What is looked for before anybody asked. */
interface Expected {
  readonly what: string
  readonly begun: Promise<Listed & { readonly told: Awaited<ReturnType<typeof begin>> }>
}

function whatOf(needles: readonly Needle[], openings: readonly string[], { lines }: Budget): string {
  return JSON.stringify([needles, openings, lines])
}

/** Ids are looked up in an index, and cost nothing. */
const idsAtOnce = 20_000

function wordsFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return troubles[code] ?? `it cannot be read (${code || 'unknown'})`
}

async function filesAt(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true })
  const files = entries.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
  return files.map(({ name }) => join(path, name)).sort((a, b) => byAge(basename(a), basename(b)))
}

async function list(gateway: string, paths: readonly string[]): Promise<Listed> {
  const found = new Set<string>()
  const gaps: Gap[] = []
  const cannot = (path: string, why: string) =>
    gaps.push({ where: gateway, kind: 'unreadable', detail: `${path}: ${why}` })
  for (const path of paths) {
    try {
      const files = await filesAt(path)
      if (files.length === 0) cannot(path, 'there is no file in it')
      for (const file of files) {
        if (canUnpack(readName(basename(file)).packed)) found.add(file)
        else cannot(file, 'it is packed in a way that is not read here; unpack it first')
      }
    } catch (error) {
      cannot(path, wordsFor(error))
    }
  }
  const names = new Map<string, number>()
  for (const path of found) names.set(basename(path), (names.get(basename(path)) ?? 0) + 1)
  const files = [...found].map((path) => ({ path, name: names.get(basename(path)) === 1 ? basename(path) : path }))
  return { files, gaps }
}

/** Log files of this machine. The first search reads each file once, through; those after it what they need of it. */
export function openLocalLogs(gateway: string, { paths, timeZone }: LocalLogs, now: () => number): LogSource {
  const running = new Set<Promise<unknown>>()
  const workers = openWorkers()

  let expected: Expected | null = null

  const expect = ({ needles, openings = [] }: Pick<Search, 'needles' | 'openings'>, budget: Budget) => {
    if (!canBegin({ needles })) return
    const left = () => budget.deadline - now()
    const begun = list(gateway, paths).then(({ files, gaps }) => {
      const told = begin({ files, needles, openings, budget, left }, workers)
      return told.then((each) => ({ files, gaps, told: each }))
    })
    // What goes wrong in there is told when it is searched for, if ever it is.
    const settled = begun.catch(() => {}).finally(() => running.delete(settled))
    running.add(settled)
    expected = { what: whatOf(needles, openings, budget), begun }
  }

  const scan = async ({ needles, window, focus, openings = [] }: Search, budget: Budget): Promise<SearchResult> => {
    const early = expected?.what === whatOf(needles, openings, budget) ? await expected.begun : null
    expected = null
    const { files, gaps: listGaps } = early ?? (await list(gateway, paths))
    const left = () => budget.deadline - now()
    const told = await inLog(
      { files, needles, openings, focus, budget, left, timeZone, now: now() },
      workers,
      early ? Promise.resolve(early.told) : undefined,
    )
    const gaps: Gap[] = [...listGaps]
    const lines: RawLine[] = []
    let scanned = 0
    for (const one of told.files) {
      const where = { where: gateway }
      if ('error' in one) {
        gaps.push({ ...where, kind: 'unreadable', detail: `${one.name}: ${wordsFor(one.error)}` })
        continue
      }
      for (const line of one.lines) lines.push(line)
      scanned += one.scanned
      if (one.missing) gaps.push({ ...where, kind: 'partial', detail: `${one.name}: ${one.missing}` })
    }
    for (const { detail, read, isWhole } of told.cut) {
      gaps.push({ where: gateway, kind: isWhole ? 'narrowed' : 'budget', detail, ...(read && !isWhole && { read }) })
    }
    return { lines, gaps, utcOffset: offsetAt(told.headers, window.to, timeZone), scanned }
  }

  const search = (asked: Search, budget: Budget): Promise<SearchResult> => {
    const one = scan(asked, budget).finally(() => running.delete(one))
    running.add(one)
    return one
  }

  const reaches = async () => {
    const { files, gaps: listGaps } = await list(gateway, paths)
    const gaps = [...listGaps]
    const all: (Reach & LogFile)[] = []
    for (const { path, name } of files) {
      try {
        all.push({ path, name, ...(await reachOf(path)) })
      } catch (error) {
        gaps.push({ where: gateway, kind: 'unreadable', detail: `${name}: ${wordsFor(error)}` })
      }
    }
    return { all, gaps }
  }

  const coverage = async (window: Window, budget: Budget, askers?: string) => {
    const { all: found, gaps } = await reaches()
    const zone = timeZone ?? askers
    const headers = found.flatMap((one) => one.headers)
    const all = found.map((one) => ({ path: one.path, name: one.name, ...timesInUtc(one, [], headers, zone) }))
    // A search reads the same files, and what it met of their status lines is kept.
    await Promise.allSettled(running)
    const inside = all.filter(({ span }) => span && span.to >= window.from && span.from <= window.to)
    const unread: LogFile[] = []
    for (const one of inside) if (!(await keptBeats(one.path).catch(() => null))) unread.push(one)
    if (unread.length > 0) {
      const left = () => budget.deadline - now()
      const nothing = { needles: [], openings: [], focus: undefined }
      await inLog({ files: unread, ...nothing, budget, left, timeZone: zone, now: now() }, workers)
    }
    const files: FileTimes[] = []
    let whole = gaps.length === 0
    for (const one of all) {
      const beats = inside.includes(one) ? await keptBeats(one.path).catch(() => null) : []
      whole &&= beats !== null
      files.push({ ...one, beats: beats ?? [] })
    }
    const held = heldBy(files, zone, window, whole)
    const assumed = files.some(({ span }) => span) ? assumedZone(headers, timeZone, askers) : {}
    return { coverage: { ...coverageOf(gateway, held, window, now()), ...assumed }, gaps }
  }

  const reach = async (askers?: string): Promise<Window | null> => {
    // Who asks how far the logs go is about to search them.
    workers.warm()
    const { all } = await reaches()
    const headers = all.flatMap((one) => one.headers)
    const spans = all.flatMap((one) => timesInUtc(one, [], headers, timeZone ?? askers).span ?? [])
    if (spans.length === 0) return null
    return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) }
  }

  const health = async (): Promise<Health> => {
    const { all, gaps } = await reaches()
    const headers = all.flatMap(({ headers }) => headers)
    const version = headers.filter((header) => header.kind === 'version').at(-1)?.version ?? null
    return { ok: gaps.length === 0, version, utcOffset: offsetAt(headers, now(), timeZone), gaps }
  }

  return { gateway, idsAtOnce, expect, search, coverage, reach, health, close: () => workers.close() }
}
