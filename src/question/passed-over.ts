import { localPartsIn } from './entities.ts'
import { timeAhead } from './time.ts'
import { type LanguageTag, words } from './words.ts'

/** A word of a question that cannot be taken into account; the answer says so instead of passing it over in silence. */
export interface PassedOver {
  readonly why: 'time-ahead' | 'no-gateway' | 'language' | 'sender' | 'recipient' | 'name'
  readonly word: string
}

interface Context {
  readonly now: number
  readonly timeZone: string
  readonly language: LanguageTag
  readonly gateways: readonly string[]
}

/** What of a question is left out of account: a time to come, a gateway that is not there, a language we do not speak. */
export function passedOver(text: string, context: Context): readonly PassedOver[] {
  const ahead = timeAhead(text, context)
  const gateway = unknownGateway(text, context.gateways)
  const foreign = foreignLanguage(text)
  return [
    ...(ahead === null ? [] : [{ why: 'time-ahead' as const, word: ahead.trim() }]),
    ...(gateway === null ? [] : [{ why: 'no-gateway' as const, word: gateway }]),
    ...(foreign === null ? [] : [{ why: 'language' as const, word: foreign }]),
  ]
}

/** `esa9` where there are `esa1` and `esa2`: built like a gateway's name, and none of them. */
function unknownGateway(text: string, gateways: readonly string[]): string | null {
  const known = new Set(gateways.map((name) => name.toLowerCase()))
  const stems = new Set(gateways.flatMap((name) => /^([a-z-]{2,})\d+$/i.exec(name)?.[1]?.toLowerCase() ?? []))
  for (const word of text.toLowerCase().split(/[^a-z0-9-]+/)) {
    const stem = /^([a-z-]{2,})\d+$/.exec(word)?.[1]
    if (stem !== undefined && stems.has(stem) && !known.has(word)) return word
  }
  return null
}

/** Words that tell languages in which questions are often asked and no answer can be given. */
const foreign: Readonly<Record<string, readonly string[]>> = {
  Deutsch: [
    'warum',
    'wieso',
    'weshalb',
    'ist',
    'die',
    'der',
    'das',
    'nicht',
    'angekommen',
    'von',
    'wo',
    'keine',
    'und',
  ],
  Español: ['por', 'qué', 'no', 'llegó', 'correo', 'el', 'ha', 'llegado', 'dónde', 'ayer'],
  Italiano: ['perché', 'non', 'è', 'arrivata', 'arrivato', 'la', 'posta', 'dove', 'ieri', 'messaggio'],
  Português: ['por', 'que', 'não', 'chegou', 'o', 'correio', 'onde', 'ontem', 'mensagem'],
}

function foreignLanguage(text: string): string | null {
  const said = new Set(text.toLowerCase().split(/[\s?!.,;:()¿¡]+/))
  const count = (list: readonly string[]) => list.filter((word) => said.has(word)).length
  const ours = Math.max(...Object.values(words).map(({ telling }) => count(telling)))
  for (const [name, telling] of Object.entries(foreign)) if (count(telling) >= 3 && count(telling) > ours) return name
  return null
}

/**
 * A person who is named without an address, as in `mail from example.com to bob`: which mailbox that is, nobody said. Only
 * where the sentence ends behind the name, or goes on with what mail does: `to arrive` and `for hours` name nobody.
 */
export function nameAlone(text: string, language: LanguageTag): string | null {
  for (const name of localPartsIn(text, language)) {
    if (noNames.has(name)) continue
    const behind = text.toLowerCase().split(name).slice(1)
    if (behind.some((rest) => goesOn.test(rest))) return name
  }
  return null
}

const goesOn =
  /^\s*(?:[?!.,;:]|$|(?:not|never|arrive[ds]?|came|come|comes|get|gets|got|is|was|has|did|been|be|today|yesterday)\b)/

const noNames: ReadonlySet<string> = new Set([
  ...['arrive', 'come', 'get', 'go', 'work', 'pass', 'deliver', 'hours', 'days', 'weeks', 'minutes', 'months', 'ages'],
  ...[
    'long',
    'now',
    'today',
    'yesterday',
    'it',
    'them',
    'him',
    'her',
    'you',
    'my',
    'our',
    'this',
    'that',
    'him',
    'here',
  ],
  ...['users', 'people', 'customers', 'staff', 'support', 'example', 'help', 'sure', 'certain', 'spam', 'quarantine'],
  ...['vous', 'lui', 'eux', 'elle', 'midi', 'minuit', 'jou', 'hem', 'haar', 'hen', 'uur', 'dagen', 'weken', 'nu'],
])
