import type { Window } from '../../correlator/ids.ts'
import type { Budget, Needle, RawLine } from '../../gather/ports.ts'
import type { FileHeader } from './file-index.ts'
import { type HeaderLine, toUtc } from './header.ts'
import { latest, type Most } from './latest.ts'
import { type InFile, lookThrough } from './look.ts'
import type { FoundLine, Lookout } from './parts.ts'
import { keepBeats, scanAndKeep } from './reach.ts'
import { sieveFor } from './sieve.ts'
import { canLook, soughtBy } from './sought.ts'
import { readStamp } from './stamp.ts'
import type { Workers } from './workers.ts'

/** A file of a log. */
export interface LogFile {
  readonly path: string
  /** What it is called in answers: its name, or its path where two have the same name. */
  readonly name: string
}

/** What is looked for in the files of a log, the oldest of them first. */
export interface LogSearch {
  readonly files: readonly LogFile[]
  readonly needles: readonly Needle[]
  readonly openings: readonly string[]
  readonly focus: Window | undefined
  readonly budget: Budget
  readonly timeZone: string | undefined
  /** When it is read, in milliseconds since the epoch. */
  readonly now: number
  /** Milliseconds that are left. */
  left(): number
}

export interface InLog {
  readonly files: readonly (FileLines | { readonly name: string; readonly error: unknown })[]
  readonly headers: readonly HeaderLine[]
  readonly cut: readonly Cut[]
}

/** What was left out. */
export interface Cut {
  /** In words. */
  readonly detail: string
  /** From when to when the lines are that were handed over, in UTC; null where there are none, or the time ran out. */
  readonly read: Window | null
  /** Whether none was left out of those in focus. */
  readonly isWhole: boolean
}

interface FileLines {
  readonly name: string
  /** The file's own header lines, and those that hold a needle, in their order. */
  readonly lines: readonly RawLine[]
  readonly scanned: number
  readonly missing: string | null
}

/**
 * More lines that hold a text are a domain of one's own, or a word that is in every message: the latest are enough to
 * answer, and the answer says so. All the ids in them, and the lines of those, still come to ten thousand lines.
 */
const mostNamed = 10_000
const keptOfNamed = 2_000

/** Files that are looked through at once. */
const atOnce = 4

/** What one file gave. */
export interface Told extends Pick<InFile, 'lines' | 'headers' | 'scanned' | 'missing'> {
  readonly name: string
  /** Lines found, and by which more can be asked for; null where the lines are all there. */
  readonly more: { readonly out: Lookout; readonly inFile: InFile } | null
}

type Failed = { readonly name: string; readonly error: unknown }

/**
 * Looks through the files of a log. What cannot be opened is told with its error; it rejects only for a bug. Of the lines
 * that hold an id none is left out before the budget is spent, however many hold a text or an address.
 */
export async function inLog(search: LogSearch, workers: Workers, begun?: Begun): Promise<InLog> {
  const named = search.needles.filter(isName)
  const ids = search.needles.filter((needle) => !isName(needle))
  const first = await lookFor({ ...search, needles: named.length > 0 ? named : ids }, workers, begun)
  return named.length > 0 && ids.length > 0
    ? together(first, await lookFor({ ...search, needles: ids }, workers))
    : first
}

function isName({ kind }: Needle): boolean {
  return kind === 'text' || kind === 'ip'
}

function together(one: InLog, other: InLog): InLog {
  const files = one.files.map((file, place): InLog['files'][number] => {
    const more = other.files[place]
    if ('error' in file || !more || 'error' in more) return file
    return { ...file, lines: merged(file.lines, more.lines), missing: file.missing ?? more.missing }
  })
  return { files, headers: one.headers, cut: [...one.cut, ...other.cut] }
}

/** Whether it is `begin` that a search begins with: there are names alone, or ids alone, to look for. */
export function canBegin({ needles }: Pick<LogSearch, 'needles'>): boolean {
  return needles.length > 0 && needles.every((needle) => isName(needle) === needles.some(isName))
}

/** What the files gave, one after the other; null where the time ran out before. */
type Begun = Promise<readonly (Told | Failed | null)[]>

/** Begins to look. What is in focus matters only when all was found. */
export function begin(search: Omit<LogSearch, 'focus' | 'timeZone' | 'now'>, workers: Workers): Begun {
  const { files, needles, openings, left } = search
  const sieve = sieveFor(needles)
  const sought = canLook() ? soughtBy(sieve) : null
  const most = mostOf(search)
  return inTurn(files, async ({ path, name }, place): Promise<Told | Failed | null> => {
    if (place > 0 && left() < 0) return null
    const out = { path, sieve, sought: sought ?? { texts: [], keys: [] }, openings, most, left }
    try {
      if (!sought) return { name, more: null, ...(await byLine(out)) }
      const inFile = await lookThrough(out, workers)
      if (inFile.beats) keepBeats(inFile.file, inFile.beats)
      return { name, more: inFile.lines ? null : { out, inFile }, ...inFile }
    } catch (error) {
      return { name, error }
    }
  })
}

