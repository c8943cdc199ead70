import type { Attempt } from '../diagnosis/attempts.ts'
import type { Evidence } from '../diagnosis/evidence.ts'
import { outcomeInWords } from './outcome.ts'
import type { Section } from './reply.ts'
import type { Speech } from './speech.ts'
import { shortTime } from './when.ts'

const rowsShown = 5

/** The latest attempts in a table, with the gateway where there are several. Nothing for a single attempt. */
export function attemptsTable({ attempts, asked }: Evidence, speech: Speech): Section | null {
  if (attempts.length < 2) return null
  const several = new Set(attempts.map(({ gateway }) => gateway)).size > 1
  const shown = attempts.slice(-rowsShown)
  const rows = shown.map((attempt) => [
    shortTime(attempt.time, speech.clockwork),
    ...(several ? [attempt.gateway] : []),
    attempt.mailFrom || attempt.ip || '',
    outcomeOf(attempt, asked.recipient, speech),
  ])
  const earlier = attempts.length - shown.length
  if (earlier > 0) rows.unshift(['…', ...(several ? [''] : []), '', speech.say('moreAttempts', { count: earlier })])
  const head = [
    speech.ui('headTime'),
    ...(several ? [speech.ui('headGateway')] : []),
    speech.ui('headFrom'),
    speech.ui('headOutcome'),
  ]
  return { kind: 'table', role: 'attempts', head, rows }
}

function outcomeOf(attempt: Attempt, recipient: string | null, speech: Speech): string {
  const { fate, sbrs } = attempt
  const word = outcomeInWords(attempt, recipient, speech)
  // The minus sign people read, not the hyphen the log has.
  return fate === 'refused' && sbrs !== null ? `${word}, SBRS ${String(sbrs).replace('-', '−')}` : word
}
