/** The wall clock of a zone at an instant. `month` counts from 1. */
export interface WallTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}

/** Whether the runtime knows the zone, by its IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name)
    return true
  } catch {
    return false
  }
}

/** How far the zone is ahead of UTC at an instant, in minutes. Throws a RangeError for a zone that does not exist. */
export function zoneOffset(at: number, timeZone: string): number {
  const part: Record<string, number> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) part[type] = Number(value)
  const wall = Date.UTC(
    part.year ?? 1970,
    (part.month ?? 1) - 1,
    part.day ?? 1,
    part.hour ?? 0,
    part.minute ?? 0,
    part.second ?? 0,
  )
  return Math.round((wall - Math.floor(at / 1000) * 1000) / 60_000)
}

/**
 * The instant at which the zone's clock shows this time. In the hour that a switch of daylight saving time repeats, the
 * first one; in the hour that it leaves out, the instant an unswitched clock would have shown it.
 */
export function instantOf(wall: WallTime, timeZone: string): number {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute)
  const guess = asUtc - zoneOffset(asUtc, timeZone) * 60_000
  const before = asUtc - zoneOffset(guess - 3 * 3_600_000, timeZone) * 60_000
  const settled = asUtc - zoneOffset(guess, timeZone) * 60_000
  const earlier = Math.min(before, settled)
  return earlier + zoneOffset(earlier, timeZone) * 60_000 === asUtc ? earlier : settled
}

export function wallTimeOf(at: number, timeZone: string): WallTime {
  const shifted = new Date(at + zoneOffset(at, timeZone) * 60_000)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
  }
}

/** Midnight at the start of the day on which the instant falls, moved by whole days. */
export function startOfDay(at: number, timeZone: string, days = 0): number {
  const wall = wallTimeOf(at, timeZone)
  const moved = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + days))
  return instantOf(
    {
      year: moved.getUTCFullYear(),
      month: moved.getUTCMonth() + 1,
      day: moved.getUTCDate(),
      hour: 0,
      minute: 0,
    },
    timeZone,
  )
}
