import { isIn } from '../../correlator/finder/wasm.ts'
import type { Steps } from '../../correlator/steps.ts'
import type { HeaderLine } from './header.ts'
import type { Looked } from './task.ts'

/** A header line of a file, as it reads. */
export interface FileHeader {
  readonly text: string
  readonly number: number
  readonly header: HeaderLine
}

/**
 * Where in a file its ids and addresses stand, block by block: about 6 MB a gigabyte. With it a question is followed from
 * id to id by reading the few blocks that can hold them, however far apart they are. A key may stand for several numbers:
 * a block that is named may hold nothing, one that is not named holds nothing.
 */
export interface FileIndex {
  /** Where each block begins, and how many lines are before it. */
  readonly starts: Float64Array
  readonly linesBefore: Float64Array
  /** What was noted of the blocks, some of them after the other. */
  readonly noted: readonly Notes[]
  /** Behind the last line end: from here on the file may have grown since. */
  readonly end: number
  /** The file's size when it was read, which is more where its last line is not ended. */
  readonly size: number
  readonly linesBeforeEnd: number
  readonly lines: number
  /** Lines of over 1 MiB, which were passed over. */
  readonly long: number
  readonly headers: readonly FileHeader[]
  /** The times of its status lines. */
  readonly beats: readonly number[]
  /** The texts that were noted, by their keys' order. */
  readonly openings: readonly string[]
  /** The last bytes before `end`: another file has others there. */
  readonly last: Uint8Array
}

/** Where in a file lines begin, and how many of each block were found. */
export type Blocks = Pick<FileIndex, 'starts' | 'linesBefore'> & { readonly hits: Uint32Array }

/** What was noted of some blocks, and where the notes of each end. */
type Notes = Pick<Looked, 'notes' | 'noteEnds'>

/** Whole lines of a file: from, to (the byte behind), and how many lines are before them. */
export type Stretch = readonly [from: number, to: number, linesBefore: number]

/** A part of a file that was looked through, and how many lines are before it beside those it counted itself. */
export interface Part {
  readonly looked: Looked
  readonly linesBefore: number
}

/** What the parts of a file tell, in the order of their places, as if they had been looked through at once. */
export function blocksIn(parts: readonly Part[]): Blocks {
  const all = parts.map(({ looked }) => looked)
  const starts = concatenated(
    Float64Array,
    all.map(({ starts }) => starts),
  )
  const linesBefore = new Float64Array(starts.length)
  let at = 0
  for (const { looked, linesBefore: before } of parts) {
    for (const line of looked.linesBefore) {
      linesBefore[at] = before + line
      at += 1
    }
  }
  const hits = concatenated(
    Uint32Array,
    all.map(({ hits }) => hits),
  )
  return { starts, linesBefore, hits }
}

/** What was noted in the parts of a file. These are megabytes, and not copied. */
export function notedIn(parts: readonly Part[]): Notes[] {
  return parts.map(({ looked: { notes, noteEnds } }) => ({ notes, noteEnds }))
}

/** An index with what was appended to the file since. */
export function extended(index: FileIndex, more: FileIndex): FileIndex {
  // The last block may be a line that was not ended then; it was read again.
  const count = index.starts.filter((start) => start < index.end).length
  // What was appended may be no whole line yet.
  const { end, linesBeforeEnd, last } = more.end > 0 ? more : index
  return {
    ...more,
    ...{ end, linesBeforeEnd, last },
    starts: concatenated(Float64Array, [index.starts.subarray(0, count), more.starts]),
    linesBefore: concatenated(Float64Array, [index.linesBefore.subarray(0, count), more.linesBefore]),
    noted: [...ofFirst(count, index.noted), ...more.noted],
    long: index.long + more.long,
    headers: [...index.headers, ...more.headers],
    beats: [...index.beats, ...more.beats],
  }
}

/** What was noted of so many blocks. */
function ofFirst(count: number, noted: readonly Notes[]): Notes[] {
  let left = count
  return noted.map(({ notes, noteEnds }) => {
    const some = noteEnds.subarray(0, left)
    left -= some.length
    return { notes, noteEnds: some }
  })
}

function concatenated<A extends Float64Array | Uint32Array>(kind: new (length: number) => A, parts: readonly A[]): A {
  const all = new kind(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** Of fewer notes several are looked through in one step. */
const worthAStep = 32_768

/** The blocks that may hold one of the keys of a table, by number. */
export function* blocksWith({ noted }: FileIndex, wanted: Uint32Array): Steps<number[]> {
  // There are millions of notes: by the upper half of a key nearly all are known not to be wanted.
  const likely = new Uint8Array(2 ** 16)
  for (const key of wanted) if (key !== 0) likely[key >>> 16] = 1
  const blocks: number[] = []
  let before = 0
  for (const { notes, noteEnds } of noted) {
    let at = 0
    for (let block = 0; block < noteEnds.length; block++) {
      const end = noteEnds[block] as number
      while (at < end && (likely[(notes[at] as number) >>> 16] === 0 || !isIn(wanted, notes[at] as number))) at += 1
      if (at < end) blocks.push(before + block)
      at = end
    }
    before += noteEnds.length
    if (notes.length >= worthAStep) yield
  }
  return blocks
}

/** The stretches of a file that some of its blocks make up. */
export function stretchesOf(
  { starts, linesBefore }: Pick<FileIndex, 'starts' | 'linesBefore'>,
  size: number,
  blocks: readonly number[],
): Stretch[] {
  const stretches: Stretch[] = []
  for (const block of blocks) {
    const from = starts[block] as number
    const to = starts[block + 1] ?? size
    const last = stretches.at(-1)
    if (last?.[1] === from) stretches[stretches.length - 1] = [last[0], to, last[2]]
    else stretches.push([from, to, linesBefore[block] as number])
  }
  return stretches
}

/** What an index takes of memory, in bytes, roughly. */
function sizeOf({ starts, noted }: FileIndex): number {
  return starts.length * 24 + noted.reduce((sum, { notes }) => sum + notes.length * 4, 0)
}

/** Indexes of this many bytes are kept: of some twenty gigabytes of logs. */
const room = 128 * 1024 * 1024

interface Kept {
  readonly index: FileIndex
  readonly changed: number
}

const kept = new Map<string, Kept>()

/** A state of a file as the system tells it. */
export interface FileState {
  /** Which file it is, whatever it is called now. */
  readonly id: string
  readonly size: number
  readonly changed: number
}

/** The index that was kept of a file, or of a smaller file that this may once have been; null where there is none. */
export function keptIndex({ id, size, changed }: FileState, openings: readonly string[]): FileIndex | null {
  const one = kept.get(id)
  if (!one || one.index.size > size || (one.index.size === size && one.changed !== changed)) return null
  return openings.every((text) => one.index.openings.includes(text)) ? one.index : null
}

/** Keeps an index, and lets go of those that were used longest ago where there is no room. */
export function keepIndex({ id, changed }: FileState, index: FileIndex): void {
  kept.delete(id)
  kept.set(id, { index, changed })
  let sum = 0
  for (const [other, { index: one }] of [...kept].reverse()) {
    sum += sizeOf(one)
    if (sum > room && other !== id) kept.delete(other)
  }
}
