import { daysIn, readHeader, type Stamp } from './header.ts'
import { codeAt, isSpace } from './text.ts'
import { fixedZone, namedZone, type Zone } from './zone.ts'

export type Level = 'Info' | 'Warning' | 'Critical' | 'Alert' | 'Debug' | 'Trace'

/** One physical line of a log, as it was read, and what its envelope says. */
export interface LogLine {
  /** The name the configuration gives the gateway; `-` where the caller gave none. */
  readonly gateway: string
  /** The file's name as the source knows it, for example `mail.current`. */
  readonly file: string
  /** Counted from 1 in that file; null where the source cannot know it (a gateway's own grep). */
  readonly number: number | null
  /** The whole line without its line end. */
  readonly text: string
  /** Milliseconds since the epoch, UTC. */
  readonly time: number
  readonly level: Level
  /** What follows `Info: `, trimmed at its end. */
  readonly message: string
}

/** What is known about a gateway's clock beside the log itself. Stamps are its local time (row H4). */
export interface ClockOptions {
  /** Seconds ahead of UTC, for lines that come without the file's own `Time offset from UTC` although it was read. */
  readonly utcOffset?: number
  /**
   * IANA zone. It is right across a change of the clocks, which a log does not announce; but where it contradicts the
   * log's own offset, the log is believed.
   */
  readonly timeZone?: string
  /**
   * When the log was read, milliseconds UTC. A stamp without a year is taken for the last such moment not later than a
   * day after it. Without a reference the year is 2000: set it wherever syslog's own stamps may come.
   */
  readonly referenceTime?: number
}

/** What reading one line of a file leaves behind for the next. One for each file of each gateway; changed in place. */
export interface LineState {
  readonly gateway: string
  readonly file: string
  readonly reference: number | undefined
  zone: Zone
  /** The last header's text, and what it said: most lines share a second and a level with the one before. */
  header: string
  level: Level
  stamp: Stamp | null
  time: number
  /**
   * Lines from before the file told its offset, which is in its third line: their times are set right then. Null once
   * it has been told, or so many lines have passed that it will not be.
   */
  early: { line: { time: number }; stamp: Stamp }[] | null
}

/** A line whose time may still be set right, until the file has told its offset. */
type ReadLine = Omit<LogLine, 'time'> & { time: number }

const earlyLines = 8

/** Begins a file. @throws RangeError where `timeZone` is no IANA zone. */
export function lineState(gateway: string, file: string, clock: ClockOptions): LineState {
  const { referenceTime: reference } = clock
  const zone = zoneOf(clock)
  const time = Number.NEGATIVE_INFINITY
  return { gateway, file, reference, zone, header: '', level: 'Info', stamp: null, time, early: [] }
}

/** A file is some days old when it is read, and its offset with it: the zone may have changed its clocks since. */
const fileAge = 14 * 86_400_000

function zoneOf({ timeZone, utcOffset, referenceTime }: ClockOptions): Zone {
  if (timeZone === undefined) return fixedZone(utcOffset ?? 0)
  const zone = namedZone(timeZone)
  if (utcOffset === undefined || referenceTime === undefined) return zone
  const agrees = [referenceTime, referenceTime - fileAge].some((time) => zone.offsetAt(time) === utcOffset)
  return agrees ? zone : fixedZone(utcOffset)
}

/**
 * Reads one line in any of the envelopes of the grammar (H1 to H11): the gateway's own, syslog with and without host,
 * relayed, year after the time or first, one header inside another. Null where it has no header of its own: it
 * continues the line before (trap 13). Never throws.
 *
 * The file's `Time offset from UTC` is followed from where it stands; a `timeZone` that agrees with it there stays.
 */
export function readLine(text: string, number: number | null, state: LineState): LogLine | null {
  const whole = withoutLineEnd(text)
  const end = readHeading(whole, state)
  if (end < 0) return null
  const line = lineOf(whole, end, number, state)
  if (saysOffset(line.message)) followOffset(line, state)
  else if (state.early) noteEarly(line, state)
  return line
}

