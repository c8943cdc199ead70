import type { WebClient } from '@slack/web-api'
import { patiently, reasonOf } from './call.ts'
import { fitMessage } from './fit.ts'
import type { SlackLog } from './log.ts'
import type { Message } from './message.ts'

export interface Place {
  readonly client: WebClient
  readonly channel: string
  /** The root of the thread to post in; null to post in the channel itself. */
  readonly threadTs: string | null
}

/** Kept with the post, so that the thread still knows what was asked after a restart (SLACK.md 1.8). */
export interface Metadata {
  readonly event_type: 'postmaster_answer'
  readonly event_payload: Record<string, string | number>
}

/** The thread's root is gone: Slack put the post at the root of the channel instead (SLACK.md 1.6), and we took it back. */
export class ThreadGone extends Error {}

/**
 * Posts once. Out: the post's ts. Throws `ThreadGone`, or what Slack refused. Never repeated after an unclear end, since
 * Slack has no way to tell a repeated post from a second one.
 */
export async function postMessage(place: Place, message: Message, log: SlackLog, about?: Metadata): Promise<string> {
  const { client, channel, threadTs } = place
  const thread = threadTs === null ? {} : { thread_ts: threadTs }
  const metadata = about === undefined ? {} : { metadata: about }
  const posted = await orInWords(message, log, (body) =>
    patiently(false, () => client.chat.postMessage({ channel, ...thread, ...body, ...QUIET, ...metadata })),
  )
  if (typeof posted.ts !== 'string') throw new Error('chat.postMessage gave no ts')
  if (threadTs !== null && posted.message !== undefined && posted.message.thread_ts !== threadTs) {
    await takeBack(place, posted.ts, log)
    throw new ThreadGone('the thread is gone')
  }
  return posted.ts
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
