import type { Window } from '../correlator/ids.ts'
import type { StatedTime } from './stretch.ts'
import type { LanguageTag } from './words.ts'
import { instantOf, startOfDay, wallTimeOf } from './zone.ts'

const minute = 60_000
const hour = 60 * minute

/** An end of the day that a question names: `before 11:00`, with what is left of its words. */
export interface Until {
  readonly text: string
  /** Milliseconds after midnight. */
  readonly clock: number
  /** The question without it, in which a day may stand. */
  readonly rest: string
}

const clock = String.raw`(\d{1,2})(?:[:.h](\d{2}))?`

/**
 * How each language writes it. A number alone is an hour only behind a word that nothing but a time follows: `by 9` and
 * `voor 3` may count anything.
 */
const endings: Readonly<Record<LanguageTag, RegExp>> = {
  en: new RegExp(
    String.raw`\b(?:before|until|till|up to)\s+(?:(noon|midday)\b|${clock}\s*([ap]\.?m\b\.?|o'clock\b|h\b)?(?![\d:./-]|\s*(?:minutes?|hours?|days?|weeks?|th|st|nd|rd|of|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b))`,
    'iu',
  ),
  fr: /(?<![\p{L}])(?:avant|jusqu['’][àa])\s+(?:(midi)(?!\p{L})|(\d{1,2})\s?(?:h|heures?|:)(?:\s?(\d{2}))?(?![\p{L}\d])())/iu,
  nl: /(?<![\p{L}])(?:voor|vóór|tot)\s+(?:(?:twaalf uur )?('?s middags)|(\d{1,2})(?:[:.](\d{2})(?:\s?u(?:ur)?)?|\s?u(?:ur)?)(?![\p{L}\d])())/iu,
  ja: /(?:(正午)|(?:午前|朝)?((?<!\d)\d{1,2})(?:時(?:(\d{1,2})分)?(?!間)|:(\d{2})))(?:より前|よりも前|以前|まえ|前|まで)/u,
}

/** Finds such an end in a question; null where it names none. Only the words themselves are looked at, not the day. */
export function untilIn(text: string, language: LanguageTag): Until | null {
  const found = endings[language].exec(text)
  if (!found) return null
  const [words, noon, hours, minutes, last = ''] = found
  const isAfternoon = language === 'ja' ? /午後$/.test(text.slice(0, found.index)) : /^p/i.test(last)
  const past = language === 'ja' ? (minutes ?? last) : minutes
  const at = noon === undefined ? onClock(Number(hours), Number(past || 0), isAfternoon) : 12 * hour
  if (at === null) return null
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + words.length)}`
  return { text: words, clock: at, rest }
}

function onClock(hours: number, minutes: number, isAfternoon: boolean): number | null {
  if (hours > 24 || minutes > 59) return null
  const late = isAfternoon && hours < 12 ? 12 : 0
  return (hours + late) * hour + minutes * minute
}

/**
 * The stretch it ends: from the start of the day that the question names besides, or of the stretch that was asked about
 * before; without either, today's. It never ends after now.
 */
export function stretchUntil(
  { text, clock: at }: Until,
  day: Window | null,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): StatedTime | null {
  const last = day === null ? now : Math.min(day.to, now) - 1
  const midnight = startOfDay(last, timeZone)
  const wall = wallTimeOf(last, timeZone)
  const to = Math.min(now, instantOf({ ...wall, hour: Math.floor(at / hour), minute: (at % hour) / minute }, timeZone))
  const from = day !== null && day.from < to ? day.from : midnight
  return from < to ? { text, window: { from, to } } : null
}
