import type { WebClient } from '@slack/web-api'
import { patiently, reasonOf, troubleOf } from './call.ts'
import { fitMessage } from './fit.ts'
import type { SlackLog } from './log.ts'
import type { Message } from './message.ts'
import type { Pace } from './pace.ts'

export interface Place {
  readonly client: WebClient
  readonly channel: string
  /** The root of the thread to post in; null to post in the channel itself. */
  readonly threadTs: string | null
}

/** One post that shows progress and becomes the answer. */
export interface LivePost {
  /** Shows this soon: at once the first time, then at most every 1.5 s, always the last state. Never throws. */
  show(message: Message): void
  /** Turns the post into its last state, or posts that where nothing was shown. Throws where Slack takes neither. */
  finish(message: Message, about?: Metadata): Promise<void>
  /** Takes back what was shown. Never throws. */
  withdraw(): Promise<void>
}

/** Kept with the post, so that the thread still knows what was asked after a restart (SLACK.md 1.8). */
export interface Metadata {
  readonly event_type: 'postmaster_answer'
  readonly event_payload: Record<string, string | number>
}

export interface PostPorts {
  readonly pace: Pace
  readonly log: SlackLog
  now(): number
}

const BETWEEN_UPDATES_MS = 1_500

/** The thread's root is gone: Slack put the post at the root of the channel instead (SLACK.md 1.6), and we took it back. */
export class ThreadGone extends Error {}

/** Opens a post that is not there yet. */
export function openPost(place: Place, ports: PostPorts): LivePost {
  let ts: string | null = null
  let wanted: Message | null = null
  let sending: Promise<void> | null = null
  let timer: NodeJS.Timeout | null = null
  let turn: Promise<void> | null = null
  let sentAt = 0
  let closed = false

  function schedule(): void {
    if (closed || timer !== null || sending !== null || wanted === null) return
    const wait = ts === null ? 0 : Math.max(0, sentAt + BETWEEN_UPDATES_MS - ports.now())
    timer = setTimeout(() => {
      timer = null
      sending = sendProgress().finally(() => {
        sending = null
        schedule()
      })
    }, wait)
  }

  async function sendProgress(): Promise<void> {
    try {
      if (ts === null) await myTurn()
      const message = wanted
      wanted = null
      if (closed || message === null) return
      sentAt = ports.now()
      if (ts === null) ts = await postNew(message)
      else if (ports.pace.mayUpdate()) await update(place, ts, message, ports.log)
    } catch (error) {
      const trouble = troubleOf(error)
      if (trouble.kind === 'limited') ports.pace.hold(trouble.seconds)
      ports.log.warn({ reason: reasonOf(error) }, 'progress was not shown')
    }
  }

  /** A turn that was waited for but not used is kept for the next post. */
  async function myTurn(): Promise<void> {
    turn ??= ports.pace.turn(place.channel)
    await turn
  }

  async function postNew(message: Message, about?: Metadata): Promise<string> {
    await myTurn()
    turn = null
    return await postMessage(place, message, ports.log, about)
  }

  async function close(): Promise<void> {
    closed = true
    if (timer !== null) clearTimeout(timer)
    timer = null
    await sending
  }

  return {
    show(message) {
      wanted = message
      schedule()
    },
    async finish(message, about) {
      await close()
      if (ts !== null && (await updated(place, ts, message, ports.log, about))) return
      ts = await postNew(message, about)
    },
    async withdraw() {
      await close()
      if (ts !== null) await takeBack(place, ts, ports.log)
      ts = null
    },
  }
}

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

/** False where the post is no longer there to be updated. */
async function updated(place: Place, ts: string, message: Message, log: SlackLog, about?: Metadata): Promise<boolean> {
  try {
    await patiently(true, () => update(place, ts, message, log, about))
    return true
  } catch (error) {
    if (POST_GONE.has(reasonOf(error))) return false
    throw error
  }
}

async function update(place: Place, ts: string, message: Message, log: SlackLog, about?: Metadata): Promise<void> {
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
