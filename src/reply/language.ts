import type { RuleTexts } from '../diagnosis/rule.ts'
import type { ui } from './languages/en.ts'

/** The sentences that belong to no rule. English has them all; another language falls back to it key by key. */
export type UiKey = keyof typeof ui

export type UiTexts = Readonly<Record<UiKey, string>>

/** What a language says of one cause; what it leaves out is said in English. */
export type RuleTranslation = { readonly [K in keyof RuleTexts]?: RuleTexts[K] | undefined }

/** One language of answers. `{slot}` is filled, `*bold*` and `code` are drawn, nothing else is markup. */
export interface Language {
  /** BCP 47 tag, two letters. */
  readonly tag: string
  /** Its name in itself. */
  readonly name: string
  /** The locale by which times and numbers are written. */
  readonly locale: string
  readonly ui: Partial<UiTexts>
  readonly rules: Readonly<Record<string, RuleTranslation>>
  /** By CheckResult.key. */
  readonly checks: Readonly<Record<string, string>>
}

export function defineLanguage(language: Language): Language {
  return language
}
