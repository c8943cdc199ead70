import { describe, expect, it } from 'vitest'
import { command } from '../../commands/note.ts'
import { delivered, logOf } from '../gather/ports.ts'
import { contextOf } from './context.ts'

describe('note', () => {
  it('writes the note, open, to be pasted', async () => {
    const reply = await command.run('example.com', contextOf())
    expect(reply).toMatchObject({
      status: 0,
      headline: 'Note to their administrator',
      sections: [{ kind: 'draft', folded: false, subject: expect.stringContaining('example.org') }],
    })
  })

  it.each<[string, string, number, string]>([
    ['about mail that arrived', 'example.com', 0, 'There is nothing that their administrator must do.'],
    ['about nothing', 'my invoice', 2, 'I can look for'],
  ])('%s says so', async (_, words, status, headline) => {
    const reply = await command.run(words, contextOf({}, logOf(delivered({ minutesAgo: 60, id: 6 }))))
    expect([reply.status, reply.headline]).toEqual([status, expect.stringContaining(headline)])
  })
})
