import type { Certainty, Finding, Rule } from './rule.ts'

interface Ranked {
  readonly finding: Finding
  readonly rule: Pick<Rule, 'stage'>
}

const proofFirst: Readonly<Record<Certainty, number>> = { proven: 0, likely: 1, possible: 2 }

/**
 * The order of an answer. First what tells how to read the rest (`leads`), then what happened to the latest attempt,
 * then to the ones before it; of one attempt, proof before fit, and of equals the one that came further. What is only
 * possible comes after all that, and what rests on no attempt at all (DNS, coverage) comes last: a DNS defect never
 * outranks what the log says. Without any attempt the earliest stage speaks first: what stopped the mail before our
 * gateway, then how far that is known.
 */
export function inOrder(ranked: readonly Ranked[]): readonly Finding[] {
  return [...ranked].sort(byRank).map(({ finding }) => finding)
}

function byRank(one: Ranked, other: Ranked): number {
  for (const rank of ranks) {
    const difference = rank(one) - rank(other)
    if (difference !== 0) return difference
  }
  return 0
}

/** Each gives a number, the lower the earlier; the first that differs decides. */
const ranks: readonly ((ranked: Ranked) => number)[] = [
  ({ finding }) => (finding.leads ? 0 : 1),
  ({ finding }) => (finding.aside ? 1 : 0),
  ({ finding }) => (finding.certainty === 'possible' ? 1 : 0),
  ({ finding }) => (finding.attempts.length > 0 ? 0 : 1),
  ({ finding }) => -Math.max(0, ...finding.attempts.map(({ time }) => time)),
  ({ finding }) => proofFirst[finding.certainty],
  ({ finding, rule }) => (finding.attempts.length > 0 ? -rule.stage : rule.stage),
]
