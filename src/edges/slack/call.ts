import { setTimeout as pause } from 'node:timers/promises'
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api'

/** How a call to Slack failed. `unclear`: it may have been done, so only what can be repeated is repeated. */
export type CallTrouble =
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'limited'; readonly seconds: number }
  | { readonly kind: 'unsent' }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'bug' }

const MOST_TRIES = 4
const LONGEST_WAIT_S = 30
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])
const SLACK_IN_TROUBLE = new Set(['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout'])

/** The one table from what the Web API client throws to what it means. */
export function troubleOf(error: unknown): CallTrouble {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'limited', seconds: error.retryAfter }
  if (error instanceof WebAPIHTTPError) return { kind: 'unclear' }
  if (error instanceof WebAPIRequestError) {
    return NEVER_CONNECTED.has(causeCode(error.original)) ? { kind: 'unsent' } : { kind: 'unclear' }
  }
  if (!(error instanceof WebAPIPlatformError)) return { kind: 'bug' }
  const code = error.data.error
  if (code === 'ratelimited' || code === 'rate_limited') return { kind: 'limited', seconds: 2 }
  return SLACK_IN_TROUBLE.has(code) ? { kind: 'unclear' } : { kind: 'refused', code }
}

/** Slack's word for why it refused, or the kind of trouble; short, and without anything anybody typed. */
export function reasonOf(error: unknown): string {
  const trouble = troubleOf(error)
  return trouble.kind === 'refused' ? trouble.code : trouble.kind
}

/**
 * Calls Slack again where that helps and cannot do the thing twice: after a rate limit and a connection that was never
 * made always, after an unclear end only where `repeatable` (an update, a deletion; never a new post, SLACK.md 1.9 #7).
 * At most four tries. Throws what the last one threw.
 */
export async function patiently<Result>(repeatable: boolean, call: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call()
    } catch (error) {
      const trouble = troubleOf(error)
      const helps =
        trouble.kind === 'limited' || trouble.kind === 'unsent' || (trouble.kind === 'unclear' && repeatable)
      if (!helps || tries >= MOST_TRIES) throw error
      const seconds = trouble.kind === 'limited' ? Math.min(trouble.seconds, LONGEST_WAIT_S) : 2 ** tries / 4
      await pause(seconds * 1_000)
    }
  }
}

function causeCode(error: unknown): string {
  const causes = [error, error instanceof Error ? error.cause : undefined]
  for (const cause of causes) {
    if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code
  }
  return ''
}
