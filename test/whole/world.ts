import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { stringify } from 'yaml'
import { commands } from '../../commands/index.ts'
import type { Command } from '../../src/answering/command.ts'
import { openSources, parseConfiguration, problemsInWords, settingsOf } from '../../src/config.ts'
import { type DnsServer, startDnsServer } from '../../src/demo/dns-server.ts'
import { type Fault, type Gateway, newKey, startGateway } from '../../src/demo/gateway.ts'
import { type AskOptions, type Post, type SlackStandIn, startSlackStandIn } from '../../src/demo/slack/index.ts'
import { type RunningListener, startListener } from '../../src/demo/smtp-listener.ts'
import { composeWorld } from '../../src/demo/world/compose.ts'
import type { GatewayName } from '../../src/demo/world/gateway.ts'
import { dnsResolver, parseServer } from '../../src/edges/dns/resolver.ts'
import { smtpProbe } from '../../src/edges/smtp/probe.ts'
import { memoryStore } from '../../src/edges/store/memory.ts'
import { type Bot, startBot } from '../../src/main.ts'
import { plain } from '../../src/reply/fill.ts'
import type { Reply } from '../../src/reply/reply.ts'
import { type Call, type FaultyLine, openFaultyLine } from '../edges/slack/line.ts'

/** What the bot is told of a gateway; tests change it to be wrong. */
export interface GatewayConfig {
  source: string
  host: string
  port: number
  user: string
  keyFile: string
  hostKey: string
  seconds: number
}

/** A configuration as postmaster.yml holds it. */
export interface Written {
  gateways: Record<GatewayName, GatewayConfig>
  ours: Record<string, unknown>
  dns: { servers: string[] }
  limits: { seconds: number }
  timeZone: string
  slack: { apiUrl: string }
}

export interface WholeOptions {
  /** Lines behind those of the embedded world, by gateway. */
  readonly lines?: Readonly<Partial<Record<GatewayName, readonly string[]>>>
  /** Behind the zone of the embedded world. */
  readonly zone?: string
  readonly faults?: Readonly<Partial<Record<GatewayName, readonly Fault[]>>>
  /** A password that the gateways take besides the key. */
  readonly password?: string
  /** What is wrong in the configuration. */
  readonly mistake?: (written: Written, folder: string) => void
  /** False: everything but the bot. */
  readonly bot?: false
  /** When a lookup of `run` ends unanswered; the bot keeps its own patience. */
  readonly dnsDeadlineMs?: number
}

/** A question in Slack: the answer as it stands, and every call by which it came there. */
export interface Asked {
  readonly channel: string
  readonly ts: string
  readonly answer: Post
  readonly calls: readonly Call[]
}

export interface WholeWorld {
  readonly folder: string
  readonly gateways: Readonly<Record<GatewayName, Gateway>>
  readonly dns: DnsServer
  readonly listener: RunningListener
  readonly slack: SlackStandIn
  /** Between the bot and Slack: what was really sent. */
  readonly line: FaultyLine
  /** The path of the postmaster.yml that all of this is in. */
  readonly configuration: string
  /** What the bot logged so far. */
  logged(): string
  /** Asks in Slack, as a person does. */
  ask(text: string, options?: AskOptions): Promise<Asked>
  /** Runs one command over the same parts, without Slack. */
  run(name: string, words: string): Promise<Reply>
  close(): Promise<void>
}

