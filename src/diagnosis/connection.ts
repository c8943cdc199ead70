import type { Event, EventOfForm } from '../correlator/form.ts'
import type { Attempt } from './attempts.ts'
import { linesOf, told } from './story.ts'

/** Whether nothing but a connection was seen, let in and without any mail offered. */
export function isBare(attempt: Attempt): boolean {
  if (attempt.mid !== null || attempt.mailFrom !== null || attempt.injection === null) return false
  return attempt.fate === 'aborted' || attempt.fate === 'open'
}

/** The first lines of a connection: who came, and what the HAT said. */
export function opening(attempt: Attempt): readonly Event[] {
  return linesOf(attempt).filter(({ form }) => form === 'injection-start' || form === 'hat-decision')
}

/** Milliseconds from the connection to the first thing that happened on it, and that line; null where nothing did. */
export function pauseOf(attempt: Attempt): { readonly ms: number; readonly next: Event } | null {
  const start = told(attempt, 'injection-start').at(0)
  const opened = opening(attempt)
  const next = linesOf(attempt).find((event) => !opened.includes(event))
  return start === undefined || next === undefined ? null : { ms: next.line.time - start.line.time, next }
}

/** Why the HAT refused a connection, by the rule that matched (grammar, section 2, `match` vocabulary). */
export type HatReason = 'tcprefuse' | 'reputation' | 'host-dns' | 'country' | 'entry'

/** The line by which the HAT refused an attempt, and what kind of rule it was; null where it let it in. */
export function hatRefusal(
  attempt: Attempt,
): { readonly event: EventOfForm<'hat-decision'>; readonly reason: HatReason } | null {
  const event = [...told(attempt, 'hat-decision')].at(-1)
  const verb = event?.fields.action.toUpperCase()
  if (event === undefined || (verb !== 'REJECT' && verb !== 'TCPREFUSE')) return null
  return { event, reason: verb === 'TCPREFUSE' ? 'tcprefuse' : reasonOf(event.fields.match ?? '', attempt.sbrs) }
}

function reasonOf(match: string, sbrs: number | null): HatReason {
  const rule = match.trim().toLowerCase()
  if (rule.startsWith('sbrs[')) return 'reputation'
  if (rule === 'nx.domain' || rule === 'serv.fail' || rule === 'not.double.verified') return 'host-dns'
  if (rule.startsWith('country')) return 'country'
  // Old lines have an empty `match`: then a bad score is the only reason to be seen.
  return rule === '' && sbrs !== null && sbrs < 0 ? 'reputation' : 'entry'
}

/** The lines of a refusal: the connection, the HAT's line, and whom the sender named all the same (A5 to A7). */
export function refusalLines(attempt: Attempt, reason: HatReason): readonly Event[] {
  const refusal = hatRefusal(attempt)
  if (refusal?.reason !== reason) return []
  const named = linesOf(attempt).filter(({ form }) => form === 'injection-start' || form.startsWith('delayed-reject'))
  return [...named, refusal.event]
}
