import { collector } from './collect.ts'
import { addText, type Core, letAllGo, letGo, newCore } from './core.ts'
import type { Event } from './form.ts'
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
  /** Told each event that names no id (alerts, file headers): the stream has no place for it. */
  readonly loose?: (event: Event) => void
}

/** How many lines go by between two looks at what is complete: looking costs, waiting holds memory. */
const linesBetween = 256

/**
 * Correlates a stream of lines in bounded memory: yields each injection, message and delivery once it is complete (its
 * last line read and `grace` gone by), then all that is still open, then the summary.
 *
 * A value may link to others that are still growing (an injection's messages), and a line that comes after its value
 * was yielded opens a new value of the same number.
 * @throws RangeError where `timeZone` is no IANA zone; and whatever `lines` throws.
 */
export async function* correlate(
  lines: Iterable<string> | AsyncIterable<string>,
  options: StreamOptions = {},
): AsyncGenerator<Finished, void, undefined> {
  const ready: Finished[] = []
  const core = newCore(options, {
    opened: () => {},
    completed: (thing) => void ready.push(thing),
    loose: options.loose ?? (() => {}),
  })
  const take = taking(core, options)
  if (Symbol.asyncIterator in lines) {
    for await (const text of lines) if (take(text) && ready.length > 0) yield* ready.splice(0)
  } else {
    for (const text of lines) if (take(text) && ready.length > 0) yield* ready.splice(0)
  }
  letAllGo(core)
  yield* ready.splice(0)
  yield { summary: summaryOf(core.tally) }
}

/** A function that takes a line and says whether it looked for what is complete. */
function taking(core: Core, options: StreamOptions): (text: string) => boolean {
  const { gateway = '-', file = '-', grace = 5_000, most = 200_000 } = options
  let number = 0
  return (text) => {
    number += 1
    const at = addText(core, text, gateway, file, number)
    if (number % linesBetween !== 0) return false
    letGo(core, at.gateway, at.state.time, grace, most)
    return true
  }
}
