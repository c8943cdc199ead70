import { type AnyMiddlewareArgs, App, type CodedError } from '@slack/bolt'
import type { Store } from '../../gather/ports.ts'
import type { Answerer } from '../../reply/answerer.ts'
import type { Desk } from '../../reply/desk.ts'
import type { Reply } from '../../reply/reply.ts'
import { logTrouble } from './answer.ts'
import { createAskers } from './askers.ts'
import { createConnection } from './connection.ts'
import { escapeText } from './escape.ts'
import { listen } from './hear.ts'
import { createHttpConnection, type HttpOptions } from './http.ts'
import { boltLog, type SlackLog } from './log.ts'
import { createPace } from './pace.ts'
import { keepQuestions } from './questions.ts'
import { report } from './report.ts'
import { createRunning } from './running.ts'
import { createSeen } from './seen.ts'
import { takeUp } from './take-up.ts'

export type { SlackLog } from './log.ts'

export interface SlackOptions {
  readonly answerer: Answerer
  readonly desk: Desk
  /** `xoxb-…` */
  readonly botToken: string
  /** `xapp-…` with `connections:write`, by which we open a connection to Slack. */
  readonly appToken: string
  /** Where Slack comes to us instead, over HTTP. */
  readonly http?: Omit<HttpOptions, 'logger'> | null
  /** Where the Web API is; Slack's own where left out. Only this and the tokens tell the demo from production. */
  readonly slackApiUrl?: string | undefined
  /** pino's logger is one. */
  readonly logger: SlackLog
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Ids of the user groups by which the answerer tells askers apart; none where left out. */
  readonly groups?: readonly string[]
  /** What outlasts the process, where it is kept in a file. */
  readonly store: Store
  /** How long a lost connection may stay away before `ended` rejects; 5 minutes unless told. */
  readonly giveUpAfterMs?: number
}

export interface RunningSlack {
  /** Says in a thread what somebody waits for there. Rejects where it could not be said now. */
  report(to: { readonly thread: string; readonly asker: string }, reply: Reply): Promise<void>
  /** Whether Slack can reach the bot now. */
  connected(): boolean
  /** Takes no new work, lets what runs end until the deadline (10 s unless told), closes the rest with a word. */
  stop(deadlineMs?: number): Promise<void>
  /** Resolves after `stop`; rejects where the connection cannot come back, so that main can exit for a supervisor. */
  readonly ended: Promise<void>
}

/**
 * The bot in Slack. Resolves once Slack can reach it; rejects where a token is refused or Slack
 * cannot be reached (what Slack said is in the error). Built as SLACK.md 1.9 has it.
 */
export async function startSlack(options: SlackOptions): Promise<RunningSlack> {
  const { answerer, desk, botToken, slackApiUrl, logger, now, store, http = null } = options
  const connection = http === null ? createConnection(options) : createHttpConnection({ ...http, logger })
  const app = new App({
    token: botToken,
    receiver: connection.receiver,
    logger: boltLog(logger),
    convoStore: false,
    // Else the constructor asks Slack about the token and leaves its failure to nobody (SLACK.md 1.2).
    deferInitialization: true,
    extendedErrorHandler: true,
    clientOptions: {
      ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
      timeout: 10_000,
      // Repeating is decided call by call, so that nothing is posted twice (call.ts).
      retryConfig: { retries: 0 },
      // A 429 must not hold up every other call of the client (SLACK.md 1.6).
      rejectRateLimitedCalls: true,
      allowAbsoluteUrls: false,
    },
  })
  const running = createRunning((error) => logTrouble(logger, error, 'in Slack'))
  app.error(async (args: Failed) => tellWhereAsked(app, desk, logger, args))
  const askers = createAskers(logger, now, options.groups ?? [])
  const questions = keepQuestions(store, now)
  const seen = createSeen(store, now)
  const ports = { answerer, desk, askers, log: logger, now, running, pace: createPace(now), seen, questions, store }
  listen(app, ports)

  await app.init()
  const left = await questions.left()
  await connection.open()
  logger.info({ left: left.length }, 'connected to Slack')
  takeUp(left, app.client, ports)
  return {
    report: (to, reply) => report(to, reply, app.client, ports),
    connected: connection.isUp,
    ended: connection.ended,
    async stop(deadlineMs = 10_000) {
      await Promise.all([connection.close(), running.drain(deadlineMs)])
    },
  }
}

interface Failed {
  readonly error: CodedError
  readonly body: AnyMiddlewareArgs['body']
}

/** What failed before it came to an answer: logged under a reference, which a thread that mentioned us is told. */
async function tellWhereAsked(app: App, desk: Desk, log: SlackLog, { error, body }: Failed): Promise<void> {
  const reference = logTrouble(log, 'original' in error ? error.original : error, 'in a listener')
  if (!('event' in body) || body.event.type !== 'app_mention') return
  const { channel, ts, thread_ts } = body.event
  try {
    const text = escapeText(desk.speechFor({ locale: '', timeZone: '' }).say('trouble', { reference }))
    await app.client.chat.postMessage({ channel, thread_ts: thread_ts ?? ts, text })
  } catch {
    log.error({ reference }, 'the thread could not be told')
  }
}
