import type { Fate } from '../diagnosis/attempts.ts'
import { domainAsked } from '../diagnosis/concerns.ts'
import type { Evidence } from '../diagnosis/evidence.ts'
import type { Section } from './reply.ts'
import type { Speech } from './speech.ts'

/** Ranges shown; a large sender publishes hundreds. */
const mostShown = 40

/** Fates by which it matters which servers were looked for: the mail was not taken. */
const outside: ReadonlySet<Fate> = new Set(['refused', 'aborted', 'open'])

/**
 * The addresses and ranges that the sender was looked for by, each with how it was come by: SPF with its path, MX, A, or
 * an earlier mail in the log (vendor note 118013). Nothing where a mail was taken: then nobody asks.
 */
export function candidates({ asked, attempts, candidates: known }: Evidence, speech: Speech): Section | null {
  const domain = domainAsked(asked.about)
  if (domain === null || !attempts.every(({ fate }) => outside.has(fate))) return null
  // What the log alone gave away is the very attempts that are told.
  if (known.every(({ from }) => from === 'log')) return null
  const lines = known.slice(0, mostShown).map(({ range, path }) => `${range}: ${path}`)
  if (known.length > lines.length) lines.push('…')
  const title = speech.say('candidates', { about: domain, count: known.length })
  return { kind: 'lines', role: 'candidates', title, lines, folded: true }
}
