import { randomBytes, randomUUID } from 'node:crypto'
import type { Answerer, Ask } from '../../reply/answerer.ts'
import type { Desk } from '../../reply/desk.ts'
import type { Reply } from '../../reply/reply.ts'
import type { Speech } from '../../reply/speech.ts'
import type { Askers } from './askers.ts'
import { answerMessage } from './blocks.ts'
import { patiently, reasonOf } from './call.ts'
import { escapeText, shown } from './escape.ts'
import type { SlackLog } from './log.ts'
import type { Message } from './message.ts'
import type { Pace } from './pace.ts'
import { openPost } from './post.ts'
import type { KeptQuestion, Questions } from './questions.ts'
import { openReactions } from './reactions.ts'
import { richBlock } from './rich-text.ts'
import { type Metadata, type Place, postMessage, ThreadGone } from './send.ts'
import { workingMessage } from './working.ts'

/** What every answer needs of the edge. */
export interface AnswerPorts {
  readonly answerer: Answerer
  readonly desk: Desk
  readonly pace: Pace
  readonly askers: Askers
  readonly questions: Questions
  readonly log: SlackLog
  now(): number
}

/** What was asked, before it is looked up how the asker reads. */
export type Words = Omit<Ask, 'locale' | 'timeZone' | 'groups' | 'isDirect'>

/** A question and where it is answered. */
export interface Asked {
  readonly ask: Words
  readonly place: Place & { readonly threadTs: string }
  /** The post that asked, for the reaction on it; null where a button did. */
  readonly askingTs: string | null
  /** Says something to the asker alone; null where all is private already. */
  readonly whisper: ((message: Message) => Promise<void>) | null
  /** Says something to the asker alone even where the bot is no member; without it, nothing can be said there. */
  readonly alone?: (message: Message) => Promise<void>
  /** What an earlier process left of it, where it was killed. */
  readonly left?: { readonly question: KeptQuestion; readonly postTs: string | null }
}

/** Slack's words for a place where the bot may not post. */
const NOT_HERE = new Set(['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action'])

/** The first word comes within a second; an answer that is faster needs none. */
const FIRST_WORD_MS = 500

/**
 * Answers one question in its thread: a post that says what is being done, kept up to date and turned into the answer;
 * a reaction on the question; the file of the evidence. Never throws: a bug is logged under a reference, and the thread
 * gets that reference. `signal` means the bot is being stopped: the post then says so.
 */
export async function answerAsked(ports: AnswerPorts, asked: Asked, signal: AbortSignal): Promise<void> {
  const question = kept(asked, ports.now())
  const { id } = question
  await ports.questions.begin(question)
  const post = openPost(asked.place, id, ports, asked.left?.postTs ?? null)
  const reactions = openReactions(asked.place, asked.askingTs, ports)
  const begin = (message: Message) => {
    reactions.looking()
    post.show(message)
  }
  // The first word does not wait for what Slack says of the asker.
  let speech = ports.desk.speechFor({ locale: '', timeZone: '' })
  void speechFor(ports, asked).then((own) => {
    speech = own
  })
  const work = async () => {
    const reads = await ports.askers.readsOf(asked.place.client, asked.ask.asker)
    const isDirect = asked.place.channel.startsWith('D')
    return await ports.answerer.answer({ ...asked.ask, isDirect, ...reads }, (working) => {
      clearTimeout(firstWord)
      begin(workingMessage(working))
    })
  }
  const firstWord = asked.ask.addressed
    ? setTimeout(() => begin(workingMessage({ title: speech.ui('looking'), tasks: [] })), FIRST_WORD_MS)
    : undefined
  try {
    const reply = await Promise.race([work(), raised(signal)])
    clearTimeout(firstWord)
    if (reply === 'stopped') {
      const words = speech.ui('stopped')
      await post.finish(plainMessage(words), metadataOf(id, asked.ask, 'stopped'))
    } else if (reply === null) await post.withdraw()
    else if (reply.whisper === true && asked.whisper !== null) {
      await sayAlone(asked.whisper, post, reply, metadataOf(id, asked.ask, reply.status))
    } else await post.finish(answerMessage(reply), metadataOf(id, asked.ask, reply.status))
    await ports.questions.end(id)
    if (reply !== null && reply !== 'stopped' && reply.whisper !== true) {
      await reactions.done()
      await attachFile(ports, asked, reply)
    }
  } catch (error) {
    clearTimeout(firstWord)
    const isHeard = asked.ask.addressed || reactions.isLooking()
    await tellTrouble(
      ports,
      asked,
      error,
      isHeard ? (words) => post.finish(words, metadataOf(id, asked.ask, 'failed')) : null,
    )
  } finally {
    await ports.questions.end(id)
    await reactions.cleared()
  }
}

