import { isSpace } from './text.ts'

/** One line of the consolidated event log: what became of one message (section 16 (c) of the grammar). */
export interface Cef {
  readonly vendor: string
  readonly product: string
  /** The AsyncOS release. */
  readonly release: string
  /**
   * Values by their keys, for example `ESAMID`, `act`, `suser`. Which keys a line has, and in what order, is configured.
   * A value is as the log writes it, without the quotes around it; dictionaries stay the text of a Python dictionary.
   */
  readonly fields: Readonly<Record<string, string>>
  /** Values of `cs1` to `cs6` and `cfp1` by the names their labels give them: `MailPolicy`, `SenderCountry`, `SBRSScore`. */
  readonly labelled: Readonly<Record<string, string>>
}

/**
 * Reads a line of the consolidated event log from `CEF:` on. Null where it does not begin so, or its head is not whole.
 * Never throws, and takes time in proportion to the text.
 *
 * The log is not strict CEF: nothing is escaped, and values hold blanks and equals signs. So a key is one of the words
 * the gateway writes, behind white space and before `=`. A key that a broken line has a blank in (`E SAAMPVerdict`) is
 * mended. What a sender writes stands mostly in quotes or in a dictionary, and no key is looked for there. Five values
 * of his have neither (`sendersOwn`); where he writes a key into one of those, it stands twice. Then the one that stands
 * before all of his values is taken, and where none does, neither. A key that the subscription leaves out he can forge.
 */
export function readCef(text: string): Cef | null {
  if (!text.startsWith('CEF:')) return null
  const head = text.split('|', 7)
  const [, vendor, product, release, , , severity] = head
  if (vendor === undefined || product === undefined || release === undefined || severity === undefined) return null
  const from = head.join('|').length + 1
  const fields = from > text.length ? {} : fieldsOf(text, from)
  return { vendor, product, release, fields, labelled: labelledOf(fields) }
}

/** The ids that a line of the consolidated event log names, null where it does not. */
export interface CefIds {
  readonly icid: number | null
  readonly mid: number | null
  readonly dcid: number | null
}

/** The ids of a consolidated event. */
export function cefIds({ fields }: Cef): CefIds {
  return { icid: idOf(fields.ESAICID), mid: idOf(fields.ESAMID), dcid: idOf(fields.ESADCID) }
}

function idOf(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : null
}

/** Keys whose values are the sender's words as they came, without quotes around them. */
const sendersOwn: ReadonlySet<string> = new Set(['ESAFriendlyFrom', 'ESAHeloDomain', 'ESAReplyTo', 'duser', 'suser'])

/** The keys that are seen, but for those of `isKey`. Only these are mended where a blank got into one. */
const keys: ReadonlySet<string> = new Set(
  `act deviceDirection deviceExternalId deviceInboundInterface deviceOutboundInterface duser dvc end endTime msg shost
  sourceAddress sourceHostName src start startTime suser
  ESAAMPVerdict ESAASVerdict ESAAVVerdict ESAAttachmentDetails ESACFVerdict ESADCID ESADHASource ESADKIMVerdict
  ESADLPVerdict ESADMARCVerdict ESADaneHost ESADaneStatus ESAFinalActionDetails ESAFriendlyFrom ESAGMVerdict
  ESAHeloDomain ESAHeloIP ESAICID ESALogHeaders ESAMARAction ESAMFVerdict ESAMID ESAMailFlowPolicy ESAMsgSize
  ESAMsgTooBigFromSender ESAOFVerdict ESARateLimitedIP ESAReplyTo ESASDRDomainAge ESASPFVerdict ESASenderGroup ESAStatus
  ESATLSInCipher ESATLSInConnStatus ESATLSInProtocol ESATLSOutCipher ESATLSOutConnStatus ESATLSOutProtocol ESAURLDetails`
    .split(/\s+/)
    .filter(Boolean),
)

/** `ESA…`, `cs1`, `cs1Label`, `cfp1`, `cn1` and the rest of the gateway's keys: a newer release has more of the first. */
function isKey(word: string): boolean {
  return keys.has(word) || /^(?:ESA[A-Z][A-Za-z]{1,40}|(?:cs|cn|cfp)[1-9](?:Label)?)$/.test(word)
}

interface Entry {
  readonly key: string
  /** Whether no word of the sender's stands before it. */
  readonly isFirst: boolean
  readonly value: string
}

