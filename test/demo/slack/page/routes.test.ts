import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SlackStandIn, startSlackStandIn } from '../../../../src/demo/slack/index.ts'

const hostile = '"><script>alert(1)</script>'
let slack: SlackStandIn

beforeAll(async () => {
  const suggestions = [{ title: hostile, question: hostile }]
  slack = await startSlackStandIn({ botName: 'postmaster', suggestions, now: Date.now })
})

afterAll(() => slack.close())

test.each(['/', '/archives/C0MAILSUPP1/p1700000000000100'])('%s is the page, under a strict policy', async (path) => {
  const answer = await fetch(new URL(path, slack.url))
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy.split('; ')).toEqual(
    expect.arrayContaining(["default-src 'none'", "script-src 'self'", "style-src 'self'"]),
  )
  expect(policy).not.toContain('unsafe')
  const page = await answer.text()
  expect(page).toContain('A local stand-in for Slack')
  expect(page).not.toContain(hostile)
  expect(page).not.toMatch(/(?:src|href)="(?!\/page\/|data:,)/u)
})

test.each([
  ['/page/page.js', 'text/javascript; charset=utf-8', 'EventSource'],
  ['/page/page.css', 'text/css; charset=utf-8', '.composer'],
  ['/page/blocks.css', 'text/css; charset=utf-8', '.slack_blocks_to_jsx'],
])('%s comes from the same server and names no other', async (path, type, part) => {
  const answer = await fetch(new URL(path, slack.url))
  expect(answer.headers.get('content-type')).toBe(type)
  const text = await answer.text()
  expect(text).toContain(part)
  expect(text).not.toMatch(/url\(|@import|https?:/u)
})

test('only the page itself may say something', async () => {
  const body = JSON.stringify({ channel: slack.channel, text: 'from another site', thread: null })
  const say = (headers: Record<string, string>) => {
    return fetch(new URL('/page/say', slack.url), { method: 'POST', body, headers }).then((answer) => answer.status)
  }
  expect(await say({ origin: 'https://example.com' })).toBe(403)
  expect(await say({})).toBe(404)
  expect(await say({ origin: new URL(slack.url).origin })).toBe(200)
  expect(slack.posts(slack.channel).map((post) => post.text)).toEqual(['from another site'])
})

test.each([
  ['/page/say', { channel: 'C0', text: 'x', thread: null }, 400],
  ['/page/say', { channel: 'C0MAILSUPP1', text: ' ', thread: null }, 400],
  ['/page/say', { channel: 'C0MAILSUPP1', text: 'x', thread: '1.0' }, 404],
  ['/page/press', { channel: 'C0MAILSUPP1', ts: '1.0', actionId: 'a', blockId: 'b' }, 404],
  ['/page/press', {}, 400],
  ['/page/other', {}, 404],
  ['/files/F1', {}, 404],
])('%s with %j ends in %i', async (path, value, status) => {
  const headers = { origin: new URL(slack.url).origin }
  const answer = await fetch(new URL(path, slack.url), { method: 'POST', body: JSON.stringify(value), headers })
  expect(answer.status).toBe(status)
})
