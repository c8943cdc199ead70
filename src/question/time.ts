import { en, fr, ja, nl, type ParsedComponents } from 'chrono-node'
import type { Window } from '../correlator/ids.ts'
import { type LanguageTag, type Words, words } from './words.ts'
import { instantOf, startOfDay, wallTimeOf } from './zone.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const readers = { en, fr, nl, ja }

/** What the asker's words for a time come to. `text` is the words, so that they are not taken for anything else. */
export interface StatedTime {
  readonly window: Window
  readonly text: string
}

export interface TimeContext {
  readonly now: number
  readonly timeZone: string
  readonly language: LanguageTag
}

/**
 * Finds the stretch of time a question speaks of; null where it names none. `yesterday` is the whole day in the asker's
 * zone, `since …` reaches to now, a clock time alone is an hour to either side of it. Never ends after now.
 */
export function timeIn(text: string, context: TimeContext): StatedTime | null {
  const found = stretchInWords(text, context) ?? isoTime(text, context) ?? chronoTime(text, context)
  if (!found || found.window.from >= context.now) return null
  const to = Math.min(found.window.to, context.now)
  return { text: found.text, window: { from: found.window.from, to } }
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

/** `last 3 days`, `last week`, `this week`: plain lists of words, since chrono reads them as single moments. */
function stretchInWords(text: string, { now, timeZone, language }: TimeContext): StatedTime | null {
  const lower = text.toLowerCase()
  const own = words[language]
  const today = startOfDay(now, timeZone)
  const weekday = new Date(today + 12 * hour).getUTCDay()
  const monday = startOfDay(now, timeZone, -((weekday + 6) % 7))
  const lastWeek = own.lastWeek.find((phrase) => holds(lower, phrase, language))
  if (lastWeek) return { text: lastWeek, window: { from: startOfDay(monday + 12 * hour, timeZone, -7), to: monday } }
  const thisWeek = own.thisWeek.find((phrase) => holds(lower, phrase, language))
  if (thisWeek) return { text: thisWeek, window: { from: monday, to: now } }
  const lastMonth = own.lastMonth.find((phrase) => holds(lower, phrase, language))
  if (lastMonth) return { text: lastMonth, window: monthBefore(now, timeZone) }
  return lastSome(lower, own, language, now)
}

function monthBefore(now: number, timeZone: string): Window {
  const { year, month } = wallTimeOf(now, timeZone)
  const at = { day: 1, hour: 0, minute: 0 }
  const from = month === 1 ? { year: year - 1, month: 12, ...at } : { year, month: month - 1, ...at }
  return { from: instantOf(from, timeZone), to: instantOf({ year, month, ...at }, timeZone) }
}

function lastSome(lower: string, own: Words, language: LanguageTag, now: number): StatedTime | null {
  const units: readonly (readonly [readonly string[], number])[] = [
    [own.weeks, 7 * day],
    [own.hours, hour],
    [own.minutes, minute],
    [own.days, day],
  ]
  for (const last of own.last) {
    let at = lower.indexOf(last)
    while (at >= 0) {
      const rest = lower.slice(at + last.length)
      const number = /^\s*(\d{1,4})\s*/.exec(rest)
      const named = rest.slice(number?.[0].length ?? 0).trimStart()
      for (const [names, length] of units) {
        const unit = [...names]
          .sort((a, b) => b.length - a.length)
          .find((name) => startsWithWord(named, name, language))
        if (number && unit) {
          return { text: last + number[0] + unit, window: { from: now - Number(number[1]) * length, to: now } }
        }
      }
      at = lower.indexOf(last, at + 1)
    }
  }
  return null
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

/** Everything else people write: weekdays, `yesterday at 10`, `this morning`, `2 hours ago`, `19 November`. */
function chronoTime(text: string, context: TimeContext): StatedTime | null {
  const { now, timeZone, language } = context
  const wall = wallTimeOf(now, timeZone)
  const offset = Math.round(
    (Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute) - Math.floor(now / minute) * minute) /
      minute,
  )
  const results = readers[language].parse(text, { instant: new Date(now), timezone: offset })
  const result = results[0]
  if (!result) return null
  const from = instantOfComponents(result.start, context)
  const since = followsSince(text, result.index, result.text.length, language)
  if (since) {
    const start = result.start.isCertain('hour') ? from : startOfDay(from, timeZone)
    return { text: result.text, window: { from: start, to: now } }
  }
  if (result.end) {
    const end = instantOfComponents(result.end, context)
    const to = result.end.isCertain('hour') ? end : startOfDay(end, timeZone, 1)
    if (to > from) return { text: result.text, window: { from, to } }
  }
  if (result.start.isCertain('hour')) {
    return { text: result.text, window: { from: from - hour, to: from + hour } }
  }
  const dayStart = startOfDay(from, timeZone)
  return { text: result.text, window: { from: dayStart, to: startOfDay(dayStart + 12 * hour, timeZone, 1) } }
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

function followsSince(text: string, index: number, length: number, language: LanguageTag): boolean {
  if (language === 'ja') return words.ja.since.some((word) => text.slice(index + length).startsWith(word))
  const before = text.slice(0, index).toLowerCase().trimEnd()
  return words[language].since.some((word) => before === word || before.endsWith(` ${word}`))
}

function holds(lower: string, phrase: string, language: LanguageTag): boolean {
  if (language === 'ja') return lower.includes(phrase)
  return ` ${lower.replace(/[?!.,;:()]/g, ' ')} `.includes(` ${phrase} `)
}

function startsWithWord(text: string, word: string, language: LanguageTag): boolean {
  if (!text.startsWith(word)) return false
  return language === 'ja' || !/[a-z\u00c0-\u024f]/.test(text.charAt(word.length))
}
