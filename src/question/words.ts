import { receives } from './receives.ts'

/**
 * The words by which a question shows its language and the part each address plays in it. One table a language; the
 * vendor's note is read in these four.
 */
export interface Words {
  /** Words that only this language has, to tell it by. */
  readonly telling: readonly string[]
  /** What stands before the sender. */
  readonly from: readonly string[]
  /** What stands before the recipient. */
  readonly to: readonly string[]
  /** What stands behind the sender or recipient (Japanese). */
  readonly fromAfter: readonly string[]
  readonly toAfter: readonly string[]
  /** What stands behind whoever misses a mail: `bob@example.org got nothing`. */
  readonly receives: readonly string[]
  /** Begin like those, and say that mail does not come: `mail from example.com did not get through`. */
  readonly comes: readonly string[]
  /** What makes a time the start of an open stretch. */
  readonly since: readonly string[]
  /** The start of a follow-up. */
  readonly and: readonly string[]
  readonly lastWeek: readonly string[]
  /** From the evening before to this morning. */
  readonly lastNight: readonly string[]
  readonly thisWeek: readonly string[]
  readonly lastMonth: readonly string[]
  /** `last 3 days`: what stands before the number, and the units. */
  readonly last: readonly string[]
  readonly minutes: readonly string[]
  readonly hours: readonly string[]
  readonly days: readonly string[]
  readonly weeks: readonly string[]
  readonly today: readonly string[]
  readonly yesterday: readonly string[]
}

