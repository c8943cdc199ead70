import type { FactValue } from '../checks/check.ts'
import type { Attempt } from './attempts.ts'
import type { Cite, Evidence } from './evidence.ts'
import { type Milestone, slotsPast } from './milestones.ts'
import type { Whither } from './whither.ts'

/** `proven`: a line of this very attempt says it. `likely`: fits, and nothing else that was looked at does. */
export type Certainty = 'proven' | 'likely' | 'possible'

/** How far the mail came (CAUSES: 0 never connected … 7 after delivery, 8 the search itself). */
export type Stage = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** Who must act. */
export type Actor = 'us' | 'sender' | 'recipient'

export type Slots = Readonly<Record<string, FactValue>>

export interface NextStep {
  readonly who: Actor
  /** A key of the rule's `steps`. */
  readonly step: string
  readonly slots?: Slots
  /** A command to type on the gateway, or a menu path, word for word. Built only from checked values. */
  readonly command?: string
}

/** Whom a note is for: who runs the sender's server, who runs the recipient's, or a sender of our own house. */
export type Addressee = 'sender' | 'recipient' | 'colleague'

export interface NoteText {
  readonly subject: string
  readonly body: string
}

/** What a rule says. No prose: keys of the rule's texts, and what fills their slots. */
export interface Finding {
  readonly cause: string
  readonly certainty: Certainty
  readonly attempts: readonly Attempt[]
  /**
   * The lines this rests on. Where neither lines nor lookups are there, it rests on what was read and nothing was found in,
   * or on what could not be read: the coverage and the gaps, which every answer holds.
   */
  readonly cites: readonly Cite[]
  /** Lookups this rests on, as in CheckResult. */
  readonly lookups?: readonly string[]
  /** Which of the rule's `texts` variants to speak with; `default` where there is one only. */
  readonly variant?: string
  /** Where the mail was on its way to, if not to us: the texts of that way are taken, where there are any. */
  readonly way?: Whither
  readonly slots: Slots
  readonly nextSteps: readonly NextStep[]
  /** True where a note is worth sending. */
  readonly note?: boolean
  /** To whom, if not to the sender's administrator. */
  readonly noteTo?: Exclude<Addressee, 'sender'>
  /** True where the server only claims the sender's name: it may be somebody else, who must not be let in for it. */
  readonly onlyClaimed?: true
  /** True where it tells how to read what was found besides (another sender domain, another time): it comes first. */
  readonly leads?: true
  /** True for a fault found beside the question: told, but behind all that is about it. */
  readonly aside?: true
}

export type Outcome =
  | { readonly outcome: 'not-applicable' }
  /**
   * Looked at and fine: told under "ruled out", with the text of the milestone, or else the rule's `clear` text. `unsaid`:
   * the answer shows it without a word, so only the JSON says it.
   */
  | { readonly outcome: 'clear'; readonly slots?: Slots; readonly past?: Milestone; readonly unsaid?: true }
  | { readonly outcome: 'found'; readonly findings: readonly Finding[] }
  /** Could not be told, because this was missing (a key of the rule's `unknown` texts). */
  | { readonly outcome: 'unknown'; readonly missing?: string }

/**
 * The English of a rule; a language file may hold the same keys in its own words. `{slot}` is filled. Headlines and
 * summaries of mail that is not on its way to us have the keys of `keysOf`.
 */
export interface RuleTexts {
  /** The verdict, in one sentence a support agent understands. By variant; `default` must be there. */
  readonly headline: Readonly<Record<string, string>> & { readonly default: string }
  /** What happened, one to three sentences: the log's facts with time and id. By variant. */
  readonly summary: Readonly<Record<string, string>> & { readonly default: string }
  /** Why it is ruled out, one clause. */
  readonly clear?: string
  /** What was missing, where it could not be told. By the key that the outcome gives. */
  readonly unknown?: Readonly<Record<string, string>>
  readonly steps: Readonly<Record<string, string>>
  /** The note to the sender's administrator: nothing internal in it. */
  readonly note?: NoteText
  /** Instead of it, by variant. */
  readonly noteByVariant?: Readonly<Record<string, NoteText>>
  /** The note to the recipient's administrator, where their server did not take our mail. */
  readonly noteToRecipient?: NoteText
  /** The note to a sender of our own house, where `note` would not do. */
  readonly noteToColleague?: NoteText
  /** What the term means, for `explain`. */
  readonly meaning: string
}

export interface Rule {
  /** An id of the list of causes; the file's name too. */
  readonly cause: string
  readonly stage: Stage
  /** Where the evidence is documented: the log form's names, a vendor note, an RFC section. */
  readonly cites: readonly string[]
  /** Whether the log text was seen word for word in a real log or vendor page. Only `seen` may be `proven`. */
  readonly evidence: 'seen' | 'documented' | 'unverified'
  readonly texts: RuleTexts
  /** The point that no mail comes past which this cause stopped: where every one did, it is ruled out by that alone. */
  readonly past?: Milestone
  examine(evidence: Evidence): Outcome
}

/** The keys by which the text of a variant is looked for, the best first: `outboundBounced`, `bounced`, `outbound`. */
export function keysOf({ variant = 'default', way = 'in' }: Pick<Finding, 'variant' | 'way'>): readonly string[] {
  if (way === 'in') return [variant, 'default']
  const prefix = way === 'out' ? 'outbound' : 'onward'
  const both = `${prefix}${variant.charAt(0).toUpperCase()}${variant.slice(1)}`
  return variant === 'default' ? [prefix, 'default'] : [both, variant, prefix, 'default']
}

/** Declares a rule. Pure: it reads the evidence and nothing else. What its `examine` leaves open, its milestone decides. */
export function defineRule(rule: Rule): Rule {
  const { past } = rule
  if (past === undefined) return rule
  return {
    ...rule,
    examine(evidence) {
      const outcome = rule.examine(evidence)
      const slots = outcome.outcome === 'not-applicable' ? slotsPast(evidence, past) : null
      return slots === null ? outcome : { outcome: 'clear', slots, past }
    },
  }
}
