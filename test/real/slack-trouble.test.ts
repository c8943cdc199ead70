import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { parse, stringify } from 'yaml'
import { signed } from '../../src/demo/slack/http-mode.ts'
import { type Change, type Post, startSlackStandIn } from '../../src/demo/slack/index.ts'
import { check } from '../../src/edges/slack/limits.ts'
import { sqliteStore } from '../../src/edges/store/sqlite.ts'
import type { FaultyLine } from '../edges/slack/line.ts'
import { seen, within } from '../edges/slack/scripted.ts'
import { freePort } from '../free-port.ts'
import { delivered, now as timeOfLines } from '../gather/ports.ts'
import { startWholeWorld, type WholeWorld } from '../whole/world.ts'
import { type Built, build, type Running, start } from './program.ts'

let built: Built
let world: WholeWorld
const changes: Change[] = []

beforeAll(async () => {
  ;[built, world] = await Promise.all([build(), startWholeWorld({ bot: false, zone: '$SLOW example.com 1500 TXT\n' })])
  world.slack.watch((change) => changes.push(change))
}, 60_000)
afterEach(() => Promise.all(bots.splice(0).map(kill)))
afterAll(async () => {
  await world.close()
  await built.remove()
  // Whatever was ever shown here kept to every limit.
  const shown = changes.filter(({ post }) => post.author === world.slack.bot && post.files.length === 0)
  expect(shown.length).toBeGreaterThan(20)
  for (const { post } of shown) expect(check(post)).toEqual([])
})

/** Takes 1.5 s, for DNS is slow about it. */
const slowQuestion = "why didn't mail from example.com arrive?"
const question = "why didn't mail from graniteport.example arrive?"
const answer = '🔴 A content filter of ours dropped the mail.'

function tokens(): Record<string, string> {
  return { SLACK_BOT_TOKEN: world.slack.botToken, SLACK_APP_TOKEN: world.slack.appToken }
}

/** Those that end with the test. */
const bots: Running[] = []

async function startBot(configuration = world.configuration, environment = tokens()): Promise<Running> {
  const bot = start(built.main, ['--config', configuration], environment)
  bots.push(bot)
  await bot.until('"msg":"ready"')
  return bot
}

/** The configuration of the world with something more in it, in a file of its own. */
function configured(name: string, more: object): string {
  const path = join(world.folder, `${name}.yml`)
  const written = parse(readFileSync(world.configuration, 'utf8'))
  writeFileSync(path, stringify({ ...written, store: { file: `${name}.db` }, ...more }))
  return path
}

const ofBot = (ts: string): readonly Post[] =>
  world.slack
    .thread(world.slack.channel, ts)
    .filter((post) => post.author === world.slack.bot && post.files.length === 0)
const isFinal = (post: Post) => post.metadata?.event_type === 'postmaster_answer'
const wait = (ts: string) => world.slack.waitForAnswer(world.slack.channel, ts, { timeoutMs: 60_000 })
const changed = (isIt: (change: Change) => boolean) => within(changes, isIt)

/** A fault that happens so many times. */
function times(many: number, method: string, fault: NonNullable<ReturnType<FaultyLine['fault']>>): FaultyLine['fault'] {
  let left = many
  return (call) => (call.method === method && left-- > 0 ? fault : null)
}

/** Slack names a place for the bytes at which they are not taken. */
function uploadsTo(place: string, fault: NonNullable<ReturnType<FaultyLine['fault']>>): FaultyLine['fault'] {
  return ({ method }) => {
    if (method === place) return fault
    const body = { ok: true, file_id: 'F0LOST', upload_url: `${world.line.apiUrl}${place}` }
    return method === 'files.getUploadURLExternal' ? { body } : null
  }
}

async function kill(bot: Running): Promise<void> {
  bot.child.kill('SIGKILL')
  await bot.ended
}

/** Resolves once the bot has asked for a connection anew. */
function reconnects(): Promise<unknown> {
  const before = world.line.calls.length
  const { calls } = world.line
  return within(calls, (call) => call.method === 'apps.connections.open' && calls.indexOf(call) >= before)
}

