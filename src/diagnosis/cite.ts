import type { Event } from '../correlator/form.ts'
import type { Cite } from './evidence.ts'

/** The line of an event, as a finding cites it. */
export function cite({ line }: Event): Cite {
  const { gateway, file, number, text, time } = line
  return { gateway, file, number, text, time }
}

/** The lines of several events, each once, as the log has them. */
export function cites(events: Iterable<Event>): readonly Cite[] {
  return asLogged([...new Set(events)].map(cite))
}

/** By time, and within one second of one file by its lines: a refusal stands before what was said after it. */
export function asLogged(lines: readonly Cite[]): readonly Cite[] {
  return [...lines].sort((one, other) => {
    const later = one.time - other.time
    if (later !== 0 || one.gateway !== other.gateway || one.file !== other.file) return later
    return (one.number ?? 0) - (other.number ?? 0)
  })
}
