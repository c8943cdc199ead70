import { open } from 'node:fs/promises'
import type { Window } from '../../correlator/ids.ts'
import { type HeaderLine, toUtc } from './header.ts'
import type { Told } from './in-log.ts'
import { type InFile, lookAgain, lookThrough } from './look.ts'
import type { FoundLine } from './parts.ts'
import { readStamp } from './stamp.ts'
import type { Workers } from './workers.ts'

/** How much may be handed over, and of what. */
export interface Most {
  readonly most: number
  readonly bytes: number
  readonly focus: Window | undefined
  readonly headers: readonly HeaderLine[]
  readonly timeZone: string | undefined
  /** When the log was read, in milliseconds since the epoch: for stamps without a year. */
  readonly now: number
}

/** What is handed over: of each file its lines, the oldest file first. */
export interface Latest {
  readonly kept: FoundLine[][]
  /** Whether all lines in focus are among them. */
  readonly isWhole: boolean
}

/**
 * The lines of each file; where they are too many, the latest of those in focus, or the latest of all where none is in
 * focus.
 */
export async function latest(files: readonly Told[], how: Most, workers: Workers): Promise<Latest> {
  const inFocus = await latestIn(files, how, workers)
  if (!how.focus || inFocus.kept.some((lines) => lines.length > 0) || !files.some(({ more }) => more)) return inFocus
  const { kept } = await latestIn(files, { ...how, focus: undefined }, workers)
  return { kept, isWhole: inFocus.isWhole }
}

async function latestIn(files: readonly Told[], how: Most, workers: Workers): Promise<Latest> {
  let [lines, bytes] = [how.most, how.bytes]
  let isWhole = how.focus !== undefined
  const kept: FoundLine[][] = []
  for (const { lines: all, more } of [...files].reverse()) {
    const looked =
      lines <= 0
        ? none
        : all
          ? { lines: all, isWhole: true }
          : more
            ? await lookAtLatest(more, lines, how, workers)
            : none
    const some = looked.lines
    let from = some.length
    while (from > 0 && lines > 0 && bytes > 0) {
      from -= 1
      lines -= 1
      bytes -= (some[from] as FoundLine).text.length
    }
    kept.unshift(some.slice(from))
    isWhole &&= looked.isWhole && (from === 0 || isBefore(some[from], how))
  }
  return { kept, isWhole }
}

const none = { lines: [], isWhole: false }

/** Whether a line stands before what is in focus: then all that is in focus comes after it. */
function isBefore(line: FoundLine | undefined, { focus, headers, timeZone, now }: Most): boolean {
  const at = line ? readStamp(line.text, now) : null
  return at !== null && focus !== undefined && toUtc(headers, at, timeZone) < focus.from
}

async function lookAtLatest(
  { out, inFile }: NonNullable<Told['more']>,
  lines: number,
  how: Most,
  workers: Workers,
): Promise<{ readonly lines: readonly FoundLine[]; readonly isWhole: boolean }> {
  const { hits } = inFile.blocks
  const [from, to] = how.focus ? await blocksIn(how.focus, inFile, how) : [0, hits.length]
  const chosen: number[] = []
  let count = 0
  // An estimate may be too high.
  const enough = inFile.isEstimate ? 2 * lines : lines
  let block = to - 1
  for (; block >= from && count < enough; block--) {
    // What is estimated to be none may be some.
    if (hits[block] === 0 && !inFile.isEstimate) continue
    chosen.unshift(block)
    count += hits[block] as number
  }
  const isWhole = block < from
  const found = await lookAgain({ ...out, most: Number.POSITIVE_INFINITY }, inFile, chosen, workers)
  if (!inFile.isEstimate || found.length >= Math.min(lines, count / 2) / 2) return { lines: found, isWhole }
  // The file's beginning was not like its end.
  const counted = await lookThrough({ ...out, exactly: true }, workers)
  return counted.lines
    ? { lines: counted.lines, isWhole: true }
    : lookAtLatest({ out, inFile: counted }, lines, how, workers)
}

/** The blocks of a file that may hold lines of a window, the first and the one after the last; all, where none tells. */
async function blocksIn({ from, to }: Window, { file, blocks }: InFile, how: Most): Promise<[number, number]> {
  const { starts } = blocks
  if (file.packed) return [0, starts.length]
  const handle = await open(file.path)
  try {
    const isAfter = async (block: number, time: number) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(peek), 0, peek, starts[block] as number)
      const stamps = buffer
        .toString('latin1', 0, bytesRead)
        .split('\n')
        .map((line) => readStamp(line, file.written))
      const at = stamps.find((stamp) => stamp !== null)
      return at !== undefined && at !== null && toUtc(how.headers, at, how.timeZone) > time
    }
    const after = async (time: number) => {
      let [low, high] = [0, starts.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if (await isAfter(middle, time)) high = middle
        else low = middle + 1
      }
      return low
    }
    // Lines of one second may stand the wrong way round, so a block more is taken on either side.
    return [Math.max(0, (await after(from)) - 2), Math.min(starts.length, (await after(to)) + 1)]
  } finally {
    await handle.close()
  }
}

const peek = 8 * 1024
