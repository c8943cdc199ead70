/** How times are written: whose zone, and whose words. */
export interface Clockwork {
  readonly timeZone: string
  readonly locale: string
  readonly now: number
}

const made = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = made.get(key)
  if (known) return known
  const fresh = new Intl.DateTimeFormat(locale, options)
  made.set(key, fresh)
  return fresh
}

function dayOf(at: number, timeZone: string): string {
  return format('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
}

function yearOf(at: number, timeZone: string): string {
  return dayOf(at, timeZone).slice(0, 4)
}

/** `09:12` for a time of today, `Thu 19 Nov 09:12` for another day, with the year where it is not this one. */
export function shortTime(at: number, clockwork: Clockwork): string {
  const { timeZone, now } = clockwork
  return dayOf(at, timeZone) === dayOf(now, timeZone) ? clockTime(at, clockwork) : datedTime(at, clockwork)
}

/** Both ends of a stretch of time: clock times alone only where all of it is today. */
export function stretch(from: number, to: number, clockwork: Clockwork): readonly [string, string] {
  const { timeZone, now } = clockwork
  const write = dayOf(from, timeZone) === dayOf(now, timeZone) ? shortTime : datedTime
  return [write(from, clockwork), write(to, clockwork)]
}

function clockTime(at: number, { timeZone, locale }: Clockwork): string {
  return format(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
}

function datedTime(at: number, clockwork: Clockwork): string {
  const { timeZone, locale, now } = clockwork
  const sameYear = yearOf(at, timeZone) === yearOf(now, timeZone)
  const date = format(locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at)
  return `${date.replace(/,/g, '')} ${clockTime(at, clockwork)}`
}

/** As shortTime, with the zone named: `09:12 CET`. */
export function zonedTime(at: number, clockwork: Clockwork): string {
  return `${shortTime(at, clockwork)} ${zoneName(at, clockwork)}`
}

/** `CET`, `UTC` or `GMT+9`, whichever the locale has. */
export function zoneName(at: number, { timeZone }: Clockwork): string {
  // British English is the locale that abbreviates the European zones; others write GMT+1 for all of them.
  const parts = format('en-GB', { timeZone, timeZoneName: 'short' }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** For notes that leave the house: always UTC, always with the date. `20 November 2026, 08:12 UTC`. */
export function utcTime(at: number, locale: string): string {
  const date = format(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(at)
  // `2026年11月20日` is set off from the clock by a space alone.
  return `${date}${/\d$/.test(date) ? ',' : ''} ${utcClock(at, locale)}`
}

/** The clock of it alone: `08:12 UTC`. */
export function utcClock(at: number, locale: string): string {
  const clock = format(locale, { timeZone: 'UTC', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
  return `${clock} UTC`
}

/** The day in UTC, to be compared. */
export function dayInUtc(at: number): string {
  return dayOf(at, 'UTC')
}

/** Seconds ahead of UTC as `UTC+1`, `UTC-3:30`, `UTC+0`. */
export function offsetInWords(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60)
  const rest = minutes % 60 ? `:${String(minutes % 60).padStart(2, '0')}` : ''
  return `UTC${seconds < 0 ? '-' : '+'}${Math.floor(minutes / 60)}${rest}`
}
