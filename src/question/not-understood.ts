import { timeIn } from './time.ts'
import type { LanguageTag } from './words.ts'

/** Which word was not understood, where one stood out, and the two nearest examples. */
export interface NotUnderstood {
  readonly kind: 'not-understood'
  /** `no-sender`: only a domain of ours was named. `no-ending`: the sender is a word without a dot. */
  readonly why: 'nothing-named' | 'time-ahead' | 'not-a-name' | 'no-sender' | 'no-ending'
  readonly word: string | null
  readonly language: LanguageTag
  /** To be typed as they stand: with the sender that was named, where that is likely to be what was meant. */
  readonly examples: readonly string[]
}

interface Context {
  readonly now: number
  readonly timeZone: string
  readonly language: LanguageTag
  readonly gateways: readonly string[]
  /** Mail domains of ours; the first stands in the examples. */
  readonly domains: readonly string[]
}

/** A text that names nothing to look for → what in it looked most like a name, and what to type instead. */
export function notUnderstood(text: string, context: Context): NotUnderstood {
  const { language, domains } = context
  const dotted = text.split(/[\s\u3000-\u30ff\u4e00-\u9fff]+/).find((word) => /.[.@]./.test(word)) ?? null
  const bare = dotted === null ? bareSender(text, context) : null
  const filled = examples[language].map((example) => example.replaceAll('OURS', domains[0] ?? 'example.org'))
  return {
    kind: 'not-understood',
    why: dotted !== null ? 'not-a-name' : bare !== null ? 'no-ending' : 'nothing-named',
    word: dotted?.slice(0, 80) ?? bare,
    language,
    examples: bare === null ? filled : filled.map((example) => example.replaceAll('example.com', `${bare}.com`)),
  }
}

/** `foo` in `mail from foo` and in `why foo`, lower case; null where no such word stands there, or it is a time. */
function bareSender(text: string, context: Context): string | null {
  const found = places[context.language].map((place) => place.exec(text)?.[1]?.toLowerCase())
  const word = found.find((one) => one !== undefined && !noNames.has(one) && !context.gateways.includes(one))
  return word === undefined || timeIn(word, context) !== null ? null : word
}

/** Where a sender stands: behind the word for mail, since `de` and `from` alone are before much else too. */
const places: Readonly<Record<LanguageTag, readonly RegExp[]>> = {
  en: [
    /\b(?:e?-?mails?|messages?|post|nothing|anything) (?:by|from) ([a-z][a-z0-9-]{1,62})(?![\w.@-])/iu,
    /^why ([a-z][a-z0-9-]{1,62})[ ?]*$/iu,
  ],
  fr: [
    /\b(?:e?-?mails?|messages?|courriers?|courriels?|rien) (?:de |d['’])([a-z][a-z0-9-]{1,62})(?![\w.@'’-])/iu,
    /^pourquoi ([a-z][a-z0-9-]{1,62})[ ?]*$/iu,
  ],
  nl: [
    /\b(?:e?-?mails?|berichten?|bericht|post|niets) (?:van|vanuit) ([a-z][a-z0-9-]{1,62})(?![\w.@-])/iu,
    /^waarom ([a-z][a-z0-9-]{1,62})[ ?]*$/iu,
  ],
  ja: [/(?<![\w.@-])([a-z][a-z0-9-]{1,62}) ?(?:さん|様|社)?(?:から|より)/iu],
}

/** What stands there and is nobody's name. */
const noNames: ReadonlySet<string> = new Set(
  [
    'a an all any anybody anyone everybody everyone her him his it its last me my one our outside some somebody someone',
    'that the their them these this those us you your',
    'la le les leur ma mes mon moi nos notre nous sa ses son toi tous vos votre vous',
    'alle buiten de deze die een haar hem het hun iedereen iemand mij mijn ons onze zijn',
  ].flatMap((line) => line.split(' ')),
)

const examples: Readonly<Record<LanguageTag, readonly string[]>> = {
  en: ["why didn't mail from example.com arrive?", 'why alice@example.com to bob@OURS since yesterday'],
  fr: ["pourquoi le mail de example.com n'est pas arrivé ?", 'pourquoi alice@example.com à bob@OURS depuis hier'],
  nl: ['waarom is de mail van example.com niet aangekomen?', 'waarom alice@example.com aan bob@OURS sinds gisteren'],
  ja: ['example.com からのメールが届かないのはなぜ？', 'alice@example.com から bob@OURS 宛のメールが昨日から届かない'],
}
