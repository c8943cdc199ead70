import ipaddr from 'ipaddr.js'
import { toDomain } from './domain-name.ts'
import { withoutHonorific } from './japanese.ts'
import { startsWithWord } from './stretch.ts'
import { type LanguageTag, words } from './words.ts'

/** Something a question names, where it stands in the text, and the part it plays as far as the words tell. */
export interface Entity {
  readonly kind: 'address' | 'domain' | 'ip' | 'message-id' | 'mid' | 'icid' | 'local-part'
  /** Lower case; domains in their ASCII form. */
  readonly value: string
  readonly part: 'sender' | 'recipient' | 'unsaid'
  readonly index: number
  readonly length: number
}

/** Longest text we look at: a question is a sentence, and a pasted mailbox is not. */
export const longest = 4_000

/**
 * Tokens end at white space, quotes, brackets, characters that draw nothing, and what closes a sentence; all
 * single-character classes, so linear. An apostrophe between letters is kept for the while (`o'neil@example.com`).
 */
const token = /[^\s\p{Cf}"'`<>()[\]{},;、。「」（）]+(?:'[^\s\p{Cf}"'`<>()[\]{},;、。「」（）]+)*/gu
/** A run of letters that can be in an address or name; what Japanese writes right behind it is cut off by this. */
const nameLike = /^[\p{L}\p{N}._%+@:/=?&~*#$!^|'-]+/u

/** Finds the addresses, domains, IP addresses, Message-IDs, MIDs and ICIDs in a text, in order. */
export function entitiesIn(text: string, language: LanguageTag): readonly Entity[] {
  const shown = text.slice(0, longest).replaceAll('’', "'")
  const entities: Entity[] = []
  for (const found of shown.matchAll(/\b(MID|ICID)[ :#]{0,3}(\d{1,12})\b/gi)) {
    const kind = found[1]?.toLowerCase() === 'mid' ? 'mid' : 'icid'
    entities.push({ kind, value: found[2] ?? '', part: 'unsaid', index: found.index, length: found[0].length })
  }
  for (const found of shown.matchAll(/(?:message|メッセージ)[- ]?id[:= ]{0,3}<?([^\s<>]{3,250}@[^\s<>]{1,250})>?/gi)) {
    entities.push({
      kind: 'message-id',
      value: found[1] ?? '',
      part: 'unsaid',
      index: found.index,
      length: found[0].length,
    })
  }
  for (const found of shown.matchAll(/<([^\s<>@]{3,200}@[^\s<>@]{1,250})>/g)) {
    const value = found[1] ?? ''
    const index = found.index + 1
    const isTaken = entities.some((one) => index < one.index + one.length && index >= one.index)
    if (isTaken || !isNoMailbox(value)) continue
    entities.push({ kind: 'message-id', value, part: 'unsaid', index, length: value.length })
  }
  for (const found of shown.matchAll(token)) {
    if (entities.some(({ index, length }) => found.index < index + length && found.index + found[0].length > index))
      continue
    if (isTornOff(shown, found.index)) continue
    for (const part of unquoted(found[0], language)) {
      for (const piece of piecesOf(part.text)) {
        entities.push(...entitiesOfToken(piece.text, found.index + part.index + piece.index, shown, language))
      }
    }
  }
  return entities.sort((a, b) => a.index - b.index)
}

/**
 * Whether what stands in angle brackets is a Message-ID and no mailbox: it has signs that people's addresses do not have.
 * What a forwarder or a list writes into an envelope has them too, with the domain it stands for: `SRS0=x=y=example.com=ann`.
 */
function isNoMailbox(text: string): boolean {
  const local = text.slice(0, text.lastIndexOf('@'))
  return /[=$/]/.test(local) && !/^(?:srs[01]|prvs|bounces?|b)[=+-]|=[a-z0-9-]+\.[a-z]{2,}(?:=|$)/i.test(local)
}

/**
 * Apostrophes are quotes or, in `example.com's`, grammar, and part a token; but one in the local part of an address is
 * part of it (RFC 5321 section 4.1.2, atext). In French it may still be an elision: `d'alice@example.com`.
 */
function unquoted(raw: string, language: LanguageTag): readonly { text: string; index: number }[] {
  const elided = language === 'fr' ? (/^(?:[cdjlmnst]|qu)'/i.exec(raw)?.[0].length ?? 0) : 0
  const rest = raw.slice(elided)
  const at = rest.indexOf('@')
  const apostrophe = rest.lastIndexOf("'")
  if (apostrophe > 0 && apostrophe < at && rest.lastIndexOf('@') === at) return [{ text: rest, index: elided }]
  return [...raw.matchAll(/[^']+/g)].map(({ 0: text, index }) => ({ text, index }))
}

/** `exa";mple.com` is no name: what stands behind the `";` must not be answered for as if it were one. */
function isTornOff(text: string, index: number): boolean {
  return /[\p{L}\p{N}]["`;]+$/u.test(text.slice(Math.max(0, index - 8), index))
}

/** Japanese puts no space between a name and its particle: `example.comからの`. The plain ASCII runs are the names then. */
function piecesOf(raw: string): readonly { text: string; index: number }[] {
  const runs = [...raw.matchAll(/[a-z0-9._%+@:/-]+/gi)].filter((run) => /[.@]/.test(run[0]))
  const mixed = /[\u3040-\u30ff\u4e00-\u9fff]/.test(raw) && runs.length > 0
  if (!mixed) return [{ text: raw, index: 0 }]
  return runs.map((run) => {
    let index = run.index
    // A label of katakana and kanji before the dot belongs to the name; a particle is hiragana, and does not.
    if (run[0].startsWith('.')) while (/[\u30a1-\u30ff\u4e00-\u9fff]/.test(raw.charAt(index - 1))) index--
    return { text: raw.slice(index, run.index + run[0].length), index }
  })
}

/** `From:alice@example.com`, `mailto:…`, `送信者:…`: no name has a colon, and a scheme has `//` behind it. */
const labelled = /^[\p{L}-]{0,20}:(?=[^:/])/u

function entitiesOfToken(raw: string, place: number, text: string, language: LanguageTag): readonly Entity[] {
  const whole = trimToken(nameLike.exec(raw)?.[0] ?? '')
  const label = ipaddr.isValid(whole) ? 0 : (labelled.exec(whole)?.[0].length ?? 0)
  const trimmed = whole.slice(label)
  const index = place + label
  const at = (kind: Entity['kind'], value: string): Entity => ({
    kind,
    value,
    part: partOf(text, index, index + trimmed.length, language),
    index,
    length: trimmed.length,
  })
  if (trimmed === '') return []
  if (ipaddr.isValid(trimmed) && (trimmed.includes(':') || trimmed.split('.').length === 4)) {
    return [at('ip', ipaddr.parse(trimmed).toString())]
  }
  const lower = trimmed.toLowerCase()
  const mailbox = lower.lastIndexOf('@')
  if (mailbox > 0) {
    const domain = toDomain(lower.slice(mailbox + 1))
    return domain ? [at('address', `${lower.slice(0, mailbox)}@${domain}`)] : []
  }
  const domain = toDomain(mailbox === 0 ? lower.slice(1) : mailName(lower))
  return domain ? [at('domain', domain)] : []
}

function trimToken(raw: string): string {
  let end = raw.length
  while (end > 0 && '.?!:…'.includes(raw.charAt(end - 1))) end--
  return raw.slice(0, end)
}

/** The name in an address copied from a browser, `https://www.example.com/contact`: mail is not sent as `www.`. */
function mailName(text: string): string {
  const scheme = text.indexOf('://')
  const host = scheme >= 0 ? text.slice(scheme + 3) : text
  const slash = host.search(/[/?#]/)
  const name = slash >= 0 ? host.slice(0, slash) : host
  return name.startsWith('www.') && name.includes('.', 'www.'.length) ? name.slice('www.'.length) : name
}

function partOf(text: string, start: number, end: number, language: LanguageTag): Entity['part'] {
  const own = words[language]
  const behind = text.slice(end).replace(/^[\s>」）)]+/, '')
  const after = language === 'ja' ? withoutHonorific(behind) : behind
  const fromAfter = own.fromAfter.some((word) => after.startsWith(word))
  const toAfter = own.toAfter.some((word) => after.startsWith(word))
  if (fromAfter && !(language === 'ja' && toAfter)) return 'sender'
  const goesOn = (list: readonly string[]) => list.some((word) => startsWithWord(after.toLowerCase(), word, language))
  if (toAfter) return 'recipient'
  const before = text
    .slice(Math.max(0, start - 40), start)
    .toLowerCase()
    .replace(language === 'ja' ? /[\s<"'(:「]+$|[\s:]*[はが][\s「]*$/ : /[\s<"'(:]+$/, '')
  const ends = (list: readonly string[]) =>
    list.some(
      (word) =>
        before === word ||
        (language === 'ja' && before.endsWith(word)) ||
        before.endsWith(` ${word}`) ||
        (word.endsWith("'") && before.endsWith(word.slice(0, -1))),
    )
  if (ends(own.to) || ends(words.en.to)) return 'recipient'
  // `mail from example.com is missing`: what stands before it says more than what stands behind.
  if (ends(own.from) || ends(words.en.from)) return 'sender'
  return goesOn(own.receives) && !goesOn(own.comes) ? 'recipient' : 'unsaid'
}

/** Names of mailboxes without a domain, as in `to carol?`: only right behind a word for the recipient. */
export function localPartsIn(text: string, language: LanguageTag): readonly string[] {
  const found: string[] = []
  const list = text.split(/\s+/)
  const own: readonly string[] = [...words[language].to, ...words.en.to]
  list.forEach((word, place) => {
    const next = list[place + 1]
    if (next === undefined || !own.includes(word.toLowerCase())) return
    const name = trimToken(next).toLowerCase()
    if (/^[a-z][a-z0-9._-]{1,63}$/.test(name) && !stopWords.has(name)) found.push(name)
  })
  return found
}

const stopWords = new Set([
  'the',
  'a',
  'us',
  'me',
  'everyone',
  'anyone',
  'all',
  'be',
  'le',
  'la',
  'les',
  'de',
  'het',
  'mij',
  'ons',
  'moi',
  'nous',
])
