import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Change, Post } from '../../../src/demo/slack/index.ts'
import { check } from '../../../src/edges/slack/limits.ts'
import { endWorld, reply, startWorld, type World, within } from './scripted.ts'

const LONG = 8_000
let world: World
const changes: Change[] = []

beforeAll(async () => {
  world = await startWorld()
  world.slack.watch((change) => changes.push(change))
})
afterAll(async () => {
  await endWorld(world)
  // Whatever was ever shown in this file kept to every limit.
  for (const { post } of changes) {
    if (post.author === world.slack.bot && post.files.length === 0) expect(check(post)).toEqual([])
  }
})

async function ask(text: string, options: Parameters<World['slack']['ask']>[1] = {}) {
  const asked = await world.slack.ask(text, options)
  const answer = await world.slack.waitForAnswer(asked.channel, asked.ts, { timeoutMs: LONG })
  return { ...asked, answer }
}

/** Resolves with the first change, past or to come, that the test is looking for. */
function until(isIt: (change: Change) => boolean): Promise<Change> {
  return new Promise((resolve) => {
    const past = changes.find(isIt)
    if (past !== undefined) return resolve(past)
    const stop = world.slack.watch((change) => {
      if (!isIt(change)) return
      stop()
      resolve(change)
    })
  })
}

const fromBot = (channel: string, ts: string) =>
  world.slack.thread(channel, ts).filter((post) => post.author === world.slack.bot)
const reactionsOn = (post: Post) => post.reactions.map(({ name }) => name)
const isMarked = (ts: string) => (change: Change) =>
  change.post.ts === ts && reactionsOn(change.post).join() === 'white_check_mark'

describe('a mention', () => {
  it('is answered once, in its thread, with the words as they were typed', async () => {
    const { channel, ts, answer } = await ask("why didn't mail from example.com to bob@example.org arrive?")
    expect(answer).toMatchObject({
      threadTs: ts,
      text: "🟢 You asked: why didn't mail from example.com to bob@example.org arrive?",
    })
    expect(fromBot(channel, ts)).toHaveLength(1)
    const asks = world.answerer.asks.filter(({ thread }) => thread === `${channel}:${ts}`)
    expect(asks).toEqual([
      {
        text: "why didn't mail from example.com to bob@example.org arrive?",
        thread: `${channel}:${ts}`,
        addressed: true,
        asker: world.slack.asker,
        isDirect: false,
        groups: [],
        locale: 'en-GB',
        timeZone: 'Europe/Zurich',
      },
    ])
  })

  it('gets one post that says what is done, within a second, and becomes the answer', async () => {
    let finish = () => {}
    const held = new Promise<void>((resolve) => {
      finish = resolve
    })
    world.answerer.script('slowly', async (_, show) => {
      show({ title: 'Looking for mail', tasks: [{ id: 'gateway:esa1', title: 'esa1', state: 'running' }] })
      await held
      return reply({ headline: 'Found slowly.' })
    })
    const started = performance.now()
    const asked = await world.slack.ask('slowly please')
    const first = await until(({ post }) => post.threadTs === asked.ts && post.author === world.slack.bot)
    expect(performance.now() - started).toBeLessThan(1_000)
    expect(first.post.text).toBe('Looking for mail')
    expect(first.post.blocks).toMatchObject([
      {
        type: 'plan',
        title: 'Looking for mail',
        tasks: [{ type: 'task_card', task_id: 'gateway:esa1', title: 'esa1', status: 'in_progress' }],
      },
    ])
    await until(({ post }) => post.ts === asked.ts && reactionsOn(post).includes('eyes'))
    finish()
    const answer = await world.slack.waitForAnswer(asked.channel, asked.ts, { timeoutMs: LONG })
    expect(answer).toMatchObject({ ts: first.post.ts, text: '🟢 Found slowly.' })
    expect(answer.blocks.map(({ type }) => type)).toEqual(['rich_text'])
    await until(isMarked(asked.ts))
  })

  it('says that it looks, where the first step takes its time', async () => {
    world.answerer.script('silent', async (ask) => {
      await until(({ post }) => post.text === 'Looking …' && `${post.channel}:${post.threadTs}` === ask.thread)
      return reply({})
    })
    const { channel, ts, answer } = await ask('silent start')
    expect(answer.text).toBe('🟢 It arrived.')
    expect(fromBot(channel, ts)).toHaveLength(1)
  })

  it('shows the last state of many, without an update for each', async () => {
    world.answerer.script('busy', async (_, show) => {
      for (let step = 1; step <= 200; step += 1) show({ title: `Step ${step}`, tasks: [] })
      await until(({ post }) => post.text === 'Step 200')
      return reply({ headline: 'Busy, done.' })
    })
    const { ts } = await ask('busy one')
    const shown = changes.filter(({ post }) => post.threadTs === ts && post.text.startsWith('Step'))
    expect(shown.length).toBeLessThanOrEqual(2)
  })
})

