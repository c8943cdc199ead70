import { describeIn } from '../correlator/describe.ts'
import type { Event } from '../correlator/form.ts'
import type { Gap, GapKind } from '../diagnosis/evidence.ts'
import { type Addressee, type Finding, keysOf, type NoteText, type RuleTexts, type Slots } from '../diagnosis/rule.ts'
import { rules } from '../diagnosis/rules/index.ts'
import { fillPlain, fillWords, type Writing } from './fill.ts'
import type { CommandTexts, Language, UiKey } from './language.ts'
import { ui as english, language as englishLanguage } from './languages/en.ts'
import { languages } from './languages/index.ts'
import { type Clockwork, shortTime } from './when.ts'

/** A language with a clock: finds each text, in English where the language has none. */
export interface Speech extends Writing {
  readonly language: Language
  readonly clockwork: Clockwork
  ui(key: UiKey): string
  say(key: UiKey, slots: Slots): string
  gap(kind: GapKind): string
  gapSentence(gap: Gap): string
  rule(finding: Finding, part: 'headline' | 'summary'): string
  step(finding: Finding, step: string): string
  clear(cause: string): string | null
  /** What was missing, by the key that a rule's outcome gives. */
  unknown(cause: string, key: string): string | null
  /** The note to whom it is for; to a colleague the sender's, where there is none of its own. */
  note(finding: Finding): NoteText | null
  meaning(cause: string): string | null
  /** What a line of the log says, in plain words. */
  line(event: Event): string
  /** What a command is for and how it is used; its own English where the language says nothing of it. */
  command<Own extends CommandTexts & { readonly name: string }>(command: Own): Own & CommandTexts
  check(key: string): string
}

/** The tag under which answers are written in a language such as `fr-CH`; null where they are not. */
export function languageNamed(tag: string): string | null {
  const short = tag.toLowerCase().split(/[-_]/)[0]
  return languages.find((known) => known.tag === short)?.tag ?? null
}

/** Speaks the language of a tag such as `fr` or `fr-CH`; English where there is none. */
export function speak(tag: string, timeZone: string, now: number): Speech {
  const named = languageNamed(tag)
  const language = languages.find((known) => known.tag === named) ?? englishLanguage
  const clockwork: Clockwork = { timeZone, locale: language.locale, now }
  const numbers = new Intl.NumberFormat(language.locale)
  const writing: Writing = {
    time: (at) => shortTime(at, clockwork),
    number: (value) => numbers.format(value),
  }
  const ui = (key: UiKey): string => language.ui[key] ?? english[key]
  return {
    ...writing,
    language,
    clockwork,
    ui,
    say: (key, slots) => fillPlain(ui(key), slots, writing),
    gap: (kind) => ui(`gap.${kind}`),
    gapSentence: ({ kind, where, detail }) => fillWords(ui(`gap.${kind}`), { where, detail }, writing),
    rule: (finding, part) => {
      const { cause } = finding
      const own = language.rules[cause]?.[part]
      const otherwise = textsOf(cause)?.[part]
      const said = keysOf(finding).map((key) => own?.[key] ?? otherwise?.[key])
      return said.find((text) => text !== undefined) ?? cause
    },
    step: ({ cause }, step) => language.rules[cause]?.steps?.[step] ?? textsOf(cause)?.steps[step] ?? step,
    clear: (cause) => language.rules[cause]?.clear ?? textsOf(cause)?.clear ?? null,
    unknown: (cause, key) => language.rules[cause]?.unknown?.[key] ?? textsOf(cause)?.unknown?.[key] ?? null,
    note: ({ cause, noteTo, variant = 'default' }) => {
      const [own, otherwise] = [language.rules[cause], textsOf(cause)]
      const ofVariant = own?.noteByVariant?.[variant] ?? otherwise?.noteByVariant?.[variant]
      if (noteTo === undefined && ofVariant) return ofVariant
      const said = notesTo[noteTo ?? 'sender'].map((key) => own?.[key] ?? otherwise?.[key])
      return said.find((text) => text !== undefined) ?? null
    },
    meaning: (cause) => language.rules[cause]?.meaning ?? textsOf(cause)?.meaning ?? null,
    line: (event) => describeIn(language.lines, event),
    command: (command) => ({ ...command, ...language.commands?.[command.name] }),
    check: (key) => language.checks[key] ?? englishLanguage.checks[key] ?? key,
  }
}

const notesTo = {
  sender: ['note'],
  recipient: ['noteToRecipient'],
  colleague: ['noteToColleague', 'note'],
} as const satisfies Record<Addressee, readonly (keyof RuleTexts)[]>

function textsOf(cause: string): RuleTexts | null {
  return rules.find((rule) => rule.cause === cause)?.texts ?? null
}
