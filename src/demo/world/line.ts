/** The ids a gateway counts: connections in, messages, connections out. */
export type IdKind = 'icid' | 'mid' | 'dcid'

/** An id that is not known yet: its number is handed out when its first line is written, as on a real gateway. */
export interface Ticket {
  readonly kind: IdKind
  /** 0 until it is handed out. */
  number: number
}

/** What stands between the fixed words of a line. `time` is a moment told inside the line; `upTo` the id reached so far. */
export type Value = string | number | Ticket | { readonly time: number } | { readonly upTo: IdKind }

/** A line to be written. `at` is in seconds from "now": negative before it, and fractions keep the order. */
export interface Line {
  readonly at: number
  readonly level: 'Info' | 'Warning' | 'Critical'
  readonly words: readonly string[]
  readonly values: readonly Value[]
}

type Say = (words: TemplateStringsArray, ...values: Value[]) => Line

/** An id of its own for one connection, message or delivery of a script. */
export function ticket(kind: IdKind): Ticket {
  return { kind, number: 0 }
}

/** A line of level Info at that second, written as it reads: info(-60)`ICID ${icid} close`. */
export function info(at: number): Say {
  return (words, ...values) => ({ at, level: 'Info', words, values })
}

/** The same at level Warning. */
export function warning(at: number): Say {
  return (words, ...values) => ({ at, level: 'Warning', words, values })
}

/** The same line some seconds later, and the moment told in it with it. */
export function later(line: Line, seconds: number): Line {
  const values = line.values.map((value) =>
    typeof value === 'object' && 'time' in value ? { time: value.time + seconds } : value,
  )
  return { ...line, at: line.at + seconds, values }
}

/** Seconds. Scripts are read by people: hours(-5) says more than -18000. */
export function hours(count: number): number {
  return count * 3600
}

/** Seconds. */
export function days(count: number): number {
  return count * 86_400
}

/** Seconds. */
export function minutes(count: number): number {
  return count * 60
}
