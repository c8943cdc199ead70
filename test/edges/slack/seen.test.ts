import { expect, it } from 'vitest'
import { createSeen } from '../../../src/edges/slack/seen.ts'

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
  {
    name: 'what is remembered is bounded',
    told: [['a'], ['b'], ['c'], ['a'], ['c']],
    first: [true, true, true, true, false],
  },
])('$name', ({ told, first }) => {
  const seen = createSeen(2)
  expect(told.map((keys) => seen.first(...keys))).toEqual(first)
})
