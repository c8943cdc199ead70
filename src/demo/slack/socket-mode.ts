import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { readJson, record } from './outside.ts'

export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive'

/** How an envelope ended. Slack shows the person an error when a command or a button is not acknowledged in time. */
export type Delivery =
  | { readonly kind: 'acknowledged'; readonly payload: Readonly<Record<string, unknown>> }
  | { readonly kind: 'late' }
  | { readonly kind: 'no-connection' }

/** One line of the record of acknowledgements. `afterMs` stays null until the bot acknowledges. */
export interface Acknowledgement {
  readonly envelopeId: string
  readonly type: EnvelopeType
  readonly afterMs: number | null
  /** Whether the three seconds that Slack allows went by first. */
  readonly late: boolean
}

export interface SocketMode {
  /** An address that can be connected to once, as `apps.connections.open` gives it out. */
  issueUrl(): string
  /** Takes over an HTTP upgrade; anything without a fresh ticket is turned away with 403. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Sends one envelope to one connection, in turn. An event waits for a connection; the others do not. */
  send(type: EnvelopeType, payload: Readonly<Record<string, unknown>>): Promise<Delivery>
  acknowledgements(): readonly Acknowledgement[]
  /** Says goodbye to every connection and waits a moment for each, and lets go of all timers. */
  close(): Promise<void>
}

/** Milliseconds a bot has to acknowledge (Slack: "within 3 seconds"). */
export const acknowledgeWithin = 3000
const pingEvery = 10_000

interface Waiting {
  readonly type: EnvelopeType
  readonly sentAt: number
  afterMs: number | null
  late: boolean
  readonly settle: (delivery: Delivery) => void
  readonly payload: Readonly<Record<string, unknown>>
  /** How often it was sent before. */
  retries: number
  /** Where it was sent last; null while it waits for a connection. */
  connection: WebSocket | null
  timer: NodeJS.Timeout | undefined
}

/** Slack sends an event again that was not acknowledged, three times at most; never a command or a button. */
const mostRetries = 3

/** The WebSocket side of the stand-in. `host` is what addresses are built from, for example `127.0.0.1:4711`. */
export function openSocketMode(host: () => string, appId: string, nextId: (prefix: string) => string): SocketMode {
  const server = new WebSocketServer({ noServer: true, maxPayload: 4 * 1024 * 1024 })
  const tickets = new Set<string>()
  const connections: WebSocket[] = []
  const envelopes = new Map<string, Waiting>()
  const held: string[] = []
  const pings = setInterval(() => {
    for (const connection of connections) connection.ping(`Ping from ${host()}`)
  }, pingEvery)
  pings.unref()

  function deliver(envelopeId: string): boolean {
    const waiting = envelopes.get(envelopeId)
    const connection = connections.shift()
    if (waiting === undefined || connection === undefined) return false
    connections.push(connection)
    waiting.connection = connection
    clearTimeout(waiting.timer)
    waiting.timer = setTimeout(() => {
      waiting.late = true
      waiting.settle({ kind: 'late' })
      again(envelopeId)
    }, acknowledgeWithin)
    waiting.timer.unref()
    const { type, payload, retries } = waiting
    const retried = { retry_attempt: retries, retry_reason: retries === 0 ? '' : 'timeout' }
    const envelope = {
      envelope_id: envelopeId,
      payload,
      type,
      accepts_response_payload: type !== 'events_api',
      ...(type === 'events_api' ? retried : {}),
    }
    connection.send(JSON.stringify(envelope))
    return true
  }

  /** An event that was not acknowledged goes out once more, as soon as there is a connection. */
  function again(envelopeId: string): void {
    const waiting = envelopes.get(envelopeId)
    if (waiting === undefined || waiting.afterMs !== null || waiting.type !== 'events_api') return
    if (waiting.retries >= mostRetries) return
    waiting.retries += 1
    waiting.connection = null
    if (!deliver(envelopeId)) held.push(envelopeId)
  }

  function receive(data: RawData): void {
    const answer = readAnswer(data)
    const waiting = answer === null ? undefined : envelopes.get(answer.envelopeId)
    if (answer === null || waiting === undefined || waiting.afterMs !== null) return
    clearTimeout(waiting.timer)
    waiting.afterMs = performance.now() - waiting.sentAt
    waiting.settle({ kind: 'acknowledged', payload: answer.payload })
  }

  function welcome(connection: WebSocket): void {
    connections.push(connection)
    connection.on('message', receive)
    connection.on('error', () => connection.terminate())
    connection.on('close', () => {
      const index = connections.indexOf(connection)
      if (index !== -1) connections.splice(index, 1)
      for (const [envelopeId, waiting] of envelopes) if (waiting.connection === connection) again(envelopeId)
    })
    const hello = {
      type: 'hello',
      num_connections: connections.length,
      connection_info: { app_id: appId },
      debug_info: { host: host(), build_number: 1, approximate_connection_time: 18_060 },
    }
    connection.send(JSON.stringify(hello))
    for (const envelopeId of held.splice(0)) deliver(envelopeId)
  }

  return {
    issueUrl() {
      const ticket = crypto.randomUUID()
      tickets.add(ticket)
      return `ws://${host()}/link/?ticket=${ticket}&app_id=${appId}`
    },
    upgrade(request, socket, head) {
      const url = new URL(request.url ?? '/', `http://${host()}`)
      const ticket = url.searchParams.get('ticket') ?? ''
      if (url.pathname !== '/link/' || !tickets.delete(ticket)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
        return
      }
      server.handleUpgrade(request, socket, head, welcome)
    },
    send(type, payload) {
      const envelopeId = nextId('envelope-')
      return new Promise<Delivery>((settle) => {
        const sentAt = performance.now()
        const waiting = { type, sentAt, settle, payload, afterMs: null, late: false, retries: 0 }
        envelopes.set(envelopeId, { ...waiting, connection: null, timer: undefined })
        if (deliver(envelopeId)) return
        if (type === 'events_api') held.push(envelopeId)
        else settle({ kind: 'no-connection' })
      })
    },
    acknowledgements() {
      return [...envelopes].map(([envelopeId, { type, afterMs, late }]) => ({ envelopeId, type, afterMs, late }))
    },
    async close() {
      clearInterval(pings)
      for (const waiting of envelopes.values()) {
        clearTimeout(waiting.timer)
        waiting.retries = mostRetries
      }
      await Promise.all([...connections].map(sayGoodbye))
      server.close()
    },
  }
}

/** Closes as the protocol says, and cuts the line where the other side does not answer. */
function sayGoodbye(connection: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => connection.terminate(), 500)
    connection.once('close', () => {
      clearTimeout(cut)
      resolve()
    })
    connection.close(1001)
  })
}

/** A frame that is no acknowledgement is ignored, as Slack does. */
function readAnswer(data: RawData): { envelopeId: string; payload: Readonly<Record<string, unknown>> } | null {
  const { envelope_id: envelopeId, payload } = record(readJson(data.toString()))
  return typeof envelopeId === 'string' ? { envelopeId, payload: record(payload) } : null
}
