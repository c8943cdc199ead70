import type { Window } from '../../correlator/ids.ts'

/** What the name of a log file tells (section 17 of the log grammar). */
export interface RolledName {
  /** When the file was begun, by the log's own clock, read as UTC; null where the name has no date. */
  readonly begun: number | null
  /** The number at the end of `mail.log.3`: the higher, the older. Null where there is none. */
  readonly number: number | null
  readonly packed: 'gz' | 'zst' | 'other' | null
}

const packings: Readonly<Record<string, 'gz' | 'zst' | 'other'>> = { gz: 'gz', zst: 'zst', bz2: 'other', xz: 'other' }

/** Reads `mail.@20241114T120000.s`, `mail.current`, `mail.current.01`, `mail.log.2.gz`, `mail.log-20241114` and the like. */
export function readName(file: string): RolledName {
  const ending = file.match(/\.([a-z0-9]{2,3})$/)?.[1] ?? ''
  const packed = packings[ending] ?? null
  const name = packed ? file.slice(0, -ending.length - 1) : file
  const [, year, month, day, clock] =
    name.match(/(?:^|[^0-9])(20\d\d)-?(\d\d)-?(\d\d)(?:[T_-]?(\d{6}|\d\d-\d\d-\d\d))?(?![0-9])/) ?? []
  const [hour = 0, minute = 0, second = 0] = (clock?.replaceAll('-', '').match(/\d\d/g) ?? []).map(Number)
  const begun = year ? Date.UTC(Number(year), Number(month) - 1, Number(day), hour, minute, second) : null
  const number = begun === null ? name.match(/\.(\d{1,5})$/)?.[1] : undefined
  return { begun, number: number === undefined ? null : Number(number), packed }
}

/** Whether one file is older than another, by name alone: negative where the first is. The open file comes last. */
export function byAge(a: string, b: string): number {
  const left = readName(a)
  const right = readName(b)
  if (left.begun !== null || right.begun !== null) {
    return (left.begun ?? Number.MAX_VALUE) - (right.begun ?? Number.MAX_VALUE) || (a < b ? -1 : 1)
  }
  return (right.number ?? -1) - (left.number ?? -1) || (a < b ? -1 : 1)
}

/** A file of a listing. */
export interface ListedFile {
  readonly name: string
  readonly bytes: number
  /** When it was last written at the latest, in milliseconds since the epoch. */
  readonly written: number
  /** By how much earlier that may have been, in milliseconds; a list of files may tell the day alone. */
  readonly within?: number
  /** What stays the same when it is renamed, where the host tells it. */
  readonly id?: string
}

/** Whether a file is one that is still written to, by its name alone: neither saved, nor numbered, nor packed. */
export function isLive({ name }: ListedFile): boolean {
  const { number, packed } = readName(name)
  return number === null && packed === null && !name.endsWith('.s')
}

/**
 * Whether two listings of the files that were asked for, both in the same order, are of the same files: none was rolled,
 * cut off or added in between. Those that are still written to may have grown.
 */
export function areSame(before: readonly ListedFile[], after: readonly ListedFile[]): boolean {
  if (before.length !== after.length) return false
  return before.every((file, place) => {
    const other = after[place]
    if (other?.name !== file.name || other.id !== file.id || other.bytes < file.bytes) return false
    return other.bytes === file.bytes || file.id !== undefined || isLive(file)
  })
}

/** One state of a file that is written to no more, whatever it is called. */
export function stateOf({ name, bytes, written, id }: ListedFile): string {
  return `${id ?? name} ${bytes} ${written}`
}

/** Clocks of hosts differ. */
const slack = 3_600_000
/** A log's clock may be so far from UTC, and the zone is not known before the file is read. */
const farthestZone = 14 * 3_600_000

/**
 * The files that may hold lines of a window: begun before it ends and written after it begins. Of those begun before
 * the window the last one is always among them, since a conversation crosses files. The oldest first.
 */
export function covering(files: readonly ListedFile[], window: Window): ListedFile[] {
  const sorted = [...files].sort((a, b) => byAge(a.name, b.name) || a.written - b.written)
  const picked = sorted.filter(({ name, written }, place) => {
    const { begun } = readName(name)
    // A file without a date in its name was begun when the one before it was last written.
    const before = sorted[place - 1]
    const undated = before && before.written - (before.within ?? 0) - slack
    const from = begun === null ? undated : begun - farthestZone
    return (from === undefined || from < window.to) && written + slack > window.from
  })
  const before = sorted.indexOf(picked[0] as ListedFile) - 1
  const earlier = sorted[before]
  return earlier && picked.length > 0 ? [earlier, ...picked] : picked
}

/** Words in the name of a file that say how old it is and not of which log. */
const ofAge = new Set(['current', 'log', 'text', 'txt', 's', 'c', 'T', 'gz', 'zst', 'bz2', 'xz', 'old'])

/** What the names of all files of one log share: `mail` of `mail.@20241114T120000.s`, `mail.current` and `mail.log.1`. */
export function stemOf(name: string): string {
  return name
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== '' && !ofAge.has(word))
    .join(' ')
}
