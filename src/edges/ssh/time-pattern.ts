import type { Window } from '../../correlator/ids.ts'

/**
 * Fits `Begin Logfile`, `End Logfile` and `Time offset from UTC: …` (H2 and H4 of the log grammar) and hardly anything
 * else, place by place, since no dialect of grep shares a way to say "or".
 */
export const headerPattern = 'Info:.[BET][ein][gmd]...[Lgf][of][gis][fle][iet]'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** One pattern that fits each of some texts of one length, and others too. */
function eitherOf(texts: readonly string[]): string {
  let pattern = ''
  for (let place = 0; place < (texts[0]?.length ?? 0); place++) {
    const characters = new Set(texts.map((text) => text[place]))
    pattern += characters.size === 1 ? [...characters].join('') : `[${[...characters].sort().join('')}]`
  }
  return pattern
}

/** `Jan..[56]`: the days of some times, by the log's own clock read as UTC, as far as a pattern can tell them. */
function daysPattern({ from, to }: Window): string {
  const names = new Set<string>()
  const digits = new Set<string>()
  const first = Math.floor(from / 86_400_000)
  const last = Math.min(Math.floor(to / 86_400_000), first + 366)
  for (let day = first; day <= last; day++) {
    const date = new Date(day * 86_400_000)
    names.add(months[date.getUTCMonth()] ?? '')
    digits.add(String(date.getUTCDate() % 10))
  }
  return `${eitherOf([...names])}..${eitherOf([...digits])}`
}

/**
 * Fits a gateway's status lines (U4) of some days: those of each fifth minute, or of every minute. The stamp is the
 * native one (H1): `Tue Jan  6 00:05:02 2026 Info: Status: CPULd …`.
 */
export function beatPattern(days: Window, minutes: 'fifth' | 'every'): string {
  return `${daysPattern(days)}...:.${minutes === 'fifth' ? '[05]' : '.'}:........Info:.Status:.CPULd`
}

/** Fits every line of the hour of a time and of the hour before it, and of the same hours of some other days. */
export function hoursPattern(at: number): string {
  const hours = [at - 3_600_000, at].map((time) => String(new Date(time).getUTCHours()).padStart(2, '0'))
  return `${daysPattern({ from: at - 3_600_000, to: at })}.${eitherOf(hours)}:`
}
