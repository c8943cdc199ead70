import { basename, dirname, resolve } from 'node:path'
import { gatewaysIn } from '../edges/logs/folders.ts'
import { openLocalLogs } from '../edges/logs/local.ts'
import { firstNeedles, openings } from '../gather/needles.ts'
import type { LogSource } from '../gather/ports.ts'
import { defaultLimits, type Limits } from '../gather/settings.ts'
import { aboutIn } from '../question/about.ts'
import { languageFor } from '../question/words.ts'
import { surroundings } from '../surroundings.ts'
import type { AskOptions } from './ask-once.ts'

/** Local files cost nobody anything, so the limits are those of patience and memory only. */
export const givenLimits: Limits = { ...defaultLimits, lines: 500_000, bytes: 200_000_000, seconds: 120 }

/** The logs that `--logs` names, by gateway. */
export function openGiven(
  paths: readonly string[],
  { gateway, timezone: timeZone }: AskOptions,
  now: () => number,
): readonly LogSource[] {
  return gatewaysIn(paths, gateway ?? nameOf(paths)).map(({ name, paths: own }) =>
    openLocalLogs(name, { paths: own, timeZone }, now),
  )
}

/** Logs that nobody named are called by their file, or by the folder they lie in side by side. */
function nameOf(paths: readonly string[]): string {
  const [path = '', ...others] = paths.map((each) => resolve(each))
  if (others.every((other) => other === path)) return basename(path)
  return others.every((other) => dirname(other) === dirname(path)) ? basename(dirname(path)) || '-' : '-'
}

/**
 * The same for a question that looks for its sender first: it is looked for already, while all else is loaded that the
 * answer needs. None where the options leave something to be found out before.
 */
export function openAhead(words: string, options: AskOptions): readonly LogSource[] | undefined {
  const { logs, config, now, gateway } = options
  if (!logs || logs.includes('-') || config !== undefined || now !== undefined || gateway !== undefined)
    return undefined
  const about = aboutIn(words.trim(), languageFor(surroundings().locale))
  if (!about) return undefined
  const sources = openGiven(logs, options, Date.now)
  const { lines, bytes, seconds } = givenLimits
  const budget = { lines, bytes, deadline: Date.now() + seconds * 1000 }
  for (const source of sources) source.expect?.({ needles: firstNeedles(about), openings }, budget)
  return sources
}
