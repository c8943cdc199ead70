import { startOfDay, wallTimeOf } from './zone.ts'

const minute = 60_000
const hour = 60 * minute

/** What the asker's clock shows. */
export interface Clock {
  readonly now: number
  readonly timeZone: string
}

const weekdays = '月火水木金土日'

/**
 * A Japanese text with its times in words that chrono and our own lists know: `3日前` and `一昨日` become dates,
 * `24時間以内` becomes `過去24時間`, `昨夜` becomes hours. chrono reads `一昨日` as `昨日`, and these others not at all.
 */
export function withPlainTimes(text: string, clock: Clock): string {
  let plain = withDigits(text)
  for (const [words, write] of rewritings) plain = plain.replace(words, (...found) => write(found, clock))
  return plain
}

type Found = readonly unknown[]

/** Each looks for plain words and short runs of digits only; the order matters, since they read what others wrote. */
const rewritings: readonly (readonly [words: RegExp, write: (found: Found, clock: Clock) => string])[] = [
  [/一昨日|おととい|おとつい/g, (_, clock) => dateBefore(2, clock)],
  [
    /(?:昨夜|昨晩|ゆうべ|昨日の[夜晩]) ?の?(\d{0,2})(?=(から|以降|以来|より)?)/g,
    ([, hours, since], clock) => lastNight(String(hours), since !== undefined, clock),
  ],
  [/正午/g, () => '12時'],
  [/の?(?<!今)早?朝の?(?=\d{1,2}[時:])/g, () => '午前'],
  [/の?(?:夕方|夜|晩)の?(?=\d{1,2}[時:])/g, () => '午後'],
  [/([先今])週の?([月火水木金土日])曜日?/g, ([, week, name], clock) => weekdayOf(String(name), week === '先', clock)],
  [/([先今])月の?(\d{1,2})日/g, ([, month, of], clock) => dateIn(month === '先' ? -1 : 0, Number(of), clock)],
  [/今月/g, (_, clock) => `${dateIn(0, 1, clock)}から`],
  [/最近|このところ|先日|数日(?:前から|前|間)?/g, () => '過去7日間'],
  [/さっき|先ほど|先程/g, () => '過去2時間'],
  [
    /(?<![月\d])(\d{1,4}) ?(分|時間|日|週間|[かカヵケヶ]月)前(?!後)/g,
    ([, count, unit], clock) => ago(Number(count), unit, clock),
  ],
  [/(\d{1,4}) ?(日間|週間|時間|分間|(?:日|分)以内)/g, ([, count, unit]) => `過去${count}${unit}`],
  [
    /(?<![月\d]|過去 ?|直近 ?|ここ ?)(\d{1,2})日(?=[はにのか、 前]|より|以前|まで)/g,
    ([, of], clock) => dateIn(dayOfMonth(clock) < Number(of) ? -1 : 0, Number(of), clock),
  ],
]

/** `三日前` → `3日前`: kanji numbers up to 39, only where they count a stretch of time. */
function withDigits(text: string): string {
  const digits = '一二三四五六七八九'
  return text.replace(/([一二三四五六七八九十]{1,3})(?=日前|日間|週間|時間|分前|日以内|[かカヵケヶ]月前)/g, (kanji) => {
    const [tens, ones] = kanji.includes('十') ? kanji.split('十') : ['', kanji]
    const ten = kanji.includes('十') ? 10 * (tens === '' ? 1 : digits.indexOf(tens ?? '') + 1) : 0
    return String(ten + digits.indexOf(ones || ' ') + 1)
  })
}

function written(at: number, timeZone: string): string {
  const { year, month, day } = wallTimeOf(at, timeZone)
  return `${year}年${month}月${day}日`
}

function dateBefore(days: number, { now, timeZone }: Clock): string {
  return written(startOfDay(now, timeZone, -days) + 12 * hour, timeZone)
}

function dayOfMonth({ now, timeZone }: Clock): number {
  return wallTimeOf(now, timeZone).day
}

/** A day of this month (0) or the one before (-1). */
function dateIn(months: number, of: number, { now, timeZone }: Clock): string {
  const { year, month } = wallTimeOf(now, timeZone)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  return `${first.getUTCFullYear()}年${first.getUTCMonth() + 1}月${of}日`
}

function weekdayOf(name: string, ofLastWeek: boolean, clock: Clock): string {
  const today = (new Date(startOfDay(clock.now, clock.timeZone) + 12 * hour).getUTCDay() + 6) % 7
  return dateBefore(today - weekdays.indexOf(name) + (ofLastWeek ? 7 : 0), clock)
}

/** The evening and night before this day, or that hour of it. */
function lastNight(hours: string, isSince: boolean, clock: Clock): string {
  if (hours !== '') return Number(hours) < 6 ? `今日午前${hours}` : `昨日午後${Number(hours) % 12}`
  const evening = `${dateBefore(1, clock)}18時`
  return isSince ? evening : `${evening}から${dateBefore(0, clock)}6時`
}

function ago(count: number, unit: unknown, clock: Clock): string {
  const { now, timeZone } = clock
  if (unit === '日') return dateBefore(count, clock)
  if (unit === '週間') return dateBefore(7 * count, clock)
  if (unit !== '分' && unit !== '時間') return dateBefore(30 * count, clock)
  const at = now - count * (unit === '分' ? minute : hour)
  const wall = wallTimeOf(at, timeZone)
  return `${written(at, timeZone)}${wall.hour}時${wall.minute}分`
}
