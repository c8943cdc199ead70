import { describe, expect, it } from 'vitest'
import { command } from '../../commands/lines.ts'
import { logOf } from '../gather/ports.ts'
import { contextOf } from './context.ts'

describe('lines', () => {
  it('shows every line that the answer rests on, and gives them as a file', async () => {
    const reply = await command.run('example.com', contextOf())
    const [first] = reply.sections
    const lines = first?.kind === 'lines' ? first.lines : []
    expect(reply.headline).toBe(`Log lines (${lines.length})`)
    expect(lines.join('\n')).toContain('ICID 7 REJECT')
    expect(reply.file).toEqual({
      name: 'log-lines.txt',
      title: 'All log lines of this answer',
      text: `${lines.join('\n')}\n`,
    })
  })

  it.each<[string, string, number, string]>([
    ['about a sender that no line is about', 'example.edu', 0, 'The answer rests on no line of a log.'],
    ['about nothing', 'my invoice', 2, 'I can look for'],
  ])('%s says so', async (_, words, status, headline) => {
    const reply = await command.run(words, contextOf())
    expect([reply.status, reply.headline]).toEqual([status, expect.stringContaining(headline)])
    expect(reply.file).toBeUndefined()
  })

  it('says where nothing could be read', async () => {
    const reply = await command.run('example.com', contextOf({}, logOf('', { complete: false })))
    expect([reply.status, reply.headline]).toEqual([3, 'Nothing could be read, so nothing can be said.'])
  })
})
