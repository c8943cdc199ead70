import { createServer, type IncomingMessage } from 'node:http'
import { waitForAnswer } from './answer.ts'
import { openAsker } from './asker.ts'
import { openAtSurfaces, type Submission } from './at-surfaces.ts'
import { relayEvents } from './events.ts'
import { type Reply, sendReply, textReply } from './http.ts'
import { type HttpRequest, type HttpTarget, openHttpMode } from './http-mode.ts'
import { channelOf } from './methods/chat.ts'
import { openFeed } from './page/feed.ts'
import type { Shortcut, Suggestion } from './page/page.ts'
import { deedRoute, pageRoute } from './page/routes.ts'
import type { Change, Post } from './post.ts'
import { botRoute, fileRoute } from './routes.ts'
import { type Acknowledgement, openSocketMode, type SocketMode } from './socket-mode.ts'
import { ids, openWorkspace } from './state.ts'
import { openSurfaces, type Prompt, type View } from './surfaces.ts'
import { openTickets } from './tickets.ts'

export type { Submission } from './at-surfaces.ts'
export type { Shortcut, Suggestion } from './page/page.ts'
export type { Change, Post } from './post.ts'
export type { Prompt, View } from './surfaces.ts'

export interface SlackStandInOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number
  readonly suggestions: readonly Suggestion[]
  /** Those that the app's manifest declares. */
  readonly shortcuts?: readonly Shortcut[]
  /** The name by which the bot is mentioned, without `@`. */
  readonly botName: string
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** IANA zone and BCP 47 tag of the person who asks. */
  readonly timeZone?: string
  readonly locale?: string
  /** Names of channels beside `#mail-support`. */
  readonly moreChannels?: readonly string[]
  /** Where the bot listens, if Slack is to come to it over HTTP instead of Socket Mode. */
  readonly http?: HttpTarget
}

export interface AskOptions {
  /** The `ts` of the thread to ask in. */
  readonly thread?: string
  /** Whether the bot is named; by default it is, but in a thread and in the direct message. */
  readonly mention?: boolean
  /** An id or a name; by default `#mail-support`. The direct message is `stand-in.direct`. */
  readonly channel?: string
}

export interface SlackStandIn {
  /** The page's address. */
  readonly url: string
  /** The Web API's address, ending in `/api/`. */
  readonly apiUrl: string
  readonly botToken: string
  readonly appToken: string
  /** Ids of the channel and of the direct message, of the bot and of the person who asks. */
  readonly channel: string
  readonly direct: string
  readonly bot: string
  readonly asker: string
  /** Asks as the person would. A text that begins with `/` is sent as a slash command, whose `ts` is when it was sent. */
  ask(text: string, options?: AskOptions): Promise<{ readonly channel: string; readonly ts: string }>
  /** Presses a button under a post; false where there is none of that action id. */
  press(channel: string, ts: string, actionId: string, choice?: 'positive' | 'negative'): Promise<boolean>
  /** Uses a shortcut, under a post or, where `ts` is null, from the channel. False where there is no such post. */
  shortcut(callbackId: string, channel: string, ts: string | null): Promise<boolean>
  /** The modal on top, App Home, and what is offered above the composer of the direct message. */
  modal(): View | null
  home(): View | null
  prompts(): readonly Prompt[]
  /** Calls `listener` for every change of those three. Gives back how to stop that. */
  watchSurfaces(listener: () => void): () => void
  /** Presses the main button of the modal on top; `values` by action id, what is left out stays as it is. */
  submit(values: Readonly<Record<string, string>>): Promise<Submission>
  /** Closes the modal on top. */
  dismiss(): void
  /** Looks at a tab of the bot. */
  openTab(tab: 'home' | 'messages'): Promise<void>
  /** Presses a button in App Home or the modal on top; false where there is none. */
  pressIn(view: 'home' | 'modal', actionId: string): Promise<boolean>
  /** The posts of a thread as they stand, oldest first; those that only the asker sees are among them. */
  thread(channel: string, ts: string): readonly Post[]
  /** Every post of a channel, those in threads among them, oldest first. */
  posts(channel: string): readonly Post[]
  /** Calls `listener` for every post that is made, changed or removed. Gives back how to stop that. */
  watch(listener: (change: Change) => void): () => void
  /** The bot's final answer to a question. Rejects when `timeoutMs` are over. */
  waitForAnswer(channel: string, ts: string, options: { readonly timeoutMs: number }): Promise<Post>
  /** How every envelope was acknowledged, oldest first. */
  acknowledgements(): readonly Acknowledgement[]
  /** The same of requests over HTTP. */
  httpRequests(): readonly HttpRequest[]
  close(): Promise<void>
}

/**
 * Starts a local stand-in for Slack on 127.0.0.1: Web API, Socket Mode, and a page on which a person asks. It holds one
 * workspace with one channel, one direct message, one person and one bot; nothing is kept when it closes.
 */