function mostOf({ needles, budget }: Pick<LogSearch, 'needles' | 'budget'>): number {
  return Math.min(budget.lines, needles.some(isName) ? mostNamed : Number.POSITIVE_INFINITY)
}

async function lookFor(search: LogSearch, workers: Workers, begun = begin(search, workers)): Promise<InLog> {
  const { files, needles, focus, budget, timeZone, now } = search
  const cut: Cut[] = []
  const most = mostOf(search)
  const all = await begun
  const late = all.indexOf(null)
  if (late > 0) cut.push({ detail: `the time ran out after ${files[late - 1]?.name}`, read: null, isWhole: false })
  const told = all.filter((one) => one !== null)
  const read = told.filter((one): one is Told => !('error' in one))
  const headers = read.flatMap((one) => one.headers.map(({ header }) => header))
  const isCut = read.some(({ more }) => more) || read.reduce((sum, one) => sum + foundIn(one), 0) > most
  const keep = isCut && needles.some(isName) ? Math.min(most, keptOfNamed) : most
  const how = { most: keep, bytes: budget.bytes, focus, headers, timeZone, now }
  const { kept, isWhole } = await latest(read, how, workers)
  const count = kept.reduce((sum, lines) => sum + lines.length, 0)
  const found = read.reduce((sum, one) => sum + foundIn(one), 0)
  if (count < found) {
    cut.push({ detail: cutInWords(kept, count, found), read: windowOf(kept, how), isWhole: isWhole && late <= 0 })
  }
  return {
    files: told.map((one) => {
      if ('error' in one) return one
      const { name, scanned, missing } = one
      return { name, scanned, missing, lines: inOrder(name, one.headers, kept[read.indexOf(one)] ?? []) }
    }),
    headers,
    cut,
  }
}

/** How many lines were found in a file; about, where they were too many to be looked at. */
export function foundIn({ lines, more }: Told): number {
  return lines?.length ?? more?.inFile.blocks.hits.reduce((sum, hits) => sum + hits, 0) ?? 0
}

function cutInWords(kept: readonly (readonly FoundLine[])[], count: number, found: number): string {
  const lines = kept.flat()
  const when = (line: FoundLine | undefined) => {
    const at = line ? readStamp(line.text, 0) : null
    return at === null ? '?' : new Date(at).toISOString().slice(0, 19).replace('T', ' ')
  }
  if (count === 0) return `none of about ${found} lines`
  return `${count} of about ${found} lines, from ${when(lines[0])} to ${when(lines.at(-1))} by the log's clock`
}

function windowOf(kept: readonly (readonly FoundLine[])[], { headers, timeZone, now }: Most): Window | null {
  const stamps = kept.flat().flatMap(({ text }) => readStamp(text, now) ?? [])
  const [first, last] = [stamps.at(0), stamps.at(-1)]
  if (first === undefined || last === undefined) return null
  return { from: toUtc(headers, first, timeZone), to: toUtc(headers, last, timeZone) }
}

/** Without the finder: line by line, on the event loop, up to as many as are wanted. */
async function byLine({ path, sieve, most, left }: Lookout): Promise<Omit<Told, 'name' | 'more'>> {
  const lines: FoundLine[] = []
  const headers: FileHeader[] = []
  const take = (text: string, number: number, header: HeaderLine | null) => {
    if (header) headers.push({ text, number, header })
    else lines.push({ text, number })
    return lines.length <= most
  }
  const { lines: scanned, missing } = await scanAndKeep(path, sieve, take, () => left() < 0)
  return { lines, headers, scanned, missing }
}

function inOrder(file: string, headers: readonly FileHeader[], found: readonly FoundLine[]): RawLine[] {
  return merged<FoundLine>(headers, found).map(({ text, number }) => ({ text, file, number }))
}

/** Lines of a file that were found twice over, each list in the order of the file. Those in both count once. */
function merged<Line extends Pick<RawLine, 'number'>>(one: readonly Line[], other: readonly Line[]): Line[] {
  const all: Line[] = []
  let at = 0
  for (const line of one) {
    const number = line.number ?? 0
    for (; at < other.length && (other[at]?.number ?? 0) <= number; at++) {
      const before = other[at] as Line
      if (before.number !== line.number) all.push(before)
    }
    all.push(line)
  }
  return all.concat(other.slice(at))
}

/** Does something with all, a few at a time, and gives what came of it in their order. */
async function inTurn<Item, Result>(
  items: readonly Item[],
  run: (item: Item, place: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const one = async () => {
    for (let place = next++; place < items.length; place = next++) {
      results[place] = await run(items[place] as Item, place)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, one))
  return results
}
