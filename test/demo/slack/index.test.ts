import type { KnownBlock } from '@slack/types'
import { LogLevel, WebClient } from '@slack/web-api'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type Post, type SlackStandIn, startSlackStandIn } from '../../../src/demo/slack/index.ts'
import { boltApp } from './bolt-app.ts'

let slack: SlackStandIn
let app: ReturnType<typeof boltApp>
const opened: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  slack = await startSlackStandIn({ botName: 'postmaster', suggestions: [], now: Date.now })
  app = boltApp(slack)
  opened.push(slack.close)
})

afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

async function start(): Promise<void> {
  await app.init()
  await app.start()
  opened.push(() => app.stop())
}

const final = { event_type: 'postmaster_answer', event_payload: { run: 'r1' } }

test('a mention reaches the bot twice, marked up, and its updated post is the answer', async () => {
  const heard: unknown[] = []
  app.message(async ({ message }) => {
    heard.push(message)
  })
  app.event('app_mention', async ({ event, client, body }) => {
    heard.push(event, body)
    const thread = { channel: event.channel, thread_ts: event.ts }
    const first = await client.chat.postMessage({ ...thread, text: 'Looking' })
    await client.chat.update({
      channel: event.channel,
      ts: first.ts ?? '',
      text: 'Refused',
      blocks: [],
      metadata: final,
    })
  })
  await start()
  const asked = await slack.ask("why didn't mail from example.com to ann@example.org <arrive>?")
  const answer = await slack.waitForAnswer(asked.channel, asked.ts, { timeoutMs: 5000 })

  expect(answer).toMatchObject({ text: 'Refused', threadTs: asked.ts, metadata: final, author: slack.bot })
  expect(answer.editedTs).not.toBeNull()
  const text =
    `<@${slack.bot}> why didn't mail from <http://example.com|example.com> to ` +
    '<mailto:ann@example.org|ann@example.org> &lt;arrive&gt;?'
  const posted = {
    type: 'message',
    channel_type: 'channel',
    channel: slack.channel,
    user: slack.asker,
    ts: asked.ts,
    text,
  }
  expect(heard).toContainEqual(expect.objectContaining(posted))
  expect(heard).toContainEqual(expect.objectContaining({ type: 'app_mention', ts: asked.ts, text }))
  const body = { event_id: expect.stringMatching(/^Ev/u), team_id: 'T0STANDIN1', event_time: expect.any(Number) }
  expect(heard).toContainEqual(expect.objectContaining(body))
  expect(slack.thread(asked.channel, asked.ts).map((post) => post.text)).toEqual([text, 'Refused'])
  const [first] = slack.acknowledgements()
  expect(first).toMatchObject({ type: 'events_api', afterMs: expect.any(Number), late: false })
})

test('a follow-up in the thread reaches the bot without a mention, and so does a direct message', async () => {
  app.message(async ({ message, client }) => {
    if (message.subtype !== undefined || message.bot_id !== undefined) return
    const { channel, ts, thread_ts = ts, channel_type } = message
    await client.chat.postMessage({ channel, thread_ts, text: `${channel_type}: ${message.text}`, metadata: final })
  })
  await start()
  const asked = await slack.ask('first')
  await slack.waitForAnswer(asked.channel, asked.ts, { timeoutMs: 5000 })
  const again = await slack.ask('and last week?', { thread: asked.ts })
  const answer = await slack.waitForAnswer(again.channel, again.ts, { timeoutMs: 5000 })
  expect(answer).toMatchObject({ text: 'channel: and last week?', threadTs: asked.ts })

  const direct = await slack.ask('and here?', { channel: slack.direct })
  expect(await slack.waitForAnswer(direct.channel, direct.ts, { timeoutMs: 5000 })).toMatchObject({
    text: 'im: and here?',
    channel: slack.direct,
  })
})

test('a slash command brings its words, a trigger and an address for answers', async () => {
  app.command('/mail', async ({ command, ack, respond, client }) => {
    await ack('On it')
    await respond({ text: `heard ${command.text}`, response_type: 'in_channel' })
    const view = await client.views.open({ trigger_id: command.trigger_id, view: modal })
    const reuse = await client.views.open({ trigger_id: command.trigger_id, view: modal }).catch(errorCode)
    const text = `${command.command} ${command.channel_name} ${view.ok} ${reuse}`
    await client.chat.postMessage({ channel: command.channel_id, text, metadata: final })
  })
  await start()
  const asked = await slack.ask('/mail why alice@example.com to bob@example.org')
  const answer = await slack.waitForAnswer(asked.channel, asked.ts, { timeoutMs: 5000 })
  expect(answer).toMatchObject({ text: '/mail mail-support true exchanged_trigger_id', threadTs: null })
  const posts = slack.posts(slack.channel)
  expect(posts).toContainEqual(expect.objectContaining({ text: 'On it', onlyFor: slack.asker }))
  const heard = 'heard why alice@example.com to bob@example.org'
  expect(posts).toContainEqual(expect.objectContaining({ text: heard, onlyFor: null }))
})

