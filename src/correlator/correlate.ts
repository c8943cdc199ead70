import { addBytes, byteReader, endBytes } from './bytes.ts'
import { collector } from './collect.ts'
import { addText, fileOf, newCore } from './core.ts'
import type { Event } from './form.ts'
import { letAllGo, letGo, settle } from './let-go.ts'
import type { ClockOptions } from './line.ts'
import type { Delivery, Injection, MailLog, Message, Summary } from './mail-log.ts'
import { summaryOf } from './unrecognised.ts'

export { type AllOptions, correlateAll, type GatheredLine } from './correlate-all.ts'

/** A line as it was read, without its line end (one that is left does no harm). */
export interface RawLogLine {
  readonly text: string
  readonly file: string
  /** Counted from 1 in that file, or null where it is not known. */
  readonly number: number | null
}

export interface Correlator {
  /** Takes the next line. Never throws, whatever the line holds. */
  add(raw: RawLogLine, gateway: string): void
  /** Everything that was told so far. */
  end(): MailLog
}

/**
 * A correlator that keeps everything: lines go in one by one, a `MailLog` comes out. Lines of one gateway come in the
 * order of time; within a second their order does not matter (traps 1 and 2 of the grammar).
 * @throws RangeError where `timeZone` is no IANA zone, when the first line comes.
 */
export function createCorrelator(options: ClockOptions = {}): Correlator {
  const collected = collector()
  const core = newCore(options, collected.listening)
  return {
    add: (raw, gateway) => void addText(core, raw.text, gateway, raw.file, raw.number),
    end: () => collected.mailLog(core),
  }
}

/** What the stream of `correlate` is made of; the summary comes last. */
export type Finished = Injection | Message | Delivery | { readonly summary: Summary }

export interface StreamOptions extends ClockOptions {
  /** The gateway the lines are of; `-` where it has no name. */
  readonly gateway?: string
  /** The name of the file the lines are of; `-` where it has none. */
  readonly file?: string
  /** How long after its end a value waits for lines that come late, in milliseconds of the log. Five seconds by default. */
  readonly grace?: number
  /** How many injections, messages and deliveries are held at most, of each. The oldest go first. 200 000 by default. */
  readonly most?: number
  /** How many lines these hold at most, about. Those go first that nothing was heard of for the longest. 200 000 by default. */
  readonly mostLines?: number
  /** Told each event that names no id (alerts, file headers): the stream has no place for it. */
  readonly loose?: (event: Event) => void
}

/** A log to be read: its lines, or its bytes in pieces of any size, which is much faster. */
export type LogStream = Iterable<string> | AsyncIterable<string> | Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/** How many lines go by between two looks at what is complete: looking costs, waiting holds memory. */
const linesBetween = 256
/** How many lines go by between two looks at all that is held. */
const linesUntilSettled = 32_768
/** What of a long piece is taken before what is complete is told. */
const bytesAtOnce = 1 << 16

/**
 * Correlates a log in bounded memory: yields each injection, message and delivery once it is complete (its last line
 * read and `grace` gone by), then all that is still open, then the summary.
 *
 * A value may link to others that are still growing (an injection's messages), and a line that comes after its value
 * was yielded opens a new value of the same number. Of bytes, the texts of an event are decoded when they are asked for;
 * the pieces must therefore not be changed after they were given.
 * @throws RangeError where `timeZone` is no IANA zone; and whatever `log` throws.
 */
export async function* correlate(
  log: LogStream,
  options: StreamOptions = {},
): AsyncGenerator<Finished, void, undefined> {
  for await (const batch of correlateInBatches(log, options)) for (const finished of batch) yield finished
}

/** The same, several values at a time, as they become complete: a step for each value alone costs more than the value. */
export async function* correlateInBatches(
  log: LogStream,
  options: StreamOptions = {},
): AsyncGenerator<readonly Finished[], void, undefined> {
  const { gateway = '-', file = '-', grace = 5_000, most = 200_000, mostLines = 200_000, loose = () => {} } = options
  let ready: Finished[] = []
  const core = newCore(options, { opened: () => {}, completed: (thing) => void ready.push(thing), loose })
  const at = fileOf(core, gateway, file)
  const reader = byteReader(core, at, (number) => {
    if (number % linesBetween !== 0) return
    letGo(core, at.gateway, at.state.time, grace, most)
    if (number % linesUntilSettled === 0) settle(core, at.gateway, number - linesUntilSettled, mostLines)
  })

  function batch(): readonly Finished[] {
    const told = ready
    ready = []
    return told
  }

  function* batches(pieces: Iterable<string | Uint8Array>): Iterable<readonly Finished[]> {
    for (const piece of pieces) {
      if (typeof piece === 'string') {
        reader.number += 1
        addText(core, piece, gateway, file, reader.number)
        reader.after(reader.number)
        if (ready.length > 0) yield batch()
        continue
      }
      for (let from = 0; from < piece.length; from += bytesAtOnce) {
        addBytes(reader, piece.subarray(from, from + bytesAtOnce))
        if (ready.length > 0) yield batch()
      }
    }
  }

  if (Symbol.asyncIterator in log) for await (const piece of log) yield* batches([piece])
  else yield* batches(log)
  endBytes(reader)
  letAllGo(core)
  yield [...batch(), { summary: summaryOf(core.tally) }]
}
