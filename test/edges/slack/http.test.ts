import { afterEach, beforeEach, expect, it } from 'vitest'
import { signed } from '../../../src/demo/slack/http-mode.ts'
import { type SlackStandIn, startSlackStandIn } from '../../../src/demo/slack/index.ts'
import { type RunningSlack, startSlack } from '../../../src/edges/slack/app.ts'
import { memoryStore } from '../../../src/edges/store/memory.ts'
import { freePort } from '../../free-port.ts'
import { recordingLog, reply, type Scripted, scripted, twoGateways, within } from './scripted.ts'

const signingSecret = 'a-signing-secret-of-a-test'
const path = '/slack/events'
let slack: SlackStandIn
let bot: RunningSlack
let answerer: Scripted
let log: ReturnType<typeof recordingLog>
let url: string

beforeEach(async () => {
  const port = await freePort()
  url = `http://127.0.0.1:${port}${path}`
  slack = await startSlackStandIn({
    suggestions: [],
    botName: 'postmaster',
    now: Date.now,
    http: { url, signingSecret },
  })
  answerer = scripted()
  log = recordingLog()
  bot = await startSlack({
    answerer,
    desk: twoGateways(),
    store: memoryStore(),
    botToken: slack.botToken,
    appToken: '',
    http: { signingSecret, host: '127.0.0.1', port, path },
    slackApiUrl: slack.apiUrl,
    logger: log,
    now: Date.now,
  })
})
afterEach(async () => {
  await bot.stop(0)
  await slack.close()
})

async function ask(text: string) {
  const asked = await slack.ask(text)
  return { ...asked, answer: await slack.waitForAnswer(asked.channel, asked.ts, { timeoutMs: 8_000 }) }
}

it('answers a mention, a command and a button, each acknowledged at once', async () => {
  const actions = [{ id: 'again' as const, label: 'Again', ask: 'why example.net' }]
  answerer.script('with a button', () => reply({ headline: 'Press it.', actions }))
  const { channel, ts, answer } = await ask('with a button')
  expect(answer).toMatchObject({ threadTs: ts, text: '🟢 Press it.' })
  expect((await ask('/mail why example.org')).answer.text).toBe('🟢 You asked: why example.org')
  expect(await slack.press(channel, answer.ts, 'postmaster_again')).toBe(true)
  await within(answerer.asks, ({ text }) => text === 'why example.net')
  for (const { status, retry, afterMs } of slack.httpRequests()) {
    expect([status, retry]).toEqual([200, 0])
    expect(afterMs).toBeLessThan(1_000)
  }
  expect(bot.connected()).toBe(true)
})

const event = (ts: string) => ({
  type: 'event_callback',
  team_id: 'T0STANDIN1',
  event_id: `Ev-${ts}`,
  event: { type: 'app_mention', channel: slack.channel, user: slack.asker, text: `<@${slack.bot}> why ${ts}`, ts },
})

async function post(body: string, headers: Record<string, string>, to = url): Promise<number> {
  const answer = await fetch(to, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })
  return answer.status
}

it('refuses what Slack did not sign, or signed long ago', async () => {
  const { ts } = await slack.ask('x', { mention: false })
  const body = JSON.stringify(event(ts))
  const now = Date.now()
  const good = signed(body, signingSecret, now)
  expect(await post(body, {})).toBe(401)
  expect(await post(body, signed(body, 'another secret', now))).toBe(401)
  expect(await post(body.replace('why', 'WHY'), good)).toBe(401)
  expect(await post(body, signed(body, signingSecret, now - 6 * 60_000))).toBe(401)
  expect(await post(body, { ...good, 'x-slack-signature': 'v0=' })).toBe(401)
  expect(answerer.asks).toEqual([])
  expect(await post(body, good)).toBe(200)
  await within(answerer.asks, ({ text }) => text === `why ${ts}`)
})

it('answers what is sent again once', async () => {
  const { channel, ts } = await slack.ask('x', { mention: false })
  const body = JSON.stringify(event(ts))
  for (const retry of ['0', '1', '2', '3']) {
    const retried = retry === '0' ? {} : { 'x-slack-retry-num': retry, 'x-slack-retry-reason': 'http_timeout' }
    expect(await post(body, { ...signed(body, signingSecret, Date.now()), ...retried })).toBe(200)
  }
  await slack.waitForAnswer(channel, ts, { timeoutMs: 8_000 })
  await ask('something after it')
  expect(answerer.asks.filter(({ text }) => text === `why ${ts}`)).toHaveLength(1)
})

it('answers Slack that it is the one, and knows no other path', async () => {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'a-challenge' })
  const headers = { ...signed(body, signingSecret, Date.now()), 'content-type': 'application/json' }
  expect(await (await fetch(url, { method: 'POST', headers, body })).text()).toContain('a-challenge')
  expect(await post(body, headers, url.replace(path, '/'))).toBe(404)
  // Bolt itself would end the process at these, whoever sends them.
  for (const method of ['GET', 'PUT', 'DELETE']) expect((await fetch(url, { method })).status).toBe(404)
  expect(await post('x'.repeat(5 * 1024 * 1024), {})).toBe(413)
})