export async function startSlackStandIn(options: SlackStandInOptions): Promise<SlackStandIn> {
  const { botName, now, timeZone = 'Europe/Zurich', locale = 'en-GB' } = options
  const workspace = openWorkspace({ botName, now, timeZone, locale, moreChannels: options.moreChannels ?? [] })
  const tickets = openTickets(workspace)
  const server = createServer()
  const host = () => `127.0.0.1:${portOf(server.address())}`
  const origin = () => `http://${host()}`
  const sockets = openSocketMode(host, workspace.bot.appId, workspace.nextId)
  const http = options.http ? openHttpMode(options.http) : null
  const socket: SocketMode = http === null ? sockets : { ...sockets, send: http.send }
  const asker = openAsker(workspace, socket, tickets, origin)
  const tokens = { bot: `xoxb-stand-in-${crypto.randomUUID()}`, app: `xapp-stand-in-${crypto.randomUUID()}` }
  const surfaces = openSurfaces()
  const atSurfaces = openAtSurfaces(workspace, surfaces, socket, tickets, origin)
  const stopRelay = relayEvents(workspace, socket)

  const { suggestions, shortcuts = [] } = options
  const feed = openFeed({ workspace, surfaces, atSurfaces, shortcuts })
  const parts = { workspace, asker, atSurfaces, suggestions, shortcuts }

  async function answer(request: IncomingMessage): Promise<Reply> {
    const { pathname } = new URL(request.url ?? '/', origin())
    const context = { workspace, tickets, surfaces, origin: origin(), socketUrl: socket.issueUrl }
    if (!isFriendly(request, origin())) return textReply('only for the page of this server', 403)
    const toBot = await botRoute(request, pathname, tokens, context)
    if (toBot !== null) return toBot
    const fromPage = request.method === 'POST' && request.headers.origin !== undefined
    const deed = fromPage ? await deedRoute(request, pathname, parts) : null
    return deed ?? fileRoute(workspace, pathname) ?? pageRoute(pathname, parts) ?? textReply('not found', 404)
  }

  server.on('request', (request, response) => {
    if (request.url === '/page/events' && isFriendly(request, origin())) {
      feed.open(response)
      return
    }
    answer(request).then(
      (reply) => sendReply(response, reply),
      (error: unknown) => sendReply(response, textReply(String(error), 500)),
    )
  })
  server.on('upgrade', socket.upgrade)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })

  return {
    url: `${origin()}/`,
    apiUrl: `${origin()}/api/`,
    botToken: tokens.bot,
    appToken: tokens.app,
    channel: ids.channel,
    direct: ids.direct,
    bot: ids.bot,
    asker: ids.asker,
    async ask(text, { thread, mention, channel = ids.channel } = {}) {
      const place = channelOf(workspace, channel)
      if (place === null) throw new Error(`no channel ${channel}`)
      if (text.startsWith('/')) {
        const ts = workspace.nextTs()
        await asker.command(place, text)
        return { channel: place, ts }
      }
      const named = mention ?? (thread === undefined && place !== ids.direct)
      const post = asker.say(place, named ? `@${botName} ${text}` : text, thread ?? null)
      return { channel: place, ts: post.ts }
    },
    async press(channel, ts, actionId, choice) {
      const press = asker.press({ channel, ts, actionId, choice })
      if (press === null) return false
      await press
      return true
    },
    async shortcut(callbackId, channel, ts) {
      const used = atSurfaces.shortcut(callbackId, ts === null ? null : { channel, ts }, channel)
      await used
      return used !== null
    },
    modal: () => surfaces.modals().at(-1) ?? null,
    home: surfaces.home,
    prompts: () => surfaces.prompts().prompts,
    watchSurfaces: surfaces.watch,
    submit: atSurfaces.submit,
    dismiss: atSurfaces.dismiss,
    async openTab(tab) {
      await atSurfaces.openTab(tab)
    },
    async pressIn(place, actionId) {
      const view = place === 'home' ? surfaces.home() : surfaces.modals().at(-1)
      const press = view ? atSurfaces.press(view.id, { actionId }) : null
      await press
      return press !== null
    },
    thread: workspace.thread,
    posts: (channel) => [...workspace.posts(channel)],
    watch: workspace.watch,
    waitForAnswer: (channel, ts, { timeoutMs }) => waitForAnswer(workspace, channel, ts, timeoutMs),
    acknowledgements: socket.acknowledgements,
    httpRequests: () => http?.requests() ?? [],
    async close() {
      stopRelay()
      http?.close()
      feed.close()
      await socket.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}

/**
 * Whether a request comes from this server's own page, a plain visit or a bot: another site that the browser has open can
 * neither reach it under a name of its own nor post to it. Bots send no `Origin`.
 */
function isFriendly(request: IncomingMessage, origin: string): boolean {
  const { host = '', origin: from } = request.headers
  const own = new URL(origin).port
  if (host !== `127.0.0.1:${own}` && host !== `localhost:${own}`) return false
  return from === undefined || from === `http://${host}`
}