/** Sends the mention at `ts` to the bot once more, as Slack does where it believes that it was lost. */
function redeliver(ts: string, envelope: string): Promise<string> {
  const { slack, line } = world
  const event = {
    type: 'app_mention',
    channel: slack.channel,
    user: slack.asker,
    text: `<@${slack.bot}> ${question}`,
    ts,
  }
  const payload = { type: 'event_callback', team_id: 'T0STANDIN1', event_id: `Ev-${envelope}`, event }
  line.inject(JSON.stringify({ envelope_id: envelope, type: 'events_api', payload, retry_attempt: 1 }))
  return within(line.sent, (frame) => frame.includes(`"${envelope}"`))
}

describe('a bot that is killed while it answers', () => {
  it('answers when it is back, in the same post, once', async () => {
    const first = await startBot()
    const { ts } = await world.slack.ask(slowQuestion)
    const { post } = await changed((change) => change.post.threadTs === ts && change.post.author === world.slack.bot)
    first.child.kill('SIGKILL')
    await first.ended
    expect(ofBot(ts).map(isFinal)).toEqual([false])
    const second = await startBot()
    expect(await wait(ts)).toMatchObject({ ts: post.ts, text: expect.stringMatching(/^🔴 Our gateway refused it/) })
    await redeliver(ts, 'E-after-kill')
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
    expect(ofBot(ts)).toHaveLength(1)
  })

  it('twice is not begun a third time, and says so', async () => {
    let bot = await startBot()
    const { ts } = await world.slack.ask(slowQuestion)
    await changed((change) => change.post.threadTs === ts && change.post.author === world.slack.bot)
    await kill(bot)
    const before = world.line.calls.length
    bot = await startBot()
    await within(world.line.calls, (call) => call.method === 'chat.update' && world.line.calls.indexOf(call) >= before)
    await kill(bot)
    await startBot()
    expect((await wait(ts)).text).toBe('I was restarted before I had the answer. Please ask again.')
    expect(ofBot(ts)).toHaveLength(1)
  })

  it('still knows what a thread asked', async () => {
    let bot = await startBot()
    const { ts } = await world.slack.ask(question)
    await wait(ts)
    await kill(bot)
    bot = await startBot()
    await world.slack.ask('and last 3 days?', { channel: world.slack.channel, thread: ts })
    await changed(({ post }) => post.threadTs === ts && isFinal(post) && post.ts !== ofBot(ts)[0]?.ts)
    expect(ofBot(ts).map(({ text }) => text)).toEqual([answer, answer])
  })
})

describe('a watch', () => {
  /** Ten minutes go by, as far as what is kept tells: the next look is due. */
  async function tenMinutesLater(file: string): Promise<void> {
    const store = sqliteStore({ file: join(world.folder, file) })
    const [kept] = await store.list('watch ')
    const watch = JSON.parse(kept?.value ?? '')
    const [since, until, nextAt] = [watch.since, watch.until, watch.nextAt].map((time) => time - 600_000)
    await store.set(kept?.key ?? '', JSON.stringify({ ...watch, since, until, nextAt }), null)
    await store.close()
  }

  it('outlasts a kill: the next process looks, and names who waits', async () => {
    const path = configured('watch', {})
    const bot = await startBot(path)
    const { ts } = await world.slack.ask('watch awaited.example')
    expect((await wait(ts)).text).toMatch(/^I look every 10 minutes for the next mail from awaited\.example/)
    await kill(bot)
    await tenMinutesLater('watch.db')
    // The clock of the gateway is an hour ahead of UTC. The mail came a minute ago.
    const minutesAgo = (timeOfLines - (Date.now() + 3_540_000)) / 60_000
    const lines = delivered({ minutesAgo, id: 77_000_001, from: 'alice@awaited.example', to: 'ann@example.org' })
    world.gateways.esa1.append('mail.current', `${lines}\n`)
    await startBot(path)
    const { post } = await changed(
      ({ post }) => post.threadTs === ts && post.text.includes('The next attempt is there'),
    )
    expect(JSON.stringify(post.blocks)).toContain(`"user_id":"${world.slack.asker}"`)
    expect(ofBot(ts)).toHaveLength(2)
  }, 60_000)
})

