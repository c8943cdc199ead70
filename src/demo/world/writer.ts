import type { IdKind, Line, Value } from './line.ts'

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** One gateway's pen: what "now" is, how far its clock is from UTC, and the next number of each kind. */
export interface Pen {
  /** Milliseconds since the epoch, UTC. */
  readonly now: number
  /** Seconds. */
  readonly utcOffset: number
  readonly next: Record<IdKind, number>
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

let stampedSecond = Number.NaN
let stampedText = ''

/** `Fri Nov  6 09:16:46 2026`: the gateway's own time, the day padded with a space (log grammar H1). */
export function stamp(pen: Pen, at: number): string {
  const second = Math.floor(pen.now / 1000 + at) + pen.utcOffset
  if (second === stampedSecond) return stampedText
  const date = new Date(second * 1000)
  const day = String(date.getUTCDate()).padStart(2, ' ')
  stampedSecond = second
  stampedText = `${WEEKDAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${day} ${clock(date)} ${date.getUTCFullYear()}`
  return stampedText
}

function clock(date: Date): string {
  return `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}:${twoDigits(date.getUTCSeconds())}`
}

/** `20261106T091646`, as in the name of a rolled file. */
export function fileStamp(pen: Pen, at: number): string {
  const date = new Date((Math.floor(pen.now / 1000 + at) + pen.utcOffset) * 1000)
  return date.toISOString().slice(0, 19).replaceAll('-', '').replaceAll(':', '')
}

function told(pen: Pen, value: Value): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if ('time' in value) return stamp(pen, value.time)
  if ('upTo' in value) return String(pen.next[value.upTo] - 1)
  if (value.number === 0) value.number = pen.next[value.kind]++
  return String(value.number)
}

/** The line as it stands in the log, without its line end. Hands out the numbers of tickets that have none yet. */
export function write(pen: Pen, line: Line): string {
  const { words, values } = line
  let text = words[0] ?? ''
  for (let i = 0; i < values.length; i++) text += told(pen, values[i] ?? '') + (words[i + 1] ?? '')
  return `${stamp(pen, line.at)} ${line.level}: ${text}`
}
