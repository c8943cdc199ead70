import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stderr, stdin, stdout } from 'node:process'
import { pipeline } from 'node:stream/promises'
import { commands } from '../commands/index.ts'
import type { Command, CommandContext } from './command.ts'
import { loadConfiguration, openSources, problemsInWords, settingsOf, surroundings } from './config.ts'
import type { Window } from './correlator/ids.ts'
import { dnsResolver, parseServer } from './edges/dns/resolver.ts'
import { gatewaysIn } from './edges/logs/folders.ts'
import { smtpProbe } from './edges/smtp/probe.ts'
import { source as files } from './edges/sources/files.ts'
import { memoryStore } from './edges/store/memory.ts'
import { draw } from './edges/terminal/draw.ts'
import type { LogSource, Ports } from './gather/ports.ts'
import { defaultLimits, type Settings } from './gather/settings.ts'
import { instantIn } from './question/time.ts'
import { languageFor, languageOf } from './question/words.ts'

export interface AskOptions {
  readonly logs?: readonly string[]
  readonly gateway?: string
  readonly config?: string
  readonly timezone?: string
  readonly now?: number
  readonly since?: string
  readonly until?: string
  /** False for `--no-dns`. */
  readonly dns?: string | boolean
  readonly language?: string
  readonly json?: boolean
}

/** Runs one command as the command line does, and prints its Reply. Gives the exit status. */
export async function askOnce(command: Command, words: string, options: AskOptions): Promise<number> {
  const opened = await open(options)
  if (typeof opened === 'string') return misuse(opened)
  const { settings, ports, release } = opened
  try {
    const now = ports.clock.now()
    const timeZone = options.timezone ?? (options.logs ? surroundings().timeZone : settings.timeZone)
    const language = options.language
      ? languageFor(options.language)
      : languageOf(words, languageFor(options.config ? settings.language : surroundings().locale))
    const window = await windowFor(options, ports, now, timeZone)
    if (typeof window === 'string') return misuse(window)
    const context: CommandContext = {
      ports,
      settings: { ...settings, language },
      language,
      answerIn: options.language ? language : null,
      timeZone,
      now,
      previous: null,
      window,
      commands,
      understood() {},
      progress({ id, state }) {
        if (stderr.isTTY && !options.json) stderr.write(`\r\u001b[K${state === 'running' ? `… ${id}` : ''}`)
      },
    }
    const reply = await command.run(words, context)
    if (stderr.isTTY && !options.json) stderr.write('\r\u001b[K')
    const terminal = { columns: Math.min(stdout.columns ?? 100, 110), styled: stdout.isTTY === true }
    await write(options.json ? `${JSON.stringify(reply.json, null, 2)}\n` : draw(reply, terminal))
    return reply.status
  } finally {
    await release()
  }
}

interface Opened {
  readonly settings: Settings
  readonly ports: Ports
  release(): Promise<void>
}

async function open(options: AskOptions): Promise<Opened | string> {
  const now = () => options.now ?? Date.now()
  // A repeatable clock must not stop deadlines from passing, so they run on from the given time.
  const started = Date.now()
  const clock = { now: () => now() + (options.now === undefined ? 0 : Date.now() - started) }
  const loaded = options.config || !options.logs ? loadConfiguration(options.config ?? 'postmaster.yml') : null
  if (loaded && !loaded.ok) return problemsInWords(options.config ?? 'postmaster.yml', loaded.problems)
  const configuration = loaded?.ok ? loaded.configuration : null
  const settings = configuration ? settingsOf(configuration) : bare(options)
  const temporary = options.logs?.includes('-') ? await saveStandardInput() : null
  const paths = options.logs?.map((path) => (path === '-' && temporary ? join(temporary, 'stdin') : path))
  const all = paths ? logSources(paths, options) : configuration ? openSources(configuration, clock.now) : []
  const sources = options.gateway && !paths ? all.filter(({ gateway }) => gateway === options.gateway) : all
  if (sources.length === 0) {
    return `There is no gateway named ${options.gateway}. There are: ${all.map(({ gateway }) => gateway).join(', ')}`
  }
  const server = typeof options.dns === 'string' ? parseServer(options.dns) : null
  if (typeof options.dns === 'string' && !server) return `--dns ${options.dns}: write HOST:PORT`
  const servers = server ? [server] : (configuration?.dns.servers ?? []).flatMap((text) => parseServer(text) ?? [])
  const resolver = options.dns === false ? null : dnsResolver({ servers })
  return {
    settings,
    ports: { sources, resolver, probe: smtpProbe(settings.listeners), clock, store: memoryStore() },
    async release() {
      await Promise.all(all.map((source) => source.close()))
      if (temporary) await rm(temporary, { recursive: true, force: true })
    },
  }
}

function bare({ timezone }: AskOptions): Settings {
  const timeZone = timezone ?? surroundings().timeZone
  const ours = { domains: [], addresses: [], mxHosts: [] }
  // Local files cost nobody anything, so the limits are those of patience and memory only.
  const limits = { ...defaultLimits, lines: 500_000, bytes: 200_000_000, seconds: 120 }
  return { ours, listeners: [], timeZone, language: 'en', zones: {}, limits }
}

function logSources(paths: readonly string[], { gateway, timezone }: AskOptions): readonly LogSource[] {
  return gatewaysIn(paths, gateway ?? '-').map(({ name, paths: own }) =>
    files.open(
      name,
      { source: 'files', paths: [...own], ...(timezone ? { timeZone: timezone } : {}) },
      { secret: () => undefined, now: Date.now },
    ),
  )
}

async function saveStandardInput(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'postmaster-'))
  await pipeline(stdin, createWriteStream(join(folder, 'stdin'), { mode: 0o600 }))
  return folder
}

/**
 * The stretch of time where the words name none: what `--since` and `--until` say; else, over given logs without a given
 * clock, as far as they reach, since nobody hands over a log of last year to be told about today.
 */
async function windowFor(
  { since, until, logs, now: given }: AskOptions,
  ports: Ports,
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
    return { from: from ?? end - 24 * 3_600_000, to: end, stated: true }
  }
  if (!logs || given !== undefined) return null
  const reach = await reachOf(ports.sources, ports.clock.now() + 60_000)
  return reach ? { ...reach, stated: false } : null
}

async function reachOf(sources: readonly LogSource[], deadline: number): Promise<Window | null> {
  const budget = { lines: 1_000_000, bytes: 1_000_000_000, deadline }
  const everything = { from: 0, to: deadline }
  const told = await Promise.all(sources.map((source) => source.coverage(everything, budget)))
  const starts = told.flatMap(({ coverage }) => (coverage.from === null ? [] : [coverage.from]))
  const ends = told.flatMap(({ coverage }) => (coverage.to === null ? [] : [coverage.to]))
  if (starts.length === 0 || ends.length === 0) return null
  return { from: Math.min(...starts), to: Math.max(...ends) + 1_000 }
}

function misuse(words: string): number {
  stderr.write(`${words}\n`)
  return 2
}

/** Waits until the text is out: a pipe would lose the end of a long answer when the process ends. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stdout.write(text, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') reject(error)
      else resolve()
    })
  })
}
