import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Command, CommandContext } from '../answering/command.ts'
import type { Configuration } from '../config.ts'
import { parseServer } from '../edges/dns/resolver.ts'
import { memoryStore } from '../edges/store/memory.ts'
import type { LogSource, Ports, SmtpProbe } from '../gather/ports.ts'
import type { Settings } from '../gather/settings.ts'
import { openOutside } from '../outside.ts'
import { instantIn } from '../question/time.ts'
import { languageFor } from '../question/words.ts'
import { surroundings } from '../surroundings.ts'
import type { AskOptions } from './ask-once.ts'
import { windowFor } from './ask-window.ts'
import { givenLimits, openGiven } from './given-logs.ts'

/** What one question on the command line is answered with. */
export interface World {
  readonly settings: Settings
  readonly ports: Ports
  readonly now: number
  readonly timeZone: string
  readonly window: CommandContext['window']
  release(): Promise<void>
}

const usualConfig = 'postmaster.yml'

/**
 * Opens what the options name, and reads standard input where they say so. What is wrong with them comes as words. `ahead`:
 * the logs that they name, where those are open already.
 */
export async function openWorld(
  command: Pick<Command, 'standsAlone'>,
  options: AskOptions,
  input: Readable,
  ahead?: readonly LogSource[],
): Promise<World | string> {
  const configured = await configurationFor(command, options)
  if (typeof configured === 'string') return configured
  const settings = configured?.settings ?? bare(options)
  const timeZone = options.timezone ?? settings.timeZone
  const given = options.now === undefined ? null : momentOf(options.now, timeZone)
  if (options.now !== undefined && given === null)
    return `--now ${options.now}: write a time such as 2026-11-20T10:00:00Z`
  const server = typeof options.dns === 'string' ? parseServer(options.dns) : null
  if (typeof options.dns === 'string' && !server) return `--dns ${options.dns}: write HOST:PORT`

  // A clock that was given runs on from there: it must not stop deadlines from passing.
  const shift = given === null ? 0 : given - Date.now()
  const clock = { now: () => Date.now() + shift }
  const temporary = options.logs?.includes('-') ? await saved(input) : null
  const release = async () => {
    if (temporary) await rm(temporary, { recursive: true, force: true })
  }
  const paths = options.logs?.map((path) => (path === '-' && temporary ? join(temporary, 'stdin') : path))
  const all = paths ? (ahead ?? openGiven(paths, options, clock.now)) : (configured?.open(clock.now) ?? [])
  const sources = options.gateway ? all.filter(({ gateway }) => gateway === options.gateway) : all
  if (options.gateway && sources.length === 0) {
    await release()
    return `There is no gateway named ${options.gateway}. There are: ${all.map(({ gateway }) => gateway).join(', ')}`
  }
  const now = given ?? clock.now()
  const window = await windowFor(options, sources, now, timeZone)
  if (typeof window === 'string') {
    await release()
    return window
  }
  const servers = server
    ? [server]
    : (configured?.configuration.dns.servers ?? []).flatMap((text) => parseServer(text) ?? [])
  const outside = openOutside(options.dns === false ? null : servers, settings)
  const ports: Ports = {
    sources,
    ...outside,
    probe: onClock(outside.probe, shift),
    clock,
    store: memoryStore(),
  }
  return {
    settings,
    ports,
    now,
    timeZone,
    window,
    async release() {
      await Promise.all(all.map((source) => source.close()))
      await release()
    },
  }
}

interface Configured {
  readonly configuration: Configuration
  readonly settings: Settings
  open(now: () => number): readonly LogSource[]
}

/** Null where none is needed: over given logs, and for a command that stands alone. Words where it cannot be used. */
async function configurationFor(
  { standsAlone }: Pick<Command, 'standsAlone'>,
  { config, logs }: AskOptions,
): Promise<Configured | null | string> {
  if (config === undefined && logs) return null
  const { loadConfiguration, openSources, problemsInWords, settingsOf } = await import('../config.ts')
  const path = config ?? usualConfig
  const loaded = loadConfiguration(path)
  if (!loaded.ok) return config === undefined && standsAlone ? null : problemsInWords(path, loaded.problems)
  const { configuration } = loaded
  return { configuration, settings: settingsOf(configuration), open: (now) => openSources(configuration, now) }
}

function bare({ timezone }: AskOptions): Settings {
  const { timeZone, locale } = surroundings()
  return {
    ours: { domains: [], addresses: [], mxHosts: [] },
    listeners: [],
    timeZone: timezone ?? timeZone,
    language: languageFor(locale),
    zones: {},
    limits: givenLimits,
  }
}

/** `2026-11-20`, `2026-11-20 10:00` in the asker's zone, or with a zone of its own. */
function momentOf(text: string, timeZone: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}([T ]|$)/i.test(text)) return null
  return instantIn(text, { now: Date.now(), timeZone, language: 'en' })
}

async function saved(input: Readable): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'postmaster-'))
  await pipeline(input, createWriteStream(join(folder, 'stdin'), { mode: 0o600 }))
  return folder
}

/** The probe keeps its own time, so a deadline by a clock that was given is moved to it. */
function onClock(probe: SmtpProbe, ahead: number): SmtpProbe {
  return { probe: (target, rcptTo, deadline) => probe.probe(target, rcptTo, deadline - ahead) }
}
