import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Change, Post } from '../../src/demo/slack/index.ts'
import { startWholeWorld, type WholeWorld } from './world.ts'

let world: WholeWorld

beforeAll(async () => {
  world = await startWholeWorld()
})
afterAll(() => world.close())

const question = "why didn't mail from graniteport.example arrive?"

/** What the bot said in a thread, each post once, as it stands. */
function said(channel: string, ts: string): readonly Post[] {
  return world.slack.thread(channel, ts).filter(({ author }) => author === world.slack.bot)
}

/** The first change that fits, from now on. */
function changed(fits: (change: Change) => boolean): Promise<Change> {
  return new Promise((resolve) => {
    const stop = world.slack.watch((change) => {
      if (!fits(change)) return
      stop()
      resolve(change)
    })
  })
}

describe('a post that names the bot', () => {
  it('comes as two events, and is answered once', async () => {
    const asked = await world.ask(question)
    // Both events are through once one that was sent after them has been answered.
    await world.ask('help')
    expect(said(asked.channel, asked.ts)).toHaveLength(1)
    expect(asked.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1)
    // The mark is set once the answer stands.
    const marks = () => world.slack.thread(asked.channel, asked.ts)[0]?.reactions.map(({ name }) => name)
    await expect.poll(marks, { timeout: 5_000 }).toEqual(['white_check_mark'])
  })

  it('twice at once with different questions is answered twice, each in its thread', async () => {
    const [one, other] = await Promise.all([
      world.ask(question),
      world.ask("why didn't mail from copperline.example arrive?"),
    ])
    expect(one.answer).toMatchObject({ threadTs: one.ts, text: '🔴 A content filter of ours dropped the mail.' })
    expect(other.answer.threadTs).toBe(other.ts)
    expect(other.answer.text).not.toBe(one.answer.text)
  })
})

describe('a thread that the bot answered in', () => {
  it('is left to people who talk in it', async () => {
    const { channel, ts } = await world.ask(question)
    for (const words of ['thanks', 'I will call graniteport.example tomorrow', 'did you see that, Ann?', 'ok?']) {
      await world.slack.ask(words, { thread: ts })
    }
    // Posts of one thread are taken in their order: what was ignored is behind us once this one is answered.
    const { answer } = await world.ask('and last 3 days?', { thread: ts })
    expect(answer.threadTs).toBe(ts)
    expect(said(channel, ts)).toHaveLength(2)
  })

  it('takes a follow-up for one by what was asked before', async () => {
    const { ts } = await world.ask(question)
    const { answer } = await world.ask('to ann@example.org?', { thread: ts })
    expect(answer.metadata?.event_payload).toMatchObject({ asked: 'to ann@example.org?', status: 0 })
    expect(answer.text).toMatch(/graniteport\.example|Nothing|reached us/)
  })
})

describe('a thread that the bot does not know', () => {
  it('is left alone, whatever is asked in it', async () => {
    const root = await world.slack.ask('has anybody seen the mail of example.com?', { mention: false })
    await world.slack.ask('and last week?', { thread: root.ts })
    await world.ask('help')
    expect(said(root.channel, root.ts)).toEqual([])
  })

  it('is answered in where it names the bot', async () => {
    const root = await world.slack.ask('has anybody seen the invoice?', { mention: false })
    const { answer } = await world.ask(question, { thread: root.ts, mention: true })
    expect(answer.threadTs).toBe(root.ts)
  })
})

describe('a question that is not understood', () => {
  it('is told to the asker alone, with examples, and leaves no post', async () => {
    const { answer, channel, ts } = await world.ask('where is my mail?')
    expect(answer.onlyFor).toBe(world.slack.asker)
    expect(answer.text).toContain('I did not find one in “where is my mail?”.')
    expect(JSON.stringify(answer.blocks)).toContain('example.com')
    expect(said(channel, ts).filter(({ onlyFor }) => onlyFor === null)).toEqual([])
  })

  it('because it names a whole domain of ours and nobody else, is asked who the mail is from', async () => {
    const { answer, channel, ts } = await world.ask('why is mail to example.org missing?')
    expect(answer.onlyFor).toBe(world.slack.asker)
    expect(answer.text).toBe(
      'Who is the mail to example.org from? Name the sender, or the one person of yours who misses it.',
    )
    expect(JSON.stringify(answer.blocks)).toContain("why didn't mail from example.com arrive?")
    expect(said(channel, ts).filter(({ onlyFor }) => onlyFor === null)).toEqual([])
  })

  it('because its sender is no whole domain, is told which word, and what to type', async () => {
    const { answer } = await world.ask("why didn't mail from fabrikam arrive?")
    expect(answer.onlyFor).toBe(world.slack.asker)
    expect(answer.text).toBe('“fabrikam” is no domain: its ending is missing. Is it fabrikam.com, or another one?')
    expect(JSON.stringify(answer.blocks)).toContain("why didn't mail from fabrikam.com arrive?")
  })

  it('does not begin a thread that follow-ups belong to', async () => {
    const { ts, channel } = await world.ask('where is my mail?')
    await world.slack.ask('and last week?', { thread: ts })
    await world.ask('help')
    expect(said(channel, ts).filter(({ onlyFor }) => onlyFor === null)).toEqual([])
  })
})

describe('a slash command', () => {
  it('shows the question and answers below it', async () => {
    const { answer, channel } = await world.ask('/mail why graniteport.example')
    const root = world.slack.posts(channel).find(({ ts }) => ts === answer.threadTs)
    expect(JSON.stringify(root?.blocks)).toContain('why graniteport.example')
    expect(answer.text).toBe('🔴 A content filter of ours dropped the mail.')
  })
})

describe('a button', () => {
  it('asks about a week in the same thread', async () => {
    const { answer, channel, ts } = await world.ask(question)
    const next = changed(
      ({ post }) => post.threadTs === ts && post.ts !== answer.ts && post.metadata?.event_type === 'postmaster_answer',
    )
    expect(await world.slack.press(channel, answer.ts, 'postmaster_widen')).toBe(true)
    const { post } = await next
    expect(post.metadata?.event_payload).toMatchObject({ asked: 'why graniteport.example last 7 days' })
  })
})
