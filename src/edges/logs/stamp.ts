import { readHeader } from '../../correlator/header.ts'

/**
 * The time at the start of a line, in any of the envelopes of the log grammar (H1 to H11), as if its clock were UTC's;
 * null where there is none. Where a stamp has no year (syslog's own), it is the last such time before `reference`, in
 * milliseconds since the epoch.
 */
export function readStamp(line: string, reference: number | null = null): number | null {
  const stamp = readHeader(line)?.stamp
  if (!stamp) return null
  const inYear = (year: number) => Date.UTC(year, stamp.month, stamp.day) + stamp.seconds * 1000
  if (stamp.year !== null) return inYear(stamp.year)
  if (reference === null) return null
  const latest = reference + 86_400_000
  const year = new Date(latest).getUTCFullYear()
  return inYear(year) <= latest ? inYear(year) : inYear(year - 1)
}

/** Seconds ahead of UTC, where the stamp of a line says so itself (ISO 8601); null where it does not. */
export function offsetOf(line: string): number | null {
  return readHeader(line)?.stamp.offset ?? null
}

/** What a line says after its head, or null where it has none. A sender's words never stand there alone. */
export function messageOf(line: string): string | null {
  const header = readHeader(line)
  return header ? line.slice(header.end).trimEnd() : null
}

/** Lines in order of their own times; those of one second, and those without a time, stay as they came. */
export function inOrder<Item extends { readonly text: string }>(lines: readonly Item[]): Item[] {
  let last = 0
  const timed = lines.map((line) => {
    last = readStamp(line.text, 0) ?? last
    return { line, at: last }
  })
  return timed.sort((a, b) => a.at - b.at).map(({ line }) => line)
}
