import { en, fr, ja, nl, type ParsedComponents, type ParsedResult } from 'chrono-node'
import { plainly } from './plain-times.ts'
import { followsSince, type StatedTime, stretchInWords, type TimeContext } from './stretch.ts'
import { stretchUntil, untilIn } from './until.ts'
import { dayEndsIn } from './until-day.ts'
import type { LanguageTag } from './words.ts'
import { instantOf, startOfDay, wallTimeOf } from './zone.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const readers = { en, fr, nl, ja }

/**
 * Finds the stretch of time a question speaks of; null where it names none. `yesterday` is the whole day in the asker's
 * zone, `since …` reaches to now, a clock time alone is an hour to either side of it. Never ends after now.
 */
export function timeIn(written: string, context: TimeContext): StatedTime | null {
  const text = plainly(written, context)
  const found =
    endOfDay(text, context) ??
    stretchToDay(text, context) ??
    stretchInWords(text, context) ??
    isoTime(text, context) ??
    chronoTime(text, context)
  if (!found || found.window.from >= context.now) return null
  const to = Math.min(found.window.to, context.now)
  return { text: found.text, window: { from: found.window.from, to } }
}

/** `before 11:00`, on the day that is named besides; `from 9:00 until 11:00` is a stretch with both its ends. */
function endOfDay(text: string, context: TimeContext): StatedTime | null {
  const until = untilIn(text, context.language)
  if (until === null || chronoTime(text, context)?.hasEnd) return null
  const { rest } = until
  const day = stretchInWords(rest, context) ?? isoTime(rest, context) ?? chronoTime(rest, context)
  return stretchUntil(until, day?.window ?? context.within ?? null, context)
}

/**
 * `before Tuesday`, `until 20 November`: from the time that is named besides, from the start of what was asked about
 * before, or from a week earlier; where it ends at a time of the clock, from the start of that day.
 */
function stretchToDay(text: string, context: TimeContext): StatedTime | null {
  const { language, timeZone, within } = context
  if (chronoTime(text, context)?.hasEnd) return null
  for (const { words, rest, isIncluded } of dayEndsIn(text, language)) {
    const named = timeAtEdge(words, context)
    if (named === null) continue
    const { from, to } = named.window
    const isClock = to - from === 2 * hour
    const end = Math.min(context.now, isClock ? from + hour : isIncluded ? to : from)
    const beside = rest + words.replace(named.text, ' ')
    const start = stretchInWords(beside, context) ?? isoTime(beside, context) ?? chronoTime(beside, context)
    const before = [start?.window.from, within?.from, startOfDay(end, timeZone, isClock ? 0 : -7)]
    const begin = before.find((at) => at !== undefined && at < end)
    if (begin !== undefined) return { text: named.text, window: { from: begin, to: end } }
  }
  return null
}

/** The time that a text begins with; a Japanese one ends with it. */
function timeAtEdge(text: string, context: TimeContext): StatedTime | null {
  const isAtEdge = (found: StatedTime | null) =>
    found !== null &&
    (context.language === 'ja'
      ? text.trimEnd().endsWith(found.text)
      : text.toLowerCase().startsWith(found.text.trim().toLowerCase()))
  const read = [stretchInWords, isoTime, chronoTime]
  return read.map((reader) => reader(text, context)).find(isAtEdge) ?? null
}

/** The words of a time that has not come yet, where the question names one: nothing can be found there. */
export function timeAhead(text: string, context: TimeContext): string | null {
  if (untilIn(text, context.language) || stretchToDay(text, context)) return null
  const found = stretchInWords(text, context) ?? isoTime(text, context) ?? chronoTime(text, context)
  return found && found.window.from >= context.now ? found.text : null
}

/** The single moment a text such as `2026-11-19 10:00` or `yesterday 15:00` names, for `--since` and `--until`. */
export function instantIn(text: string, context: TimeContext): number | null {
  const iso = [...text.matchAll(stamp)][0]
  if (iso) {
    const at = isoInstant(iso, context.timeZone)
    return Number.isNaN(at) ? null : at
  }
  const since = stretchInWords(text, context) ?? chronoTime(text, context)
  if (!since) return null
  const { from, to } = since.window
  return to - from === 2 * hour ? from + hour : from
}

const stamp = /(\d{4})-(\d{2})-(\d{2})(?:[t ](\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,3})?)?(z|[+-]\d{2}:?\d{2})?)?/gi

/** ISO 8601 dates and times, one or two of them. chrono reads the dash of the second as a range. */
function isoTime(text: string, context: TimeContext): StatedTime | null {
  const found = [...text.matchAll(stamp)]
  const first = found[0]
  if (!first) return null
  const from = isoInstant(first, context.timeZone)
  if (Number.isNaN(from)) return null
  const second = found[1]
  if (second) {
    const end = isoInstant(second, context.timeZone)
    const to = second[4] === undefined ? startOfDay(end, context.timeZone, 1) : end
    const between = text.slice(first.index, second.index + second[0].length)
    if (to > from) return { text: between, window: { from, to } }
  }
  if (followsSince(text, first.index, first[0].length, context.language))
    return { text: first[0], window: { from, to: context.now } }
  if (first[4] === undefined) {
    return { text: first[0], window: { from, to: startOfDay(from, context.timeZone, 1) } }
  }
  return { text: first[0], window: { from: from - hour, to: from + hour } }
}

