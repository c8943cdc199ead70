/** What a worker is asked: to look through one file, or some stretches of it. */
export interface Task {
  readonly path: string
  /** How the file is packed. Offsets are then of what comes out. */
  readonly packed: 'gz' | 'zst' | null
  /** Stretches, ascending: the first byte, the one after the last, and how many lines are before it. */
  readonly ranges: Float64Array
  /**
   * Null where the stretches begin and end with lines. Else each is a mere share of the file, of which the lines are looked
   * at that begin in it; and whoever has the same counters takes the next share until all are taken.
   */
  readonly counters: Counters | null
  /** The finder, compiled, and what its memory must hold before it is asked. */
  readonly compiled: object
  readonly image: Uint8Array
  /** Keys of the numbers that are wanted, as a table. */
  readonly wanted: Uint32Array
  /** Whether numbers are looked for, and noted. */
  readonly numbers: boolean
  /** Of more lines than this, of all shares, none is handed over: there are only counts then. */
  readonly most: number
  /** How long this may take. At least one chunk is looked through. */
  readonly milliseconds: number
}

/** Two numbers in shared memory: the share that is to be taken next, and how many lines all have found. */
export type Counters = Int32Array

/** What a worker found in the share of that number, or in all stretches. */
export interface Share {
  readonly nth: number
  readonly looked: Looked
}

/** What a worker found. Every stretch is told block by block: a block is some whole lines, of 64 KiB or a little more. */
export interface Looked {
  /** Where each block begins. */
  readonly starts: Float64Array
  /** How many lines are before each block. */
  readonly linesBefore: Uint32Array
  /** How many lines of each block were found. */
  readonly hits: Uint32Array
  /** What was noted, and where the notes of each block end. */
  readonly notes: Uint32Array
  readonly noteEnds: Uint32Array
  /** Behind the last line end that was looked at. */
  readonly end: number
  /** How many lines are before `end`, and how many there are. */
  readonly linesBeforeEnd: number
  readonly lines: number
  readonly found: FoundLines | null
  /** Lines of over 1 MiB, which are passed over. */
  readonly long: number
  /** Why the file was not read to the end of the stretches. */
  readonly stopped: 'time' | { readonly code: string } | null
}

/** Lines one behind the other. */
export interface FoundLines {
  readonly bytes: Uint8Array
  /** Where each ends in `bytes`. */
  readonly ends: Uint32Array
  /** How many lines are before it. */
  readonly linesBefore: Uint32Array
}

/** A worker's answer. `failed`: the file could not be opened, with the system's code; or a bug, with its words. */
export type Answer =
  | { readonly kind: 'looked'; readonly shares: readonly Share[] }
  | { readonly kind: 'failed'; readonly code: string | null; readonly words: string }
