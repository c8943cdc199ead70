import type { CommandContext } from '../answering/command.ts'
import type { Window } from '../correlator/ids.ts'
import type { LogSource } from '../gather/ports.ts'
import { instantIn } from '../question/time.ts'
import type { AskOptions } from './ask-once.ts'

const day = 24 * 3_600_000

/**
 * The stretch of time where the words name none: what `--since` and `--until` say; else, over given logs without a given
 * clock, as far as they reach, since nobody hands over a log of last year to be told about today. Null for the last 24
 * hours; words where an option is no time.
 */
export async function windowFor(
  { since, until, logs, now: given }: AskOptions,
  sources: readonly LogSource[],
  now: number,
  timeZone: string,
): Promise<CommandContext['window'] | string> {
  const reading = { now, timeZone, language: 'en' } as const
  const from = since === undefined ? null : instantIn(since, reading)
  const to = until === undefined ? null : instantIn(until, reading)
  if (since !== undefined && from === null) return `--since ${since}: write a time such as 2026-11-19T10:00`
  if (until !== undefined && to === null) return `--until ${until}: write a time such as 2026-11-20T10:00`
  if (from !== null || to !== null) {
    const end = to ?? now
    const start = from ?? end - day
    return start < end ? { from: start, to: end, stated: true } : 'There is no time between --since and --until.'
  }
  if (!logs || given !== undefined) return null
  const reach = await reachOf(sources, now + 60_000, timeZone)
  return reach ? { ...reach, stated: false } : null
}

async function reachOf(sources: readonly LogSource[], deadline: number, timeZone: string): Promise<Window | null> {
  const all = await Promise.all(sources.map((source) => oneReach(source, deadline, timeZone)))
  const reaches = all.filter((one) => one !== null)
  if (reaches.length === 0) return null
  return { from: Math.min(...reaches.map(({ from }) => from)), to: Math.max(...reaches.map(({ to }) => to)) + 1_000 }
}

async function oneReach(source: LogSource, deadline: number, timeZone: string): Promise<Window | null> {
  if (source.reach) return source.reach(timeZone)
  const budget = { lines: 1_000_000, bytes: 1_000_000_000, deadline }
  const { from, to } = (await source.coverage({ from: 0, to: deadline }, budget, timeZone)).coverage
  return from === null || to === null ? null : { from, to }
}
