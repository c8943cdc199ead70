import { addBytes, byteReader, cutOf, endBytes, sinkInto } from './bytes.ts'
import { collector } from './collect.ts'
import { addText, newCore } from './core.ts'
import { lookAfter } from './filing.ts'
import type { ClockOptions } from './line.ts'
import type { MailLog } from './mail-log.ts'
import { type Finished, newStreaming, type StreamOptions } from './streaming.ts'

export { type AllOptions, correlateAll, type GatheredLine } from './correlate-all.ts'
export type { Finished, StreamOptions } from './streaming.ts'

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

/**
 * A log to be read: its lines, or its bytes in pieces of any size, which is much faster. Each text is taken for one line,
 * so a stream that decodes what it reads must be split at line ends first; one that does not can be given as it is. A
 * line of more than a mebibyte is kept up to there where it comes as bytes.
 */
export type LogStream = Iterable<string> | AsyncIterable<string> | Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/**
 * Correlates a log in bounded memory: yields each injection, message and delivery once it is complete (its last line
 * read and `grace` gone by), then all that is still open, then the summary.
 *
 * A value may link to others that are still growing (an injection's messages), and a line that comes after its value
 * was yielded opens a new value of the same number. Of bytes, the texts of an event are decoded when they are asked for;
 * the pieces must therefore not be changed after they were given.
 * @throws RangeError where `timeZone` is no IANA zone; TypeError where `log` is one text, or something else than lines and
 * bytes is in it; and whatever `log` throws.
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
  if (typeof log === 'string') throw new TypeError('a log is given as its lines or as pieces of bytes, not as one text')
  const { gateway = '-', file = '-' } = options
  const { filing, told, end } = newStreaming(options)
  const { core, at } = filing
  const reader = byteReader(at.state, sinkInto(filing))

  function* batches(pieces: Iterable<string | Uint8Array>): Iterable<readonly Finished[]> {
    for (const piece of pieces) {
      if (typeof piece === 'string') {
        filing.number += 1
        addText(core, piece, gateway, file, filing.number)
        lookAfter(filing, at.state)
        const now = told()
        if (now.length > 0) yield now
        continue
      }
      if (!ArrayBuffer.isView(piece)) {
        throw new TypeError(`a log is made of texts or bytes: this one holds a value of type ${typeof piece}`)
      }
      for (let from = 0, to = 0; from < piece.length; from = to) {
        to = cutOf(piece, from)
        addBytes(reader, piece.subarray(from, to))
        const now = told()
        if (now.length > 0) yield now
      }
    }
  }

  if (Symbol.asyncIterator in log) for await (const piece of log) yield* batches([piece])
  else yield* batches(log)
  endBytes(reader)
  yield end()
}