const modal = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'Ask' }, blocks: [] }

function errorCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'data' in error ? Object(error.data).error : error
}

test('a button brings its post, its place and its value; a whisper is changed through its address alone', async () => {
  app.message(async ({ message, client }) => {
    if (message.subtype !== undefined || message.bot_id !== undefined) return
    const { channel, ts: thread_ts } = message
    await client.chat.postMessage({ channel, thread_ts, text: 'Refused', blocks: [buttons], metadata: final })
  })
  const pressed: unknown[] = []
  app.action('widen', async ({ ack, body, client, respond }) => {
    await ack()
    pressed.push(body)
    const { channel, ts } = {
      channel: slack.channel,
      ts: body.type === 'block_actions' ? (body.message?.ts ?? '') : '',
    }
    const root = slack.thread(channel, ts)[0]?.threadTs ?? ''
    const whisper = { channel, user: body.user.id, thread_ts: root, text: 'Widening' }
    const said = await client.chat.postEphemeral(whisper)
    pressed.push(await client.chat.update({ channel, ts: said.message_ts ?? '', text: 'x' }).catch(errorCode))
    await respond({ text: 'Refused, 7 days', blocks: [], replace_original: true })
  })
  await start()
  const asked = await slack.ask('why?')
  const answer = await slack.waitForAnswer(asked.channel, asked.ts, { timeoutMs: 5000 })
  expect(await slack.press(answer.channel, answer.ts, 'no-such-button')).toBe(false)
  const replaced = nextPost((post) => post.ts === answer.ts && post.text === 'Refused, 7 days')
  expect(await slack.press(answer.channel, answer.ts, 'widen')).toBe(true)
  expect(await replaced).toMatchObject({ blocks: [], threadTs: asked.ts })

  expect(pressed[0]).toMatchObject({
    type: 'block_actions',
    user: { id: slack.asker },
    channel: { id: slack.channel, name: 'mail-support' },
    container: { type: 'message', message_ts: answer.ts, thread_ts: asked.ts, channel_id: slack.channel },
    message: { ts: answer.ts, thread_ts: asked.ts, text: 'Refused' },
    actions: [{ type: 'button', action_id: 'widen', block_id: 'next', value: '7d' }],
    response_url: expect.stringContaining('/response/'),
    trigger_id: expect.any(String),
  })
  expect(pressed[1]).toBe('message_not_found')
  const whispers = slack.thread(asked.channel, asked.ts).filter((post) => post.onlyFor !== null)
  expect(whispers).toMatchObject([{ text: 'Widening', onlyFor: slack.asker, threadTs: asked.ts }])
})

const buttons = {
  type: 'actions',
  block_id: 'next',
  elements: [{ type: 'button', action_id: 'widen', value: '7d', text: { type: 'plain_text', text: 'Last 7 days' } }],
} satisfies KnownBlock

