import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { WebSocket, WebSocketServer } from 'ws'

/** A method's answer in place of Slack's own. */
export interface Fault {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object
  /** Lets the call through to Slack, then cuts the line instead of answering. */
  readonly cutAfter?: boolean
  /** Lets the call through to Slack, then says nothing at all. */
  readonly hangAfter?: boolean
}

/** What is asked of Slack: the method and its arguments as they were sent. */
export interface Call {
  readonly method: string
  readonly args: URLSearchParams
}

/** The line between the bot and Slack, with faults on it. */
export interface FaultyLine {
  readonly apiUrl: string
  readonly calls: Call[]
  /** Asked for every call; null lets it through. */
  fault: (call: Call) => Fault | null
  /** Sends the bot a frame over the open WebSocket, as Slack would. */
  inject(frame: string): void
  /** What the bot sent over the WebSocket. */
  readonly sent: string[]
  /** Cuts every WebSocket. */
  cut(): void
  /** Leaves every WebSocket open and says nothing over it any more, not even a pong: a dead line. */
  silence(): void
  close(): Promise<void>
}

/** Stands between the bot and a Slack at `target` (its API address): passes everything on, both ways, until told not to. */
export async function openFaultyLine(target: string): Promise<FaultyLine> {
  const server = createServer((request, response) => {
    pass(request, response).catch((error: unknown) => response.writeHead(502).end(String(error)))
  })
  const sockets = new WebSocketServer({ server })
  const links: string[] = []
  const open = new Set<WebSocket>()
  const sent: string[] = []
  const calls: Call[] = []

  sockets.on('connection', (bot) => {
    const slack = new WebSocket(links.shift() ?? '')
    open.add(bot)
    bot.on('message', (data) => {
      sent.push(data.toString())
      slack.send(data.toString())
    })
    bot.on('close', () => {
      open.delete(bot)
      slack.close()
    })
    slack.on('message', (data) => bot.send(data.toString()))
    slack.on('close', () => bot.close())
    slack.on('error', () => bot.terminate())
  })

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const body = Buffer.concat(chunks)
    const method = (request.url ?? '').replace('/api/', '')
    const call = { method, args: new URLSearchParams(body.toString()) }
    calls.push(call)
    const fault = line.fault(call)
    if (fault !== null && fault.cutAfter !== true && fault.hangAfter !== true) {
      response.writeHead(fault.status ?? 200, { 'content-type': 'application/json', ...fault.headers })
      response.end(JSON.stringify(fault.body ?? {}))
      return
    }
    const { authorization = '', 'content-type': type = '' } = request.headers
    const answer = await fetch(new URL(method, target), {
      method: 'POST',
      headers: { authorization, 'content-type': type },
      body,
    })
    const text = await answer.text()
    if (fault !== null) {
      if (fault.cutAfter === true) response.destroy()
      return
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' })
    response.end(method === 'apps.connections.open' ? relink(text) : text)
  }

  function relink(text: string): string {
    const answer: { url?: string } = JSON.parse(text)
    if (answer.url === undefined) return text
    links.push(answer.url)
    return JSON.stringify({ ...answer, url: line.apiUrl.replace('http:', 'ws:') })
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const line: FaultyLine = {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    calls,
    sent,
    fault: () => null,
    inject: (frame) => {
      for (const bot of open) bot.send(frame)
    },
    cut: () => {
      for (const bot of open) bot.terminate()
    },
    silence: () => {
      for (const bot of open) bot.pause()
    },
    async close() {
      for (const bot of open) bot.terminate()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
  return line
}
