// Apart from config.ts, which costs as much to load as all the rest of a question over given logs.

/** The asker's zone and locale on the command line. */
export function surroundings(): { readonly timeZone: string; readonly locale: string } {
  const { timeZone: zone, locale } = Intl.DateTimeFormat().resolvedOptions()
  return {
    timeZone: zone || 'UTC',
    locale: process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || locale,
  }
}
