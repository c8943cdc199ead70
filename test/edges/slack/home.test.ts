import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { homeView } from '../../../src/edges/slack/home.ts'
import { checkPart } from '../../../src/edges/slack/limits.ts'
import type { Home } from '../../../src/reply/home.ts'
import { HOSTILE } from './hostile.ts'
import { endWorld, posted, seen, startWorld, twoGateways, type World, within } from './scripted.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => endWorld(world))

const page = () => JSON.stringify(world.slack.home())

describe('App Home', () => {
  it('shows the gateways and how they are, what was asked lately, and what can be asked', async () => {
    const { asker } = world.slack
    const recent = [{ text: 'why example.com', thread: 'C1:1.1', at: Date.now(), headline: 'It arrived.' }]
    await world.store.set(`recent ${asker}`, JSON.stringify(recent), null)
    await world.slack.openTab('home')
    await seen(world.slack, () => page().includes('16.0.0'))
    expect(checkPart(world.slack.home())).toEqual([])
    for (const words of ['esa1', 'esa2', 'why example.com', 'It arrived. · ', 'tells why mail did not arrive']) {
      expect(page()).toContain(words)
    }
  })

  it('asks a question again, in the direct message', async () => {
    const answered = posted(world.slack, ({ metadata }) => metadata !== null)
    expect(await world.slack.pressIn('home', 'postmaster_home_again_1')).toBe(true)
    expect(await answered).toMatchObject({ channel: world.slack.direct, text: '🟢 You asked: why example.com' })
  })

  it('opens the form', async () => {
    expect(await world.slack.pressIn('home', 'postmaster_home_ask')).toBe(true)
    await seen(world.slack, () => world.slack.modal()?.callback_id === 'postmaster_form')
    await world.slack.submit({ sender: 'example.net', where: world.slack.channel })
    const ask = await within(world.answerer.asks, ({ text }) => text === 'why example.net')
    expect(ask.thread.startsWith(world.slack.channel)).toBe(true)
  })
})

describe('the direct message', () => {
  it('offers four questions above it, in the language of who looks', async () => {
    await world.slack.openTab('messages')
    await seen(world.slack, () => world.slack.prompts().length === 4)
    expect(world.slack.prompts().map(({ message }) => message)).toEqual([
      'why example.com to bob@example.org',
      'dns example.com',
      'probe',
      'status',
    ])
  })
})

describe('a page of hostile texts', () => {
  it.each(HOSTILE.map((text) => [JSON.stringify(text.slice(0, 40)), text]))('keeps to every limit: %s', (_, text) => {
    const speech = twoGateways().speechFor({ locale: 'ja', timeZone: 'Asia/Tokyo' })
    const many = Array.from({ length: 60 })
    const home: Home = {
      refused: null,
      gateways: many.map(() => ({ gateway: text, state: 'failed', words: [text, { bold: text }] })),
      checkedAt: 0,
      recent: many.slice(0, 5).map(() => ({ text, headline: text, at: 0 })),
      commands: many.map(() => [{ bold: text }, text]),
    }
    for (const each of [home, { ...home, refused: text }]) {
      const view = homeView(each, speech, 'D1')
      expect(checkPart(view)).toEqual([])
      expect(JSON.stringify(view)).not.toContain('mrkdwn')
    }
  })
})