/** Our own words in the language of who asked. */
async function speechFor({ askers, desk }: AnswerPorts, { ask, place }: Asked): Promise<Speech> {
  return desk.speechFor(await askers.mannersOf(place.client, ask.asker))
}

/** The question as it is kept until it has its last word. */
function kept({ ask, place, askingTs, left }: Asked, now: number): KeptQuestion {
  const { text, thread, addressed, asker } = ask
  const { channel, threadTs } = place
  if (left !== undefined) return { ...left.question, tries: left.question.tries + 1 }
  const id = `${channel}:${askingTs ?? randomUUID()}`
  return { id, ask: { text, thread, addressed, asker }, channel, threadTs, askingTs, since: now, tries: 1 }
}

/** A post of a few words of our own. */
export function plainMessage(words: string): Message {
  const text = escapeText(words)
  const element = { type: 'text' as const, text: words }
  return { text, plain: text, blocks: richBlock([{ type: 'rich_text_section', elements: [element] }]) }
}

/** Logs what went wrong under a new reference. Out: the reference, six hex digits. */
export function logTrouble(log: SlackLog, error: unknown, during: string): string {
  const reference = randomBytes(3).toString('hex')
  log.error({ reference, err: error, reason: reasonOf(error) }, `something went wrong ${during}`)
  return reference
}

async function tellTrouble(
  ports: AnswerPorts,
  asked: Asked,
  error: unknown,
  say: ((message: Message) => Promise<void>) | null,
): Promise<void> {
  if (error instanceof ThreadGone) {
    ports.log.info({ channel: asked.place.channel }, 'the thread was deleted before its answer was there')
    return
  }
  if (NOT_HERE.has(reasonOf(error)) && asked.alone !== undefined) {
    ports.log.info({ reason: reasonOf(error) }, 'an answer could not be posted where it was asked')
    return await asked.alone(plainMessage((await speechFor(ports, asked)).ui('notHere')))
  }
  const reference = logTrouble(ports.log, error, 'while answering')
  // People talking among themselves in a thread are not told of a bug they did not ask for.
  if (say === null) return
  try {
    await say(plainMessage((await speechFor(ports, asked)).say('trouble', { reference })))
  } catch (again) {
    ports.log.error({ reference, reason: reasonOf(again) }, 'the thread could not be told')
  }
}

async function sayAlone(
  whisper: NonNullable<Asked['whisper']>,
  post: ReturnType<typeof openPost>,
  reply: Reply,
  about: Metadata,
): Promise<void> {
  const message = answerMessage(reply)
  await post.withdraw()
  try {
    await whisper(message)
  } catch {
    await post.finish(message, about)
  }
}

/** Marks a post as having reached its last state. `status` is the reply's, or why there is none. */
function metadataOf(question: string, ask: Words, status: Reply['status'] | 'stopped' | 'failed'): Metadata {
  return {
    event_type: 'postmaster_answer',
    event_payload: { question, thread: ask.thread, asked: shown(ask.text, 500), status },
  }
}

/** The evidence whole, as a file in the thread. Where Slack does not take it, the thread is told why. */
async function attachFile(ports: AnswerPorts, asked: Asked, reply: Reply): Promise<void> {
  const { file } = reply
  if (file === undefined || file.text === '') return
  const { client, channel, threadTs } = asked.place
  try {
    await ports.pace.uploadTurn()
    await patiently(false, () =>
      client.filesUploadV2({
        channel_id: channel,
        thread_ts: threadTs,
        filename: fileName(file.name),
        title: shown(file.title, 150) || fileName(file.name),
        content: file.text,
      }),
    )
  } catch (error) {
    ports.log.warn({ reason: reasonOf(error) }, 'the file was not attached')
    await ports.pace.turn(channel)
    const words = (await speechFor(ports, asked)).say('fileLost', { reason: reasonOf(error) })
    await postMessage(asked.place, plainMessage(words), ports.log)
  }
}

function fileName(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '')
  return safe === '' ? 'evidence.txt' : safe.slice(-100)
}

function raised(signal: AbortSignal): Promise<'stopped'> {
  if (signal.aborted) return Promise.resolve('stopped')
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve('stopped'), { once: true }))
}
