import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt'
import { answerAsked, plainMessage } from './answer.ts'
import type { HearPorts } from './hear.ts'
import { openThread } from './hear-command.ts'
import { pressedAtHome } from './hear-home.ts'
import { rated, ratingIn } from './hear-rating.ts'
import { actionOf } from './listens.ts'
import type { Message } from './message.ts'
import { whisper } from './send.ts'

/** Where a button was pressed. */
interface Pressed {
  readonly channel: string
  /** The root of the thread; null on a post shown to one person alone, outside a thread. */
  readonly threadTs: string | null
}

/**
 * A button: acknowledged at once, then its value, a question in words, is asked anew in the thread of its post. One that
 * this version does not know gets a word to the presser, never silence.
 */
export async function pressed(
  ports: HearPorts,
  args: AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction>,
): Promise<void> {
  await args.ack()
  const { action, body } = args
  if (body.view !== undefined) return await pressedAtHome(ports, args)
  const at = whereOf(body)
  if (at === null || !(await ports.seen.first(body.trigger_id))) return
  const user = body.user.id
  const place = { client: args.client, channel: at.channel, threadTs: at.threadTs }
  const alone = async ({ text, blocks }: Message) => {
    const thread = at.threadTs === null ? {} : { thread_ts: at.threadTs }
    await args.respond({ response_type: 'ephemeral', replace_original: false, text, blocks, ...thread })
  }
  const rating = ratingIn(args)
  if (rating !== null && at.threadTs !== null) {
    const post = body.message?.ts ?? at.threadTs
    return await rated(ports, args, { channel: at.channel, threadTs: at.threadTs, post }, rating)
  }
  const question = action.type === 'button' && actionOf(action.action_id) !== null ? (action.value ?? '') : ''
  if (question === '') {
    const speech = ports.desk.speechFor(await ports.askers.mannersOf(args.client, user))
    return await alone(plainMessage(speech.ui('olderButton')))
  }
  if (at.threadTs === null) return openThread(ports, { user, text: question, place, alone })

  const threadTs = at.threadTs
  const thread = `${at.channel}:${threadTs}`
  const ask = { text: question, thread, addressed: true, asker: user }
  const isDirect = at.channel.startsWith('D')
  const say = isDirect ? null : (message: Message) => whisper(place, user, message, ports.log)
  const asked = { ask, place: { ...place, threadTs }, askingTs: null, whisper: say }
  ports.running.start(thread, (signal) => answerAsked(ports, asked, signal))
}

function whereOf(body: BlockAction): Pressed | null {
  const { container } = body
  const channel = body.channel?.id ?? textIn(container, 'channel_id')
  if (channel === null) return null
  const inThread = textIn(body.message, 'thread_ts') ?? textIn(container, 'thread_ts')
  const isAlone = container.is_ephemeral === true
  const threadTs = inThread ?? (isAlone ? null : (body.message?.ts ?? textIn(container, 'message_ts')))
  return { channel, threadTs }
}

function textIn(record: Readonly<Record<string, unknown>> | undefined, field: string): string | null {
  const value = record?.[field]
  return typeof value === 'string' && value !== '' ? value : null
}