describe('a follow-up', () => {
  it('needs no mention in a thread that was answered', async () => {
    const { channel, ts } = await ask('why example.com')
    await world.slack.ask('and last week?', { channel, thread: ts })
    await until(({ post }) => post.threadTs === ts && post.text === '🟢 You asked: and last week?')
    expect(world.answerer.asks.at(-1)).toMatchObject({ text: 'and last week?', addressed: false })
  })

  it('waits for the answer before it', async () => {
    let finish = () => {}
    world.answerer.script('first of two', async () => {
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      return reply({ headline: 'First.' })
    })
    const { channel, ts } = await world.slack.ask('first of two')
    await until(({ post }) => post.threadTs === ts && post.author === world.slack.bot)
    await world.slack.ask('second of two', { channel, thread: ts })
    finish()
    await until(({ post }) => post.threadTs === ts && post.text === '🟢 You asked: second of two')
    expect(fromBot(channel, ts).map(({ text }) => text)).toEqual(['🟢 First.', '🟢 You asked: second of two'])
  })

  it('is left alone where people talk among themselves', async () => {
    world.answerer.script('lunch', () => null)
    const { channel, ts } = await ask('why example.net')
    await world.slack.ask('not for the bot', { channel, mention: false })
    const other = await world.slack.ask('a thread of their own', { channel, mention: false })
    await world.slack.ask('in that thread', { channel, thread: other.ts })
    await world.slack.ask('lunch?', { channel, thread: ts })
    await within(world.answerer.asks, ({ text }) => text === 'lunch?')
    await ask('something else, after those')
    const heard = world.answerer.asks.map(({ text }) => text)
    expect(heard).not.toContain('not for the bot')
    expect(heard).not.toContain('in that thread')
    expect(fromBot(channel, ts)).toHaveLength(1)
    expect(fromBot(channel, other.ts)).toHaveLength(0)
  })
})

describe('a direct message', () => {
  it('needs no mention, and what nobody else can see is not whispered', async () => {
    world.answerer.script('mumble', () => reply({ headline: 'Say it otherwise.', whisper: true, status: 2 }))
    const { answer, ts } = await ask('mumble', { channel: world.slack.direct })
    expect(answer).toMatchObject({ threadTs: ts, text: '🟢 Say it otherwise.', onlyFor: null })
  })
})

describe('what was not understood', () => {
  it('is told to the asker alone, and nothing else is left', async () => {
    world.answerer.script('gibberish', async (_, show) => {
      show({ title: 'Reading', tasks: [] })
      await until(({ post }) => post.text === 'Reading')
      return reply({ tone: 'none', headline: 'I did not find one.', whisper: true, status: 2 })
    })
    const { channel, ts, answer } = await ask('gibberish')
    expect(answer).toMatchObject({ onlyFor: world.slack.asker, text: 'I did not find one.' })
    const seen = world.slack.posts(channel).filter((post) => post.author === world.slack.bot && post.onlyFor === null)
    expect(seen.filter((post) => post.threadTs === ts)).toEqual([])
    await until(({ post }) => post.ts === ts && post.reactions.length === 0)
  })
})

describe('/mail', () => {
  it('posts the question as text and answers in its thread', async () => {
    const { channel, ts } = await world.slack.ask('/mail why <!channel> <@U1> example.com')
    const answer = await world.slack.waitForAnswer(channel, ts, { timeoutMs: LONG })
    const [root] = world.slack.thread(channel, answer.threadTs ?? '')
    expect(root?.text).toBe('why @channel @U1 example.com')
    expect(root?.blocks).toMatchObject([
      {
        type: 'rich_text',
        elements: [
          {
            elements: [
              { type: 'user', user_id: world.slack.asker },
              { type: 'text', text: ' asks' },
            ],
          },
          { type: 'rich_text_quote', elements: [{ type: 'text', text: 'why @channel @U1 example.com' }] },
        ],
      },
    ])
    expect(world.answerer.asks.at(-1)).toMatchObject({ thread: `${channel}:${root?.ts}`, addressed: true })
    expect(world.slack.acknowledgements().filter(({ late }) => late)).toEqual([])
  })

  it('without words asks for help', async () => {
    world.answerer.script('help', () => reply({ headline: 'You can ask …' }))
    const { answer } = await ask('/mail')
    expect(answer.text).toBe('🟢 You can ask …')
  })

  it('takes the question back where it was not understood', async () => {
    const { channel, answer } = await ask('/mail gibberish again')
    expect(answer).toMatchObject({ onlyFor: world.slack.asker, text: 'I did not find one.' })
    await until(({ kind, post }) => kind === 'removed' && post.text === 'gibberish again')
    expect(world.slack.posts(channel).some(({ text }) => text === 'gibberish again')).toBe(false)
  })
})

