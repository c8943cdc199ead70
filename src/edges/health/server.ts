import { createServer } from 'node:http'
import type { Looks, Meters } from './meters.ts'

export interface HealthOptions {
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  readonly looks: Looks
  readonly meters: Meters
}

export interface HealthServer {
  readonly port: number
  close(): Promise<void>
}

/**
 * `/healthz`: 200 while Slack can reach the bot, else 503; `/metrics`: Prometheus' text. Neither says what anybody asked.
 * Rejects where the address is taken.
 */
export async function startHealth({ host, port, looks, meters }: HealthOptions): Promise<HealthServer> {
  const server = createServer(async (request, response) => {
    const send = (status: number, type: string, body: string) => {
      response.writeHead(status, {
        'content-type': type,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      })
      response.end(request.method === 'HEAD' ? undefined : body)
    }
    const path = (request.url ?? '/').split('?')[0]
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(405, 'text/plain', 'only to be read\n')
    if (path === '/healthz') {
      const state = {
        slack: looks.connected() ? 'connected' : 'gone',
        running: looks.running(),
        waiting: looks.waiting(),
      }
      return send(looks.connected() ? 200 : 503, 'application/json', `${JSON.stringify(state)}\n`)
    }
    if (path !== '/metrics') return send(404, 'text/plain', 'there are /healthz and /metrics\n')
    const { type, text } = await meters.read()
    send(200, type, text)
  })
  server.requestTimeout = 10_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
