import { withPlainTimes } from './japanese-time.ts'
import type { TimeContext } from './stretch.ts'
import { startOfDay, wallTimeOf } from './zone.ts'

const hour = 3_600_000

/**
 * A question with its times in words that chrono and our own lists know: `between 8:00 and 11:00` as a
 * stretch, since chrono takes it for two single moments; `avant-hier`, `eergisteren` as a date, since it takes them for
 * yesterday or for nothing.
 */
export function plainly(text: string, { language, now, timeZone }: TimeContext): string {
  if (language === 'ja') return withPlainTimes(text, { now, timeZone })
  const [between, from, to] = stretchWords[language]
  const plain = text.replace(between, (_, start: string) => `${from} ${start} ${to} `)
  if (language === 'en') return plain
  const { year, month, day: of } = wallTimeOf(startOfDay(now, timeZone, -2) + 12 * hour, timeZone)
  return plain.replace(dayBeforeYesterday[language], `${of}/${month}/${year}`)
}

const dayBeforeYesterday = { fr: /(?<![\p{L}])avant[ -]hier(?![\p{L}])/iu, nl: /\beergisteren\b/i } as const

const stretchWords = {
  en: [/\bbetween\s+(\S.{0,40}?)\s+and\s+/i, 'from', 'to'],
  fr: [/\bentre\s+(\S.{0,40}?)\s+et\s+/i, 'de', 'à'],
  nl: [/\btussen\s+(\S.{0,40}?)\s+en\s+/i, 'van', 'tot'],
} as const
