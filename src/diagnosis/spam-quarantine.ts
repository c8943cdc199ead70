import type { Event, FormName } from '../correlator/form.ts'
import type { Attempt } from './attempts.ts'
import type { Evidence } from './evidence.ts'
import { dispositions, type Proof } from './proof.ts'
import { told } from './story.ts'

/** Whether a disposition is the hand-over to the spam quarantine, on this gateway or another one (grammar Q1 to Q3). */
export function isSpamQuarantine(event: Event): boolean {
  return handOvers.has(event.form)
}

const handOvers: ReadonlySet<string> = new Set<FormName>([
  'spam-quarantine-tagged',
  'spam-quarantined',
  'rpc-delivered',
  'external-quarantined',
])

/** The mails that lie in the spam quarantine; whether a person's own block list put them there is told apart. */
export function heldAsSpam(evidence: Evidence, byBlocklist: boolean): readonly Proof[] {
  const held = dispositions(evidence, isSpamQuarantine).filter(({ attempt }) => isBlocked(attempt) === byBlocklist)
  return held.map((proof) => ({ ...proof, events: [...verdictLines(proof.attempt), ...proof.events] }))
}

/** V2: the recipient's own list speaks as the engine SLBL, and outdoes the others. */
export function isBlocked(attempt: Attempt): boolean {
  const verdicts = [...told(attempt, 'case-interim'), ...told(attempt, 'case-verdict')]
  return verdicts.some(({ fields }) => fields.engine === 'SLBL' && /positive/i.test(fields.verdict))
}

function verdictLines(attempt: Attempt): readonly Event[] {
  const spam = told(attempt, 'case-verdict').filter(({ fields }) => /positive|suspect/i.test(fields.verdict))
  const starts = told(attempt, 'delivery-start').filter(({ fields }) => fields.via !== undefined)
  return [...spam, ...told(attempt, 'spam-quarantine-tagged'), ...starts]
}
