import type { AllMiddlewareArgs, App, SlackEventMiddlewareArgs, ViewSubmitAction } from '@slack/bolt'
import type { Store } from '../../gather/ports.ts'
import type { Desk } from '../../reply/desk.ts'
import { type AnswerPorts, answerAsked } from './answer.ts'
import { pressed } from './hear-button.ts'
import { commanded } from './hear-command.ts'
import { formSent } from './hear-form.ts'
import { homeOpened } from './hear-home.ts'
import { globalShortcut, messageShortcut } from './hear-shortcut.ts'
import { type EventType, eventTypes, LISTENS } from './listens.ts'
import type { Running } from './running.ts'
import type { Seen } from './seen.ts'
import { type Place, whisper } from './send.ts'
import { mentions, opensToAnother, unwrap } from './unwrap.ts'

/** What the listeners share. */
export interface HearPorts extends AnswerPorts {
  readonly store: Store
  readonly desk: Desk
  readonly seen: Seen
  readonly running: Running
}

/** A post somebody wrote, out of `app_mention` or `message`. */
interface Heard {
  readonly channel: string
  readonly user: string
  readonly text: string
  readonly ts: string
  readonly threadTs: string | null
  readonly isDirect: boolean
}

type MentionArgs = AllMiddlewareArgs & SlackEventMiddlewareArgs<'app_mention'>
type MessageArgs = AllMiddlewareArgs & SlackEventMiddlewareArgs<'message'>

/** Registers all that `LISTENS` lists. The listeners only take in; the work runs on in `ports.running`. */
export function listen(app: App, ports: HearPorts): void {
  const register: Record<EventType, () => void> = {
    app_mention: () => app.event('app_mention', async (args) => heard(ports, args, fromMention(args))),
    app_home_opened: () => app.event('app_home_opened', async (args) => homeOpened(ports, args)),
    message: () => app.event('message', async (args) => heard(ports, args, fromMessage(args))),
  }
  for (const type of eventTypes()) register[type]()
  app.command(LISTENS.command.name, async (args) => commanded(ports, args))
  const [complaint, ask] = LISTENS.shortcuts
  app.shortcut({ type: 'message_action', callback_id: complaint.callback }, async (args) =>
    messageShortcut(ports, args),
  )
  app.shortcut({ type: 'shortcut', callback_id: ask.callback }, async (args) => globalShortcut(ports, args))
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: LISTENS.view.callback }, async (args) =>
    formSent(ports, args),
  )
  // Every button, so that one an older version drew gets a word instead of silence.
  app.action({ type: 'block_actions' }, async (args) => pressed(ports, args))
}

function fromMention({ event }: MentionArgs): Heard | null {
  if (event.user === undefined || event.bot_id !== undefined) return null
  const { channel, user, text, ts } = event
  return { channel, user, text, ts, threadTs: event.thread_ts ?? null, isDirect: false }
}

/** Posts of people, new ones only: no edits, no joins, nothing of other bots, with which we might talk forever. */
function fromMessage({ event }: MessageArgs): Heard | null {
  if (event.subtype !== undefined && event.subtype !== 'file_share' && event.subtype !== 'thread_broadcast') return null
  if (('bot_id' in event && event.bot_id !== undefined) || event.user === undefined) return null
  const threadTs = event.thread_ts ?? null
  const isDirect = event.channel_type === 'im'
  return { channel: event.channel, user: event.user, text: event.text ?? '', ts: event.ts, threadTs, isDirect }
}

/**
 * A post is for us where it mentions us or is a direct message; else only where its thread is one we have answered in.
 * A mention comes as two events, in either order; whichever comes first is answered, as one that names us.
 */
async function heard(ports: HearPorts, args: MentionArgs | MessageArgs, post: Heard | null): Promise<void> {
  if (post === null) return
  const { botUserId } = args.context
  const addressed = post.isDirect || args.event.type === 'app_mention' || mentions(post.text, botUserId)
  const isReply = post.threadTs !== null && post.threadTs !== post.ts
  if (!addressed && (!isReply || opensToAnother(post.text, botUserId))) return
  if (!(await ports.seen.first(args.body.event_id, `${post.channel}:${post.ts}`))) return

  const place = { client: args.client, channel: post.channel, threadTs: post.threadTs ?? post.ts }
  const thread = `${place.channel}:${place.threadTs}`
  const ask = { text: unwrap(post.text, botUserId), thread, addressed, asker: post.user }
  // Slack shows a whisper in a thread only where the thread is open, so a first question is answered beside it.
  const beside: Place = isReply ? place : { ...place, threadTs: null }
  const asked = {
    ask,
    place,
    askingTs: post.ts,
    whisper: post.isDirect
      ? null
      : (message: Parameters<typeof whisper>[2]) => whisper(beside, post.user, message, ports.log),
  }
  const earlier = ports.running.idle(thread)
  ports.running.start(thread, async (signal) => {
    if (!addressed) {
      await earlier
      if (!(await ports.answerer.knows(thread))) return
    }
    await answerAsked(ports, asked, signal)
  })
}
