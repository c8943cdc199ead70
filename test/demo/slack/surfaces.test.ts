import type { ModalView } from '@slack/types'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { required } from '../../../src/demo/slack/at-surfaces.ts'
import { type SlackStandIn, startSlackStandIn } from '../../../src/demo/slack/index.ts'
import { boltApp } from './bolt-app.ts'

const words = (text: string) => ({ type: 'plain_text' as const, text })
const choice = { text: words('Last 7 days'), value: '7d' }
const modal: ModalView = {
  type: 'modal',
  callback_id: 'form',
  private_metadata: 'kept',
  title: words('A form'),
  submit: words('Ask'),
  blocks: [
    { type: 'input', block_id: 'from', label: words('From'), element: { type: 'plain_text_input', action_id: 'from' } },
    {
      type: 'input',
      block_id: 'when',
      label: words('When'),
      element: { type: 'static_select', action_id: 'when', initial_option: choice, options: [choice] },
    },
    {
      type: 'input',
      block_id: 'where',
      label: words('Where'),
      element: { type: 'conversations_select', action_id: 'where', default_to_current_conversation: true },
    },
  ],
}

let slack: SlackStandIn
let app: ReturnType<typeof boltApp>

beforeEach(async () => {
  slack = await startSlackStandIn({ botName: 'postmaster', suggestions: [], now: Date.now })
  app = boltApp(slack)
})
afterEach(async () => {
  await app.stop()
  await slack.close()
})

async function start(): Promise<void> {
  await app.init()
  await app.start()
}

/** Resolves with the first change of what the person sees after which it is so. */
const changed = (isIt: () => boolean) =>
  new Promise<void>((resolve) => {
    const stop = slack.watchSurfaces(() => {
      if (!isIt()) return
      stop()
      resolve()
    })
  })

test('a global shortcut opens a modal, which Slack keeps open until it is filled in and taken', async () => {
  const taken: unknown[] = []
  app.shortcut('ask', async ({ ack, client, shortcut }) => {
    await ack()
    await client.views.open({ trigger_id: shortcut.trigger_id, view: modal })
  })
  app.view('form', async ({ ack, view }) => {
    const from = view.state.values.from?.from?.value ?? ''
    if (from === 'nonsense') return await ack({ response_action: 'errors', errors: { from: 'Name a sender.' } })
    taken.push(view.private_metadata, view.state.values)
    await ack()
  })
  await start()
  const opened = changed(() => slack.modal() !== null)
  await slack.shortcut('ask', slack.channel, null)
  await opened
  expect(slack.modal()).toMatchObject({ callback_id: 'form', title: { text: 'A form' } })

  expect(await slack.submit({})).toEqual({ kind: 'errors', errors: { from: required } })
  expect(await slack.submit({ from: 'nonsense' })).toEqual({ kind: 'errors', errors: { from: 'Name a sender.' } })
  expect(await slack.submit({ from: ' example.com ' })).toEqual({ kind: 'closed' })
  expect(slack.modal()).toBeNull()
  expect(taken).toEqual([
    'kept',
    {
      from: { from: { type: 'plain_text_input', value: 'example.com' } },
      when: { when: { type: 'static_select', selected_option: choice } },
      where: { where: { type: 'conversations_select', selected_conversation: slack.channel } },
    },
  ])
})

test('a message shortcut carries the post, and a way to answer its user alone', async () => {
  app.shortcut({ type: 'message_action', callback_id: 'complaint' }, async ({ ack, shortcut, respond }) => {
    await ack()
    await respond({ response_type: 'ephemeral', text: `You said: ${shortcut.message.text}` })
  })
  await start()
  const { channel, ts } = await slack.ask('nothing came', { mention: false })
  const told = new Promise<unknown>((resolve) => {
    const stop = slack.watch(({ post }) => {
      stop()
      resolve(post)
    })
  })
  expect(await slack.shortcut('complaint', channel, ts)).toBe(true)
  expect(await told).toMatchObject({ text: 'You said: nothing came', onlyFor: slack.asker })
  expect(await slack.shortcut('complaint', channel, '1.000001')).toBe(false)
})

test('App Home and the prompts of the direct message are what the bot puts there', async () => {
  const pressed = new Promise<unknown>((resolve) => {
    app.action('again', async ({ ack, body }) => {
      await ack()
      resolve(body)
    })
  })
  app.event('app_home_opened', async ({ event, client }) => {
    const { channel, user, tab } = event
    const button = { type: 'button' as const, action_id: 'again', text: words('Again') }
    if (tab === 'home') {
      await client.views.publish({
        user_id: user,
        view: { type: 'home', blocks: [{ type: 'actions', elements: [button] }] },
      })
    } else {
      const prompts = [{ title: 'Why', message: 'why example.com' }]
      await client.assistant.threads.setSuggestedPrompts({ channel_id: channel, title: 'Ask', prompts })
    }
  })
  await start()
  const home = changed(() => slack.home() !== null)
  await slack.openTab('home')
  await home
  const prompts = changed(() => slack.prompts().length > 0)
  await slack.openTab('messages')
  await prompts
  expect(slack.prompts()).toEqual([{ title: 'Why', message: 'why example.com' }])
  expect(await slack.pressIn('home', 'again')).toBe(true)
  expect(await pressed).toMatchObject({ container: { type: 'view' }, view: { type: 'home' } })
  expect(await slack.pressIn('home', 'unknown')).toBe(false)
})

test.each<[string, object, string]>([
  ['no title', { ...modal, title: words('') }, '/view/title'],
  ['a title that is too long', { ...modal, title: words('x'.repeat(25)) }, '/view/title'],
  ['fields and no button to send them', { ...modal, submit: undefined }, '/view/submit'],
  ['a home in the place of a modal', { type: 'home', blocks: [] }, '/view/type'],
])('a modal with %s is refused', async (_, view, where) => {
  const refused = new Promise<unknown>((resolve) => {
    app.shortcut('ask', async ({ ack, client, shortcut }) => {
      await ack()
      const args = { trigger_id: shortcut.trigger_id, view: view as ModalView }
      await client.views.open(args).catch((error: { data: unknown }) => resolve(error.data))
    })
  })
  await start()
  await slack.shortcut('ask', slack.channel, null)
  expect(await refused).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: { messages: [expect.stringContaining(where)] },
  })
})