describe('Slack in trouble', () => {
  let bot: Running
  beforeAll(async () => {
    bot = await startBot()
    bots.length = 0
  })
  afterAll(() => kill(bot))
  afterEach(() => {
    world.line.fault = () => null
  })

  it.each<[string, FaultyLine['fault']]>([
    ['limits the rate of posts', times(2, 'chat.postMessage', { status: 429, headers: { 'retry-after': '1' } })],
    ['limits the rate of updates', times(2, 'chat.update', { status: 429, headers: { 'retry-after': '1' } })],
    ['fails with 503 at each first try', times(1, 'chat.postMessage', { status: 503 })],
    ['makes the post and loses its answer', times(1, 'chat.postMessage', { cutAfter: true })],
    ['makes the update and loses its answer', times(2, 'chat.update', { cutAfter: true })],
    ['refuses the blocks', times(1, 'chat.postMessage', { body: { ok: false, error: 'invalid_blocks' } })],
    ['says internal_error', times(1, 'chat.update', { body: { ok: false, error: 'internal_error' } })],
    ['takes no reaction', times(9, 'reactions.add', { body: { ok: false, error: 'missing_scope' } })],
  ])('that %s: answered all the same, in one post', async (_, fault) => {
    world.line.fault = fault
    const { ts } = await world.slack.ask(slowQuestion)
    expect((await wait(ts)).text).toMatch(/^🔴 Our gateway refused it/)
    expect(ofBot(ts)).toHaveLength(1)
  })

  it('that never answers a post it made: the post is found again', async () => {
    world.line.fault = times(1, 'chat.postMessage', { hangAfter: true })
    const { ts } = await world.slack.ask(question)
    expect((await wait(ts)).text).toBe(answer)
    expect(ofBot(ts)).toHaveLength(1)
  }, 30_000)

  it('where it asks for a fresh connection: what is asked meanwhile is answered', async () => {
    world.line.inject(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))
    const { ts } = await world.slack.ask(question)
    expect((await wait(ts)).text).toBe(answer)
    expect(ofBot(ts)).toHaveLength(1)
  })

  it('and a connection that is cut, and frames that are no events', async () => {
    world.line.inject(
      JSON.stringify({ envelope_id: 'E-odd', type: 'events_api', payload: { type: 'app_rate_limited' } }),
    )
    world.line.inject('{')
    const back = reconnects()
    world.line.cut()
    await back
    const { ts } = await world.slack.ask(question)
    expect((await wait(ts)).text).toBe(answer)
  })

  it('and a connection that is dead, though nobody says so: what is asked meanwhile and after is answered, once', async () => {
    const back = reconnects()
    world.line.silence()
    const meanwhile = await world.slack.ask(question)
    await back
    const after = await world.slack.ask(question)
    for (const { ts } of [meanwhile, after]) {
      expect((await wait(ts)).text).toBe(answer)
      expect(ofBot(ts)).toHaveLength(1)
    }
  }, 30_000)

  it.each<[string, FaultyLine['fault'], string]>([
    ['first', times(1, 'files.getUploadURLExternal', { body: { ok: false, error: 'missing_scope' } }), 'missing_scope'],
    ['second', uploadsTo('upload', { status: 500 }), 'unclear'],
    [
      'third',
      times(1, 'files.completeUploadExternal', { body: { ok: false, error: 'channel_not_found' } }),
      'channel_not_found',
    ],
  ])(
    'that fails in the %s step of an upload: the answer stands, and the thread is told of the file',
    async (_, fault, reason) => {
      world.line.fault = fault
      const { ts } = await world.slack.ask(`lines ${slowQuestion}`)
      const lost = `The file with the whole evidence could not be attached here (${reason}).`
      await changed(({ post }) => post.threadTs === ts && post.text === lost)
      expect(ofBot(ts).map(isFinal)).toEqual([true, false])
      expect(world.slack.thread(world.slack.channel, ts).flatMap(({ files }) => files)).toEqual([])
    },
  )

  it('that drops the thread, since it was deleted: no answer stands in the channel in its place', async () => {
    const gone = (Date.now() / 1_000).toFixed(6)
    await redeliver(gone, 'E-gone')
    const { post } = await changed(({ kind, post }) => kind === 'removed' && post.author === world.slack.bot)
    expect(post).toMatchObject({
      threadTs: null,
      metadata: { event_payload: { question: `${world.slack.channel}:${gone}` } },
    })
    await bot.until('the thread was deleted before its answer was there')
    const left = world.slack.posts(world.slack.channel)
    expect(left.filter(({ author, threadTs }) => author === world.slack.bot && threadTs === null)).toEqual([])
  })

  it('where a shortcut comes too late for its form: its user alone is told', async () => {
    const { channel, ts } = await world.slack.ask('nothing has come since this morning', { mention: false })
    world.line.fault = times(1, 'views.open', { body: { ok: false, error: 'expired_trigger_id' } })
    await world.slack.shortcut('postmaster_complaint', channel, ts)
    const { post } = await changed(
      (change) => change.post.onlyFor !== null && change.post.text.startsWith('Something went'),
    )
    expect(post).toMatchObject({ channel, onlyFor: world.slack.asker })
    expect(world.slack.modal()).toBeNull()
    await bot.until('expired_trigger_id')
    await world.slack.shortcut('postmaster_complaint', channel, ts)
    await seen(world.slack, () => world.slack.modal() !== null)
    world.slack.dismiss()
  })

  it('that sends an event again and again is answered once', async () => {
    const { ts } = await world.slack.ask(question)
    await Promise.all(['E-1', 'E-2', 'E-3'].map((envelope) => redeliver(ts, envelope)))
    await wait(ts)
    await redeliver(ts, 'E-4')
    const after = await world.slack.ask(question)
    await wait(after.ts)
    expect(ofBot(ts)).toHaveLength(1)
  })

  it('that lets the app in no more: ends with 1, for a supervisor', async () => {
    const revoked = { body: { ok: false, error: 'token_revoked' } }
    world.line.fault = ({ method }) => (method === 'apps.connections.open' ? revoked : null)
    world.line.cut()
    expect(await bot.ended).toBe(1)
    expect(bot.said()).toContain('token_revoked')
  })
})

