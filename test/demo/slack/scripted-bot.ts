import type { KnownBlock } from '@slack/types'
import type { SlackStandIn } from '../../../src/demo/slack/index.ts'
import { boltApp } from './bolt-app.ts'

const final = { event_type: 'postmaster_answer', event_payload: { run: 'r1' } }

/** Text that a sender controls, as it comes out of a log. */
export const hostileLine =
  "Thu Nov 20 09:12:04 2026 Info: MID 12 Subject '<img src=x onerror=window.broken=1> <!channel> ``` *</pre><script>'"

/**
 * A Bolt app that answers every mention with a plan, then with an answer of all the kinds of block there are, and takes
 * the press of a button. Resolves once it is connected.
 */
export async function startScriptedBot(slack: SlackStandIn): Promise<{ stop(): Promise<void> }> {
  const app = boltApp(slack)
  app.event('app_mention', async ({ event, client }) => {
    const thread = { channel: event.channel, thread_ts: event.thread_ts ?? event.ts }
    await client.reactions.add({ channel: event.channel, timestamp: event.ts, name: 'eyes' })
    const working = await client.chat.postMessage({ ...thread, text: 'Looking', blocks: [plan] })
    if (event.text.includes('slowly')) return
    await client.filesUploadV2({
      channel_id: event.channel,
      thread_ts: thread.thread_ts,
      filename: 'evidence.txt',
      title: 'Log lines (9)',
      content: `${hostileLine}\n`.repeat(9),
    })
    await client.reactions.remove({ channel: event.channel, timestamp: event.ts, name: 'eyes' })
    await client.reactions.add({ channel: event.channel, timestamp: event.ts, name: 'white_check_mark' })
    const { channel } = event
    await client.chat.update({ channel, ts: working.ts ?? '', text: verdict, blocks: [...answer], metadata: final })
  })
  app.message(async ({ message, client }) => {
    if (message.subtype !== undefined || message.bot_id !== undefined || message.thread_ts === undefined) return
    const { channel, thread_ts, user } = message
    await client.chat.postEphemeral({ channel, thread_ts, user, text: whisper })
  })
  app.command('/mail', async ({ ack, command, client }) => {
    await ack()
    const text = `Asked by <@${command.user_id}>: ${command.text}`
    const { ts } = await client.chat.postMessage({ channel: command.channel_id, text })
    const inThread = { channel: command.channel_id, thread_ts: ts ?? '' }
    await client.chat.postMessage({ ...inThread, text: 'Answered below.', metadata: final })
  })
  app.action('widen', async ({ ack, body, client }) => {
    await ack()
    if (body.type !== 'block_actions' || body.container.type !== 'message') return
    const thread_ts = String(body.container.thread_ts)
    await client.chat.postMessage({ channel: slack.channel, thread_ts, text: 'Looking at the last 7 days.' })
  })
  await app.init()
  await app.start()
  return {
    stop: async () => {
      await app.stop()
    },
  }
}

const verdict = "🔴 Our gateway refused it: the sender's server has a bad reputation."
const whisper =
  'I can look for a domain, an address, an IP, a Message-ID or a MID. I did not find one. Try: `status` or ' +
  "`why didn't mail from example.com arrive?`"

const plan = {
  type: 'plan',
  title: 'Looking for mail from example.com to anyone, since yesterday 15:00 CET',
  tasks: [
    { type: 'task_card', task_id: '1', title: 'example.com sends from 37 addresses (SPF, MX)', status: 'complete' },
    { type: 'task_card', task_id: '2', title: 'esa1: 3 connections', status: 'complete' },
    { type: 'task_card', task_id: '3', title: 'esa2', status: 'in_progress' },
    { type: 'task_card', task_id: '4', title: 'DNS: no answer from 192.0.2.53', status: 'error' },
    { type: 'task_card', task_id: '5', title: 'Listener', status: 'pending' },
  ],
} satisfies KnownBlock

function text(words: string, style?: { bold?: boolean; code?: boolean; italic?: boolean }) {
  return { type: 'text' as const, text: words, ...(style === undefined ? {} : { style }) }
}

