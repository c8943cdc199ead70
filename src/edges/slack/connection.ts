import { setTimeout as pause } from 'node:timers/promises'
import { type Receiver, SocketModeReceiver } from '@slack/bolt'
import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api'
import { reasonOf } from './call.ts'
import { guardFrames } from './frames.ts'
import { boltLog, type SlackLog } from './log.ts'

export interface ConnectionOptions {
  readonly appToken: string
  readonly slackApiUrl?: string | undefined
  readonly logger: SlackLog
  now(): number
  /** How long to go on trying before the connection counts as lost for good; 5 minutes unless told. */
  readonly giveUpAfterMs?: number
}

/** The way by which Slack reaches us. */
export interface Connection {
  readonly receiver: Receiver
  /** Whether Slack can reach us now. */
  isUp(): boolean
  /** Resolves when Slack can reach us; rejects at the first failure, so that a wrong token is told at the start. */
  open(): Promise<void>
  /** Takes nothing more from Slack. Calls over the Web API still work. */
  close(): Promise<void>
  /** Resolves after `close`; rejects where the connection cannot come back. */
  readonly ended: Promise<void>
}

const HELLO_MS = 15_000
const CLOSE_MS = 2_000
const LONGEST_PAUSE_MS = 15_000
/** One that lived shorter counts as a failure, so that a connection closed at once is not opened in a tight loop. */
const SHORT_LIFE_MS = 10_000

/** Slack's words for an app that nobody lets in again without a person's help. */
const FOR_GOOD = new Set([
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'not_allowed_token_type',
  'not_authed',
  'team_access_not_granted',
  'team_disabled',
  'token_expired',
  'token_revoked',
  'user_removed_from_team',
])

/**
 * A Socket Mode connection that is kept up. Reconnecting is ours. The client's own waits 5 s after each refresh, never comes back after a network failure and
 * rejects where nobody listens (SLACK.md 1.9 #4, #5), so it is switched off: each time the socket closes we open the
 * next at once, then at growing intervals, until it works, Slack refuses for good, or `giveUpAfterMs` is over.
 */
export function createConnection(options: ConnectionOptions): Connection {
  const { logger, now } = options
  const receiver = createReceiver(options)
  const { client } = receiver
  let state: 'new' | 'open' | 'reconnecting' | 'closed' = 'new'
  let openedAt = 0
  let failures = 0
  const stop = new AbortController()
  const { promise: ended, resolve: end, reject: fail } = withResolvers()
  ended.catch(() => {})

  guardFrames(client, logger)
  client.on('disconnected', () => {
    if (state === 'open') void reconnect()
  })

  async function hello(): Promise<void> {
    const started = client.start()
    started.catch(() => {})
    const late = new Error('Slack did not say hello in time')
    await Promise.race([
      started.catch((error: unknown) => Promise.reject(error ?? new Error('Slack closed the connection'))),
      pause(HELLO_MS, undefined, { ref: false }).then(() => Promise.reject(late)),
    ])
    openedAt = now()
  }

  async function reconnect(): Promise<void> {
    state = 'reconnecting'
    const since = now()
    failures = now() - openedAt < SHORT_LIFE_MS ? failures + 1 : 0
    let wait = pauseAfter(failures)
    while (!stop.signal.aborted) {
      try {
        await pause(wait, undefined, { signal: stop.signal })
        await hello()
        state = 'open'
        logger.info({ ms: now() - since }, 'connected to Slack again')
        return
      } catch (error) {
        if (stop.signal.aborted) return
        failures += 1
        logger.warn({ reason: reasonOf(error), failures }, 'the connection to Slack is down')
        if (isForGood(error) || now() - since > (options.giveUpAfterMs ?? 300_000)) {
          state = 'closed'
          fail(new Error(`the connection to Slack cannot come back: ${reasonOf(error)}`, { cause: error }))
          return
        }
        await shut()
        wait = error instanceof WebAPIRateLimitedError ? error.retryAfter * 1_000 : pauseAfter(failures)
      }
    }
  }

  /** Twice, since the first may wait half a minute for the other side to close. */
  async function shut(): Promise<void> {
    const late = () => pause(CLOSE_MS, 'late' as const, { ref: false })
    if ((await Promise.race([client.disconnect(), late()])) === 'late')
      await Promise.race([client.disconnect(), late()])
  }

  return {
    receiver,
    ended,
    isUp: () => state === 'open',
    async open() {
      await hello()
      state = 'open'
    },
    async close() {
      state = 'closed'
      stop.abort()
      await shut()
      end()
    },
  }
}

/**
 * The receiver has client options of its own: Bolt's would be shared with every listener's client, which then retries a
 * hundred times, and gets its token overwritten (SLACK.md 1.9 #1, #2).
 */
function createReceiver({ appToken, slackApiUrl, logger }: ConnectionOptions): SocketModeReceiver {
  const clientOptions = {
    ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
    timeout: 10_000,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
  }
  return new SocketModeReceiver({
    appToken,
    logger: boltLog(logger),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
  })
}

function isForGood(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && FOR_GOOD.has(error.data.error)
}

function pauseAfter(failures: number): number {
  return failures === 0 ? 0 : Math.min(LONGEST_PAUSE_MS, 250 * 2 ** Math.min(failures, 10))
}

function withResolvers(): { promise: Promise<void>; resolve: () => void; reject: (error: Error) => void } {
  let resolve = () => {}
  let reject: (error: Error) => void = () => {}
  const promise = new Promise<void>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
