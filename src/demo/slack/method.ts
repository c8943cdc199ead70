import * as z from 'zod'
import type { Block, Metadata } from './post.ts'
import type { Workspace } from './state.ts'
import type { Surfaces } from './surfaces.ts'
import type { Tickets } from './tickets.ts'

/** What a method of the Web API may use. */
export interface MethodContext {
  readonly workspace: Workspace
  readonly tickets: Tickets
  readonly surfaces: Surfaces
  /** Where the stand-in is reached, for example `http://127.0.0.1:4711`, without a slash at its end. */
  readonly origin: string
  socketUrl(): string
}

export type Answer = ({ readonly ok: true } | { readonly ok: false; readonly error: string }) &
  Readonly<Record<string, unknown>>

export interface Method {
  /** Which kind of token may call it. */
  readonly token: 'bot' | 'app'
  call(raw: unknown, context: MethodContext): Answer
}

/** A method: the shape of its arguments, and what it does with them. Arguments of another shape are refused. */
export function defineMethod<Shape extends z.ZodType>(method: {
  readonly token?: 'app'
  readonly args: Shape
  readonly run: (args: z.infer<Shape>, context: MethodContext) => Answer
}): Method {
  return {
    token: method.token ?? 'bot',
    call(raw, context) {
      const read = method.args.safeParse(raw)
      if (read.success) return method.run(read.data, context)
      const messages = read.error.issues.map(
        (issue) => `[ERROR] ${issue.message} [json-pointer:/${issue.path.join('/')}]`,
      )
      return refuse('invalid_arguments', messages)
    },
  }
}

/** Slack's way to say no: HTTP 200 with `ok: false`, and details in `response_metadata`. */
export function refuse(error: string, messages: readonly string[] = []): Answer {
  return { ok: false, error, ...(messages.length > 0 ? { response_metadata: { messages } } : {}) }
}

/** In a form, what is not text travels as JSON. */
function json<Shape extends z.ZodType>(shape: Shape) {
  return z.preprocess((value) => (typeof value === 'string' ? parsed(value) : value), shape)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Blocks are looked at by `block-check.ts`, which gives the error that Slack gives. */
export const blocksArg = json(z.array(z.custom<Block>((value) => typeof value === 'object' && value !== null)))
export const metadataArg = json(
  z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }) satisfies z.ZodType<Metadata>,
)
export const flagArg = json(z.union([z.boolean(), z.literal(1), z.literal(0)])).transform(Boolean)
export const countArg = json(z.number().int().nonnegative())
export const objectArg = json(z.record(z.string(), z.unknown()))
export const filesArg = json(z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1))
export const promptsArg = json(
  z
    .array(z.object({ title: z.string(), message: z.string() }))
    .min(1)
    .max(4),
)
