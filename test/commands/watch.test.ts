import { describe, expect, it } from 'vitest'
import { command } from '../../commands/watch.ts'
import type { CommandContext } from '../../src/answering/command.ts'
import type { Question } from '../../src/question/question.ts'
import { contextOf, threadOf } from './context.ts'

function nowhere(): CommandContext {
  const { watches: _, ...rest } = contextOf()
  return rest
}

describe('watch', () => {
  it('says what it looks for, how often and until when, and can be stopped', async () => {
    const watches = threadOf()
    const reply = await command.run('example.com to bob@example.org', contextOf({ watches }))
    expect(reply).toMatchObject({
      headline:
        'I look every 10 minutes for the next mail from example.com to bob@example.org, until Sat 21 Nov 12:00 UTC.',
      actions: [{ id: 'unwatch', ask: 'watch stop' }],
    })
    const stopped = await command.run('stop', contextOf({ watches }))
    expect(stopped.headline).toBe('I no longer look for mail from example.com.')
    const again = await command.run('stop', contextOf({ watches }))
    expect(again).toMatchObject({ headline: 'Nothing is being watched in this thread.', whisper: true })
  })

  it('that names nothing is about what the thread asked before', async () => {
    const { watches } = contextOf()
    const previous: Question = {
      about: { domain: 'example.net' },
      recipient: 'carol@example.org',
      window: { from: 0, to: 1 },
      windowStated: false,
      gateways: [],
      language: 'en',
      timeZone: 'UTC',
      now: 0,
    }
    for (const words of ['', 'tell me when it arrives']) {
      const reply = await command.run(words, contextOf({ previous, ...(watches ? { watches } : {}) }))
      expect(reply.headline).toMatch(
        /^I look every 10 minutes for the next mail from example\.net to carol@example\.org/,
      )
    }
    expect((await command.run('the cat', contextOf({ previous }))).status).toBe(2)
  })

  it.each<[string, string, CommandContext, number, RegExp]>([
    ['about nothing', 'my invoice', contextOf(), 2, /^I can look for/],
    ['where there is no thread', 'example.com', nowhere(), 2, /^Watching needs a thread/],
    [
      'where there are too many',
      'example.com',
      contextOf({ watches: threadOf(true) }),
      0,
      /^Too many are watched already \(100\)/,
    ],
  ])('%s says so', async (_, words, context, status, headline) => {
    const reply = await command.run(words, context)
    expect(reply.status).toBe(status)
    expect(reply.headline).toMatch(headline)
  })
})
