import { atOnce, type Steps } from '../correlator/steps.ts'
import type { Evidence } from './evidence.ts'
import { type Milestone, milestones } from './milestones.ts'
import { inOrder } from './order.ts'
import type { Finding, Outcome, Rule, Slots } from './rule.ts'
import { rules as everyRule } from './rules/index.ts'
import { noteOfMailThatLeaves } from './whither.ts'
import { isOnlyThought, onlyClaimsName } from './whose.ts'

/** What the rules say together. Serialisable but for the attempts that findings refer to. */
export interface Diagnosis {
  /** The leading one first; see order.ts. */
  readonly findings: readonly Finding[]
  /** Looked at and fine, in the order of the stages. */
  readonly ruledOut: readonly RuledOut[]
  /** Could not be told. */
  readonly unknowns: readonly Unknown[]
  /** Causes whose rule threw: a bug of ours, and one outcome lost. */
  readonly crashed: readonly string[]
}

export interface RuledOut {
  readonly cause: string
  /** The milestone that rules it out; not there where the rule itself looked, and its `clear` text says what it saw. */
  readonly past?: Milestone
  /** True where the answer shows it without a word. */
  readonly unsaid?: true
  /** What fills the milestone's text, or the rule's. */
  readonly slots: Slots
}

export interface Unknown {
  readonly cause: string
  /** A key of the rule's `unknown` texts, where it said what was missing. */
  readonly missing: string | null
}

/** What may be told to `diagnose` beside the evidence. */
export interface DiagnoseOptions {
  /** All rules there are, where not given. */
  readonly rules?: readonly Rule[]
  /** Told of a rule that threw, for the log; it must not throw itself. */
  readonly crashed?: (cause: string, error: unknown) => void
}

/** Evidence → Diagnosis: runs the rules and puts their findings in order. Never throws for what a rule does. */
export function diagnose(evidence: Evidence, options: DiagnoseOptions = {}): Diagnosis {
  return atOnce(diagnosing(evidence, options))
}

/** The same step by step: a rule in each. */
export function* diagnosing(evidence: Evidence, options: DiagnoseOptions = {}): Steps<Diagnosis> {
  const { rules = everyRule, crashed: tell = () => {} } = options
  const findings: { finding: Finding; rule: Rule }[] = []
  const ruledOut: { stage: number; told: RuledOut }[] = []
  const unknowns: Unknown[] = []
  const crashed: string[] = []
  for (const rule of rules) {
    const outcome = examine(rule, evidence, tell)
    if (outcome.outcome === 'crashed') crashed.push(rule.cause)
    if (outcome.outcome === 'found')
      for (const finding of outcome.findings)
        findings.push({ finding: noteOfMailThatLeaves(evidence, doubted(evidence, finding), rule.stage), rule })
    if (outcome.outcome === 'clear') {
      const { outcome: _, slots = {}, ...told } = outcome
      ruledOut.push({ stage: rule.stage, told: { cause: rule.cause, slots, ...told } })
    }
    if (outcome.outcome === 'unknown') unknowns.push({ cause: rule.cause, missing: outcome.missing ?? null })
    yield
  }
  ruledOut.sort((one, other) => one.stage - other.stage)
  return {
    findings: inOrder(findings),
    ruledOut: ruledOut.map(({ told }) => told).filter(({ past }) => !isDenied(past, findings)),
    unknowns,
    crashed,
  }
}

/**
 * Whether a rule found, by another log than the one that tells how far the mail came, that it did not come past this point:
 * then nobody is told that it did.
 */
function isDenied(past: Milestone | undefined, findings: readonly { finding: Finding; rule: Rule }[]): boolean {
  if (past === undefined) return false
  const stopped = findings.flatMap(({ finding, rule }) =>
    rule.past && finding.certainty !== 'possible' ? [milestones.indexOf(rule.past)] : [],
  )
  return stopped.some((point) => point <= milestones.indexOf(past))
}

/** A line proves what happened to an attempt, not whose it was: where that is only thought, nothing is proven. */
function doubted(evidence: Evidence, finding: Finding): Finding {
  const { attempts, certainty } = finding
  const isOf = (whose: typeof isOnlyThought) => attempts.length > 0 && attempts.every((one) => whose(evidence, one))
  if (!isOf(isOnlyThought)) return finding
  const lowered: Finding = certainty === 'proven' ? { ...finding, certainty: 'likely' } : finding
  return isOf(onlyClaimsName) ? claimed(lowered) : lowered
}

/** Nobody is written to about a server that may not be theirs, and none is let in for a name that it claims. */
function claimed(finding: Finding): Finding {
  const isRefused = finding.cause.startsWith('hat-')
  const nextSteps = isRefused ? [] : finding.nextSteps.filter(({ who }) => who !== 'sender')
  return { ...finding, nextSteps, note: false, onlyClaimed: true }
}

/** The finding that the answer begins with; null where the rules found nothing. */
export function verdictOf(diagnosis: Diagnosis): Finding | null {
  return diagnosis.findings.at(0) ?? null
}

function examine(
  rule: Rule,
  evidence: Evidence,
  tell: NonNullable<DiagnoseOptions['crashed']>,
): Outcome | { readonly outcome: 'crashed' } {
  try {
    return rule.examine(evidence)
  } catch (error) {
    tell(rule.cause, error)
    return { outcome: 'crashed' }
  }
}