function fieldsOf(text: string, from: number): Record<string, string> {
  const kept = new Map<string, Entry | null>()
  for (const entry of entriesOf(text, from)) {
    const before = kept.get(entry.key)
    if (before === undefined) kept.set(entry.key, entry)
    else if (!before?.isFirst) kept.set(entry.key, null)
  }
  const values: [string, string][] = []
  for (const [key, entry] of kept) if (entry) values.push([key, entry.value])
  return Object.fromEntries(values)
}

function entriesOf(text: string, from: number): Entry[] {
  const entries: Entry[] = []
  let isFirst = true
  let next = keyFrom(text, from)
  while (next) {
    const { key } = next
    const isSenders = sendersOwn.has(key)
    const begin = skipBlanks(text, next.end)
    next = keyFrom(text, isSenders ? begin : closedEnd(text, begin))
    entries.push({ key, isFirst, value: unquoted(text.slice(begin, next?.begin ?? text.length).trim()) })
    if (isSenders) isFirst = false
  }
  return entries
}

function unquoted(value: string): string {
  const isWhole = value.length > 1 && isQuote(value[0]) && value.endsWith(value[0] as string)
  return isWhole ? value.slice(1, -1) : value
}

/** The key that comes next: where it begins, and where its value does. */
function keyFrom(text: string, from: number): { key: string; begin: number; end: number } | null {
  for (let equals = text.indexOf('=', from); equals >= 0; equals = text.indexOf('=', equals + 1)) {
    const begin = wordBegin(text, equals, from)
    const word = text.slice(begin, equals)
    if (isKey(word)) return { key: word, begin, end: equals + 1 }
    // One blank inside a key: `E SAAMPVerdict`.
    if (begin <= from || text[begin - 1] !== ' ' || word === '') continue
    const broken = wordBegin(text, begin - 1, from)
    const mended = text.slice(broken, begin - 1) + word
    if (keys.has(mended)) return { key: mended, begin: broken, end: equals + 1 }
  }
  return null
}

const longestKey = 48

/** Where the word begins that ends at `end`: behind white space, or at `from`. Itself where it is too long for a key. */
function wordBegin(text: string, end: number, from: number): number {
  for (let at = end; at >= from && at >= end - longestKey; at -= 1) {
    if (at === from || isSpace(text.charCodeAt(at - 1))) return at
  }
  return end
}

/**
 * Behind the quotes or brackets that the value at `at` begins with; `at` where it begins with none. One that is not
 * closed was cut off, and so the rest of the line is in it.
 */
function closedEnd(text: string, at: number): number {
  const mark = text[at]
  if (isQuote(mark)) return quoteEnd(text, at)
  return mark === '{' || mark === '[' ? bracketEnd(text, at) : at
}

function isQuote(mark: string | undefined): boolean {
  return mark === "'" || mark === '"'
}

/** Behind the quote that closes the one at `at`: Python puts a backslash before one that does not. */
function quoteEnd(text: string, at: number): number {
  for (let pos = at + 1; pos < text.length; pos += 1) {
    if (text[pos] === '\\') pos += 1
    else if (text[pos] === text[at] && (pos + 1 === text.length || isSpace(text.charCodeAt(pos + 1)))) return pos + 1
  }
  return text.length
}

/** Behind the bracket that closes the one at `at`; those inside strings do not count. */
function bracketEnd(text: string, at: number): number {
  let depth = 0
  for (let pos = at; pos < text.length; pos += 1) {
    const char = text[pos] as string
    if (isQuote(char)) {
      pos += 1
      while (pos < text.length && text[pos] !== char) pos += text[pos] === '\\' ? 2 : 1
    } else if (char === '{' || char === '[') depth += 1
    else if (char === '}' || char === ']') {
      depth -= 1
      if (depth === 0) return pos + 1
    }
  }
  return text.length
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1
  return at
}

/** `cs1Label=MailPolicy cs1=DEFAULT`, and the spacing and commas that are seen around a label. */
function labelledOf(fields: Readonly<Record<string, string>>): Record<string, string> {
  const pairs: [string, string][] = []
  for (const [key, label] of Object.entries(fields)) {
    if (!key.endsWith('Label')) continue
    const value = fields[key.slice(0, -'Label'.length)]
    if (value !== undefined) pairs.push([label.replace(/,$/, ''), value])
  }
  return Object.fromEntries(pairs)
}
