import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Post, type SlackStandIn, startSlackStandIn } from '../../../src/demo/slack/index.ts'
import { type RunningSlack, startSlack } from '../../../src/edges/slack/app.ts'
import type { KeptQuestion } from '../../../src/edges/slack/questions.ts'
import { memoryStore } from '../../../src/edges/store/memory.ts'
import type { Store } from '../../../src/gather/ports.ts'
import { recordingLog, reply, scripted, twoGateways } from './scripted.ts'

let slack: SlackStandIn
let store: Store
let bot: RunningSlack | null

beforeEach(async () => {
  slack = await startSlackStandIn({ suggestions: [], botName: 'postmaster', now: Date.now })
  store = memoryStore()
  bot = null
})
afterEach(async () => {
  await bot?.stop(0)
  await slack.close()
})

async function start(answerer = scripted()) {
  const { botToken, appToken, apiUrl: slackApiUrl } = slack
  const desk = twoGateways()
  bot = await startSlack({
    answerer,
    desk,
    store,
    botToken,
    appToken,
    slackApiUrl,
    logger: recordingLog(),
    now: Date.now,
  })
  return answerer
}

/** A post of the bot's in a thread, made by nobody who is still there. */
async function posted(threadTs: string, event: string | null, question: string): Promise<string> {
  const metadata = event === null ? {} : { metadata: { event_type: event, event_payload: { question } } }
  const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel: slack.channel, thread_ts: threadTs, text: 'Looking …', ...metadata }),
  })
  return (JSON.parse(await response.text()) as { readonly ts: string }).ts
}

async function leave(ts: string, more: Partial<KeptQuestion> = {}): Promise<KeptQuestion> {
  const { channel, asker } = slack
  const id = `${channel}:${ts}`
  const ask = { text: 'why example.com', thread: `${channel}:${ts}`, addressed: true, asker }
  const question = { id, ask, channel, threadTs: ts, askingTs: ts, since: Date.now(), tries: 1, ...more }
  await store.set(`question ${id}`, JSON.stringify(question), null)
  return question
}

/** A question asked while no bot was there. */
async function asked(): Promise<string> {
  return (await slack.ask('why example.com', { mention: false })).ts
}

const ofBot = (ts: string): readonly Post[] =>
  slack.thread(slack.channel, ts).filter((post) => post.author === slack.bot)
const wait = (ts: string) => slack.waitForAnswer(slack.channel, ts, { timeoutMs: 8_000 })

describe('a question that an earlier process was at', () => {
  it('is answered in the post that already says so', async () => {
    const ts = await asked()
    const { id } = await leave(ts)
    const working = await posted(ts, 'postmaster_working', id)
    await start()
    expect(await wait(ts)).toMatchObject({ ts: working, text: '🟢 You asked: why example.com' })
    await bot?.stop()
    expect(ofBot(ts)).toHaveLength(1)
    expect(await store.list('question ')).toEqual([])
  })

  it('is answered where nothing was posted yet, and not in the post of another', async () => {
    const ts = await asked()
    await leave(ts)
    const other = await posted(ts, 'postmaster_working', 'another question')
    await start()
    expect((await wait(ts)).ts).not.toBe(other)
    await bot?.stop()
    expect(ofBot(ts)).toHaveLength(2)
  })

  it('is left alone where it has its answer', async () => {
    const ts = await asked()
    const { id } = await leave(ts)
    await posted(ts, 'postmaster_answer', id)
    const answerer = await start()
    await bot?.stop()
    expect(answerer.asks).toEqual([])
    expect(ofBot(ts)).toHaveLength(1)
    expect(await store.list('question ')).toEqual([])
  })

  it.each<[string, Partial<KeptQuestion>]>([
    ['was begun twice', { tries: 2 }],
    ['is old', { since: Date.now() - 3_600_000 }],
  ])('is closed with a word where it %s', async (_, more) => {
    const ts = await asked()
    const { id } = await leave(ts, more)
    const working = await posted(ts, 'postmaster_working', id)
    const answerer = await start()
    expect(await wait(ts)).toMatchObject({ ts: working, text: expect.stringContaining('I was restarted') })
    await bot?.stop()
    expect(answerer.asks).toEqual([])
    expect(ofBot(ts)).toHaveLength(1)
    expect(await store.list('question ')).toEqual([])
  })

  it('is not answered aloud where only the asker is to know', async () => {
    const ts = await asked()
    await leave(ts)
    const answerer = scripted()
    answerer.script('why', () => reply({ headline: 'I did not understand.', whisper: true, status: 2 }))
    await start(answerer)
    expect(await wait(ts)).toMatchObject({ onlyFor: slack.asker, text: '🟢 I did not understand.' })
    await bot?.stop()
  })

  it('that cannot be read is passed over', async () => {
    await store.set('question broken', '{"id":1}', null)
    await store.set('question torn', '{"id', null)
    await start()
    const { channel, ts } = await slack.ask('why example.com')
    expect((await slack.waitForAnswer(channel, ts, { timeoutMs: 8_000 })).text).toBe('🟢 You asked: why example.com')
  })
})
