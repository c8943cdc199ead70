import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type SlackStandIn, startSlackStandIn } from '../../../src/demo/slack/index.ts'
import { type RunningSlack, startSlack } from '../../../src/edges/slack/app.ts'
import { memoryStore } from '../../../src/edges/store/memory.ts'
import { type FaultyLine, openFaultyLine } from './line.ts'
import { posted, recordingLog, reply, type Scripted, scripted, seen, twoGateways, within } from './scripted.ts'

let slack: SlackStandIn
let line: FaultyLine
let answerer: Scripted
let log: ReturnType<typeof recordingLog>
let bot: RunningSlack | null

const now = () => performance.now() * 20
const options = () => ({
  answerer,
  desk: twoGateways(),
  store: memoryStore({ now }),
  logger: log,
  now,
  slackApiUrl: line.apiUrl,
  giveUpAfterMs: 200,
})

beforeEach(async () => {
  slack = await startSlackStandIn({ suggestions: [], botName: 'postmaster', now: Date.now })
  line = await openFaultyLine(slack.apiUrl)
  answerer = scripted()
  log = recordingLog()
  bot = null
})
afterEach(async () => {
  await bot?.stop(0)
  await line.close()
  await slack.close()
})

async function start(): Promise<void> {
  bot = await startSlack({ ...options(), botToken: slack.botToken, appToken: slack.appToken })
}

async function ask(text: string) {
  const asked = await slack.ask(text)
  const answer = await slack.waitForAnswer(asked.channel, asked.ts, { timeoutMs: 8_000 })
  return { ...asked, answer }
}

/** A fault that happens so many times. */
function times(many: number, method: string, body: object, more: object = {}): FaultyLine['fault'] {
  let left = many
  return (call) => {
    if (call.method !== method || left === 0) return null
    left -= 1
    return { body: { ok: false, ...body }, ...more }
  }
}

const table = { kind: 'table', role: 'attempts', head: ['time'], rows: [['09:12']] } as const

describe('a start', () => {
  it.each([
    ['the bot token', 'auth.test', 'invalid_auth'],
    ['the app token', 'apps.connections.open', 'not_allowed_token_type'],
  ])('fails with what Slack says of %s', async (_, method, error) => {
    line.fault = times(9, method, { error })
    await expect(start()).rejects.toThrow(error)
  })

  it('fails where Slack cannot be reached', async () => {
    await line.close()
    await expect(start()).rejects.toThrow()
  })
})

describe('blocks that Slack refuses', () => {
  it.each(['invalid_blocks', 'msg_blocks_too_long', 'only_one_table_allowed'])(
    '%s: the answer is sent in words',
    async (error) => {
      await start()
      answerer.script('table', () => reply({ headline: 'Refused <!channel>.', sections: [table] }))
      line.fault = times(1, 'chat.postMessage', { error })
      const { channel, ts, answer } = await ask('table')
      expect(answer).toMatchObject({ text: '🟢 Refused &lt;!channel&gt;.\n\ntime\n09:12', blocks: [] })
      expect(slack.thread(channel, ts)).toHaveLength(2)
    },
  )

  it('do not lose an answer that was being shown', async () => {
    await start()
    answerer.script('shown', async (_, show) => {
      show({ title: 'Working', tasks: [] })
      await within(line.calls, ({ args }) => args.get('text') === 'Working')
      return reply({ sections: [table] })
    })
    line.fault = times(1, 'chat.update', { error: 'invalid_blocks' })
    const { channel, ts, answer } = await ask('shown')
    expect(answer).toMatchObject({ text: '🟢 It arrived.\n\ntime\n09:12', blocks: [] })
    expect(slack.thread(channel, ts)).toHaveLength(2)
  })
})

