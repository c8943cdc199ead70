import { join } from 'node:path'
import { destination, pino } from 'pino'
import { stringify } from 'yaml'
import { parseConfiguration, problemsInWords } from '../config.ts'
import { LISTENS } from '../edges/slack/listens.ts'
import { startBot } from '../main.ts'
import { startDnsServer } from './dns-server.ts'
import { newKey, startGateway } from './gateway.ts'
import { type SlackStandIn, startSlackStandIn } from './slack/index.ts'
import { startListener } from './smtp-listener.ts'
import { composeWorld, type Story } from './world/compose.ts'

export interface Embedded {
  readonly slack: SlackStandIn
  readonly stories: readonly Story[]
  /** The configuration the bot runs by, as YAML: what a real `postmaster.yml` looks like. */
  readonly configuration: string
  close(): Promise<void>
}

export interface EmbeddedOptions {
  /** Where the key and the log go. */
  readonly folder: string
  /** Port of the page; 0 takes a free one. */
  readonly port: number
  /** File of the bot's own log. */
  readonly log: string
  save(name: string, text: string): Promise<void>
  /** False: everything but the bot. */
  readonly bot?: false
  /** Names of channels beside `#mail-support`. */
  readonly moreChannels?: readonly string[]
}

const seed = 20_261_121
const utcOffset = 3600

/**
 * Starts the embedded world on loopback, and the real bot in it: two gateways over SSH, DNS over UDP and TCP, an SMTP
 * listener, a stand-in for Slack. The bot is told of it by a configuration like any other.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { folder, port, log, save, moreChannels = [] } = options
  const world = composeWorld({ now: Date.now(), seed, utcOffset })
  const key = newKey()
  await save('id_demo', key.private)
  const opened: { close(): Promise<void> }[] = []
  const keep = <Part extends { close(): Promise<void> }>(part: Part): Part => {
    opened.unshift(part)
    return part
  }
  const close = async () => {
    for (const part of opened) await part.close()
  }
  try {
    const gateways = await Promise.all(
      Object.entries(world.gateways).map(async ([name, { files }]) => {
        const gateway = await startGateway({
          name: `${name}.example.org`,
          user: 'postmaster',
          publicKey: key.public,
          files: Object.fromEntries(files.map(({ name: file, text }) => [file, text])),
          zone: world.zone,
        })
        return { name, gateway: keep(gateway) }
      }),
    )
    const dns = keep(await startDnsServer({ zone: world.zone }))
    const listener = keep(
      await startListener({ banner: '220 mx1.example.org ESMTP', extensions: ['SIZE 33554432', '8BITMIME'] }),
    )
    const slack = keep(
      await startSlackStandIn({
        port,
        botName: 'postmaster',
        moreChannels,
        suggestions: world.stories.filter(({ chip }) => chip).map(({ title, question }) => ({ title, question })),
        shortcuts: LISTENS.shortcuts,
        now: Date.now,
        timeZone: 'Europe/Zurich',
      }),
    )
    const configuration = stringify({
      gateways: Object.fromEntries(
        gateways.map(({ name, gateway }) => [
          name,
          {
            source: 'asyncos',
            host: gateway.host,
            port: gateway.port,
            user: 'postmaster',
            keyFile: join(folder, 'id_demo'),
            hostKey: gateway.fingerprint,
          },
        ]),
      ),
      ours: {
        ...world.ours,
        listeners: [{ host: listener.host, port: listener.port }],
        probeRecipient: `postmaster@${world.ours.domains[0]}`,
      },
      dns: { servers: [`${dns.host}:${dns.port}`] },
      timeZone: 'Europe/Zurich',
      slack: { apiUrl: slack.apiUrl },
    })
    await save('postmaster.yml', configuration)
    const loaded = parseConfiguration(configuration)
    if (!loaded.ok) throw new Error(problemsInWords('the demo', loaded.problems))
    if (options.bot === false) return { slack, stories: world.stories, configuration, close }
    const logger = pino({ name: 'postmaster' }, destination({ dest: log, sync: false, mkdir: true }))
    const bot = await startBot(loaded.configuration, { botToken: slack.botToken, appToken: slack.appToken }, logger)
    opened.unshift({ close: () => bot.stop() })
    return { slack, stories: world.stories, configuration, close }
  } catch (error) {
    await close()
    throw error
  }
}
