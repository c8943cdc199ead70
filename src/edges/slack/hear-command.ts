import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt'
import type { RichTextBlock } from '@slack/types'
import type { Speech } from '../../reply/speech.ts'
import { answerAsked, logTrouble, plainMessage } from './answer.ts'
import { reasonOf, troubleOf } from './call.ts'
import { escapeText, shown } from './escape.ts'
import type { HearPorts } from './hear.ts'
import type { Message } from './message.ts'
import { type Place, postMessage, takeBack } from './send.ts'
import { unwrap } from './unwrap.ts'

/** Somebody who asks where there is no thread yet. */
export interface Asker {
  readonly user: string
  readonly text: string
  /** The question as people read it, where that is not its text. */
  readonly shown?: string
  readonly place: Place
  /** Says something to the asker alone, wherever they are; works where the bot is no member. */
  readonly alone: (message: Message) => Promise<void>
}

/**
 * `/mail …`: acknowledged at once; the question is posted in the channel, since Slack shows a command to nobody else,
 * and answered in that post's thread. Where the bot may not post, the asker alone is told what to do.
 */
export async function commanded(ports: HearPorts, args: AllMiddlewareArgs & SlackCommandMiddlewareArgs): Promise<void> {
  const { command, respond } = args
  await args.ack()
  if (!(await ports.seen.first(command.trigger_id))) return
  const text = unwrap(command.text ?? '', args.context.botUserId)
  openThread(ports, {
    user: command.user_id,
    text: text === '' ? 'help' : text,
    place: { client: args.client, channel: command.channel_id, threadTs: null },
    alone: async ({ text: words, blocks }) => {
      await respond({ response_type: 'ephemeral', text: words, blocks })
    },
  })
}

/** Posts the question as the root of a thread and answers it there. An answer for the asker alone takes the root back. */
export function openThread(ports: HearPorts, asker: Asker): void {
  const { client, channel } = asker.place
  ports.running.start(`${channel}:${asker.user}`, async (signal) => {
    const rootTs = await postRoot(ports, asker)
    if (rootTs === null) return
    const place = { client, channel, threadTs: rootTs }
    const ask = { text: asker.text, thread: `${channel}:${rootTs}`, addressed: true, asker: asker.user }
    const whisper = async (message: Message) => {
      await asker.alone(message)
      await takeBack(place, rootTs, ports.log)
    }
    await answerAsked(ports, { ask, place, askingTs: rootTs, whisper }, signal)
  })
}

async function postRoot(ports: HearPorts, asker: Asker): Promise<string | null> {
  const speech = ports.desk.speechFor(await ports.askers.mannersOf(asker.place.client, asker.user))
  try {
    await ports.pace.turn(asker.place.channel)
    return await postMessage(asker.place, questionMessage(asker, speech), ports.log)
  } catch (error) {
    const isRefused = troubleOf(error).kind === 'refused'
    if (isRefused) ports.log.info({ reason: reasonOf(error) }, 'a question could not be posted where it was asked')
    const reference = isRefused ? '' : logTrouble(ports.log, error, 'while posting a question')
    await asker.alone(plainMessage(isRefused ? speech.ui('notHere') : speech.say('trouble', { reference })))
    return null
  }
}

/** Who asks, and the question quoted as text: rich text, so that nothing in it mentions anybody. */
function questionMessage(asker: Asker, speech: Speech): Message {
  const asked = asker.shown ?? asker.text
  const words = shown(asked, 2_000)
  const block: RichTextBlock = {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'user', user_id: asker.user },
          { type: 'text', text: ` ${speech.ui('asks')}` },
        ],
      },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: words }] },
    ],
  }
  const text = escapeText(shown(asked, 600))
  return { text, plain: text, blocks: [block] }
}
