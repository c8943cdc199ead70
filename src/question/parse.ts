import type { Window } from '../correlator/ids.ts'
import { aboutOf } from './about.ts'
import { type Entity, entitiesIn, localPartsIn, longest } from './entities.ts'
import { asks, halfWidth, recipientNames, stopsAtTopic } from './japanese.ts'
import { type NotUnderstood, notUnderstood } from './not-understood.ts'
import { exactKinds, isOurs, leftOut, partsOf } from './parts.ts'
import { nameAlone, passedOver } from './passed-over.ts'
import type { Question } from './question.ts'
import { timeIn } from './time.ts'
import { type LanguageTag, languageOf, words } from './words.ts'

const day = 24 * 3_600_000

/** What a question is read against. The clock is a value: the same words at the same time mean the same. */
export interface Reading {
  readonly now: number
  readonly timeZone: string
  /** The language where the words do not tell it. */
  readonly language: LanguageTag
  /** Names of the gateways that are configured. */
  readonly gateways: readonly string[]
  /** Mail domains of ours: an address in one of them is the recipient. */
  readonly domains: readonly string[]
  /** What this thread asked before. */
  readonly previous: Question | null
  /** The stretch to take where the words name none, and whether somebody stated it (`--since`) or it is a default. */
  readonly window?: (Window & { readonly stated: boolean }) | null
}

export type Understood = { readonly kind: 'question'; readonly question: Question; readonly followUp: boolean }

/**
 * Chat text → a question, or what was not understood. `written` has no markup in it any more. Never throws.
 *
 * A sentence that names nothing but a time, a recipient or a gateway is a follow-up of the thread's last question, and
 * takes the rest from there.
 */
export function parseQuestion(written: string, reading: Reading): Understood | NotUnderstood {
  const text = halfWidth(written.slice(0, longest))
  const language = languageOf(text, reading.language)
  const entities = entitiesIn(text, language)
  const parts = partsOf(entities, text, reading)
  const { sender, recipient } = parts
  const blankedText = blanked(text, entities)
  const within = sender || !reading.previous?.windowStated ? null : reading.previous.window
  const time = timeIn(blankedText, { ...reading, language, within })
  const gateways = reading.gateways.filter((name) => saysWord(text, name))
  const { previous } = reading
  const carried = previous && !sender ? previous : null
  const isAlone = sender && sender.part !== 'sender' && recipient === undefined
  const onlyOurs = isAlone && isOurs(sender, reading.domains) ? sender : undefined
  const unsent = onlyOurs ?? (sender || carried ? undefined : recipient)
  // One person and no sender: all mail to that person. So for a domain of somebody else's, to which our own people write;
  // a whole domain of ours would be all mail there is.
  const isOne = unsent?.kind === 'address' || (unsent !== undefined && !isOurs(unsent, reading.domains))
  const forOne = isOne ? unsent.value : null
  const about = forOne !== null ? { recipient: forOne } : sender ? aboutOf(sender) : carried?.about
  if (unsent && forOne === null)
    return { ...notUnderstood(text, { ...reading, language }), why: 'no-sender', word: unsent.value }
  if (!about) return notUnderstood(text, { ...reading, language })
  const localPart = recipient ? null : recipientName(text, language, carried !== null, gateways)
  const name = recipient || localPart || carried ? null : nameAlone(blankedText, language)
  const unheeded = [
    ...passedOver(blankedText, { ...reading, language }),
    ...leftOut(parts),
    ...(name === null || gateways.includes(name) ? [] : [{ why: 'name' as const, word: name }]),
  ]
  const changed = Boolean(time || recipient || localPart || gateways.length > 0)
  if (carried && !changed) return notUnderstood(text, { ...reading, language })
  const followUp = previous !== null && (carried !== null || followUpStart(text, language))
  const base = followUp ? previous : null
  // A mail or connection known by its own number is for whom it is for.
  const isExact = sender !== undefined && exactKinds.has(sender.kind)
  return {
    kind: 'question',
    followUp,
    question: {
      about,
      recipient: forOne ?? recipientOf(recipient, localPart, isExact ? null : base, reading.domains),
      ...windowOf(time?.window ?? null, base, reading),
      gateways: gateways.length > 0 ? gateways : (base?.gateways ?? []),
      language: carried && entities.length === 0 ? languageOf(text, tagOf(carried.language)) : language,
      timeZone: reading.timeZone,
      now: reading.now,
      ...(unheeded.length > 0 && { passedOver: unheeded }),
    },
  }
}

/** Whether a post that does not name the bot reads like a follow-up: short, and it names or changes something. */
export function looksLikeFollowUp(text: string, reading: Reading): boolean {
  if (!reading.previous || text.length > 120) return false
  const language = languageOf(text, reading.language)
  const isAsked = /[?？]$/.test(text.trimEnd()) || followUpStart(text, language) || (language === 'ja' && asks(text))
  return isAsked && parseQuestion(text, reading).kind === 'question'
}

function recipientOf(
  named: Entity | undefined,
  localPart: string | null,
  base: Question | null,
  ours: readonly string[],
): string | null {
  if (named) return named.value
  if (!localPart) return base?.recipient ?? null
  const before = base?.recipient?.split('@').at(-1)
  // "to carol?" names no domain: the one spoken of before, else the only one we have, else any.
  return `${localPart}@${before ?? (ours.length === 1 ? ours[0] : '')}`
}

function windowOf(said: Window | null, base: Question | null, { now, window }: Reading) {
  if (said) return { window: said, windowStated: true }
  if (base) return { window: base.window, windowStated: base.windowStated }
  if (window) return { window: { from: window.from, to: window.to }, windowStated: window.stated }
  return { window: { from: now - day, to: now }, windowStated: false }
}

/** Names are blanked with `_`, not spaces: `from example.com on Tuesday` must not read `from on Tuesday`. */
function blanked(text: string, entities: readonly Entity[]): string {
  let out = text
  for (const { index, length } of entities) {
    out = out.slice(0, index) + '_'.repeat(length) + out.slice(index + length)
  }
  return out
}

/** Japanese writes its particles right behind a name: `esa2では`. */
function saysWord(text: string, word: string): boolean {
  const said = text.toLowerCase().split(/[\s?!.,;:()"']+/)
  const bare = said.flatMap((piece) => piece.split(/[\u3000-\u30ff\u4e00-\u9fff]+/))
  return said.includes(word.toLowerCase()) || bare.includes(word.toLowerCase())
}

/** A mailbox named without its domain. Only Japanese marks it well enough to be looked for in a first question. */
function recipientName(text: string, language: LanguageTag, isCarried: boolean, gateways: readonly string[]) {
  const names = language === 'ja' ? recipientNames(text) : isCarried ? localPartsIn(text, language) : []
  return names.find((name) => !gateways.includes(name)) ?? null
}

function followUpStart(text: string, language: LanguageTag): boolean {
  const lower = text.trim().toLowerCase()
  if (language === 'ja' && stopsAtTopic(lower)) return true
  const starts: readonly string[] = [...words[language].and, ...words[language].to, ...words[language].from]
  return starts.some(
    (start) => lower === start || lower.startsWith(`${start} `) || (language === 'ja' && lower.startsWith(start)),
  )
}

function tagOf(language: string): LanguageTag {
  return language in words ? (language as LanguageTag) : 'en'
}
