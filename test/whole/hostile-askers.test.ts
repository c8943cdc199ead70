import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../../src/cli.ts'
import { streamsOf } from '../command-line/streams.ts'
import { hostileQuestions } from './hostile-questions.ts'
import { faultsIn, sentIn } from './post.ts'
import { startWholeWorld, type WholeWorld } from './world.ts'

let world: WholeWorld

beforeAll(async () => {
  world = await startWholeWorld()
})
afterAll(() => world.close())

/** All that may reach a gateway's command line: no quote, no `;`, no `$`, no backslash, no line end. */
const portable = /^(version|grep -i -e [A-Za-z0-9@_[][A-Za-z0-9@_.:[\] -]* mail_logs)$/

afterEach(() => {
  const commands = [...world.gateways.esa1.commands, ...world.gateways.esa2.commands]
  expect(commands.filter((command) => !portable.test(command))).toEqual([])
})

const cases = hostileQuestions.map(([words, about], place) => ({ name: words.slice(0, 40), words, about, place }))

describe('what an asker writes to be run, or to be a pattern', () => {
  it.each(cases)('$name', async ({ words, about }) => {
    const reply = await world.run('why', words)
    expect(reply.json).toMatchObject(about === null ? { error: expect.any(String) } : { question: { about } })
    expect(reply.status).toBe(about === null ? 2 : 0)
  })

  // By turns in the channel and in the direct message, since a channel takes one post a second.
  it.each(cases)('in Slack: $name', async ({ words, about, place }) => {
    const where = place % 2 === 0 ? world.slack.channel : world.slack.direct
    const { answer, calls } = await world.ask(`why ${words}`, { channel: where, mention: true })
    expect(faultsIn(sentIn(calls))).toEqual([])
    expect(answer.metadata?.event_payload.status ?? 2).toBe(about === null ? 2 : 0)
  })

  it.each(cases)('on the command line: $name', async ({ words, about }) => {
    const { streams, output, errors } = streamsOf()
    const status = await runCli(['why', words, '--config', world.configuration, '--json'], streams)
    expect(status).toBe(about === null ? 2 : 0)
    // What begins with a dash is taken for an option, and told so on the other stream.
    const said: unknown = output() === '' ? { error: errors() } : JSON.parse(output())
    expect(said).toMatchObject(about === null ? { error: expect.any(String) } : { question: { about } })
    expect(output() + errors()).not.toMatch(/\n\s+at .*:\d+:\d+/)
  })

  it('reaches the gateways in the portable alphabet alone', () => {
    expect(world.gateways.esa1.commands.length).toBeGreaterThan(20)
  })
})
