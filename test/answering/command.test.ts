import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defineCommand } from '../../src/answering/command.ts'
import { contextOf } from '../commands/context.ts'

const command = defineCommand({
  name: 'count',
  summary: 'counts',
  usage: '<number>',
  examples: ['count 1', 'count 2', 'count 3'],
  args: z.string().regex(/^\d+$/, 'write a number').transform(Number),
  run: async (number) => ({
    tone: 'none',
    headline: `${number + 1}`,
    sections: [],
    actions: [],
    json: { version: 1 },
    status: 0,
  }),
})

describe('a command', () => {
  it('is given what its words come to, trimmed', async () => {
    expect(await command.run('  41 ', contextOf())).toMatchObject({ headline: '42', status: 0 })
  })

  it('says to the asker alone how it is used, where the words do not fit', async () => {
    expect(await command.run('many', contextOf())).toEqual({
      tone: 'none',
      headline: 'count <number>: write a number',
      sections: [{ kind: 'list', role: 'examples', items: [[{ code: 'count 1' }], [{ code: 'count 2' }]] }],
      actions: [],
      json: { version: 1, error: 'count <number>: write a number', examples: ['count 1', 'count 2'] },
      status: 2,
      whisper: true,
    })
  })
})
