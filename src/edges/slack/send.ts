import type { WebClient } from '@slack/web-api'
import { patiently, reasonOf, troubleOf } from './call.ts'
import { fitMessage } from './fit.ts'
import type { SlackLog } from './log.ts'
import type { Message } from './message.ts'

export interface Place {
  readonly client: WebClient
  readonly channel: string
  /** The root of the thread to post in; null to post in the channel itself. */
  readonly threadTs: string | null
}

/** Kept with the post, so that it can be found again by the question that it belongs to (SLACK.md 1.8). */
export interface Metadata {
  readonly event_type: 'postmaster_working' | 'postmaster_answer'
  readonly event_payload: Record<string, string | number> & { readonly question: string }
}

/** The thread's root is gone: Slack put the post at the root of the channel instead (SLACK.md 1.6), and we took it back. */
export class ThreadGone extends Error {}

/**
 * Posts once. Out: the post's ts. Throws `ThreadGone`, or what Slack refused. After an unclear end the post is looked for
 * by its metadata, and made again only where it is not there; without metadata, or where we may not look, it is not
 * repeated, since Slack cannot tell a repeated post from a second one.
 */
export async function postMessage(place: Place, message: Message, log: SlackLog, about?: Metadata): Promise<string> {
  const { client, channel, threadTs } = place
  const thread = threadTs === null ? {} : { thread_ts: threadTs }
  const metadata = about === undefined ? {} : { metadata: about }
  const send = () =>
    orInWords(message, log, (body) =>
      patiently(false, () => client.chat.postMessage({ channel, ...thread, ...body, ...QUIET, ...metadata })),
    )
  let posted: Awaited<ReturnType<typeof send>>
  try {
    posted = await send()
  } catch (error) {
    if (about === undefined || troubleOf(error).kind !== 'unclear') throw error
    const there = await postAbout(place, about.event_payload.question)
    if (there === 'not known') throw error
    log.info({ found: there !== null }, 'it was not clear whether a post was made')
    if (there !== null) return there.ts
    posted = await send()
  }
  if (typeof posted.ts !== 'string') throw new Error('chat.postMessage gave no ts')
  if (threadTs !== null && posted.message !== undefined && posted.message.thread_ts !== threadTs) {
    await takeBack(place, posted.ts, log)
    throw new ThreadGone('the thread is gone')
  }
  return posted.ts
}

export interface FoundPost {
  readonly ts: string
  /** Whether it has turned into its last state. */
  readonly isFinal: boolean
}

/** How far back a post is looked for: it was made moments ago, or before a restart. */
const LOOK_BACK = 200

/**
 * The post of ours about a question, by its metadata: the newest there is. Null where there is none; `not known` where
 * Slack does not let us look, or cannot.
 */
export async function postAbout(place: Place, question: string): Promise<FoundPost | null | 'not known'> {
  const { client, channel, threadTs } = place
  const page = { channel, limit: LOOK_BACK, include_all_metadata: true }
  try {
    const { messages = [] } = await patiently(true, () =>
      threadTs === null ? client.conversations.history(page) : client.conversations.replies({ ...page, ts: threadTs }),
    )
    const found = messages
      .filter(({ ts, bot_id, metadata }) => ts !== undefined && bot_id !== undefined && isAbout(metadata, question))
      .sort((a, b) => (String(a.ts) < String(b.ts) ? 1 : -1))[0]
    return found === undefined
      ? null
      : { ts: String(found.ts), isFinal: found.metadata?.event_type === 'postmaster_answer' }
  } catch {
    return 'not known'
  }
}

function isAbout(metadata: { readonly event_payload?: object } | undefined, question: string): boolean {
  return Reflect.get(metadata?.event_payload ?? {}, 'question') === question
}

/** To one person alone. Slack shows it in a thread only where the thread is open already, hence `threadTs`. */
export async function whisper(place: Place, user: string, message: Message, log: SlackLog): Promise<void> {
  const { client, channel, threadTs } = place
  const thread = threadTs === null ? {} : { thread_ts: threadTs }
  await orInWords(message, log, (body) =>
    patiently(false, () => client.chat.postEphemeral({ channel, user, ...thread, ...body, parse: 'none' })),
  )
}

/** Domains under investigation are neither fetched nor linked by Slack. */
const QUIET = { unfurl_links: false, unfurl_media: false, parse: 'none' } as const

const POST_GONE = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed'])

/** An update that must arrive. False where the post is no longer there to be updated. */
export async function updated(
  place: Place,
  ts: string,
  message: Message,
  log: SlackLog,
  about?: Metadata,
): Promise<boolean> {
  try {
    await patiently(true, () => update(place, ts, message, log, about))
    return true
  } catch (error) {
    if (POST_GONE.has(reasonOf(error))) return false
    throw error
  }
}

/** One update, tried once. */
export async function update(
  place: Place,
  ts: string,
  message: Message,
  log: SlackLog,
  about?: Metadata,
): Promise<void> {
  const { client, channel } = place
  const metadata = about === undefined ? {} : { metadata: about }
  await orInWords(message, log, (body) => client.chat.update({ channel, ts, ...body, parse: 'none', ...metadata }))
}

/** Deletes a post of ours; where that fails it stays, and the log says so. */
export async function takeBack(place: Place, ts: string, log: SlackLog): Promise<void> {
  try {
    await patiently(true, () => place.client.chat.delete({ channel: place.channel, ts }))
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, 'a post could not be taken back')
  }
}

const BLOCKS_REFUSED = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'invalid_attachments',
  'only_one_table_allowed',
  'too_many_attachments',
  'msg_too_long',
])

/** Sends blocks; where Slack refuses those, the same content in words, so that no answer is lost to a layout. */
async function orInWords<Result>(
  message: Message,
  log: SlackLog,
  send: (body: Pick<Message, 'text' | 'blocks'>) => Promise<Result>,
): Promise<Result> {
  const { text, blocks, plain } = fitMessage(message)
  try {
    return await send({ text, blocks })
  } catch (error) {
    const reason = reasonOf(error)
    if (!BLOCKS_REFUSED.has(reason)) throw error
    log.warn({ reason, types: blocks.map((block) => block.type) }, 'Slack refused the blocks, sending words')
    return await send({ text: plain, blocks: [] })
  }
}
