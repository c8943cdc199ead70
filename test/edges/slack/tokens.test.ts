import { expect, it, onTestFinished } from 'vitest'
import { checkTokens } from '../../../src/edges/slack/tokens.ts'
import { startApi } from './api.ts'

const tokens = { botToken: 'xoxb-1-secret', appToken: 'xapp-1-secret' }
const taken = {
  'auth.test': { ok: true, user: 'postmaster', team: 'Example' },
  'apps.connections.open': { ok: true, url: 'wss://127.0.0.1/' },
}

async function states(answers: Readonly<Record<string, object | number>>, given = tokens) {
  const api = await startApi(answers)
  onTestFinished(() => api.close())
  return { api, all: await checkTokens({ ...given, slackApiUrl: api.url }) }
}

it('are taken, each where it belongs', async () => {
  const { api, all } = await states(taken)
  expect(all).toEqual([
    { name: 'SLACK_BOT_TOKEN', ok: true, words: 'taken; the bot is postmaster in Example' },
    { name: 'SLACK_APP_TOKEN', ok: true, words: 'taken; Socket Mode can be opened' },
  ])
  expect(api.asked).toEqual([
    { method: 'auth.test', token: tokens.botToken },
    { method: 'apps.connections.open', token: tokens.appToken },
  ])
})

it.each<[string, Readonly<Record<string, object | number>>, RegExp, RegExp]>([
  ['refused', { 'auth.test': { ok: false, error: 'invalid_auth' } }, /invalid_auth/, /Renew/],
  ['said back to us', { 'auth.test': { ok: false, error: `bad ${tokens.botToken}` } }, /bad …/, /Renew/],
  ['met by a server in trouble', { 'auth.test': 503 }, /503/, /try again/],
])('that are %s say so, and what to do, without the token', async (_, answers, words, mend) => {
  const { all } = await states({ ...taken, ...answers })
  expect(all[0]).toMatchObject({ ok: false, words: expect.stringMatching(words), mend: expect.stringMatching(mend) })
  expect(all[1]?.ok).toBe(true)
  expect(JSON.stringify(all)).not.toContain('secret')
})

it.each<[string, typeof tokens, [string, string]]>([
  ['not set', { botToken: '', appToken: '' }, ['not set', 'not set']],
  [
    'swapped',
    { botToken: tokens.appToken, appToken: tokens.botToken },
    ['does not begin with xoxb-', 'does not begin with xapp-'],
  ],
])('%s are told without asking Slack', async (_, given, words) => {
  const { api, all } = await states(taken, given)
  expect(all.map((state) => state.words)).toEqual(words)
  expect(api.asked).toEqual([])
})

it('cannot be tried where Slack cannot be reached', async () => {
  const api = await startApi(taken)
  await api.close()
  const all = await checkTokens({ ...tokens, slackApiUrl: api.url })
  expect(all.map(({ ok, words }) => [ok, words])).toEqual([
    [false, 'Slack cannot be reached (ECONNREFUSED)'],
    [false, 'Slack cannot be reached (ECONNREFUSED)'],
  ])
})

it.each([
  ['0123456789abcdef0123456789abcdef', true, /^set/],
  ['', false, /^not set$/],
  ['short', false, /too short/],
])('over HTTP the signing secret %j is looked at, and no app token', async (signingSecret, ok, words) => {
  const slack = await startApi({ 'auth.test': { ok: true, user: 'postmaster', team: 'Example' } })
  const [bot, signing] = await checkTokens({ ...tokens, slackApiUrl: slack.url, signingSecret })
  await slack.close()
  expect(bot?.ok).toBe(true)
  expect(signing).toMatchObject({ name: 'SLACK_SIGNING_SECRET', ok, words: expect.stringMatching(words) })
  expect(slack.asked.map(({ method }) => method)).toEqual(['auth.test'])
})
