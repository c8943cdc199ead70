import type { Event } from '../correlator/form.ts'
import type { Cite } from './evidence.ts'

/** The line of an event, as a finding cites it. */
export function cite({ line }: Event): Cite {
  const { gateway, file, number, text, time } = line
  return { gateway, file, number, text, time }
}

/** The lines of several events, each once, in order of time. */
export function cites(events: Iterable<Event>): readonly Cite[] {
  return [...new Set(events)].map(cite).sort((one, other) => one.time - other.time)
}
