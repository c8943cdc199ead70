import { expect, it } from 'vitest'
import { createSeen } from '../../../src/edges/slack/seen.ts'
import { memoryStore } from '../../../src/edges/store/memory.ts'

it.each([
  {
    name: 'a mention in its two events',
    told: [
      ['Ev1', 'C1:1'],
      ['Ev2', 'C1:1'],
    ],
    first: [true, false],
  },
  {
    name: 'an event that comes again',
    told: [
      ['Ev1', 'C1:1'],
      ['Ev1', 'C1:1'],
    ],
    first: [true, false],
  },
  {
    name: 'two posts',
    told: [
      ['Ev1', 'C1:1'],
      ['Ev2', 'C1:2'],
    ],
    first: [true, true],
  },
  {
    name: 'the same time in two channels',
    told: [
      ['Ev1', 'C1:1'],
      ['Ev2', 'C2:1'],
    ],
    first: [true, true],
  },
  {
    name: 'posts without an event id',
    told: [
      [undefined, 'C1:1'],
      [undefined, 'C1:2'],
    ],
    first: [true, true],
  },
])('$name', async ({ told, first }) => {
  const store = memoryStore()
  // Each is told to another process: what was seen outlasts the one that saw it.
  const said: boolean[] = []
  for (const keys of told) said.push(await createSeen(store, Date.now).first(...keys))
  expect(said).toEqual(first)
})

it('lets one of two that come at once through', async () => {
  const seen = createSeen(memoryStore(), Date.now)
  expect(await Promise.all([seen.first('Ev1', 'C1:1'), seen.first('Ev2', 'C1:1')])).toEqual([true, false])
})
