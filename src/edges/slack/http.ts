import { createServer } from 'node:http'
import { HTTPReceiver } from '@slack/bolt'
import type { Connection } from './connection.ts'
import { boltLog, type SlackLog } from './log.ts'

export interface HttpOptions {
  /** Signs every request of Slack's; one with a wrong signature, or older than five minutes, is refused with 401. */
  readonly signingSecret: string
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  readonly path: string
  readonly logger: SlackLog
}

/** Slack gives up after three seconds; whoever takes longer to send a request is not Slack. */
const REQUEST_MS = 10_000
const CLOSE_MS = 2_000

/**
 * Slack comes to us, over HTTP behind a proxy that speaks TLS. The server is ours and the receiver only its listener, so
 * that it binds to one address, has time limits, and lets go when it is told to.
 */
export function createHttpConnection({ signingSecret, host, port, path, logger }: HttpOptions): Connection {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: path, logger: boltLog(logger) })
  const server = createServer((request, response) => {
    // Bolt throws where nobody catches, and the process ends, at a path or a method that it does not know.
    const isSlacks = (request.url ?? '').split('?')[0] === path && request.method === 'POST'
    if (isSlacks) return receiver.requestListener(request, response)
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n')
  })
  server.requestTimeout = REQUEST_MS
  server.headersTimeout = REQUEST_MS
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  return {
    receiver,
    ended,
    isUp: () => server.listening,
    async open() {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, resolve)
      })
      const address = server.address()
      logger.info({ host, port: typeof address === 'object' ? address?.port : port, path }, 'listening for Slack')
    },
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), CLOSE_MS).unref()
      })
      end()
    },
  }
}
