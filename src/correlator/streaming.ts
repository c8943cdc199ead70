import { fileOf, newCore } from './core.ts'
import { type Filing, newFiling } from './filing.ts'
import type { Event } from './form.ts'
import { letAllGo, letGo, settle, settleHeld } from './let-go.ts'
import type { ClockOptions } from './line.ts'
import type { Delivery, Injection, Message, Summary } from './mail-log.ts'
import { summaryOf } from './unrecognised.ts'

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

/** How many lines go by between two looks at all that is held. */
const linesUntilSettled = 32_768

/** A stream of lines that are filed in bounded memory. */
export interface Streaming {
  readonly filing: Filing
  /** What has become complete since it was asked last. */
  told(): readonly Finished[]
  /** The same, and all that is still open, and the summary. */
  end(): readonly Finished[]
  /** Of lines before this one, what is still to be told needs no bytes any more. */
  settled(): number
  /** Makes it so for lines before the given one. */
  settle(before: number): void
}

/**
 * `isDone` says that whoever asks for what is told looks at it once, and never at what it leads to.
 * @throws RangeError where `timeZone` is no IANA zone.
 */
export function newStreaming(options: StreamOptions, isDone = false): Streaming {
  const { gateway = '-', file = '-', grace = 5_000, most = 200_000, mostLines = 200_000, loose = () => {} } = options
  let ready: Finished[] = []
  /** Lines before these are settled: of what is still to be told, and of all that this leads to. */
  let settledTo = 0
  let allSettledTo = 0
  const core = newCore(options, { opened: () => {}, completed: (thing) => void ready.push(thing), loose })
  const at = fileOf(core, gateway, file)
  const filing = newFiling(core, at, (number, time) => {
    letGo(core, at.gateway, time, grace, most)
    if (number % linesUntilSettled !== 0) return
    const end = Math.max(settledTo, number - linesUntilSettled)
    settle(core, at.gateway, { from: allSettledTo, end }, mostLines, isDone)
    allSettledTo = end
    settledTo = end
  })

  function told(): readonly Finished[] {
    const now = ready
    ready = []
    return now
  }

  function end(): readonly Finished[] {
    letAllGo(core)
    return [...told(), { summary: summaryOf(core.tally) }]
  }

  function settleTo(before: number): void {
    if (before <= settledTo) return
    settleHeld(at.gateway, { from: settledTo, end: before })
    settledTo = before
  }

  return { filing, told, end, settled: () => settledTo, settle: settleTo }
}
