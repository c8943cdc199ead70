import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Window } from '../../correlator/ids.ts'
import type { Gap } from '../../diagnosis/evidence.ts'
import type { Budget, Health, LogSource, RawLine, Search, SearchResult } from '../../gather/ports.ts'
import { coverageOf, heldBy } from './coverage.ts'
import { type HeaderLine, offsetAt } from './header.ts'
import { beatsOf, type Reach, reachOf, scanAndKeep } from './reach.ts'
import { byAge, readName } from './rolled.ts'
import { sieveFor } from './sieve.ts'
import { canUnpack } from './unpack.ts'

export interface LocalLogs {
  /** Files and folders. A folder stands for the files directly in it. */
  readonly paths: readonly string[]
  readonly timeZone?: string | undefined
}

interface LocalFile {
  readonly path: string
  /** What it is called in answers: its name, or its path where two have the same name. */
  readonly name: string
}

interface Listed {
  readonly files: readonly LocalFile[]
  readonly gaps: readonly Gap[]
}

const troubles: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  EISDIR: 'it is a folder',
}

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

/** Log files of this machine. Each search reads each file once. */
export function openLocalLogs(gateway: string, { paths, timeZone }: LocalLogs, now: () => number): LogSource {
  const running = new Set<Promise<unknown>>()

  const scan = async ({ needles, window }: Search, budget: Budget): Promise<SearchResult> => {
    const { files, gaps: listGaps } = await list(gateway, paths)
    const gaps: Gap[] = [...listGaps]
    const lines: RawLine[] = []
    const headers: HeaderLine[] = []
    const sieve = sieveFor(needles)
    let bytes = 0
    let scanned = 0
    let full = false
    for (const file of files) {
      if (full) break
      try {
        const result = await scanAndKeep(
          file.path,
          sieve,
          (text, number, header) => {
            if (header) headers.push(header)
            else if (lines.length >= budget.lines || bytes >= budget.bytes) full = true
            if (full) return false
            lines.push({ text, file: file.name, number })
            bytes += text.length
            return true
          },
          () => now() > budget.deadline,
        )
        scanned += result.lines
        if (result.missing) gaps.push({ where: gateway, kind: 'partial', detail: `${file.name}: ${result.missing}` })
        if (now() > budget.deadline && file !== files.at(-1)) {
          gaps.push({ where: gateway, kind: 'budget', detail: `the time ran out after ${file.name}` })
          break
        }
      } catch (error) {
        gaps.push({ where: gateway, kind: 'unreadable', detail: `${file.name}: ${wordsFor(error)}` })
      }
    }
    if (full) gaps.push({ where: gateway, kind: 'budget', detail: `cut off after ${lines.length} lines` })
    return { lines, gaps, utcOffset: offsetAt(headers, window.to, timeZone), scanned }
  }

  const search = (asked: Search, budget: Budget): Promise<SearchResult> => {
    const one = scan(asked, budget).finally(() => running.delete(one))
    running.add(one)
    return one
  }

  const reaches = async () => {
    const { files, gaps: listGaps } = await list(gateway, paths)
    const gaps = [...listGaps]
    const all: (Reach & { readonly path: string })[] = []
    for (const { path, name } of files) {
      try {
        all.push({ path, ...(await reachOf(path, timeZone)) })
      } catch (error) {
        gaps.push({ where: gateway, kind: 'unreadable', detail: `${name}: ${wordsFor(error)}` })
      }
    }
    return { all, gaps }
  }

  const coverage = async (window: Window, budget: Budget) => {
    const { all, gaps } = await reaches()
    // A search reads the same files, and what it met of their status lines is kept.
    await Promise.allSettled(running)
    const inside = all.filter(({ span }) => span && span.to >= window.from && span.from <= window.to)
    const files: (Reach & { readonly beats: readonly number[] })[] = []
    let whole = gaps.length === 0
    for (const one of all) {
      const beats = inside.includes(one) ? await beatsOf(one.path, () => now() > budget.deadline).catch(() => null) : []
      whole &&= beats !== null
      files.push({ ...one, beats: beats ?? [] })
    }
    const held = heldBy(files, timeZone, window, whole)
    return { coverage: coverageOf(gateway, held, window, now()), gaps }
  }

  const health = async (): Promise<Health> => {
    const { all, gaps } = await reaches()
    const headers = all.flatMap(({ headers }) => headers)
    const version = headers.filter((header) => header.kind === 'version').at(-1)?.version ?? null
    return { ok: gaps.length === 0, version, utcOffset: offsetAt(headers, now(), timeZone), gaps }
  }

  return { gateway, search, coverage, health, close: async () => undefined }
}
