import type { Answerer } from '../../reply/answerer.ts'
import type { SlackLog } from './log.ts'

export interface SlackOptions {
  readonly answerer: Answerer
  /** `xoxb-…` */
  readonly botToken: string
  /** `xapp-…` with `connections:write`. */
  readonly appToken: string
  /** Where the Web API is; Slack's own where left out. Only this and the tokens tell the demo from production. */
  readonly slackApiUrl?: string
  readonly logger: SlackLog
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

export interface RunningSlack {
  /** Takes no new work, lets what runs end until the deadline (10 s unless told), closes the rest with a word. */
  stop(deadlineMs?: number): Promise<void>
  /** Resolves after `stop`; rejects where the connection cannot come back, so that main can exit for a supervisor. */
  readonly ended: Promise<void>
}

/**
 * The bot in Slack over Socket Mode. Resolves once Slack has said hello; rejects where a token is refused or Slack
 * cannot be reached.
 */
export async function startSlack(options: SlackOptions): Promise<RunningSlack> {
  throw new Error(`not yet: ${options.slackApiUrl ?? 'slack.com'}`)
}
