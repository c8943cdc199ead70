import { createHmac } from 'node:crypto'
import { readJson, record } from './outside.ts'
import { acknowledgeWithin, type Delivery, type EnvelopeType } from './socket-mode.ts'

/** Where Slack sends its requests over HTTP, and what it signs them with. */
export interface HttpTarget {
  readonly url: string
  readonly signingSecret: string
}

/** One request to the bot as it was answered; status 0 where no answer came in time. */
export interface HttpRequest {
  readonly type: EnvelopeType
  readonly status: number
  /** 0 for the first time an event is sent, then counted up. */
  readonly retry: number
  readonly afterMs: number
}

export interface HttpMode {
  send(type: EnvelopeType, payload: Readonly<Record<string, unknown>>): Promise<Delivery>
  requests(): readonly HttpRequest[]
  close(): void
}

/** Slack tries an event again at once, after a minute and after five. */
const retriesAfter = [0, 60_000, 300_000]

/** The HTTP side of the stand-in: events as JSON, commands and buttons as forms, each signed (v0, HMAC-SHA256). */
export function openHttpMode({ url, signingSecret }: HttpTarget): HttpMode {
  const requests: HttpRequest[] = []
  const timers = new Set<NodeJS.Timeout>()

  async function once(type: EnvelopeType, body: string, retry: number): Promise<{ status: number; text: string }> {
    const startedAt = performance.now()
    const retried = retry > 0 ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_error' } : {}
    let answer = { status: 0, text: '' }
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { ...signed(body, signingSecret, Date.now()), 'content-type': contentType(type), ...retried },
        body,
        signal: AbortSignal.timeout(acknowledgeWithin),
      })
      answer = { status: response.status, text: await response.text() }
    } catch {
      // Not there, or too late: status 0.
    }
    requests.push({ type, status: answer.status, retry, afterMs: performance.now() - startedAt })
    return answer
  }

  return {
    async send(type, payload) {
      const body = bodyOf(type, payload)
      for (let retry = 0; ; retry += 1) {
        const { status, text } = await once(type, body, retry)
        if (status === 200) return { kind: 'acknowledged', payload: record(readJson(text)) }
        const wait = retriesAfter[retry]
        if (type !== 'events_api' || wait === undefined) return { kind: status === 0 ? 'late' : 'no-connection' }
        await new Promise<void>((resolve) => {
          timers.add(setTimeout(resolve, wait).unref())
        })
      }
    },
    requests: () => requests,
    close() {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

/** The two headers by which a request is known to be Slack's. `at`: milliseconds since the epoch. */
export function signed(body: string, signingSecret: string, at: number): Record<string, string> {
  const timestamp = String(Math.floor(at / 1_000))
  const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` }
}

function contentType(type: EnvelopeType): string {
  return type === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded'
}

function bodyOf(type: EnvelopeType, payload: Readonly<Record<string, unknown>>): string {
  if (type === 'events_api') return JSON.stringify(payload)
  if (type === 'interactive') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
  const fields = Object.entries(payload).map(([key, value]) => [key, String(value)] as const)
  return new URLSearchParams(Object.fromEntries(fields)).toString()
}
