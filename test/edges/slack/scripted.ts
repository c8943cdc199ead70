import { commands } from '../../../commands/index.ts'
import { createDesk } from '../../../src/answering/desk.ts'
import { type Post, type SlackStandIn, startSlackStandIn } from '../../../src/demo/slack/index.ts'
import { type RunningSlack, type SlackOptions, startSlack } from '../../../src/edges/slack/app.ts'
import { memoryStore } from '../../../src/edges/store/memory.ts'
import type { Store } from '../../../src/gather/ports.ts'
import type { Answerer, Ask, Working } from '../../../src/reply/answerer.ts'
import type { Desk } from '../../../src/reply/desk.ts'
import type { Reply } from '../../../src/reply/reply.ts'
import { anybody } from '../../anybody.ts'
import { logOf, portsOf, settings } from '../../gather/ports.ts'

export function reply(parts: Partial<Reply>): Reply {
  return { tone: 'green', headline: 'It arrived.', sections: [], actions: [], json: {}, status: 0, ...parts }
}

type Script = (ask: Ask, show: (working: Working) => void) => Promise<Reply | null> | Reply | null

/** An answerer that does what the first script says whose words the question holds. */
export interface Scripted extends Answerer {
  readonly asks: Ask[]
  script(words: string, script: Script): void
}

export function scripted(): Scripted {
  const asks: Ask[] = []
  const scripts: [string, Script][] = []
  const known = new Set<string>()
  return {
    asks,
    script: (words, script) => void scripts.push([words, script]),
    async answer(ask, show) {
      asks.push(ask)
      const found = scripts.find(([words]) => ask.text.includes(words))
      const answer = found === undefined ? reply({ headline: `You asked: ${ask.text}` }) : await found[1](ask, show)
      if (answer !== null && answer.whisper !== true) known.add(ask.thread)
      return answer
    },
    knows: async (thread) => known.has(thread),
  }
}

/** A desk of two gateways, none of which is ever asked. */
export function twoGateways(store: Store = memoryStore()): Desk {
  const ports = { ...portsOf([]), store }
  const sources = ['esa1', 'esa2'].map((gateway) => logOf('', { gateway }))
  return createDesk({ ports: { ...ports, sources, clock: { now: Date.now } }, settings, commands, access: anybody })
}

export interface Logged {
  readonly level: 'info' | 'warn' | 'error'
  readonly fields: Readonly<Record<string, unknown>>
  readonly message: string
}

export function recordingLog() {
  const lines: Logged[] = []
  const at = (level: Logged['level']) => (fields: object, message: string) =>
    void lines.push({ level, fields: { ...fields }, message })
  return { lines, info: at('info'), warn: at('warn'), error: at('error') }
}

/** Resolves with the first thing of a growing list that fits. */
export async function within<Thing>(list: readonly Thing[], isIt: (thing: Thing) => boolean): Promise<Thing> {
  for (;;) {
    const found = list.find(isIt)
    if (found !== undefined) return found
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Resolves with the first post from now on that fits. */
export function posted(slack: SlackStandIn, isIt: (post: Post) => boolean): Promise<Post> {
  return new Promise((resolve) => {
    const stop = slack.watch(({ post }) => {
      if (!isIt(post)) return
      stop()
      resolve(post)
    })
  })
}

/** Resolves once what the person sees of modals, App Home and prompts is so; it may be already. */
export function seen(slack: SlackStandIn, isIt: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (isIt()) return resolve()
    const stop = slack.watchSurfaces(() => {
      if (!isIt()) return
      stop()
      resolve()
    })
  })
}

export interface World {
  readonly slack: SlackStandIn
  readonly bot: RunningSlack
  readonly answerer: Scripted
  readonly log: ReturnType<typeof recordingLog>
  readonly store: Store
}

/** A clock that runs twenty times as fast, so that the pace of new posts does not slow the tests down. */
const now = () => performance.now() * 20

/** The bot as production runs it, pointed at the stand-in. `over` may point it somewhere else. */
export async function startWorld(over: (slack: SlackStandIn) => Partial<SlackOptions> = () => ({})): Promise<World> {
  const slack = await startSlackStandIn({ suggestions: [], botName: 'postmaster', now: Date.now })
  const answerer = scripted()
  const log = recordingLog()
  const { apiUrl: slackApiUrl, botToken, appToken } = slack
  const store = memoryStore({ now })
  const desk = twoGateways(store)
  const options = { answerer, desk, store, botToken, appToken, slackApiUrl, logger: log, now, ...over(slack) }
  const bot = await startSlack(options)
  return { slack, bot, answerer, log, store }
}

export async function endWorld({ slack, bot }: World): Promise<void> {
  await bot.stop(0)
  await slack.close()
}