describe('many at once', () => {
  it('are acknowledged within 3 s, asked of a gateway once where they are the same, and all answered', async () => {
    const bot = await startBot(
      configured('many', { audit: { file: 'many.jsonl' }, health: { port: await freePort() } }),
    )
    const before = world.slack.acknowledgements().length
    const { slack } = world
    const ask = (nth: number) =>
      slack.ask(nth % 2 === 0 ? question : slowQuestion, {
        channel: nth % 4 < 2 ? slack.channel : slack.direct,
        mention: true,
      })
    const asked = await Promise.all(Array.from({ length: 16 }, (_, nth) => ask(nth)))
    const answers = asked.map(({ channel, ts }) => slack.waitForAnswer(channel, ts, { timeoutMs: 60_000 }))
    const texts = (await Promise.all(answers)).map(({ text }) => text)
    expect(texts.filter((text) => text === answer)).toHaveLength(8)
    expect(texts.filter((text) => text.startsWith('🔴 Our gateway refused it'))).toHaveLength(8)
    for (const { late, afterMs } of world.slack.acknowledgements().slice(before)) {
      expect(late).toBe(false)
      // The last changes of the bot's own posts may still be on their way.
      if (afterMs !== null) expect(afterMs).toBeLessThan(3_000)
    }
    bot.child.kill('SIGTERM')
    expect(await bot.ended).toBe(0)
    const lines = readFileSync(join(world.folder, 'many.jsonl'), 'utf8').trimEnd().split('\n')
    const told = lines.map((line) => JSON.parse(line))
    expect(told).toHaveLength(16)
    expect(told.filter(({ outcome }) => outcome === 'answered')).toHaveLength(16)
    expect(told.filter(({ merged }) => merged).length).toBeGreaterThan(7)
    for (const token of Object.values(tokens())) expect(lines.join()).not.toContain(token)
  }, 60_000)
})

