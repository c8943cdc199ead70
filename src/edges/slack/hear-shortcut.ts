import type { AllMiddlewareArgs, GlobalShortcut, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt'
import * as z from 'zod'
import type { Complaint } from '../../question/complaint.ts'
import type { Reads } from '../../reply/desk.ts'
import { answerAsked, logTrouble, plainMessage } from './answer.ts'
import { askForm, type FormThread } from './ask-form.ts'
import type { HearPorts } from './hear.ts'
import type { Message } from './message.ts'
import { unwrap } from './unwrap.ts'

type Args<Kind extends MessageShortcut | GlobalShortcut> = AllMiddlewareArgs & SlackShortcutMiddlewareArgs<Kind>

const NOTHING: Complaint = { sender: null, recipient: null, window: null }

/** The global shortcut: a form, empty. */
export async function globalShortcut(ports: HearPorts, args: Args<GlobalShortcut>): Promise<void> {
  await args.ack()
  const { user, trigger_id: trigger } = args.shortcut
  if (await ports.seen.first(trigger)) await openForm(ports, args.client, user.id, trigger)
}

/** Opens the form, empty. Rejects where Slack does not take it. */
export async function openForm(
  ports: HearPorts,
  client: AllMiddlewareArgs['client'],
  user: string,
  trigger: string,
): Promise<void> {
  const speech = ports.desk.speechFor(await ports.askers.mannersOf(client, user))
  const view = askForm({ speech, gateways: ports.desk.gateways, complaint: NOTHING, thread: null })
  await client.views.open({ trigger_id: trigger, view })
}

/**
 * The shortcut on a post, a complaint or a pasted bounce: where it tells who wrote to whom, the question is asked at once
 * in its thread; else a form asks for what is missing. Slack's trigger lasts three seconds, so nothing slow comes first.
 */
export async function messageShortcut(ports: HearPorts, args: Args<MessageShortcut>): Promise<void> {
  await args.ack()
  const { shortcut, client } = args
  if (!(await ports.seen.first(shortcut.trigger_id))) return
  const user = shortcut.user.id
  const reads = await ports.askers.mannersOf(client, user)
  const complaint = ports.desk.read(unwrap(wordsOf(shortcut.message), args.context.botUserId), reads)
  const threadTs = textOf(shortcut.message.thread_ts) ?? shortcut.message_ts
  const thread = { channel: shortcut.channel.id, threadTs, askingTs: shortcut.message_ts }
  const alone = async ({ text, blocks }: Message) => {
    await args.respond({ response_type: 'ephemeral', replace_original: false, text, blocks })
  }
  const words = wholeQuestion(ports, complaint, reads)
  if (words !== null) return askInThread(ports, { user, text: words, thread, client, alone })
  try {
    const speech = ports.desk.speechFor(reads)
    const view = askForm({ speech, gateways: ports.desk.gateways, complaint, thread })
    await client.views.open({ trigger_id: shortcut.trigger_id, view })
  } catch (error) {
    const reference = logTrouble(ports.log, error, 'while opening a form')
    await alone(plainMessage(ports.desk.speechFor(reads).say('trouble', { reference })))
  }
}

/** Somebody who asks by a form or shortcut, under a post. */
export interface ThreadAsker {
  readonly user: string
  readonly text: string
  readonly thread: FormThread
  readonly client: AllMiddlewareArgs['client']
  readonly alone: (message: Message) => Promise<void>
}

/** Asks in the thread of a post, as if its user had mentioned us there. */
export function askInThread(ports: HearPorts, { user, text, thread, client, alone }: ThreadAsker): void {
  const { channel, threadTs, askingTs } = thread
  const key = `${channel}:${threadTs}`
  const ask = { text, thread: key, addressed: true, asker: user }
  const whisper = channel.startsWith('D') ? null : alone
  const asked = { ask, place: { client, channel, threadTs }, askingTs, whisper, alone }
  ports.running.start(key, (signal) => answerAsked(ports, asked, signal))
}

/** The question, where the post told both ends of the way; null where one is missing. */
function wholeQuestion(ports: HearPorts, { sender, recipient, window }: Complaint, reads: Reads): string | null {
  if (sender === null || recipient === null) return null
  const asking = ports.desk.asking({ sender, recipient, when: window ?? 'day', gateway: '' }, reads)
  return asking.kind === 'asking' ? asking.text : null
}

const QUOTED = z.array(z.object({ text: z.string().optional(), pretext: z.string().optional() }).catch({}))
const SNIPPETS = z.array(z.object({ preview: z.string().optional(), plain_text: z.string().optional() }).catch({}))

/** All the words of a post: what was typed, what it forwards or quotes, and the beginning of a pasted snippet. */
function wordsOf(message: MessageShortcut['message']): string {
  const quoted = QUOTED.catch([]).parse(message.attachments)
  const snippets = SNIPPETS.catch([]).parse(message.files)
  return [
    message.text ?? '',
    ...quoted.flatMap(({ pretext, text }) => [pretext ?? '', text ?? '']),
    ...snippets.flatMap(({ preview, plain_text }) => [plain_text ?? preview ?? '']),
  ].join('\n')
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
