import { type Answer, type MethodContext, refuse } from './method.ts'
import { methods } from './methods/index.ts'
import { readJson } from './outside.ts'

export interface Tokens {
  readonly bot: string
  readonly app: string
}

/** One call as it came in over HTTP. */
export interface ApiCall {
  readonly method: string
  readonly contentType: string
  readonly authorization: string
  readonly body: string
}

/**
 * Answers one call of the Web API. It never rejects what a caller sends: every refusal is `{ ok: false, error }`, sent
 * with status 200, as Slack does.
 */
export function answerCall(call: ApiCall, tokens: Tokens, context: MethodContext): Answer {
  const args = readArguments(call)
  if (args === null) return refuse('invalid_json')
  const method = methods.get(call.method)
  if (method === undefined) return refuse('unknown_method')
  const bearer = call.authorization.startsWith('Bearer ') ? call.authorization.slice('Bearer '.length).trim() : ''
  const token = bearer === '' ? args.token : bearer
  if (typeof token !== 'string' || token === '') return refuse('not_authed')
  if (token !== tokens.bot && token !== tokens.app) return refuse('invalid_auth')
  if (token !== tokens[method.token]) return refuse('not_allowed_token_type')
  return method.call(args, context)
}

/** Arguments come as a form (values that are not text as JSON inside it) or as one JSON object. */
function readArguments(call: ApiCall): Record<string, unknown> | null {
  if (!call.contentType.startsWith('application/json')) return Object.fromEntries(new URLSearchParams(call.body))
  const value = readJson(call.body === '' ? '{}' : call.body)
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
}
