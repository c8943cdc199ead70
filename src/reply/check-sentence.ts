import type { CheckResult } from '../checks/check.ts'
import { fillWords } from './fill.ts'
import type { Line } from './reply.ts'
import type { Speech } from './speech.ts'

const marks = { ok: '✓', problem: '✗', unknown: '?' } as const

/** A check's result in one sentence. */
export function checkSentence(check: CheckResult, speech: Speech): string {
  return fillWords(speech.check(check.key), { ...check.facts, subject: check.subject }, speech)
}

/** The same behind a mark that tells how it stands. */
export function checkLine(check: CheckResult, speech: Speech): Line {
  return [`${marks[check.status]} `, checkSentence(check, speech)]
}
