import type { Event } from '../correlator/form.ts'
import type { Cite } from './evidence.ts'

/** The line of an event, as a finding cites it. */
export function cite(event: Event): Cite {
  const { gateway, file, number, text, time } = sourceOf(event).line
  return { gateway, file, number, text, time }
}

/** The lines of several events, each once, as the log has them. */
export function cites(events: Iterable<Event>): readonly Cite[] {
  return asLogged([...new Set([...events].map(sourceOf))].map(cite))
}

/** The event that a line of the log is: one line of another log than the mail log tells several things. */
function sourceOf(event: Event): Event {
  return event.retold?.by ?? event
}

/** By time, and within one second of one file by its lines: a refusal stands before what was said after it. */
export function asLogged(lines: readonly Cite[]): readonly Cite[] {
  return [...lines].sort((one, other) => {
    const later = one.time - other.time
    if (later !== 0 || one.gateway !== other.gateway || one.file !== other.file) return later
    return (one.number ?? 0) - (other.number ?? 0)
  })
}