/** The embedded world on loopback with the real bot in it, and whatever shall be wrong with it. */
export async function startWholeWorld(options: WholeOptions = {}): Promise<WholeWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'postmaster-whole-'))
  const key = newKey()
  const keyFile = join(folder, 'id')
  await writeFile(keyFile, key.private, { mode: 0o600 })
  const world = composeWorld({ now: Date.now(), seed: 3, utcOffset: 3600 })

  const start = (name: GatewayName) =>
    startGateway({
      name: `${name}.example.org`,
      user: 'postmaster',
      publicKey: key.public,
      files: Object.fromEntries(world.gateways[name].files.map((file) => [file.name, file.text])),
      faults: options.faults?.[name] ?? [],
      ...(options.password ? { password: options.password } : {}),
    })
  const [esa1, esa2] = await Promise.all([start('esa1'), start('esa2')])
  const gateways = { esa1, esa2 }
  for (const name of ['esa1', 'esa2'] as const) {
    for (const line of options.lines?.[name] ?? []) gateways[name].append('mail.current', `${line}\n`)
  }
  const dns = await startDnsServer({ zone: `${world.zone}${options.zone ?? ''}` })
  const listener = await startListener({ banner: '220 mx1.example.org ESMTP', extensions: ['SIZE 33554432'] })
  const slack = await startSlackStandIn({ botName: 'postmaster', suggestions: [], now: Date.now, timeZone: 'UTC' })
  const line = await openFaultyLine(slack.apiUrl)

  const reach = ({ host, port, fingerprint }: Gateway): GatewayConfig => ({
    source: 'asyncos',
    host,
    port,
    user: 'postmaster',
    keyFile,
    hostKey: fingerprint,
    seconds: 20,
  })
  const written: Written = {
    gateways: { esa1: reach(esa1), esa2: reach(esa2) },
    ours: { ...world.ours, listeners: [{ host: listener.host, port: listener.port }] },
    dns: { servers: [`${dns.host}:${dns.port}`] },
    limits: { seconds: 30 },
    timeZone: 'UTC',
    slack: { apiUrl: line.apiUrl },
  }
  options.mistake?.(written, folder)
  const text = stringify(written)
  const configuration = join(folder, 'postmaster.yml')
  await writeFile(configuration, text)
  const loaded = parseConfiguration(text)
  if (!loaded.ok) throw new Error(problemsInWords('this world', loaded.problems))

  let log = ''
  const sink = new Writable({
    write(chunk, _, done) {
      log += String(chunk)
      done()
    },
  })
  const tokens = { botToken: slack.botToken, appToken: slack.appToken }
  const bot: Bot | null =
    options.bot === false ? null : await startBot(loaded.configuration, tokens, pino({ level: 'trace' }, sink))
  const settings = settingsOf(loaded.configuration)
  const ports = {
    sources: openSources(loaded.configuration, Date.now),
    resolver: dnsResolver({
      servers: loaded.configuration.dns.servers.flatMap((server) => parseServer(server) ?? []),
      ...(options.dnsDeadlineMs === undefined ? {} : { deadlineMs: options.dnsDeadlineMs }),
    }),
    probe: smtpProbe(settings.listeners),
    clock: { now: Date.now },
    store: memoryStore(),
  }

  return {
    folder,
    gateways,
    dns,
    listener,
    slack,
    line,
    configuration,
    logged: () => log,
    async ask(words, where) {
      const before = line.calls.length
      const asked = await slack.ask(words, where)
      const answer = await slack.waitForAnswer(asked.channel, asked.ts, { timeoutMs: 60_000 })
      return { ...asked, answer, calls: line.calls.slice(before) }
    },
    run(name, words) {
      const command = commands.find((one: Command) => one.name === name)
      if (!command) throw new Error(`no command ${name}`)
      return command.run(words, {
        ports,
        settings,
        language: 'en',
        answerIn: null,
        timeZone: 'UTC',
        now: Date.now(),
        previous: null,
        window: null,
        commands,
        understood() {},
        progress() {},
      })
    },
    async close() {
      await bot?.stop()
      await Promise.all(ports.sources.map((source) => source.close()))
      await line.close()
      await Promise.all([slack.close(), dns.close(), listener.close(), esa1.close(), esa2.close()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The cause of a reply's verdict; null where there is none. */
export function causeOf({ json }: Reply): string | null {
  const { verdict } = json as { readonly verdict?: { readonly cause: string } | null }
  return verdict?.cause ?? null
}

/** The lines under “Missing”, as they are read. */
export function missingIn({ sections }: Reply): string[] {
  return sections.flatMap((section) =>
    section.kind === 'list' && section.role === 'missing' ? section.items.map(plain) : [],
  )
}
