import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askForm } from '../../../src/edges/slack/ask-form.ts'
import { checkPart } from '../../../src/edges/slack/limits.ts'
import { HOSTILE } from './hostile.ts'
import { endWorld, posted, reply, seen, startWorld, twoGateways, type World, within } from './scripted.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => endWorld(world))

const [COMPLAINT, ASK] = ['postmaster_complaint', 'postmaster_ask']

/** Resolves with the modal on top once there is one. */
async function opened() {
  await seen(world.slack, () => world.slack.modal() !== null)
  return world.slack.modal()
}

async function complain(text: string) {
  const { channel, ts } = await world.slack.ask(text, { mention: false })
  return { channel, ts, use: () => world.slack.shortcut(COMPLAINT, channel, ts) }
}

describe('the shortcut on a post', () => {
  it('asks at once, in its thread, where the post says who wrote to whom', async () => {
    const { channel, ts, use } = await complain('Mail from alice@example.com to bob@example.org has not arrived.')
    const answered = world.slack.waitForAnswer(channel, ts, { timeoutMs: 5_000 })
    await use()
    const text = 'why alice@example.com to bob@example.org'
    expect(await answered).toMatchObject({ threadTs: ts, text: `🟢 You asked: ${text}` })
    expect(world.answerer.asks.at(-1)).toMatchObject({ text, thread: `${channel}:${ts}`, addressed: true })
    expect(world.slack.modal()).toBeNull()
  })

  it('opens a form where something is missing, with what is known filled in, and answers in the thread', async () => {
    const { channel, ts, use } = await complain(
      'Undelivered mail! Date: Thu, 1 Jan 2026 09:12:03 +0000\nFrom: x@example.net',
    )
    const form = opened()
    await use()
    expect(checkPart(await form)).toEqual([])
    expect(await form).toMatchObject({
      callback_id: 'postmaster_form',
      blocks: [
        { type: 'context' },
        { block_id: 'sender', element: { initial_value: 'x@example.net' } },
        { block_id: 'recipient', optional: true },
        { block_id: 'when' },
        { block_id: 'gateway' },
      ],
    })
    const answered = world.slack.waitForAnswer(channel, ts, { timeoutMs: 5_000 })
    expect(await world.slack.submit({ recipient: 'bob@example.org', gateway: 'esa2', when: 'week' })).toEqual({
      kind: 'closed',
    })
    expect((await answered).text).toMatch(/^🟢 You asked: why x@example\.net to bob@example\.org esa2 20\S+Z 20\S+Z$/)
    expect(world.answerer.asks.at(-1)).toMatchObject({ thread: `${channel}:${ts}` })
  })

  it('tells the asker alone what was not understood', async () => {
    world.answerer.script('alice@example.edu', () => reply({ headline: 'Say it otherwise.', whisper: true, status: 2 }))
    const { channel, ts, use } = await complain('From alice@example.edu to bob@example.org nothing came')
    const told = posted(world.slack, ({ text }) => text === '🟢 Say it otherwise.')
    await use()
    expect(await told).toMatchObject({ onlyFor: world.slack.asker, channel })
    expect(world.slack.thread(channel, ts).filter(({ onlyFor }) => onlyFor === null)).toHaveLength(1)
  })
})

describe('the global shortcut', () => {
  it('opens a form that keeps open until a sender is named, and answers where it was told to', async () => {
    const form = opened()
    await world.slack.shortcut(ASK, world.slack.channel, null)
    expect(checkPart(await form)).toEqual([])
    expect(await world.slack.submit({ sender: 'my invoice' })).toEqual({
      kind: 'errors',
      errors: { sender: 'I find no address, domain or IP address in this.' },
    })
    expect(await world.slack.submit({ sender: 'example.com', recipient: 'carol' })).toEqual({
      kind: 'errors',
      errors: { recipient: 'I find no address or domain in this.' },
    })
    const root = posted(world.slack, ({ text }) => text === 'why example.com to carol@example.org (Last 3 days)')
    const answered = posted(world.slack, ({ metadata }) => metadata !== null)
    await world.slack.submit({ sender: 'example.com', recipient: 'carol@example.org', when: 'days' })
    expect(await root).toMatchObject({ channel: world.slack.channel, threadTs: null })
    expect(await answered).toMatchObject({ threadTs: (await root).ts })
  })

  it('answers in the direct message where that was chosen', async () => {
    const form = opened()
    await world.slack.shortcut(ASK, world.slack.channel, null)
    await form
    await world.slack.submit({ sender: '192.0.2.77', where: world.slack.direct })
    const ask = await within(world.answerer.asks, ({ text }) => text === 'why 192.0.2.77')
    expect(ask.thread.split(':')[0]).toBe(world.slack.direct)
  })
})

describe('the form', () => {
  it.each(HOSTILE.map((text) => [JSON.stringify(text.slice(0, 40)), text]))(
    'keeps to every limit whatever stands in it: %s',
    (_, text) => {
      const speech = twoGateways().speechFor({ locale: 'fr', timeZone: 'Europe/Zurich' })
      const gateways = [text, ...Array.from({ length: 150 }, (_each, index) => `esa${index}`)]
      const complaint = { sender: text, recipient: text, window: { from: 0, to: 1 } }
      const view = askForm({ speech, gateways, complaint, thread: null })
      expect(checkPart(view)).toEqual([])
      expect(JSON.stringify(view)).not.toContain('mrkdwn')
    },
  )

  it.each(['en', 'fr', 'nl', 'ja'])('fits in %s', (locale) => {
    const speech = twoGateways().speechFor({ locale, timeZone: '' })
    const complaint = { sender: null, recipient: null, window: null }
    const view = askForm({ speech, gateways: ['esa1', 'esa2'], complaint, thread: null })
    expect(checkPart(view)).toEqual([])
    expect(JSON.stringify(view)).not.toContain('…"')
  })
})
