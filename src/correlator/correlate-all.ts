import { collector } from './collect.ts'
import { addContinuation, addLine, fileOf, newCore } from './core.ts'
import { type ClockOptions, type LogLine, readLine } from './line.ts'
import type { MailLog } from './mail-log.ts'
import { retell } from './retold.ts'

/** A line that one of several searches brought. */
export interface GatheredLine {
  readonly gateway: string
  readonly file: string
  readonly number: number | null
  readonly text: string
  /** Which search brought it; lines of one search stand together. Left out: all are of one. */
  readonly search?: number
}

export interface AllOptions extends ClockOptions {
  /** Clocks of single gateways, by name; the options themselves are for the others. */
  readonly clocks?: Readonly<Record<string, ClockOptions>>
  /** True: a line that several searches brought counts once. See `correlateAll`. */
  readonly unique?: boolean
  /**
   * True: what a bounce log or a consolidated event log tells stands in the timelines in the mail log's forms as well,
   * so far as the mail log itself does not tell it. Such events say so (`retold`).
   */
  readonly retold?: boolean
}

/**
 * Correlates lines that several searches brought, of several gateways, in any order: they are put in the order of time
 * first, within a second in that of file and number.
 *
 * With `unique`, a line that was brought again goes only once: the same by gateway, file and number; where there is no
 * number, as often as the search that brought it most often did (a gateway may well write the same text twice).
 * @throws RangeError where a `timeZone` is no IANA zone.
 */
export function correlateAll(lines: Iterable<GatheredLine>, options: AllOptions = {}): MailLog {
  const collected = collector()
  const core = newCore(options, collected.listening, options.clocks)
  const isNew = options.unique ? newness() : () => true
  const read: { line: LogLine | null; raw: GatheredLine }[] = []
  for (const raw of lines) {
    if (!isNew(raw)) continue
    read.push({ raw, line: readLine(raw.text, raw.number, fileOf(core, raw.gateway, raw.file).state) })
  }
  // Only now, for the header of a file may have set the times of lines before it right.
  let time = Number.NEGATIVE_INFINITY
  const placed: Placed[] = []
  for (const { line, raw } of read) {
    time = line?.time ?? time
    placed.push({ line, raw, time, order: placed.length })
  }
  for (const { line, raw } of placed.sort(inOrder)) {
    const at = fileOf(core, raw.gateway, raw.file)
    if (line) addLine(core, at, line)
    else addContinuation(core, at, raw.text, raw.number)
  }
  if (options.retold) {
    retell(collected.messages, ({ gateway, file }, clock) => {
      return readLine(`${clock} Info: -`, null, fileOf(core, gateway, file).state)?.time ?? null
    })
  }
  return collected.mailLog(core)
}

interface Placed {
  readonly line: LogLine | null
  readonly raw: GatheredLine
  /** Its own time, or that of the line it continues. */
  readonly time: number
  readonly order: number
}

function inOrder(a: Placed, b: Placed): number {
  if (a.time !== b.time) return a.time - b.time
  if (a.raw.gateway !== b.raw.gateway) return a.raw.gateway < b.raw.gateway ? -1 : 1
  if (a.raw.file !== b.raw.file) return a.raw.file < b.raw.file ? -1 : 1
  return (a.raw.number ?? 0) - (b.raw.number ?? 0) || a.order - b.order
}

/** Tells whether a line was not brought before. */
function newness(): (raw: GatheredLine) => boolean {
  const seen = new Map<string, { kept: number; search: number | undefined; count: number }>()
  return ({ gateway, file, number, text, search }) => {
    const key = `${gateway}\n${file}\n${number ?? `\n${text}`}`
    const before = seen.get(key)
    if (!before) {
      seen.set(key, { kept: 1, search, count: 1 })
      return true
    }
    if (number !== null) return false
    if (before.search !== search) {
      before.search = search
      before.count = 0
    }
    before.count += 1
    if (before.count <= before.kept) return false
    before.kept += 1
    return true
  }
}
