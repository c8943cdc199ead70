import type { LanguageTag } from './words.ts'

/** Words of a question that may end a stretch of days: `before Tuesday`, `jusqu’au 20 novembre`. */
export interface DayEnd {
  /** What holds the time, at its start; in Japanese at its end. */
  readonly words: string
  /** What is left of the question beside it. */
  readonly rest: string
  /** Whether the day that is named belongs to it still: `until`, and not `before`. */
  readonly isIncluded: boolean
}

/**
 * How each language writes it; the first group names the day that is left out, the second the one that is not. `the day
 * before yesterday` is a day, and what is `voor vandaag` is for today.
 */
const enders: Readonly<Record<LanguageTag, RegExp>> = {
  en: /(?<!\b(?:minute|hour|day|night|evening|morning|week|month|year)s?\s+)\b(?:(before)|(until|till|up to))\s+(?:the\s+)?/giu,
  fr: /(?<![\p{L}])(?:(avant)|(jusqu['’](?:à|au|en)))\s+(?:le\s+|la\s+|l['’])?/giu,
  nl: /(?<![\p{L}])(?:(vóór|voor(?!\s+(?:vandaag|morgen)))|(tot(?:\s+en\s+met)?))\s+(?:de\s+|het\s+)?/giu,
  ja: /(よりも?前|よりも?まえ|の?前(?![後日回])|のまえ)|((?:より)?以前|まで)/gu,
}

/** All such words of a question. Whether a time stands where one must is for the caller to see. */
export function dayEndsIn(text: string, language: LanguageTag): readonly DayEnd[] {
  return [...text.matchAll(enders[language])].map((found) => {
    const [head, tail] = [text.slice(0, found.index), text.slice(found.index + found[0].length)]
    const [words, rest] = language === 'ja' ? [head, tail] : [tail, head]
    return { words, rest, isIncluded: found[2] !== undefined }
  })
}
