import type { Addressee, Certainty, Outcome } from '../../../src/diagnosis/rule.ts'
import type { Whither } from '../../../src/diagnosis/whither.ts'
import type { Told } from '../evidence-of.ts'

/** One rule, one piece of evidence, what it must say. */
export interface RuleCase extends Told {
  readonly cause: string
  readonly name: string
  readonly outcome: Outcome['outcome']
  readonly certainty?: Certainty
  readonly variant?: string
  /** Where the mail was on its way to. */
  readonly way?: Whither
  /** Whom the note is for; `nobody` where there is none. */
  readonly noteTo?: Addressee | 'nobody'
  /** Parts of the lines that must be cited. All of them, where `onlyCites`. */
  readonly cites?: readonly string[]
  readonly slots?: Readonly<Record<string, unknown>>
  /** What the diagnosis as a whole must begin with; the cause itself where it is found and this is left out. */
  readonly verdict?: string
}
