import type { Drawing } from './drawing.ts'

type Format = Intl.DateTimeFormatOptions

const formats: Readonly<Record<string, Format>> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { dateStyle: 'long' },
  date_pretty: { dateStyle: 'long' },
  date_short: { dateStyle: 'medium' },
  date_short_pretty: { dateStyle: 'medium' },
  date_long: { dateStyle: 'full' },
  date_long_pretty: { dateStyle: 'full' },
  day_divider_pretty: { weekday: 'long', month: 'long', day: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
}

/** Slack's date markup in the reader's own zone: `{date_short} {time}` and so on. `seconds` since the epoch. */
export function formatDate(seconds: number, format: string, drawing: Drawing): string {
  return format.replace(/\{([a-z_]{1,30})\}/gu, (whole, name: string) => {
    const options = Object.hasOwn(formats, name) ? formats[name] : undefined
    return options === undefined ? whole : inZone(seconds * 1000, options, drawing)
  })
}

/** The time of a post, for its head: `09:12`, and the whole of it for the title. */
export function postTime(ts: string, drawing: Drawing): { readonly short: string; readonly whole: string } {
  const at = Number.parseFloat(ts) * 1000
  const short = inZone(at, { hour: '2-digit', minute: '2-digit' }, drawing)
  return { short, whole: inZone(at, { dateStyle: 'full', timeStyle: 'long' }, drawing) }
}

function inZone(milliseconds: number, options: Format, { locale, timeZone }: Drawing): string {
  if (!Number.isFinite(milliseconds) || Math.abs(milliseconds) > 8.64e15) return ''
  return new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(milliseconds)
}
