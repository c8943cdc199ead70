import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draw } from '../../src/edges/terminal/draw.ts'
import { hostileLines, hostileMails } from './hostile-mails.ts'
import { faultsIn, sentIn } from './post.ts'
import { causeOf, startWholeWorld, type WholeWorld } from './world.ts'

let world: WholeWorld
const lines = hostileLines(Date.now())

beforeAll(async () => {
  world = await startWholeWorld({ lines: { esa1: lines } })
})
afterAll(() => world.close())

describe('what a sender writes to be taken for something else', () => {
  it.each(hostileMails)('changes nothing about the verdict: $name', async ({ domain, cause }) => {
    const reply = await world.run('why', `why didn't mail from ${domain} arrive?`)
    expect(causeOf(reply)).toBe(cause)
    expect(reply.json).toMatchObject({ attempts: [{ gateway: 'esa1', mid: expect.any(Number) }] })
  })

  // By turns in the channel and in the direct message, since a channel takes one post a second.
  it.each(hostileMails.map((mail, place) => ({ ...mail, place })))(
    'calls nobody in Slack: $name',
    async ({ domain, place, readable = domain }) => {
      const channel = place % 2 === 0 ? world.slack.channel : world.slack.direct
      const { calls } = await world.ask(`why didn't mail from ${domain} arrive?`, { channel, mention: true })
      const sent = sentIn(calls)
      expect(faultsIn(sent)).toEqual([])
      expect(JSON.stringify(sent.at(-1))).toContain(readable)
    },
  )

  it('does not make a mail of somebody else’s', async () => {
    const reply = await world.run('why', "why didn't mail from victim.example to bob@example.org arrive?")
    expect(reply.json).toMatchObject({ attempts: [] })
    expect(causeOf(reply)).toBe('never-connected')
  })
})

describe('hostile lines', () => {
  const pasted = lines.filter((line) => /URL |attachment '|helo: <|reverse dns host <|Message-ID '<<!/.test(line))

  it('are explained letter by letter when they are pasted, and call nobody', async () => {
    expect(pasted).toHaveLength(8)
    const { calls, answer } = await world.ask(`explain ${pasted.join('\n')}`)
    const sent = sentIn(calls)
    expect(faultsIn(sent)).toEqual([])
    expect(answer.text).toBe('8 of 8 lines are known.')
    expect(JSON.stringify(sent)).toContain('<!channel>.m12.example')
  })

  it('are told in the way of the mail, and call nobody', async () => {
    const { calls, channel, ts } = await world.ask('trace m12.example')
    const sent = sentIn(calls)
    expect(faultsIn(sent)).toEqual([])
    expect(JSON.stringify(sent)).toContain('The envelope sender is alice@m12.example.')
    const files = () => world.slack.thread(channel, ts).flatMap((post) => post.files.map(({ name }) => name))
    await expect.poll(files, { timeout: 5_000 }).toEqual(['log-lines.txt'])
  })

  it('leave nothing on the screen of the command line that steers it', async () => {
    for (const { domain } of hostileMails) {
      const reply = await world.run('trace', domain)
      const drawn = draw(reply, { columns: 100, styled: false })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(drawn).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
    }
  })
})