describe('a call that fails', () => {
  const limited = { status: 429, headers: { 'retry-after': '1' } }

  it('for the rate is made again when Slack allows it', async () => {
    await start()
    line.fault = times(1, 'chat.postMessage', { error: 'ratelimited' }, limited)
    const { channel, ts } = await ask('why example.com')
    expect(slack.thread(channel, ts)).toHaveLength(2)
  })

  it('for a reaction leaves the answer as it is', async () => {
    await start()
    line.fault = times(9, 'reactions.add', { error: 'missing_scope' })
    const { answer } = await ask('why example.com')
    expect(answer.text).toBe('🟢 You asked: why example.com')
  })

  it('for the asker leaves language and zone to the configuration', async () => {
    await start()
    line.fault = times(9, 'users.info', { error: 'missing_scope' })
    await ask('why example.com')
    expect(answerer.asks).toMatchObject([{ locale: '', timeZone: '' }])
  })

  it('for a file is told in the thread', async () => {
    await start()
    answerer.script('file', () => reply({ file: { name: 'a.txt', title: 'A', text: 'a' } }))
    line.fault = times(9, 'files.getUploadURLExternal', { error: 'missing_scope' })
    const told = new Promise<string>((resolve) => {
      slack.watch(({ post }) => {
        if (post.text.startsWith('The file')) resolve(post.text)
      })
    })
    await ask('file')
    expect(await told).toBe('The file with the whole evidence could not be attached here (missing_scope).')
  })

  const cutOff = (many: number, also: FaultyLine['fault'] = () => null): FaultyLine['fault'] => {
    let left = many
    return (call) => (call.method === 'chat.postMessage' && left-- > 0 ? { cutAfter: true } : also(call))
  }

  it('after the post was made finds the post again', async () => {
    await start()
    line.fault = cutOff(1)
    const { channel, ts, answer } = await ask('why example.com')
    await within(line.calls, ({ method }) => method === 'conversations.replies')
    await bot?.stop()
    expect(slack.thread(channel, ts).map((post) => post.ts)).toEqual([ts, answer.ts])
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('after the first word was posted turns that into the answer', async () => {
    await start()
    answerer.script('shown', async (_, show) => {
      show({ title: 'Working', tasks: [] })
      await within(log.lines, ({ message }) => message === 'progress was not shown')
      return reply({})
    })
    // Where it may not be looked for at once, it is looked for again before the answer is posted.
    line.fault = cutOff(1, times(1, 'conversations.replies', { error: 'missing_scope' }))
    const { channel, ts, answer } = await ask('shown')
    expect(answer.text).toBe('🟢 It arrived.')
    expect(slack.thread(channel, ts)).toHaveLength(2)
  })

  it('before the post was made posts it', async () => {
    await start()
    line.fault = times(1, 'chat.postMessage', {}, { status: 502 })
    const { channel, ts } = await ask('why example.com')
    expect(slack.thread(channel, ts)).toHaveLength(2)
  })

  it('after the post was made does not post it twice where it may not be looked for', async () => {
    await start()
    line.fault = cutOff(1, times(9, 'conversations.replies', { error: 'missing_scope' }))
    const { channel, ts } = await ask('why example.com')
    await within(log.lines, ({ message }) => message === 'something went wrong while answering')
    const said = slack.thread(channel, ts).map(({ text }) => text)
    expect(said.filter((text) => text.includes('You asked'))).toHaveLength(1)
  })

  it('for an update that was lost updates again', async () => {
    await start()
    answerer.script('shown', async (_, show) => {
      show({ title: 'Working', tasks: [] })
      await within(line.calls, ({ args }) => args.get('text') === 'Working')
      return reply({})
    })
    let cuts = 2
    line.fault = ({ method }) => (method === 'chat.update' && cuts-- > 0 ? { cutAfter: true } : null)
    const { channel, ts, answer } = await ask('shown')
    expect(answer.text).toBe('🟢 It arrived.')
    expect(slack.thread(channel, ts)).toHaveLength(2)
  })

  it('because the bot is not in the channel is told to the asker of a command', async () => {
    await start()
    line.fault = times(9, 'chat.postMessage', { error: 'not_in_channel' })
    const asked = await slack.ask('/mail why example.com')
    const answer = await slack.waitForAnswer(asked.channel, asked.ts, { timeoutMs: 8_000 })
    expect(answer).toMatchObject({ onlyFor: slack.asker })
    expect(answer.text).toContain('Invite me')
  })
})

describe('a form or a shortcut', () => {
  const told = (isIt: (text: string) => boolean) => posted(slack, ({ text }) => isIt(text))
  const notHere = (text: string) => text.startsWith('I cannot post here.')

  it('on a post in a channel without the bot tells its user what to do', async () => {
    await start()
    line.fault = times(9, 'chat.postMessage', { error: 'not_in_channel' })
    const { channel, ts } = await slack.ask('from a@example.com to b@example.org nothing', { mention: false })
    const said = told(notHere)
    await slack.shortcut('postmaster_complaint', channel, ts)
    expect(await said).toMatchObject({ channel, onlyFor: slack.asker })
  })

  it('that names a channel without the bot tells its user so in person', async () => {
    await start()
    let refused = 0
    line.fault = ({ method, args }) => {
      if (method !== 'chat.postMessage' || args.get('channel') !== slack.channel) return null
      refused += 1
      return { body: { ok: false, error: 'not_in_channel' } }
    }
    await slack.shortcut('postmaster_ask', slack.channel, null)
    await seen(slack, () => slack.modal() !== null)
    const said = told(notHere)
    await slack.submit({ sender: 'example.com', where: slack.channel })
    expect(await said).toMatchObject({ channel: slack.direct })
    expect(refused).toBe(1)
  })

  it('that Slack does not open is told to its user with a reference', async () => {
    await start()
    line.fault = times(9, 'views.open', { error: 'expired_trigger_id' })
    const { channel, ts } = await slack.ask('nothing came', { mention: false })
    const said = told((text) => text.startsWith('Something went wrong here, reference '))
    await slack.shortcut('postmaster_complaint', channel, ts)
    expect(await said).toMatchObject({ onlyFor: slack.asker })
  })
})

describe('what is waited for', () => {
  const to = (ts: string) => ({ thread: `${slack.channel}:${ts}`, asker: slack.asker })

  it('is said in its thread, and names who waits', async () => {
    await start()
    const { ts } = await slack.ask('a thread', { mention: false })
    await bot?.report(to(ts), reply({ headline: 'It <!channel> came.' }))
    const post = slack.thread(slack.channel, ts).at(-1)
    expect(post).toMatchObject({ threadTs: ts, text: '🟢 It &lt;!channel&gt; came.' })
    expect(post?.blocks).toMatchObject([
      { elements: [{ elements: [{ type: 'user', user_id: slack.asker }, { text: ' ' }, { text: '🟢 ' }, {}] }] },
    ])
  })

  it('counts as said where the thread is gone, and not where Slack is away', async () => {
    await start()
    await bot?.report(to('1.000001'), reply({}))
    expect(slack.posts(slack.channel)).toEqual([])
    const { ts } = await slack.ask('a thread', { mention: false })
    line.fault = times(9, 'chat.postMessage', { error: 'is_archived' })
    await expect(bot?.report(to(ts), reply({}))).rejects.toThrow('is_archived')
  })
})

describe('a thread that is deleted meanwhile', () => {
  it('gets no post in the channel in its place', async () => {
    await start()
    // What Slack does where the root is gone: the post is made, without its thread.
    line.fault = ({ method }) =>
      method === 'chat.postMessage' ? { body: { ok: true, ts: '1.000001', message: { text: 'x' } } } : null
    await slack.ask('why example.com')
    const taken = await within(line.calls, ({ method }) => method === 'chat.delete')
    expect(taken.args.get('ts')).toBe('1.000001')
    await within(log.lines, ({ message }) => message.includes('deleted before its answer'))
  })
})

describe('the connection', () => {
  const opens = () => line.calls.filter(({ method }) => method === 'apps.connections.open')

  it('survives frames that hold no event, and acknowledges them', async () => {
    await start()
    line.inject(JSON.stringify({ envelope_id: 'E1', type: 'events_api', payload: { type: 'app_rate_limited' } }))
    line.inject('not json')
    line.inject(JSON.stringify({ envelope_id: 'E2', type: 'events_api' }))
    const { answer } = await ask('why example.com')
    expect(answer.text).toBe('🟢 You asked: why example.com')
    expect(line.sent).toEqual(expect.arrayContaining(['{"envelope_id":"E1"}', '{"envelope_id":"E2"}']))
  })

  it('answers an event that comes again once', async () => {
    await start()
    const { channel, ts } = await ask('why example.com')
    const event = { type: 'app_mention', channel, user: slack.asker, text: `<@${slack.bot}> why example.com`, ts }
    const payload = { type: 'event_callback', team_id: 'T0STANDIN1', event_id: 'Ev-again', event }
    line.inject(JSON.stringify({ envelope_id: 'E3', type: 'events_api', payload, retry_attempt: 1 }))
    await within(line.sent, (frame) => frame.includes('"E3"'))
    await ask('something after it')
    expect(answerer.asks.filter(({ text }) => text === 'why example.com')).toHaveLength(1)
  })

  it('tells who presses a button of an older version', async () => {
    await start()
    const { channel, ts, answer } = await ask('why example.com')
    const payload = {
      type: 'block_actions',
      user: { id: slack.asker, team_id: 'T0STANDIN1' },
      team: { id: 'T0STANDIN1' },
      container: { type: 'message', message_ts: answer.ts, channel_id: channel, thread_ts: ts },
      channel: { id: channel },
      trigger_id: 'old',
      response_url: `${line.apiUrl}respond`,
      actions: [{ type: 'button', action_id: 'trace_v0', block_id: 'b', value: 'x', action_ts: '1' }],
    }
    line.fault = ({ method }) => (method === 'respond' ? { body: {} } : null)
    line.inject(JSON.stringify({ envelope_id: 'E4', type: 'interactive', payload, accepts_response_payload: true }))
    const { args } = await within(line.calls, ({ method }) => method === 'respond')
    expect(args.toString()).toContain('older')
    expect(line.sent.some((frame) => frame.includes('"E4"'))).toBe(true)
  })

  it.each([
    ['asks for a fresh one', () => line.inject(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))],
    ['is cut', () => line.cut()],
  ])('comes back at once when it %s', async (_, lose) => {
    await start()
    lose()
    const started = performance.now()
    await within(line.calls, () => opens().length === 2)
    expect(performance.now() - started).toBeLessThan(1_500)
    const { answer } = await ask('why example.com')
    expect(answer.text).toBe('🟢 You asked: why example.com')
  })

  it('comes back when the line is dead and nobody says so', async () => {
    bot = await startSlack({ ...options(), giveUpAfterMs: 600_000, botToken: slack.botToken, appToken: slack.appToken })
    line.silence()
    await within(log.lines, ({ message }) => message === 'connected to Slack again')
    const { answer } = await ask('why example.com')
    expect(answer.text).toBe('🟢 You asked: why example.com')
  })

  it('comes back after Slack was away', async () => {
    bot = await startSlack({ ...options(), giveUpAfterMs: 600_000, botToken: slack.botToken, appToken: slack.appToken })
    line.fault = times(2, 'apps.connections.open', {}, { status: 503 })
    line.cut()
    await within(log.lines, ({ message }) => message === 'connected to Slack again')
    const { answer } = await ask('why example.com')
    expect(answer.text).toBe('🟢 You asked: why example.com')
  })

  it.each([
    ['Slack refuses it for good', 'token_revoked', 200],
    ['Slack stays away too long', 'internal_error', 503],
  ])('is given up where %s', async (_, error, status) => {
    await start()
    line.fault = times(99, 'apps.connections.open', { error }, { status })
    line.cut()
    await expect(bot?.ended).rejects.toThrow('cannot come back')
  })
})
