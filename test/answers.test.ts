import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { draw } from '../src/edges/terminal/draw.ts'
import { answerOf } from './answer-of-case.ts'
import { answerJson } from './contract.ts'
import { expectedOf, folder, names } from './whole-cases.ts'

describe('a whole case', () => {
  it('there are cases', () => expect(names.length).toBeGreaterThan(20))

  it.each(names)('%s', async (name) => {
    const reply = await answerOf(name)

    const { verdict, findings } = answerJson.parse(reply.json)
    const expected = expectedOf(name)
    const told = { cause: verdict?.cause ?? null, certainty: verdict?.certainty ?? null }
    expect(told).toEqual({ cause: expected.cause, certainty: expected.certainty })
    expect(findings.slice(1).map(({ cause }) => cause)).toEqual(expect.arrayContaining(expected.also))
    expect(expected.not).not.toContain(verdict?.cause)
    await expect(draw(reply, { columns: 100, styled: false })).toMatchFileSnapshot(
      join(folder, name, 'answer.golden.txt'),
    )
  })
})
