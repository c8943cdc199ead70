import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Logger, pino } from 'pino'
import { commands } from '../commands/index.ts'
import { groupsIn } from './answering/access.ts'
import { createAnswerer } from './answering/answer.ts'
import type { Answered } from './answering/answered.ts'
import { createDesk } from './answering/desk.ts'
import { openQueue } from './answering/queue.ts'
import type { Worked } from './answering/run-command.ts'
import { createWatching } from './answering/watching.ts'
import {
  type Configuration,
  loadConfiguration,
  openSources,
  type Places,
  placesOf,
  problemsInWords,
  secret,
  settingsOf,
} from './config.ts'
import { parseServer } from './edges/dns/resolver.ts'
import { openMeters } from './edges/health/meters.ts'
import { type HealthServer, startHealth } from './edges/health/server.ts'
import { type RunningSlack, startSlack } from './edges/slack/app.ts'
import { openAudit } from './edges/store/audit.ts'
import { memoryStore } from './edges/store/memory.ts'
import { openStore, StoreUnusable } from './edges/store/open.ts'
import type { Ports } from './gather/ports.ts'
import { openOutside } from './outside.ts'

export interface Tokens {
  readonly botToken: string
  /** Empty over HTTP. */
  readonly appToken: string
  /** Only over HTTP: what Slack signs its requests with. */
  readonly signingSecret?: string
}

export interface Bot {
  /** Lets what runs end, then closes every connection. */
  stop(): Promise<void>
  /** Rejects where Slack cannot be reached any more. */
  readonly ended: Promise<void>
}

/**
 * The bot, put together: configuration → edges → commands → Slack. Production and the demo come through here; only the
 * configuration and the tokens differ. Without places nothing is kept beyond the process. Throws `StoreUnusable`, or what
 * Slack said.
 */
export async function startBot(
  configuration: Configuration,
  tokens: Tokens,
  logger: Logger,
  places: Places | null = null,
): Promise<Bot> {
  const settings = settingsOf(configuration)
  const clock = { now: () => Date.now() }
  const servers = configuration.dns.servers.flatMap((text) => parseServer(text) ?? [])
  const ports: Ports = {
    sources: openSources(configuration, clock.now),
    ...openOutside(servers, settings),
    clock,
    store: places === null ? memoryStore() : openStore({ file: places.store, log: logger }),
  }
  const queue = openQueue<Worked>(clock.now, configuration.limits.atOnce)
  const audit =
    places?.audit == null ? null : openAudit({ ...places.audit, secrets: Object.values(tokens), log: logger })
  let slack: RunningSlack | null = null
  const looks = {
    connected: () => slack?.connected() ?? false,
    running: queue.running,
    waiting: queue.waiting,
    auditDropped: () => audit?.dropped() ?? 0,
  }
  const meters = openMeters(looks)
  const observe = (answered: Answered) => {
    audit?.record(answered)
    meters.observe(answered)
  }
  const watching = createWatching({
    ports,
    settings,
    report: (to, reply) => slack?.report(to, reply) ?? Promise.reject(new Error('Slack is not there yet')),
    failed: (error) => logger.error(told(error), 'a look for mail that is watched went wrong'),
  })
  const access = configuration.ask
  const answerer = createAnswerer({ ports, settings, commands, access, queue, watching, observe })
  let health: HealthServer | null = null
  const close = async () => {
    await Promise.all(ports.sources.map((source) => source.close()))
    await Promise.all([health?.close(), audit?.close(), ports.store.close()])
  }
  const { apiUrl, http } = configuration.slack
  const { signingSecret = '' } = tokens
  try {
    if (configuration.health) health = await startHealth({ ...configuration.health, looks, meters })
    slack = await startSlack({
      answerer,
      desk: createDesk({ ports, settings, commands, access, rated: (rated) => audit?.rated(rated) }),
      ...tokens,
      http: http ? { ...http, signingSecret } : null,
      ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
      logger,
      now: clock.now,
      store: ports.store,
      groups: groupsIn(access),
    })
    await watching.start()
  } catch (error) {
    await close()
    throw error
  }
  const started = slack
  return {
    ended: started.ended,
    async stop() {
      await Promise.all([started.stop(), watching.stop()])
      answerer.stop()
      await close()
    },
  }
}

/** Runs until a signal asks to stop (exit 0), or Slack is gone for good (exit 1, for a supervisor). */
async function run(path: string): Promise<number> {
  const loaded = loadConfiguration(path)
  if (!loaded.ok) {
    process.stderr.write(`${problemsInWords(path, loaded.problems)}\n`)
    return 2
  }
  const tokens = tokensFor(loaded.configuration)
  if (typeof tokens === 'string') {
    process.stderr.write(`${tokens}\n`)
    return 2
  }
  const logger = pino({ name: 'postmaster', redact: ['token', 'botToken', 'appToken', 'signingSecret', '*.token'] })
  let bot: Bot
  try {
    bot = await startBot(loaded.configuration, tokens, logger, placesOf(loaded.configuration, path))
  } catch (error) {
    if (error instanceof StoreUnusable) {
      process.stderr.write(`${error.message}\n`)
      return 2
    }
    logger.fatal(told(error), 'could not start; `npx postmaster doctor` says what to mend')
    return 1
  }
  logger.info({ gateways: Object.keys(loaded.configuration.gateways) }, 'ready')
  const signal = new Promise<'stop'>((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => resolve('stop'))
  })
  try {
    await Promise.race([signal, bot.ended])
  } catch (error) {
    logger.fatal(told(error), 'the connection to Slack is gone')
    await bot.stop()
    return 1
  }
  logger.info('stopping')
  await bot.stop()
  return 0
}

/** The secrets that Slack is met with, out of the environment; in words where one is missing. */
function tokensFor({ slack }: Configuration): Tokens | string {
  const needed = slack.http
    ? { SLACK_BOT_TOKEN: 'xoxb-…', SLACK_SIGNING_SECRET: 'Basic Information, App Credentials' }
    : { SLACK_BOT_TOKEN: 'xoxb-…', SLACK_APP_TOKEN: 'xapp-…' }
  const missing = Object.entries(needed).flatMap(([name, what]) => (secret(name) ? [] : `${name} (${what})`))
  if (missing.length > 0) {
    return `Set ${missing.join(' and ')} in the environment, or name a file with …_FILE. README, “Set up”.`
  }
  const [botToken = '', appToken = '', signingSecret = ''] = [
    secret('SLACK_BOT_TOKEN'),
    secret('SLACK_APP_TOKEN'),
    secret('SLACK_SIGNING_SECRET'),
  ]
  return slack.http ? { botToken, appToken: '', signingSecret } : { botToken, appToken }
}

/** What Slack or the system said, which has a code, in its words; a bug with the way to it. */
function told(error: unknown): object {
  const cause = error instanceof Error && error.cause ? error.cause : error
  return cause instanceof Error && 'code' in cause ? { reason: cause.message } : { err: error }
}

const started = process.argv[1]
if (started && realpathSync(started) === fileURLToPath(import.meta.url)) {
  const named = process.argv.indexOf('--config')
  process.exit(await run((named > 0 && process.argv[named + 1]) || 'postmaster.yml'))
}
