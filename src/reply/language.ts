import type { Wording } from '../correlator/describe.ts'
import type { RuleTexts } from '../diagnosis/rule.ts'
import type { ui } from './languages/en.ts'

/** The sentences that belong to no rule. English has them all; another language falls back to it key by key. */
export type UiKey = keyof typeof ui

export type UiTexts = Readonly<Record<UiKey, string>>

/** What a language says of one cause; what it leaves out is said in English. */
export type RuleTranslation = { readonly [K in keyof RuleTexts]?: RuleTexts[K] | undefined }

/** What a language says of a command; English has it with the command. */
export interface CommandTexts {
  readonly summary: string
  readonly usage: string
  /** Questions that are understood in this language; those of the command where there are none. */
  readonly examples?: readonly string[]
  /** What to do where the words are not what they must be: there are none, or too many of them. */
  readonly missing?: string
  readonly tooLong?: string
}

/** One language of answers. `{slot}` is filled, `*bold*` and `code` are drawn, nothing else is markup. */
export interface Language {
  /** BCP 47 tag, two letters. */
  readonly tag: string
  /** Its name in itself. */
  readonly name: string
  /** The locale by which times and numbers are written. */
  readonly locale: string
  readonly ui: Partial<UiTexts>
  /** What each line of the log says, in plain words. */
  readonly lines?: Wording
  /** By the command's name. */
  readonly commands?: Readonly<Record<string, CommandTexts>>
  readonly rules: Readonly<Record<string, RuleTranslation>>
  /** By CheckResult.key. */
  readonly checks: Readonly<Record<string, string>>
}

export function defineLanguage(language: Language): Language {
  return language
}
