/** How a gateway's local time becomes UTC. Times are milliseconds; a wall time is written as if it were UTC. */
export interface Zone {
  /**
   * The instant of a wall time. In the hour that a clock repeats when summer time ends, the first instant that is not
   * before `after` (a little slack allowed) is taken: a log goes forward.
   */
  toUtc(wall: number, after: number): number
  /** Seconds that the zone is ahead of UTC at an instant. */
  offsetAt(time: number): number
}

/** A zone that is always `seconds` ahead of UTC (behind where negative). */
export function fixedZone(seconds: number): Zone {
  return { toUtc: (wall) => wall - seconds * 1000, offsetAt: () => seconds }
}

/** Lines of one second may be out of order, and clocks are set back a little. */
const slack = 120_000
const quarterHour = 900_000
const day = 86_400_000

/**
 * A zone by its IANA name, for example `Europe/Zurich`, right on both sides of a change of the clocks.
 * @throws RangeError where there is no such zone: configuration is checked before it comes here.
 */
export function namedZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  // Intl takes microseconds; offsets change on a quarter of an hour only, so one answer serves for all of it.
  const known = new Map<number, number>()

  function offsetAt(time: number): number {
    const quarter = Math.floor(time / quarterHour)
    let offset = known.get(quarter)
    if (offset === undefined) {
      if (known.size > 10_000) known.clear()
      offset = (wallOf(format, quarter * quarterHour) - quarter * quarterHour) / 1000
      known.set(quarter, offset)
    }
    return offset
  }

  function toUtc(wall: number, after: number): number {
    const before = wall - offsetAt(wall - day) * 1000
    const behind = wall - offsetAt(wall + day) * 1000
    if (before === behind) return before
    const [first, second] = before < behind ? [before, behind] : [behind, before]
    const firstFits = first + offsetAt(first) * 1000 === wall
    const secondFits = second + offsetAt(second) * 1000 === wall
    if (firstFits && secondFits) return first < after - slack && second >= after - slack ? second : first
    if (firstFits) return first
    if (secondFits) return second
    // A wall time that the clock skipped: what it would have been without the change.
    return before
  }

  return { toUtc, offsetAt }
}

function wallOf(format: Intl.DateTimeFormat, time: number): number {
  const part: Record<string, number> = {}
  for (const { type, value } of format.formatToParts(time)) part[type] = Number(value)
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second)
}
