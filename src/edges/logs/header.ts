import { zoneOffset } from '../../question/zone.ts'
import { messageOf, readStamp } from './stamp.ts'

/** A line of a file's own header or end (H2 to H4 of the log grammar). Times are the log's own clock, read as UTC. */
export type HeaderLine =
  | { readonly kind: 'begin' | 'end'; readonly at: number }
  | { readonly kind: 'offset'; readonly at: number; readonly seconds: number }
  | { readonly kind: 'version'; readonly at: number; readonly version: string }

/** Reads a header line. Null for any other line, also for one in which a sender wrote the same words. */
export function readHeader(line: string): HeaderLine | null {
  if (!line.includes('ogfile') && !line.includes('ffset') && !line.includes('ersion:')) return null
  const message = messageOf(line)
  const at = readStamp(line)
  if (message === null || at === null) return null
  if (message === 'Begin Logfile') return { kind: 'begin', at }
  if (message === 'End Logfile') return { kind: 'end', at }
  const seconds = message.match(/^Time offset from UTC: ([+-]?\d{1,6}) seconds$/)?.[1]
  if (seconds !== undefined) return { kind: 'offset', at, seconds: Number(seconds) }
  const version = message.match(/^Version: (\S{1,40}) SN: /)?.[1]
  return version === undefined ? null : { kind: 'version', at, version }
}

/**
 * The time of a gateway's own status line (U4 of the log grammar), which it writes every minute or every few; null for
 * any other line. By the log's own clock, read as UTC; `reference` as in readStamp.
 */
export function readBeat(line: string, reference: number | null = null): number | null {
  if (!line.includes(beatMark) || !messageOf(line)?.startsWith(beatMark)) return null
  return readStamp(line, reference)
}

/** How every status line begins. */
export const beatMark = 'Status: CPULd '

/**
 * Seconds by which the log's clock is ahead of UTC at one of its times: what the last header before it says, else the
 * first after it, else the configured zone, else null.
 */
export function offsetAt(headers: readonly HeaderLine[], at: number, timeZone: string | undefined): number | null {
  let found: number | null = null
  for (const header of headers) {
    if (header.kind === 'offset' && (found === null || header.at <= at)) found = header.seconds
  }
  if (found !== null) return found
  return timeZone ? zoneOffset(at, timeZone) * 60 : null
}

/** What a coverage says of the zone in which a log's times were read: nothing, where the log or the configuration names one. */
export function assumedZone(
  headers: readonly HeaderLine[],
  configured: string | undefined,
  askers: string | undefined,
): { readonly assumedTimeZone?: string } {
  const isTold = configured !== undefined || headers.some(({ kind }) => kind === 'offset')
  return isTold || askers === undefined ? {} : { assumedTimeZone: askers }
}

/** A time of the log's clock in UTC; as it stands where no offset is known. */
export function toUtc(headers: readonly HeaderLine[], at: number, timeZone: string | undefined): number {
  return at - (offsetAt(headers, at, timeZone) ?? 0) * 1000
}
