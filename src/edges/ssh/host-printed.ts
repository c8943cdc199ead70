// Reads what the scripts of host-script.ts print; the table there says what each line means.

/** What a line of the answer is. */
export type Printed =
  | { readonly kind: 'hello' | 'end' }
  | { readonly kind: 'listing' }
  /** One search in a file is over. */
  | { readonly kind: 'turn' }
  /** The host's time, in milliseconds since the epoch. */
  | { readonly kind: 'clock'; readonly at: number }
  | { readonly kind: 'file'; readonly name: string }
  /** `place`: the byte of the file at which it begins, where that is told. */
  | { readonly kind: 'hit'; readonly number: number; readonly place: number | null; readonly text: string }
  /** From here on hits tell their place. */
  | { readonly kind: 'placed' }
  /** `problem` is null where both unpacking and searching went well. */
  | { readonly kind: 'searched'; readonly problem: string | null }
  | { readonly kind: 'other'; readonly text: string }

/** Reads one line of the answer, whose hits tell their place or do not. Lines of a listing are `other`. */
export function readPrinted(line: string, isPlaced: boolean): Printed {
  if (line === 'P') return { kind: 'hello' }
  if (line === 'E') return { kind: 'end' }
  if (line === 'L') return { kind: 'listing' }
  if (line === 'T') return { kind: 'turn' }
  if (line === 'B') return { kind: 'placed' }
  if (/^D \d{9,11}$/.test(line)) return { kind: 'clock', at: Number(line.slice(2)) * 1000 }
  if (line.startsWith('F ')) return { kind: 'file', name: line.slice(2) }
  if (line.startsWith('S ')) return { kind: 'searched', problem: problemOf(line.slice(2)) }
  const [before = '', number, place] = line.match(isPlaced && !line.startsWith('0:') ? placed : numbered) ?? []
  if (number === undefined) return { kind: 'other', text: line }
  const text = line.slice(before.length)
  return { kind: 'hit', number: Number(number), place: place === undefined ? null : Number(place), text }
}

const numbered = /^(\d{1,11}):/
const placed = /^(\d{1,11}):(\d{1,15}):/

/** `grep` ends with 1 where it found nothing (POSIX, grep, EXIT STATUS). */
function problemOf(status: string): string | null {
  for (const one of status.split(' ')) {
    const code = Number(one.slice(1))
    if (one.startsWith('u') && code === 127) return 'the host has no program to unpack it'
    if (one.startsWith('u') && code !== 0) return `it could not be unpacked to its end (status ${code})`
    if (one.startsWith('g') && code > 1) return `it could not be read (status ${code})`
  }
  return null
}
