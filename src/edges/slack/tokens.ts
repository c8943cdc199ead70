import { LogLevel, WebAPIRequestError, WebClient } from '@slack/web-api'
import { troubleOf } from './call.ts'

/** How one token stands, and what to do where it does not. The token itself is in none of it. */
export interface TokenState {
  readonly name: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN' | 'SLACK_SIGNING_SECRET'
  readonly ok: boolean
  readonly words: string
  readonly mend?: string
}

/**
 * Asks Slack whether it takes both tokens; over HTTP there is no app token, but a signing secret, which nobody can be asked
 * about. Never rejects: a Slack that cannot be reached is a state too.
 */
export async function checkTokens(tokens: {
  readonly botToken: string
  readonly appToken: string
  readonly slackApiUrl?: string
  /** What Slack signs its requests with, where it comes to us over HTTP. */
  readonly signingSecret?: string
}): Promise<readonly TokenState[]> {
  const options = {
    timeout: 10_000,
    retryConfig: { retries: 0 },
    // What goes wrong is told in the answer; the client need not print it as well.
    logLevel: LogLevel.ERROR,
    ...(tokens.slackApiUrl ? { slackApiUrl: tokens.slackApiUrl } : {}),
  }
  const bot = await state('SLACK_BOT_TOKEN', 'xoxb-', tokens.botToken, 'OAuth & Permissions', async (token) => {
    const answer = await new WebClient(token, options).auth.test()
    return `taken; the bot is ${answer.user ?? '?'} in ${answer.team ?? '?'}`
  })
  if (tokens.signingSecret !== undefined) return [bot, signing(tokens.signingSecret)]
  const app = await state(
    'SLACK_APP_TOKEN',
    'xapp-',
    tokens.appToken,
    'Basic Information > App-Level Tokens',
    async (token) => {
      await new WebClient(token, options).apps.connections.open({})
      return 'taken; Socket Mode can be opened'
    },
  )
  return [bot, app]
}

/** 32 hex digits as Slack gives them out; anything else of some length is left to Slack. */
function signing(secret: string): TokenState {
  const name = 'SLACK_SIGNING_SECRET'
  if (secret.length >= 16)
    return { name, ok: true, words: 'set; whether it is the right one shows at the first request' }
  const words = secret === '' ? 'not set' : 'too short to be one'
  return { name, ok: false, words, mend: "Copy it from the Slack app's page, Basic Information > App Credentials." }
}

async function state(
  name: TokenState['name'],
  prefix: string,
  token: string,
  where: string,
  ask: (token: string) => Promise<string>,
): Promise<TokenState> {
  if (token === '') return { name, ok: false, words: 'not set', mend: `Copy it from the Slack app's page, ${where}.` }
  if (!token.startsWith(prefix)) {
    return { name, ok: false, words: `does not begin with ${prefix}`, mend: `Copy the right one from ${where}.` }
  }
  try {
    return { name, ok: true, words: await ask(token) }
  } catch (error) {
    const isRefused = troubleOf(error).kind === 'refused'
    const mend = isRefused
      ? `Renew it on the Slack app's page, ${where}.`
      : 'Check the way from here to Slack, and any proxy on it; then try again.'
    return { name, ok: false, words: wordsOf(error).replaceAll(token, '…'), mend }
  }
}

/** What went wrong, with the system's own word for it where the connection did. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (!(error instanceof WebAPIRequestError)) return error.message
  const cause = error.original.cause
  const why = cause instanceof Error ? ('code' in cause ? String(cause.code) : cause.message) : error.original.message
  return `Slack cannot be reached (${why})`
}
