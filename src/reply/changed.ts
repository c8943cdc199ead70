import { type ChangedPart, changedOf } from '../diagnosis/changed.ts'
import type { Evidence } from '../diagnosis/evidence.ts'
import type { Finding } from '../diagnosis/rule.ts'
import type { Speech } from './speech.ts'

/** Slots by which a summary tells a change itself; the sender group follows from the reputation. */
const toldBy: Partial<Record<ChangedPart, string>> = {
  ip: '{takenServer}',
  sbrs: '{takenSbrs}',
  group: '{takenSbrs}',
}

const atMost = 3

/** One sentence of what differs from the last mail that was taken; null where nothing does beyond the summary. */
export function whatChanged(evidence: Evidence, leading: Finding, speech: Speech): string | null {
  const changed = changedOf(evidence, leading)
  if (changed === null) return null
  const summary = speech.rule(leading, 'summary')
  const left = changed.differences.filter(({ what }) => !summary.includes(toldBy[what] ?? '{}'))
  if (left.length === 0) return null
  const differences = left.slice(0, atMost).map(({ what, slots }) => speech.say(`changed.${what}`, slots))
  return speech.say('changed', { takenAt: changed.takenAt, differences })
}
