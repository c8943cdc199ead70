import type { Steps } from '../../correlator/steps.ts'
import { inTurns } from '../../gather/turns.ts'
import type { FileIndex, FileState, Part, Stretch } from './file-index.ts'
import { textOf } from './lines.ts'
import { holdsBytes, type Sieve } from './sieve.ts'
import type { Prepared, Sought } from './sought.ts'
import type { Task } from './task.ts'
import type { Workers } from './workers.ts'

/** What looking through a file is told. */
export interface Lookout {
  readonly path: string
  readonly sieve: Sieve
  /** From soughtBy. */
  readonly sought: Sought
  /** How texts begin that are looked for later. */
  readonly openings: readonly string[]
  /** Of more lines than this, none is handed over. */
  readonly most: number
  /** Whether lines are to be counted even where they are far too many. */
  readonly exactly?: true
  /** Milliseconds that are left. */
  left(): number
}

export interface FoundLine {
  readonly text: string
  readonly number: number
}

export interface File extends FileState {
  readonly path: string
  readonly packed: Task['packed']
  readonly sample: Uint8Array
  /** When it was last written. */
  readonly written: number
}

/** A smaller share is not worth a second thread. */
const smallestShare = 4 * 1024 * 1024

/** So many for each thread: one that gets less of a processor takes fewer of them. */
const sharesEach = 16

/** Where a file begins that was not read yet. */
export const beginning = { end: 0, linesBeforeEnd: 0 } as const

/** The file from a place on, by as many threads as there are. */
export async function inShares(
  out: Lookout,
  file: File,
  { end: from, linesBeforeEnd: above }: Pick<FileIndex, 'end' | 'linesBeforeEnd'>,
  ready: Prepared,
  numbers: boolean,
  workers: Workers,
): Promise<Part[]> {
  const size = file.size - from
  const most = sharesEach * workers.count
  const count = file.packed ? 1 : Math.max(1, Math.min(most, Math.floor(size / smallestShare)))
  const cut = (nth: number) => from + Math.floor((size * nth) / count)
  const shares: Stretch[] = file.packed
    ? [[from, Number.POSITIVE_INFINITY, 0]]
    : Array.from({ length: count }, (_, nth) => [cut(nth), cut(nth + 1), 0])
  const counters = file.packed ? null : new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))
  const task = taskFor(out, file, shares, ready, { numbers, counters })
  const told = await Promise.all(Array.from({ length: Math.min(workers.count, count) }, () => workers.look(task)))
  let lines = above
  const inOrder = told.flat().sort((one, other) => one.nth - other.nth)
  return inOrder.map(({ looked }) => {
    const part = { looked, linesBefore: lines }
    lines += looked.lines
    return part
  })
}

/** Some stretches of the file, halved where they are long. */
export async function inStretches(
  out: Lookout,
  file: File,
  stretches: readonly Stretch[],
  ready: Prepared,
  numbers: boolean,
  workers: Workers,
): Promise<Part[]> {
  const [one] = stretches
  const last = stretches.at(-1)
  if (!one || !last) return []
  // What is packed is read from its beginning on, whatever is wanted of it.
  const wanted: readonly Stretch[] = file.packed ? [[one[0], last[1], one[2]]] : stretches
  const bytes = wanted.reduce((sum, [from, to]) => sum + to - from, 0)
  const half = bytes > 2 * smallestShare ? Math.ceil(wanted.length / workers.count) : wanted.length
  const halves = Array.from({ length: Math.ceil(wanted.length / half) }, (_, nth) =>
    wanted.slice(nth * half, (nth + 1) * half),
  )
  const how = { numbers, counters: null }
  const told = await Promise.all(halves.map((some) => workers.look(taskFor(out, file, some, ready, how))))
  return told.flat().map(({ looked }) => ({ looked, linesBefore: 0 }))
}

function taskFor(
  out: Lookout,
  { path, packed }: File,
  stretches: readonly Stretch[],
  ready: Prepared,
  how: Pick<Task, 'numbers' | 'counters'>,
): Task {
  const milliseconds = Math.max(0, out.left())
  return { path, packed, ranges: Float64Array.from(stretches.flat()), ...ready, ...how, most: out.most, milliseconds }
}

/** The lines that the finder found, which are more than hold a needle; null where they were too many. */
export function toldIn(parts: readonly Part[]): Promise<FoundLine[] | null> {
  return inTurns(linesIn(parts, () => true))
}

/** Those of them that hold a needle. */
export function holdingIn(parts: readonly Part[], sieve: Sieve): Promise<FoundLine[] | null> {
  return inTurns(linesIn(parts, (line) => holdsBytes(sieve, line)))
}

/** Lines that are looked at in one step. */
const atATime = 500

function* linesIn(parts: readonly Part[], isWanted: (line: Buffer) => boolean): Steps<FoundLine[] | null> {
  let count = 0
  const lines: FoundLine[] = []
  for (const { looked, linesBefore } of parts) {
    if (!looked.found) return null
    const { bytes, ends, linesBefore: above } = looked.found
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    for (let nth = 0, from = 0; nth < ends.length; nth++) {
      const to = ends[nth] as number
      if (isWanted(buffer.subarray(from, to))) {
        lines.push({ text: textOf(buffer, from, to), number: linesBefore + (above[nth] as number) + 1 })
      }
      from = to
      count += 1
      if (count % atATime === 0) yield
    }
  }
  return lines
}
