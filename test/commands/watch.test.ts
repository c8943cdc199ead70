import { describe, expect, it } from 'vitest'
import { command } from '../../commands/watch.ts'
import type { CommandContext } from '../../src/command.ts'
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
