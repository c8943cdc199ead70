import type { Attempt } from './attempts.ts'
import { lastTaken } from './before.ts'
import { inRange } from './concerns.ts'
import type { Evidence } from './evidence.ts'
import type { NextStep, Slots } from './rule.ts'
import { isOurs } from './whither.ts'

/** The English of the steps of rules that refuse mail which came from outside under a domain of ours. */
export const inOurNameSteps = {
  wasItUs:
    'Find out whether it was us: ask {mailFrom}, and who runs what sends for us (newsletters, tickets, invoices).',
  addService:
    'If it is a service of ours: add it to the SPF record of {domain} as that service says (its `include:`, or {ip}), and let it sign with DKIM for {domain}. Then it is let in.',
  forged:
    'If it is not: somebody forged us, and the refusal was right. Change nothing, and let {ip} into no record and no exception.',
} as const

const steps: readonly NextStep[] = [
  { who: 'us', step: 'wasItUs' },
  { who: 'us', step: 'addService' },
  { who: 'us', step: 'forged' },
]

/** How a refusal of mail in our own name is told. */
export interface InOurName {
  /** `oursBefore`: the same server was let in with such mail before, which speaks for a service of ours. */
  readonly variant: 'ours' | 'oursBefore'
  readonly nextSteps: readonly NextStep[]
  readonly slots: Slots
}

/**
 * Whether a mail that came from outside carries a domain of ours, and what is said then: nobody is told to let that server
 * in before somebody knows that it is ours. Null for the mail of others.
 */
export function inOurName(evidence: Evidence, attempt: Attempt, domain: string | null): InOurName | null {
  if (domain === null || attempt.outbound || !isOurs(`@${domain}`, evidence.ours.domains)) return null
  const { ip } = attempt
  const before = ip === null ? null : lastTaken(evidence, attempt.time, ip)
  const isSame = before !== null && before.fate === 'delivered' && before.ip !== null && inRange(before.ip, ip ?? '')
  return {
    variant: isSame ? 'oursBefore' : 'ours',
    nextSteps: steps,
    slots: isSame ? { takenAt: before.time } : {},
  }
}
