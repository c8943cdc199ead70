import { expect, it } from 'vitest'
import { nearest } from '../../src/answering/nearest.ts'

const names = ['dns', 'explain', 'help', 'probe', 'status', 'trace', 'why']

it.each([
  ['tarce', 'trace'],
  ['trac', 'trace'],
  ['statuss', 'status'],
  ['sattus', 'status'],
  ['hepl', 'help'],
  ['wy', 'why'],
  ['explian', 'explain'],
  ['why', 'why'],
  ['dsn', 'dns'],
  ['mail', null],
  ['hello', 'help'],
  ['greetings', null],
  ['x', null],
  ['', null],
  ['a'.repeat(10_000), null],
])('%s means %s', (word, wanted) => {
  expect(nearest(word, names)).toBe(wanted)
})