/**
 * Reads the header of a line without its line end, and keeps in `state` what it says. Gives the place where the message
 * begins, or -1 where the line has no header.
 */
export function readHeading(whole: string, state: LineState): number {
  const known = state.header.length
  if (known > 0 && whole.startsWith(state.header) && !isSpace(codeAt(whole, known))) return known
  const header = readHeader(whole)
  if (!header) return -1
  const { end } = header
  // A header without a blank at its end belongs to an empty message and says nothing about the next line.
  state.header = header.isWhole && isSpace(whole.charCodeAt(end - 1)) ? whole.slice(0, end) : ''
  state.level = header.level
  state.stamp = header.stamp
  state.time = timeOf(header.stamp, state)
  return end
}

/** Goes on to a header that differs from the last one in its time of day alone, given in seconds. */
export function moveClock(seconds: number, state: LineState): void {
  if (!state.stamp) return
  state.header = ''
  state.stamp = { ...state.stamp, seconds }
  state.time = timeOf(state.stamp, state)
}

/** Keeps a line among those that the file's offset will set right. */
export function noteEarly(line: { time: number }, state: LineState): void {
  if (!state.early || !state.stamp) return
  state.early.push({ line, stamp: state.stamp })
  if (state.early.length >= earlyLines) state.early = null
}

function lineOf(text: string, from: number, number: number | null, state: LineState): ReadLine {
  let end = text.length
  while (end > from && isSpace(text.charCodeAt(end - 1))) end -= 1
  const { gateway, file, time, level } = state
  return { gateway, file, number, text, time, level, message: text.slice(from, end) }
}

function withoutLineEnd(text: string): string {
  let end = text.length
  while (end > 0 && (text.charCodeAt(end - 1) === 13 || text.charCodeAt(end - 1) === 10)) end -= 1
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  return start === 0 && end === text.length ? text : text.slice(start, end)
}

function timeOf(stamp: Stamp, state: LineState): number {
  const { zone } = state
  if (stamp.year !== null) {
    const wall = wallTime(stamp.year, stamp)
    return stamp.offset === null ? zone.toUtc(wall, state.time) : wall - stamp.offset * 1000
  }
  const reference = state.reference ?? Date.UTC(2000, 11, 31)
  const latest = reference + 86_400_000
  const thisYear = new Date(latest).getUTCFullYear()
  // Leap days may lie up to eight years back (1896 to 1904, and again around 2100).
  for (let year = thisYear + 1; year > thisYear - 8; year -= 1) {
    if (stamp.day > daysIn(stamp.month, year)) continue
    const time = zone.toUtc(wallTime(year, stamp), state.time)
    if (time <= latest) return time
  }
  return zone.toUtc(wallTime(thisYear, stamp), state.time)
}

function wallTime(year: number, { month, day, seconds }: Stamp): number {
  return Date.UTC(year, month, day, 0, 0, seconds)
}

const offsetText = 'Time offset from UTC: '

/** Whether the message tells the file's offset. */
export function saysOffset(message: string): boolean {
  return codeAt(message, 0) === 84 && message.startsWith(offsetText)
}

/** The offset of row H4. It corrects the lines before it, and a zone that says otherwise: the gateway knows its clock. */
export function followOffset(line: { time: number; readonly message: string }, state: LineState): void {
  const offset = Number.parseInt(line.message.slice(offsetText.length), 10)
  // No zone is farther than fourteen hours from UTC (Kiribati); anything beyond is not an offset.
  if (!(Math.abs(offset) <= 50_400) || !state.stamp) return
  if (state.zone.offsetAt(state.time) !== offset) {
    state.zone = fixedZone(offset)
    for (const early of state.early ?? []) early.line.time = timeOf(early.stamp, state)
    state.time = timeOf(state.stamp, state)
    line.time = state.time
  }
  state.early = null
}
