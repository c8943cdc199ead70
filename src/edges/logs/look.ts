import { type FileHandle, open } from 'node:fs/promises'
import { keyOfText } from '../../correlator/finder/wasm.ts'
import { inTurns } from '../../gather/turns.ts'
import {
  type Blocks,
  blocksIn,
  blocksWith,
  extended,
  type FileHeader,
  type FileIndex,
  keepIndex,
  keptIndex,
  notedIn,
  type Part,
  stretchesOf,
} from './file-index.ts'
import { readBeat, readHeader } from './header.ts'
import {
  beginning,
  type File,
  type FoundLine,
  holdingIn,
  inShares,
  inStretches,
  type Lookout,
  toldIn,
} from './parts.ts'
import { holds } from './sieve.ts'
import { type Prepared, prepared, type Sought } from './sought.ts'
import { packingOf } from './unpack.ts'
import type { Workers } from './workers.ts'

// A question is a text or an address first and then ids, round by round: the ids that are named in what was found. The
// file is read once, at the speed of memory; on the way the words MID, ICID and DCID are looked for as well, and it is
// noted in which block of 64 KiB each id stands. From then on a round reads the blocks that its ids are in: for a
// partner's mail a hundredth of the file. Nothing is guessed by nearness, so that a delivery hours later is found like
// one at once. Other ways were tried and measured: to search the whole file again for each
// round costs four to six times as much; windows around what was found lose lines that are not near; whole lines or
// offsets for each id take four times the memory and are no faster, since a block is read in 20 microseconds.

export interface InFile {
  readonly file: File
  /** Lines that hold a needle, in order; null where there are too many. */
  readonly lines: readonly FoundLine[] | null
  /** How many lines were found, by block; what the beginning of the file makes expect, where they were not counted. */
  readonly blocks: Blocks
  readonly isEstimate: boolean
  readonly headers: readonly FileHeader[]
  readonly scanned: number
  /** What of the file was not read, in words; null where all was. */
  readonly missing: string | null
  /** The times of the status lines; null where the file was not read to its end. */
  readonly beats: readonly number[] | null
}

const sampleBytes = 64 * 1024
const lastBytes = 256

/** Looks through a file. Rejects where it cannot be opened; what breaks off in the middle is told as missing. */
export async function lookThrough(out: Lookout, workers: Workers): Promise<InFile> {
  const handle = await open(out.path)
  try {
    const file = await fileOf(out.path, handle)
    const index = await indexOf(out, file, handle, workers)
    if (!index) return await first(out, file, handle, workers)
    const { texts, keys } = out.sought
    const ready = prepared(out.sought, null, file.sample)
    const noted = texts.map((one) => notedAs(one, index.openings)).filter((key) => key !== null)
    if (noted.length < texts.length) {
      const perLine = expected(out, file)
      if (isBroad(out, perLine, index)) return estimated(file, index, perLine)
      return foundIn(out, file, index, await inShares(out, file, beginning, ready, keys.length > 0, workers))
    }
    const { wanted } = prepared({ texts: [], keys: [...keys, ...noted] }, null, file.sample)
    const stretches = stretchesOf(index, endOf(file), await inTurns(blocksWith(index, wanted)))
    return foundIn(out, file, index, await inStretches(out, file, stretches, ready, keys.length > 0, workers))
  } finally {
    await handle.close()
  }
}

/** What a text was noted as; null where it does not begin with an opening. */
function notedAs({ text, labels }: Sought['texts'][number], openings: readonly string[]): number | null {
  const nth = openings.findIndex((opening) => text.startsWith(opening.toLowerCase()))
  if (nth < 0) return null
  const name = text.slice(openings[nth]?.length)
  // Only of a name that is to be met whole is it known where it ends in the log.
  return keyOfText(nth, labels && /^[a-z0-9_.-]{1,254}$/.test(name) && !name.endsWith('.') ? name : '')
}

/** What is so much more than may be handed over need not be counted: the latest of it is found by looking there. */
const broad = 4

/** How many lines of the file's beginning hold a needle, as a part of one. What is packed is not looked at. */
function expected({ sieve }: Lookout, { packed, sample }: File): number {
  if (packed) return 0
  const lines = Buffer.from(sample).toString('latin1').split('\n').slice(0, -1)
  return lines.length === 0 ? 0 : lines.filter((line) => holds(sieve, line)).length / lines.length
}

function isBroad({ most, exactly }: Lookout, perLine: number, { lines }: FileIndex): boolean {
  return !exactly && perLine * lines > broad * most
}

function estimated(file: File, index: FileIndex, perLine: number): InFile {
  const { starts, linesBefore, headers, lines, beats } = index
  const hits = Uint32Array.from(starts, (_, block) => {
    return Math.round(perLine * ((linesBefore[block + 1] ?? lines) - (linesBefore[block] as number)))
  })
  const missing = index.long > 0 ? passedOver(index.long) : null
  return {
    file,
    lines: null,
    isEstimate: true,
    blocks: { starts, linesBefore, hits },
    headers,
    scanned: lines,
    missing,
    beats,
  }
}

function passedOver(long: number): string {
  return `${long} lines of over 1 MiB were passed over`
}

/** Looks once more at some of the blocks in which lines were found. */
export async function lookAgain(
  out: Lookout,
  { file, blocks }: InFile,
  chosen: readonly number[],
  workers: Workers,
): Promise<readonly FoundLine[]> {
  const ready = prepared(out.sought, null, file.sample)
  const stretches = stretchesOf(blocks, endOf(file), chosen)
  const parts = await inStretches(out, file, stretches, ready, out.sought.keys.length > 0, workers)
  return (await holdingIn(parts, out.sieve)) ?? []
}