export const words = {
  en: {
    telling: [
      'why',
      'where',
      'what',
      'when',
      'who',
      'is',
      'was',
      'not',
      'did',
      "didn't",
      'the',
      'to',
      'for',
      'a',
      'it',
      'since',
      'yesterday',
      'from',
      'last',
      'today',
      'and',
    ],
    from: ['from', 'by', 'sender'],
    to: ['to', 'for', 'recipient', 'reach', 'reached', 'reaches'],
    fromAfter: [],
    toAfter: [],
    receives: receives.en,
    comes: ['not', 'did not', "didn't"].flatMap((no) => ['through', 'here', 'in'].map((where) => `${no} get ${where}`)),
    since: ['since', 'after', 'from'],
    and: ['and', 'what about', 'how about', 'also', 'only', 'same for', 'but'],
    lastWeek: ['last week'],
    lastNight: ['last night'],
    thisWeek: ['this week'],
    lastMonth: ['last month'],
    last: ['last', 'past', 'previous', 'in the last', 'over the last'],
    minutes: ['minute', 'minutes', 'min'],
    hours: ['hour', 'hours', 'h'],
    days: ['day', 'days'],
    weeks: ['week', 'weeks'],
    today: ['today'],
    yesterday: ['yesterday'],
  },
  fr: {
    telling: [
      'pourquoi',
      'le',
      'la',
      'les',
      'est',
      "n'est",
      'pas',
      'arrivé',
      'depuis',
      'hier',
      'courrier',
      'message',
      'semaine',
      'reçu',
      'et',
      'ne',
      'aucun',
      'aucune',
      'rien',
      'notre',
      'nos',
      'du',
      'vers',
      'avant',
      "n'a",
      'reçoit',
      'pour',
      'nouvelles',
      'de',
      "jusqu'à",
    ],
    from: ['de', 'du', "d'", 'depuis', 'par', 'expéditeur'],
    to: ['à', 'a', 'pour', 'vers', 'destinataire'],
    fromAfter: [],
    toAfter: [],
    receives: receives.fr,
    comes: [],
    since: ['depuis', 'après', 'dès'],
    and: ['et', 'aussi', 'seulement', 'mais'],
    lastWeek: ['la semaine dernière', 'semaine dernière', 'la semaine passée', 'semaine passée'],
    lastNight: ['la nuit dernière', 'cette nuit', 'hier soir'],
    thisWeek: ['cette semaine'],
    lastMonth: ['le mois dernier', 'mois dernier'],
    last: ['les dernières', 'les derniers', 'dernières', 'derniers', 'ces'],
    minutes: ['minutes', 'minute'],
    hours: ['heures', 'heure', 'h'],
    days: ['jours', 'jour'],
    weeks: ['semaines', 'semaine'],
    today: ["aujourd'hui"],
    yesterday: ['hier'],
  },
  nl: {
    telling: [
      'waarom',
      'de',
      'het',
      'is',
      'niet',
      'aangekomen',
      'gisteren',
      'sinds',
      'bericht',
      'en',
      'vorige',
      'vandaag',
      'naar',
      'aan',
      'kreeg',
      'krijgt',
      'geen',
      'niets',
      'van',
      'heeft',
      'onze',
      'ontvangt',
      'gekregen',
      'ontvangen',
      'gehoord',
      'blijft',
      'hangt',
      'hangen',
      'tussen',
      'voor',
    ],
    from: ['van', 'afzender', 'vanuit'],
    to: ['aan', 'naar', 'voor', 'ontvanger', 'bij'],
    fromAfter: [],
    toAfter: [],
    receives: receives.nl,
    comes: [],
    since: ['sinds', 'vanaf', 'na'],
    and: ['en', 'ook', 'alleen', 'maar', 'hoe zit het met'],
    lastWeek: ['vorige week', 'afgelopen week'],
    lastNight: ['afgelopen nacht', 'vannacht', 'gisteravond'],
    thisWeek: ['deze week'],
    lastMonth: ['vorige maand', 'afgelopen maand'],
    last: ['de laatste', 'de afgelopen', 'laatste', 'afgelopen'],
    minutes: ['minuten', 'minuut'],
    hours: ['uur', 'uren'],
    days: ['dagen', 'dag'],
    weeks: ['weken', 'week'],
    today: ['vandaag'],
    yesterday: ['gisteren'],
  },
  ja: {
    telling: [],
    from: ['差出人', '送信者', '送信元'],
    to: ['宛先', '受信者', '送信先'],
    fromAfter: ['から', 'より', 'の差出人'],
    toAfter: ['宛', 'あて', 'へ', 'に'],
    receives: receives.ja,
    comes: [],
    since: ['以降', '以来', 'から', 'より'],
    and: ['では', 'じゃ', 'それでは', 'それと', 'それなら', 'あと', 'また', 'ほかに'],
    lastWeek: ['先週'],
    lastNight: ['昨夜', '昨晩', 'ゆうべ'],
    thisWeek: ['今週'],
    lastMonth: ['先月'],
    last: ['過去', '直近', 'ここ'],
    minutes: ['分'],
    hours: ['時間'],
    days: ['日'],
    weeks: ['週間', '週'],
    today: ['今日', '本日'],
    yesterday: ['昨日'],
  },
} as const satisfies Record<string, Words>

export type LanguageTag = keyof typeof words

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/

/** The language a text is written in, or the one given where the text does not tell. */
export function languageOf(text: string, otherwise: LanguageTag): LanguageTag {
  if (japanese.test(text)) return 'ja'
  const said = new Set(
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .split(/[\s?!.,;:()]+/),
  )
  const countOf = (tag: LanguageTag) => words[tag].telling.filter((word: string) => said.has(word)).length
  let best: LanguageTag = otherwise
  let most = countOf(otherwise)
  for (const tag of ['en', 'fr', 'nl'] as const) {
    const count = countOf(tag)
    if (count > most) {
      best = tag
      most = count
    }
  }
  return best
}

/** The nearest language there are words for, for a tag such as `fr-CH`; English where there is none. */
export function languageFor(tag: string): LanguageTag {
  const short = tag.toLowerCase().split(/[-_]/)[0] ?? ''
  return short in words ? (short as LanguageTag) : 'en'
}
