import type { CheckResult } from '../checks/check.ts'
import { fillPlain } from './fill.ts'
import type { Speech } from './speech.ts'

/** A check's result in one sentence. */
export function checkSentence(check: CheckResult, speech: Speech): string {
  return fillPlain(speech.check(check.key), { ...check.facts, subject: check.subject }, speech)
}