describe('an answer that somebody says is wrong', () => {
  it('is a line of the audit log', async () => {
    const bot = await startBot(configured('rated', { audit: { file: 'rated.jsonl' } }))
    const { channel, ts } = await world.slack.ask(question)
    const { ts: post } = await wait(ts)
    expect(await world.slack.press(channel, post, 'postmaster_rating', 'negative')).toBe(true)
    await changed((change) => change.post.threadTs === ts && change.post.onlyFor !== null)
    bot.child.kill('SIGTERM')
    expect(await bot.ended).toBe(0)
    const lines = readFileSync(join(world.folder, 'rated.jsonl'), 'utf8').trimEnd().split('\n')
    const [asked, rated] = lines.map((line) => JSON.parse(line))
    const { cause, thread, asker } = asked
    expect(rated).toMatchObject({ thread, asker, post, right: false, about: expect.stringContaining(cause) })
  })
})

describe('health and metrics', () => {
  it('tell how the bot is, on loopback', async () => {
    const port = await freePort()
    await startBot(configured('health', { health: { port } }))
    const { ts } = await world.slack.ask(question)
    await wait(ts)
    const read = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()
    expect(JSON.parse(await read('/healthz'))).toEqual({ slack: 'connected', running: 0, waiting: 0 })
    expect(await read('/metrics')).toContain('postmaster_questions_total{verb="why",outcome="answered"} 1')
  })
})

describe('over HTTP', () => {
  it('the bot answers what Slack signed, and nothing else', async () => {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}/slack/events`
    const signingSecret = 'the-signing-secret-of-the-app'
    const slack = await startSlackStandIn({
      suggestions: [],
      botName: 'postmaster',
      now: Date.now,
      http: { url, signingSecret },
    })
    onTestFinished(() => slack.close())
    const path = configured('http', { slack: { apiUrl: slack.apiUrl, http: { port } } })
    const bot = await startBot(path, { SLACK_BOT_TOKEN: slack.botToken, SLACK_SIGNING_SECRET: signingSecret })
    const { channel, ts } = await slack.ask(question)
    expect((await slack.waitForAnswer(channel, ts, { timeoutMs: 30_000 })).text).toBe(answer)
    const body = '{"type":"event_callback"}'
    const post = async (headers: Record<string, string>) => (await fetch(url, { method: 'POST', headers, body })).status
    expect(await post(signed(body, 'a wrong secret', Date.now()))).toBe(401)
    expect(await post(signed(body, signingSecret, Date.now() - 600_000))).toBe(401)
    expect((await fetch(url)).status).toBe(404)
    bot.child.kill('SIGTERM')
    expect(await bot.ended).toBe(0)
    expect(bot.said()).not.toContain(signingSecret)
  })

  it('without its signing secret it does not start: status 2, and which', async () => {
    const path = configured('http-bare', { slack: { http: {} } })
    const bot = start(built.main, ['--config', path], { SLACK_BOT_TOKEN: 'xoxb-1' })
    expect(await bot.ended).toBe(2)
    expect(bot.said()).toMatch(/^Set SLACK_SIGNING_SECRET/)
  })
})

describe('the store', () => {
  it('that is spoilt is set aside, and the bot answers', async () => {
    const path = configured('spoilt', {})
    writeFileSync(join(world.folder, 'spoilt.db'), 'no database')
    const bot = await startBot(path)
    expect(bot.said()).toContain('it is spoilt')
    const { ts } = await world.slack.ask(question)
    expect((await wait(ts)).text).toBe(answer)
  })
})
