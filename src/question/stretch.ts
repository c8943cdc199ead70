import type { Window } from '../correlator/ids.ts'
import { type LanguageTag, type Words, words } from './words.ts'
import { instantOf, startOfDay, wallTimeOf } from './zone.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** What the asker's words for a time come to. `text` is the words, so that they are not taken for anything else. */
export interface StatedTime {
  readonly window: Window
  readonly text: string
}

export interface TimeContext {
  readonly now: number
  readonly timeZone: string
  readonly language: LanguageTag
  /** The stretch that was asked about before, for words that only end it. */
  readonly within?: Window | null
}

/** `last 3 days`, `last week`, `since last week`: plain lists of words, since chrono reads them as single moments. */
export function stretchInWords(text: string, { now, timeZone, language }: TimeContext): StatedTime | null {
  const lower = text.toLowerCase()
  const own = words[language]
  const today = startOfDay(now, timeZone)
  const weekday = new Date(today + 12 * hour).getUTCDay()
  const monday = startOfDay(now, timeZone, -((weekday + 6) % 7))
  const lastWeek = own.lastWeek.find((phrase) => holds(lower, phrase, language))
  const isSince = (phrase: string) => followsSince(text, lower.indexOf(phrase), phrase.length, language)
  if (lastWeek) {
    const from = startOfDay(monday + 12 * hour, timeZone, -7)
    return { text: lastWeek, window: { from, to: isSince(lastWeek) ? now : monday } }
  }
  const lastNight = own.lastNight.find((phrase) => holds(lower, phrase, language))
  if (lastNight) {
    const [evening, morning] = [startOfDay(now, timeZone, -1) + 18 * hour, today + 9 * hour]
    return { text: lastNight, window: { from: evening, to: isSince(lastNight) ? now : morning } }
  }
  const thisWeek = own.thisWeek.find((phrase) => holds(lower, phrase, language))
  if (thisWeek) return { text: thisWeek, window: { from: monday, to: now } }
  const lastMonth = own.lastMonth.find((phrase) => holds(lower, phrase, language))
  if (lastMonth) {
    const { from, to } = monthBefore(now, timeZone)
    return { text: lastMonth, window: { from, to: isSince(lastMonth) ? now : to } }
  }
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

/** Whether a word beside a time makes it the start of an open stretch: `since Monday`, `昨日から`. */
export function followsSince(text: string, index: number, length: number, language: LanguageTag): boolean {
  if (language === 'ja') return words.ja.since.some((word) => text.slice(index + length).startsWith(word))
  const before = text.slice(0, index).toLowerCase().trimEnd()
  return words[language].since.some((word) => before === word || before.endsWith(` ${word}`))
}

function holds(lower: string, phrase: string, language: LanguageTag): boolean {
  if (language === 'ja') return lower.includes(phrase)
  return ` ${lower.replace(/[?!.,;:()]/g, ' ')} `.includes(` ${phrase} `)
}

/** Whether a text begins with the word as a whole. */
export function startsWithWord(text: string, word: string, language: LanguageTag): boolean {
  if (!text.startsWith(word)) return false
  return language === 'ja' || !/[a-z\u00c0-\u024f]/.test(text.charAt(word.length))
}