/** Behind a file's last line. Of a packed one only its packed size is known. */
function endOf({ packed, size }: File): number {
  return packed ? Number.POSITIVE_INFINITY : size
}

async function fileOf(path: string, handle: FileHandle): Promise<File> {
  const { dev, ino, size, mtimeMs, ctimeMs } = await handle.stat()
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0)
  const sample = buffer.subarray(0, bytesRead)
  return { path, id: `${dev} ${ino}`, size, changed: ctimeMs, written: mtimeMs, packed: packingOf(sample), sample }
}

/** The index that is kept of the file, with what was appended since; null where the file has to be read anew. */
async function indexOf(out: Lookout, file: File, handle: FileHandle, workers: Workers): Promise<FileIndex | null> {
  const known = keptIndex(file, out.openings)
  if (!known || known.size === file.size) return known
  if (file.packed || !(await lastBefore(known.end, handle)).equals(known.last)) return null
  const parts = await inShares(
    { ...out, most: Number.POSITIVE_INFINITY },
    file,
    known,
    marked(out, file),
    true,
    workers,
  )
  if (parts.some(({ looked }) => looked.stopped)) return null
  const index = extended(known, await built(out, file, handle, parts, (await toldIn(parts)) ?? []))
  keepIndex(file, index)
  return index
}

/** Ready to look for the file's own lines alone, and to note what stands where. */
function marked({ openings }: Lookout, { sample }: File): Prepared {
  return prepared({ texts: [], keys: [] }, { openings }, sample)
}

/** The first time that a file is looked through: what stands where is noted. */
async function first(out: Lookout, file: File, handle: FileHandle, workers: Workers): Promise<InFile> {
  const { openings } = out
  const perLine = expected(out, file)
  if (perLine > 0 && !out.exactly && file.size * perLine > 200 * broad * out.most) {
    const own = { ...out, most: Number.POSITIVE_INFINITY }
    const all = await inShares(own, file, beginning, marked(out, file), true, workers)
    if (!all.some(({ looked }) => looked.stopped)) {
      const index = await built(out, file, handle, all, (await toldIn(all)) ?? [])
      keepIndex(file, index)
      if (isBroad(out, perLine, index)) return estimated(file, index, perLine)
    }
  }
  const parts = await inShares(out, file, beginning, prepared(out.sought, { openings }, file.sample), true, workers)
  if (parts.some(({ looked }) => looked.stopped)) return foundIn(out, file, null, parts)
  // Where there are too many lines, those of the file itself are not among them.
  const own = { ...out, most: Number.POSITIVE_INFINITY }
  const told =
    (await toldIn(parts)) ??
    (await toldIn(await inShares(own, file, beginning, marked(out, file), true, workers))) ??
    []
  const index = await built(out, file, handle, parts, told)
  keepIndex(file, index)
  return foundIn(out, file, index, parts)
}

async function built(
  { openings }: Lookout,
  file: File,
  handle: FileHandle,
  parts: readonly Part[],
  told: readonly FoundLine[],
): Promise<FileIndex> {
  const { starts, linesBefore } = blocksIn(parts)
  const ended = parts.findLast(({ looked }) => looked.end > 0)
  const end = ended?.looked.end ?? 0
  const linesBeforeEnd = ended ? ended.linesBefore + ended.looked.linesBeforeEnd : 0
  return {
    ...{ starts, linesBefore, end, linesBeforeEnd, openings },
    noted: notedIn(parts),
    size: file.packed ? file.size : Math.max(file.size, end),
    lines: linesRead(parts),
    long: parts.reduce((sum, { looked }) => sum + looked.long, 0),
    headers: headersIn(told),
    beats: told.map(({ text }) => readBeat(text, file.written)).filter((at) => at !== null),
    last: file.packed ? new Uint8Array(0) : await lastBefore(end, handle),
  }
}

async function lastBefore(end: number, handle: FileHandle): Promise<Buffer> {
  const size = Math.min(lastBytes, end)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, end - size)
  return buffer.subarray(0, bytesRead)
}

function linesRead(parts: readonly Part[]): number {
  const last = parts.at(-1)
  return last ? last.linesBefore + last.looked.lines : 0
}

function headersIn(told: readonly FoundLine[]): FileHeader[] {
  return told.flatMap(({ text, number }) => {
    const header = readHeader(text)
    return header ? [{ text, number, header }] : []
  })
}

async function foundIn(out: Lookout, file: File, index: FileIndex | null, parts: readonly Part[]): Promise<InFile> {
  const read = linesRead(parts)
  const stopped = parts.find(({ looked }) => looked.stopped)?.looked.stopped
  const long = index?.long ?? 0
  const lines = await holdingIn(parts, out.sieve)
  return {
    file,
    lines: lines && lines.length <= out.most ? lines : null,
    isEstimate: false,
    blocks: blocksIn(parts),
    headers: index?.headers ?? headersIn((await toldIn(parts)) ?? []),
    scanned: index?.lines ?? read,
    missing: stopped
      ? stopped === 'time'
        ? `read up to line ${read} when the time ran out`
        : `broke off after line ${read} (${stopped.code})`
      : long > 0
        ? passedOver(long)
        : null,
    beats: index && !stopped ? index.beats : null,
  }
}