function isoInstant(found: RegExpMatchArray, timeZone: string): number {
  const [whole, year, month, dayOfMonth, hours = '00', minutes = '00', zone] = found
  if (zone) return Date.parse(whole.replace(' ', 'T'))
  const wall = { year: Number(year), month: Number(month), day: Number(dayOfMonth) }
  if (Number.isNaN(Date.parse(`${year}-${month}-${dayOfMonth}`))) return Number.NaN
  return instantOf({ ...wall, hour: Number(hours), minute: Number(minutes) }, timeZone)
}

/** `between 8 and 11` as chrono reads it: `from 8:00 to 11:00`. A number alone is an hour of the clock there. */
function withPlainRange(text: string): string {
  return text.replace(ranges, (_, word: string, one: string, other: string) => {
    const [from, to] = joints[word.toLowerCase()] ?? ['from', 'to']
    return `${from} ${clock(one)} ${to} ${clock(other)}`
  })
}

const ranges = /\b(between|entre|tussen)\s+(\S{1,10})\s+(?:and|et|en)\s+(\d\S{0,9})/gi
const joints: Readonly<Record<string, readonly [string, string]>> = {
  between: ['from', 'to'],
  entre: ['de', 'à'],
  tussen: ['van', 'tot'],
}

function clock(word: string): string {
  const hours = /^(\d{1,2})(?:h|u)?(\d{2})?$/i.exec(word.replace(/[.,?!]+$/, ''))
  return hours ? `${hours[1]}:${hours[2] ?? '00'}` : word
}

/** Everything else people write: weekdays, `yesterday at 10`, `this morning`, `2 hours ago`, `19 November`. */
function chronoTime(written: string, context: TimeContext): (StatedTime & { readonly hasEnd?: true }) | null {
  const text = withPlainRange(written)
  const { now, timeZone, language } = context
  const wall = wallTimeOf(now, timeZone)
  const offset = Math.round(
    (Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute) - Math.floor(now / minute) * minute) /
      minute,
  )
  const result = firstRead({ text, language, now, offset })
  if (!result) return null
  const from = instantOfComponents(result.start, context)
  if (result.end) {
    const end = instantOfComponents(result.end, context)
    const to = result.end.isCertain('hour') ? end : startOfDay(end, timeZone, 1)
    const start = result.start.isCertain('hour') ? from : startOfDay(from, timeZone)
    if (to > start) return { text: result.text, window: { from: start, to }, hasEnd: true }
  }
  const since = followsSince(text, result.index, result.text.length, language)
  if (since) {
    const start = result.start.isCertain('hour') ? from : startOfDay(from, timeZone)
    return { text: result.text, window: { from: start, to: now } }
  }
  if (result.start.isCertain('hour')) {
    return { text: result.text, window: { from: from - hour, to: from + hour } }
  }
  const dayStart = startOfDay(from, timeZone)
  return { text: result.text, window: { from: dayStart, to: startOfDay(dayStart + 12 * hour, timeZone, 1) } }
}

interface Reading {
  readonly text: string
  readonly language: LanguageTag
  readonly now: number
  /** Of the asker's zone, in minutes. */
  readonly offset: number
}

let latest: { readonly reading: Reading; readonly first: ParsedResult | undefined } | null = null

/** The first time that chrono finds. Most texts are read twice, and its patterns cost far more the second time (V8). */
function firstRead(reading: Reading): ParsedResult | undefined {
  const { text, language, now, offset } = reading
  const known = latest?.reading
  const isSame = known?.text === text && known.language === language && known.now === now && known.offset === offset
  if (latest && isSame) return latest.first
  const first = readers[language].parse(text, { instant: new Date(now), timezone: offset })[0]
  latest = { reading, first }
  return first
}

/** A weekday or clock time ahead of now is the last one: nobody asks why tomorrow's mail did not arrive. */
function instantOfComponents(parts: ParsedComponents, { now, timeZone }: TimeContext): number {
  const relative = typeof parts.get('timezoneOffset') === 'number'
  const at = relative
    ? parts.date().getTime()
    : instantOf(
        {
          year: parts.get('year') ?? 1970,
          month: parts.get('month') ?? 1,
          day: parts.get('day') ?? 1,
          hour: parts.get('hour') ?? 0,
          minute: parts.get('minute') ?? 0,
        },
        timeZone,
      )
  if (at <= now || relative) return at
  if (parts.isCertain('weekday')) return at - 7 * day
  if (!parts.isCertain('day')) return at - day
  return at
}
