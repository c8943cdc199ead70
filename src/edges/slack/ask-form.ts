import type { InputBlock, ModalView, PlainTextOption } from '@slack/types'
import * as z from 'zod'
import type { Complaint } from '../../question/complaint.ts'
import type { Form, Stretch } from '../../reply/desk.ts'
import { windowSlots } from '../../reply/searched.ts'
import type { Speech } from '../../reply/speech.ts'
import { shown } from './escape.ts'
import { LISTENS } from './listens.ts'
import { plainText } from './plain-text.ts'

/** Where a form's answer goes: the thread of the post it was opened on. */
export interface FormThread {
  readonly channel: string
  readonly threadTs: string
  readonly askingTs: string
}

export interface FormStart {
  readonly speech: Speech
  readonly gateways: readonly string[]
  /** What the post tells, to begin with. */
  readonly complaint: Complaint
  /** Null where the person is asked where to answer. */
  readonly thread: FormThread | null
}

const LONGEST_FIELD = 320
/** Slack's limit is 100, and one stands for all of them. */
const MOST_GATEWAYS = 99
const EVERY = 'every'

/**
 * The form by which is asked: what a post already tells is filled in. All of it is plain text, where Slack knows no
 * markup; what somebody wrote stands in it letter by letter.
 */
export function askForm({ speech, gateways, complaint, thread }: FormStart): ModalView {
  const isRead = complaint.sender !== null || complaint.recipient !== null || complaint.window !== null
  return {
    type: 'modal',
    callback_id: LISTENS.view.callback,
    private_metadata: thread === null ? '' : JSON.stringify(thread),
    title: plainText(speech.ui('formTitle'), 24),
    submit: plainText(speech.ui('formAsk'), 24),
    close: plainText(speech.ui('formCancel'), 24),
    blocks: [
      ...(isRead ? [{ type: 'context' as const, elements: [plainText(speech.ui('formFilled'), 300)] }] : []),
      {
        ...textField('sender', complaint.sender, speech.ui('formSender')),
        hint: plainText(speech.ui('formSenderHint'), 300),
      },
      { ...textField('recipient', complaint.recipient, speech.ui('formRecipient')), optional: true },
      choice('when', speech.ui('formWhen'), times(complaint, speech)),
      ...(gateways.length > 1 ? [choice('gateway', speech.ui('formGateway'), everyGateway(gateways, speech))] : []),
      ...(thread === null ? [place(speech)] : []),
    ],
  }
}

function textField(id: string, value: string | null, label: string): InputBlock {
  const known = value === null || value.length > LONGEST_FIELD ? '' : shown(value, LONGEST_FIELD)
  return {
    type: 'input',
    block_id: id,
    label: plainText(label, 100),
    element: {
      type: 'plain_text_input',
      action_id: id,
      max_length: LONGEST_FIELD,
      ...(known === '' ? {} : { initial_value: known }),
    },
  }
}

function choice(id: string, label: string, options: readonly PlainTextOption[]): InputBlock {
  const [first] = options
  const initial = first === undefined ? {} : { initial_option: first }
  const element = { type: 'static_select' as const, action_id: id, options: [...options], ...initial }
  return { type: 'input', block_id: id, label: plainText(label, 100), element }
}

/** The stretch that the post tells comes first, and is what is asked unless another is chosen. */
function times({ window }: Complaint, speech: Speech): readonly PlainTextOption[] {
  const usual: readonly PlainTextOption[] = [
    option('day', speech.ui('whenDay')),
    option('days', speech.ui('whenDays')),
    option('week', speech.ui('whenWeek')),
  ]
  if (window === null) return usual
  const words = speech.say('whenThen', windowSlots(window, speech))
  return [option(`${window.from}/${window.to}`, words), ...usual]
}

function everyGateway(gateways: readonly string[], speech: Speech): readonly PlainTextOption[] {
  const named = gateways.slice(0, MOST_GATEWAYS).filter((name) => name.length <= 75)
  return [option(EVERY, speech.ui('formEveryGateway')), ...named.map((name) => option(name, name))]
}

function place(speech: Speech): InputBlock {
  return {
    type: 'input',
    block_id: 'where',
    label: plainText(speech.ui('formWhere'), 100),
    element: {
      type: 'conversations_select',
      action_id: 'where',
      default_to_current_conversation: true,
      filter: { include: ['public', 'private', 'im'], exclude_external_shared_channels: true },
    },
  }
}

function option(value: string, words: string): PlainTextOption {
  return { text: plainText(words, 75), value }
}

const FIELD = z.record(
  z.string(),
  z.object({
    value: z.string().nullish(),
    selected_option: z.object({ value: z.string() }).nullish(),
    selected_conversation: z.string().nullish(),
  }),
)
const THREAD = z.object({ channel: z.string(), threadTs: z.string(), askingTs: z.string() })
const SENT = z.object({
  private_metadata: z.string(),
  state: z.object({ values: z.record(z.string(), FIELD) }),
})

/** A filled-in form and where its answer goes: a thread, or a channel in which one is opened. */
export interface SentForm {
  readonly form: Form
  readonly to: FormThread | string
}

/** Reads a form that came back; null for one that is not of this version. */
export function readForm(view: unknown): SentForm | null {
  const sent = SENT.safeParse(view)
  if (!sent.success) return null
  const { values } = sent.data.state
  const field = (id: string) => values[id]?.[id]
  const gateway = field('gateway')?.selected_option?.value ?? EVERY
  const form: Form = {
    sender: field('sender')?.value ?? '',
    recipient: field('recipient')?.value ?? '',
    when: readWhen(field('when')?.selected_option?.value ?? ''),
    gateway: gateway === EVERY ? '' : gateway,
  }
  if (sent.data.private_metadata === '') {
    const channel = field('where')?.selected_conversation
    return channel ? { form, to: channel } : null
  }
  const thread = THREAD.safeParse(readJson(sent.data.private_metadata))
  return thread.success ? { form, to: thread.data } : null
}

function readWhen(value: string): Form['when'] {
  const [, from, to] = /^(\d{1,15})\/(\d{1,15})$/.exec(value) ?? []
  if (from !== undefined && to !== undefined) return { from: Number(from), to: Number(to) }
  return value === 'days' || value === 'week' ? value : ('day' satisfies Stretch)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