describe('a button', () => {
  it('asks its question anew in the thread', async () => {
    const actions = [{ id: 'widen' as const, label: 'Seven days', ask: 'why example.com last 7 days' }]
    world.answerer.script('with a button', () => reply({ headline: 'Press it.', actions }))
    const { channel, ts, answer } = await ask('with a button')
    expect(await world.slack.press(channel, answer.ts, 'postmaster_widen')).toBe(true)
    await until(({ post }) => post.threadTs === ts && post.text === '🟢 You asked: why example.com last 7 days')
    expect(world.answerer.asks.at(-1)).toMatchObject({ thread: `${channel}:${ts}`, addressed: true })
  })
})

describe('what an answer is rated', () => {
  it('is kept, and thanked for alone', async () => {
    const rating = { asked: 'Was this right?', right: 'Right', wrong: 'Wrong', about: 'hat-reject proven' }
    world.answerer.script('rate me', () => reply({ headline: 'Rate this.', rating }))
    const { channel, ts, answer } = await ask('rate me')
    expect(await world.slack.press(channel, answer.ts, 'postmaster_rating', 'negative')).toBe(true)
    const { post } = await until((change) => change.post.text.startsWith('Noted. If you know'))
    expect(post).toMatchObject({ onlyFor: world.slack.asker, threadTs: ts })
    const [kept] = await world.store.list('rating ')
    expect(kept?.key).toBe(`rating ${channel}:${ts} ${answer.ts} ${world.slack.asker}`)
    expect(JSON.parse(kept?.value ?? '')).toMatchObject({ right: false, about: 'hat-reject proven' })
  })
})

describe('long evidence', () => {
  it('goes into a file in the thread, under a name that is safe', async () => {
    const file = { name: '../esa1 <x>.txt', title: 'Log lines', text: 'line 1\nline 2\n' }
    world.answerer.script('evidence', () => reply({ headline: 'See the file.', file }))
    const { ts } = await ask('evidence')
    const { post } = await until((change) => change.post.threadTs === ts && change.post.files.length > 0)
    expect(post.files).toMatchObject([{ name: 'esa1-x-.txt', title: 'Log lines', size: 14 }])
  })
})

describe('a bug', () => {
  it('is answered with a reference that the log holds', async () => {
    world.answerer.script('crash', () => {
      throw new TypeError('boom in the rules')
    })
    const { answer } = await ask('crash')
    const reference = answer.text.replace('Something went wrong here, reference ', '')
    expect(reference).toMatch(/^[0-9a-f]{6}$/)
    const logged = world.log.lines.find(({ fields }) => fields.reference === reference)
    expect(logged?.fields.err).toMatchObject({ message: 'boom in the rules' })
  })
})

describe('a stop', () => {
  it('lets a short question end and closes a long one with a word', async () => {
    const own = await startWorld()
    let finish = () => {}
    own.answerer.script('short', async (_, show) => {
      show({ title: 'Short', tasks: [] })
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      return reply({ headline: 'Short one done.' })
    })
    own.answerer.script('endless', (_, show) => {
      show({ title: 'Endless', tasks: [] })
      return new Promise(() => {})
    })
    const shown = new Promise<void>((resolve) => {
      const titles = new Set<string>()
      own.slack.watch(({ post }) => {
        titles.add(post.text)
        if (titles.has('Short') && titles.has('Endless')) resolve()
      })
    })
    const short = await own.slack.ask('short')
    const endless = await own.slack.ask('endless', { channel: own.slack.direct })
    await shown
    const stopped = own.bot.stop(500)
    finish()
    await stopped
    await own.bot.ended
    const said = (asked: { channel: string; ts: string }) => own.slack.thread(asked.channel, asked.ts).at(-1)?.text
    expect(said(short)).toBe('🟢 Short one done.')
    expect(said(endless)).toBe('I was stopped before I had the answer. Please ask again.')
    await own.slack.close()
  })
})
