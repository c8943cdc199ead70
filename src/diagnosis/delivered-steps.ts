import type { NextStep } from './rule.ts'
import type { Whither } from './whither.ts'

/** What is done about a mail that was delivered, and is missed all the same. */
export const deliveredSteps = {
  look: 'Look in Junk, in other folders and in the rules of the mailbox.',
  traceId: 'Mail team: message trace for `<{messageId}>`, {deliveredAt}.',
  route: 'See where mail for that domain goes now, and who changed it: Network > SMTP Routes; LDAP routing.',
  there: 'Look for the mail at {nextHop}: it may wait or lie in a mailbox there.',
  theirs: 'Their administrator looks for it in the log of {nextHop}: that server answered for it.',
  trace: 'Mail team: message trace for mail from {mailFrom}, {deliveredAt}.',
} as const

/** Where it went to the usual server: into the mailbox, and into the log of whoever runs that server. */
export function stepsWhere(way: Whither, hasMessageId: boolean): readonly NextStep[] {
  return [
    { who: 'recipient', step: 'look' },
    way === 'in' ? { who: 'us', step: hasMessageId ? 'traceId' : 'trace' } : { who: 'recipient', step: 'theirs' },
  ]
}

/** Where it went to another server than usual: who looks into Junk looks in vain. */
export const stepsElsewhere: readonly NextStep[] = [
  { who: 'us', step: 'there' },
  { who: 'us', step: 'route', command: 'smtproutes' },
]
