import type { Event } from './form.ts'
import { speaker } from './smtp-dialogue.ts'
import { unescapeBytes } from './unescape.ts'

/** What part of an SMTP dialogue something belongs to. `other`: RSET, NOOP and the like, or what is no command at all. */
export type SmtpStage = 'banner' | 'ehlo' | 'starttls' | 'auth' | 'mail' | 'rcpt' | 'data' | 'body' | 'quit' | 'other'

/** One command, one whole reply, or a piece of the content. */
export interface ConversationStep {
  readonly who: 'them' | 'us'
  readonly stage: SmtpStage
  /** Without the line end at its end; a reply of several lines has line feeds in it. Credentials are left out. */
  readonly text: string
  /** The reply code, in what the server's side said. */
  readonly code?: number
  /** The line of the log that holds it. One line may hold several steps. */
  readonly event: Event
}

/** An SMTP dialogue, from a debug log. */
export interface Conversation {
  /** `server`: they connected to us (injection debug). `client`: we connected to them (domain debug). */
  readonly weAre: 'server' | 'client'
  /** Their address, where the log tells it. */
  readonly ip: string | null
  readonly steps: readonly ConversationStep[]
}

/** The point where a conversation broke. */
export interface Break {
  /**
   * `refused`: the server's side said no, and no later word took it back. `closed`: it said 421 and hung up. `left`: the
   * client said QUIT before a mail was taken. `silence`: nothing more was said, by `next` who had the word.
   */
  readonly why: 'refused' | 'closed' | 'left' | 'silence'
  readonly stage: SmtpStage
  /** The refusal, the QUIT, or the last thing that was said. */
  readonly step: ConversationStep
  /** Who had to speak next. */
  readonly next: 'them' | 'us'
}

/**
 * The SMTP dialogue of an injection or a delivery, from the debug lines in its timeline (section 16 of the grammar), in
 * their order. Null where there are none.
 */
export function conversationOf(timeline: readonly Event[]): Conversation | null {
  const first = timeline.find(isDebugEvent)
  if (!first) return null
  const weAre = first.form.startsWith('injection') ? 'server' : 'client'
  const speak = speaker()
  const steps: ConversationStep[] = []
  for (const event of timeline) {
    if (!isDebugEvent(event)) continue
    const who = event.form === 'injection-debug-sent' || event.form === 'domain-debug-sent' ? 'us' : 'them'
    const side = (who === 'us') === (weAre === 'server') ? 'server' : 'client'
    for (const said of speak(side, unescapeBytes(event.fields.text))) steps.push({ who, ...said, event })
  }
  return { weAre, ip: 'ip' in first.fields ? first.fields.ip : null, steps }
}

type DebugForm = `${'injection' | 'domain'}-debug-${'sent' | 'received'}`

/** Whether an event is a line of a debug log: it tells what was said, and nothing that the mail log does not know. */
export function isDebugEvent(event: Event): event is Extract<Event, { readonly form: DebugForm }> {
  return event.form.startsWith('injection-debug-') || event.form.startsWith('domain-debug-')
}

/** The point where the conversation broke; null where it ended properly: a mail was taken, and no other was begun. */
export function brokeAt({ weAre, steps }: Conversation): Break | null {
  const [server, client] = weAre === 'server' ? (['us', 'them'] as const) : (['them', 'us'] as const)
  const taken = steps.findLastIndex(({ who, stage, code }) => who === server && stage === 'body' && isGood(code))
  const rest = steps.slice(taken + 1)
  const last = rest.at(-1)
  if (!last || (taken >= 0 && !rest.some(({ stage }) => stage === 'mail'))) return null
  const refusal = lastRefusal(rest.filter(({ who }) => who === server))
  if (refusal) {
    const why = refusal.code === 421 ? 'closed' : 'refused'
    return { why, stage: refusal.stage, step: refusal, next: client }
  }
  const left = rest.find(({ who, stage }) => who === client && stage === 'quit')
  if (left) {
    const before = rest.slice(0, rest.indexOf(left)).findLast(({ stage }) => stage !== 'other')
    return { why: 'left', stage: before?.stage ?? 'banner', step: left, next: server }
  }
  // A piece of the content is followed by the next: as long as its end was not said, the client has the word.
  const next = last.who === server || last.stage === 'body' ? client : server
  return { why: 'silence', stage: last.stage, step: last, next }
}

function isGood(code: number | undefined): boolean {
  return code !== undefined && code < 400
}

/**
 * The refusal that was not taken back: of the replies that say no, and after which the server's side said yes to nothing
 * but QUIT, RSET and the like, the first; unless it then hung up by itself, which is the end.
 */
function lastRefusal(replies: readonly ConversationStep[]): ConversationStep | null {
  let refusal: ConversationStep | null = null
  for (const reply of replies) {
    if (reply.code !== undefined && reply.code >= 400) refusal ??= reply
    else if (reply.stage !== 'quit' && reply.stage !== 'other') refusal = null
  }
  const last = replies.at(-1)
  return refusal && last?.code === 421 ? last : refusal
}
