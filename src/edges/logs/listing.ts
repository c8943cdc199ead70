import type { ListedFile } from './rolled.ts'

const minute = 60_000
const day = 24 * 60 * minute
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Names made of these characters can be given to any shell between quotes. */
const safe = /^[A-Za-z0-9@_+=,-][A-Za-z0-9@._+=,-]*$/

/** Whether a name is one that can be asked for. */
export function isSafeName(name: string): boolean {
  return safe.test(name)
}

export interface Listing {
  readonly files: readonly ListedFile[]
  /** Names that hold other characters: nobody who rolls logs names files so. */
  readonly odd: readonly string[]
  /** Milliseconds by which the clock that wrote the times is ahead of ours, where that is known. */
  readonly skew?: number
}

/**
 * Reads what `TZ=UTC0 LC_ALL=C ls -lniL` prints (POSIX, ls, STDOUT): serial number of the file (where `-i` is asked),
 * mode, links, owner, group, size, date, name. A date
 * within the last six months has a time and no year, an older one a year and no time; the older is taken to be the end
 * of that day, so that no file is left out.
 */
export function readListing(text: string, now: number): Listing {
  const files: ListedFile[] = []
  const odd: string[] = []
  for (const line of text.split('\n')) {
    const [, id, bytes, month = '', date, when = '', name = ''] =
      line.match(
        /^ *(?:(\d+) +)?-\S{9,11} +\d+ +\d+ +\d+ +(\d+) +([A-Z][a-z]{2}) +(\d{1,2}) +(\d\d:\d\d|\d{4}) (.+)$/,
      ) ?? []
    if (!bytes || !months.includes(month) || name.startsWith('.')) continue
    if (!isSafeName(name)) {
      odd.push(name)
      continue
    }
    const written = writtenAt(months.indexOf(month), Number(date), when, now)
    const within = when.includes(':') ? minute : day
    files.push({ name, bytes: Number(bytes), written, within, ...(id ? { id } : {}) })
  }
  return { files, odd }
}

function writtenAt(month: number, day: number, when: string, now: number): number {
  if (!when.includes(':')) return Date.UTC(Number(when), month, day + 1)
  const [hour, minute] = when.split(':').map(Number)
  const inYear = (year: number) => Date.UTC(year, month, day, hour, (minute ?? 0) + 1)
  const year = new Date(now).getUTCFullYear()
  return inYear(year) <= now + 86_400_000 ? inYear(year) : inYear(year - 1)
}

/** Whether a name fits a pattern in which `*` stands for anything. */
export function fits(name: string, pattern: string): boolean {
  const parts = pattern.split('*')
  const first = parts.shift() ?? ''
  const last = parts.pop()
  if (last === undefined) return name === pattern
  if (!name.startsWith(first) || name.length < first.length + last.length || !name.endsWith(last)) return false
  let at = first.length
  for (const part of parts) {
    const found = name.indexOf(part, at)
    if (found < 0 || found + part.length > name.length - last.length) return false
    at = found + part.length
  }
  return true
}