test('a file goes up in three steps and can be fetched from the thread', async () => {
  const client = webClient(slack.botToken)
  const asked = await slack.ask('why?')
  const content = 'Info: New SMTP ICID 5 <b>&</b> \u00e9\n'
  await client.filesUploadV2({ channel_id: asked.channel, thread_ts: asked.ts, filename: '../a "b".log', content })
  const [file] = slack.thread(asked.channel, asked.ts).at(-1)?.files ?? []
  expect(file).toMatchObject({ name: '../a "b".log', size: Buffer.byteLength(content) })
  const fetched = await fetch(new URL(`/files/${file?.id}`, slack.url))
  expect(await fetched.text()).toBe(content)
  expect(fetched.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''..%2Fa%20%22b%22.log`)
  expect(fetched.headers.get('x-content-type-options')).toBe('nosniff')
})

test('what Slack does in silence: an unknown thread is dropped, metadata comes only when asked for', async () => {
  const client = webClient(slack.botToken)
  const { channel } = slack
  const dropped = await client.chat.postMessage({ channel, text: 'x', thread_ts: '1700000000.000100', metadata: final })
  expect(dropped.message?.thread_ts).toBeUndefined()
  const ts = dropped.ts ?? ''
  const bare = await client.conversations.replies({ channel, ts })
  const whole = await client.conversations.replies({ channel, ts, include_all_metadata: true })
  expect([bare.messages?.[0]?.metadata, whole.messages?.[0]?.metadata]).toEqual([undefined, final])
  const link = await client.chat.getPermalink({ channel, message_ts: ts })
  expect(link.permalink).toBe(`${slack.url}archives/${channel}/p${ts.replace('.', '')}`)
})

test('reactions are given once and taken back once', async () => {
  const client = webClient(slack.botToken)
  const asked = await slack.ask('why?')
  const eyes = { channel: asked.channel, timestamp: asked.ts, name: 'eyes' }
  const outcome = async (call: Promise<{ ok: boolean }>) => call.then((answer) => answer.ok).catch(errorCode)
  expect(await outcome(client.reactions.add(eyes))).toBe(true)
  expect(await outcome(client.reactions.add(eyes))).toBe('already_reacted')
  expect(slack.thread(asked.channel, asked.ts)[0]?.reactions).toEqual([{ name: 'eyes', users: [slack.bot] }])
  expect(await outcome(client.reactions.remove(eyes))).toBe(true)
  expect(await outcome(client.reactions.remove(eyes))).toBe('no_reaction')
})

test('a command that nobody takes fails in words that the asker alone sees', async () => {
  const asked = await slack.ask('/mail why example.com')
  const answer = await slack.waitForAnswer(asked.channel, asked.ts, { timeoutMs: 1000 })
  expect(answer).toMatchObject({ text: '/mail failed with the error "dispatch_failed"', onlyFor: slack.asker })
})

test('a command that is not acknowledged within three seconds fails in the words of Slack', async () => {
  app.command('/mail', async () => {})
  await start()
  const asked = await slack.ask('/mail why example.com')
  const answer = await slack.waitForAnswer(asked.channel, asked.ts, { timeoutMs: 1000 })
  expect(answer).toMatchObject({ text: '/mail failed with the error "operation_timeout"', onlyFor: slack.asker })
  expect(slack.acknowledgements()).toMatchObject([{ type: 'slash_commands', afterMs: null, late: true }])
})

test('an event waits for the bot to come', async () => {
  const asked = await slack.ask('why?')
  app.event('app_mention', async ({ event, client }) => {
    await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: 'Here', metadata: final })
  })
  await start()
  expect(await slack.waitForAnswer(asked.channel, asked.ts, { timeoutMs: 5000 })).toMatchObject({ text: 'Here' })
})

test('an answer that does not come in time is an error', async () => {
  const asked = await slack.ask('why?')
  await expect(slack.waitForAnswer(asked.channel, asked.ts, { timeoutMs: 10 })).rejects.toThrow('no answer')
})

test('an address for a connection works once', async () => {
  const client = webClient(slack.appToken)
  const { url = '' } = await client.apps.connections.open()
  const outcomes = []
  for (const address of [url, url, url.replace('ticket=', 'ticket=x')]) {
    const socket = new WebSocket(address)
    outcomes.push(await new Promise((resolve) => socket.once('open', () => resolve('open')).once('error', resolve)))
    socket.on('error', () => {}).close()
  }
  expect(outcomes).toEqual([
    'open',
    expect.objectContaining({ message: expect.stringContaining('403') }),
    expect.anything(),
  ])
})

/** The first post from now on that is as wanted. */
function nextPost(wanted: (post: Post) => boolean): Promise<Post> {
  return new Promise((resolve) => {
    const stop = slack.watch((change) => {
      if (!wanted(change.post)) return
      stop()
      resolve(change.post)
    })
  })
}

function webClient(token: string): WebClient {
  return new WebClient(token, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logLevel: LogLevel.ERROR })
}

test.each([
  ['a wrong token', 'xoxb-wrong', 'auth.test', {}, 'invalid_auth'],
  ['no token', '', 'auth.test', {}, 'not_authed'],
  ['the token of the app', 'app', 'auth.test', {}, 'not_allowed_token_type'],
  ['the token of the bot', 'bot', 'apps.connections.open', {}, 'not_allowed_token_type'],
  ['an unknown method', 'bot', 'chat.shout', {}, 'unknown_method'],
  ['an unknown channel', 'bot', 'chat.postMessage', { channel: 'C0', text: 'x' }, 'channel_not_found'],
  ['a post without content', 'bot', 'chat.postMessage', { channel: '#mail-support' }, 'no_text'],
  [
    'an update of nothing',
    'bot',
    'chat.update',
    { channel: '#mail-support', ts: '1.0', text: 'x' },
    'message_not_found',
  ],
])('%s is refused', async (_name, token, method, args, error) => {
  const tokens: Record<string, string> = { bot: slack.botToken, app: slack.appToken }
  const client = webClient(tokens[token] ?? token)
  expect(await client.apiCall(method, args).catch(errorCode)).toBe(error)
})