function cells(...words: string[]) {
  return words.map((each) => ({ type: 'raw_text' as const, text: each }))
}

function logLines(...lines: string[]) {
  return {
    type: 'rich_text' as const,
    elements: [{ type: 'rich_text_preformatted' as const, elements: [text(lines.join('\n'))] }],
  }
}

const lines = [
  'Thu Nov 20 09:12:04 2026 Info: New SMTP ICID 7 interface Data 1 (192.0.2.10) address 203.0.113.25 reverse dns host out1.example.com verified yes',
  'Thu Nov 20 09:12:04 2026 Info: ICID 7 REJECT SG BLOCKED_LIST match sbrs[-10.0:-3.0] SBRS -6.3 country Netherlands',
  'Thu Nov 20 09:12:04 2026 Info: ICID 7 close',
]

const note = `Subject: Your mail to example.org is refused: 203.0.113.25

Hello,
mail from your server 203.0.113.25 (out1.example.com) to example.org was refused at connection three times on 20 November 2026, with a 554 reply, because of the address's reputation.`

const answer = [
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [text('🔴 '), text(verdict.slice(3), { bold: true })],
      },
    ],
  },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          text('203.0.113.25 (out1.example.com) tried 3 times today, 09:12 to 11:40 CET. '),
          text('esa1', { code: true }),
          text(' refused each connection before any mail was offered: sender group '),
          text('BLOCKED_LIST', { code: true }),
          text(', reputation −6.3.'),
        ],
      },
    ],
  },
  {
    type: 'table',
    column_settings: [{}, {}, { is_wrapped: true }, { align: 'right' }],
    rows: [
      cells('time', 'from', 'outcome', 'SBRS'),
      [...cells('09:12', '203.0.113.25', 'refused'), { type: 'raw_number' as const, value: -6.3, text: '−6.3' }],
      [...cells('10:26', '203.0.113.25', 'refused'), { type: 'raw_number' as const, value: -6.3, text: '−6.3' }],
      [
        ...cells('11:40', '203.0.113.25', '<b>refused</b> *once more* <!channel>'),
        { type: 'raw_number' as const, value: -6.4, text: '−6.4' },
      ],
    ],
  },
  {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [text('Next', { bold: true })] },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              text('The sender: ', { bold: true }),
              text('cleans up the server and asks for review at '),
              { type: 'link', url: 'https://talosintelligence.com', text: 'talosintelligence.com' },
              text('; the note below says so.'),
            ],
          },
          {
            type: 'rich_text_section',
            elements: [
              text('We: ', { bold: true }),
              text('if this cannot wait, add 203.0.113.25 above BLOCKED_LIST, for a day.'),
            ],
          },
        ],
      },
    ],
  },
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'widen', value: '7d', text: { type: 'plain_text', text: 'Last 7 days' } },
      { type: 'button', action_id: 'again', value: 'again', text: { type: 'plain_text', text: 'Ask again' } },
      { type: 'button', action_id: 'probe', value: 'probe', text: { type: 'plain_text', text: 'Test the listener' } },
    ],
  },
  {
    type: 'context',
    elements: [
      { type: 'plain_text', text: 'esa1, esa2 · logs whole from Thu 09:00 to Fri 15:00 · 4.1 s', emoji: false },
      { type: 'mrkdwn', text: 'escaped: &lt;!channel&gt; &lt;b&gt;x&lt;/b&gt;' },
    ],
  },
  {
    type: 'container',
    title: { type: 'plain_text', text: 'Log lines (4)' },
    is_collapsible: true,
    default_collapsed: false,
    child_blocks: [logLines(...lines, hostileLine)],
  },
  {
    type: 'container',
    title: { type: 'plain_text', text: 'Note to their administrator' },
    is_collapsible: true,
    default_collapsed: true,
    child_blocks: [logLines(note)],
  },
  {
    type: 'container',
    title: { type: 'plain_text', text: 'Ruled out (4)' },
    is_collapsible: true,
    default_collapsed: true,
    child_blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '• our MX points *here*\n• rDNS is right' } }],
  },
] satisfies KnownBlock[]
