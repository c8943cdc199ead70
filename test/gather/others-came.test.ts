import { expect, test } from 'vitest'
import { nobodyGreets, othersCame } from '../../src/gather/others-came.ts'
import { delivered, hour, logOf, now } from './ports.ts'

const from = 'alice@example.com'
const day = { from: now - 24 * hour, to: now }

test.each([
  ['in the last minutes', [3], day, 'let in 3'],
  ['several times', [12, 5, 9], day, 'let in 5'],
  ['only before the last quarter of an hour', [20, 90], day, ''],
  ['after the time asked about', [3], { from: now - 2 * hour, to: now - hour }, ''],
  ['at the end of a time that is long over', [63], { from: now - 2 * hour, to: now - hour }, 'let in 63'],
  ['not at all', [], day, ''],
])('mail of others came %s', async (_, minutes, window, found) => {
  const log = minutes.map((minutesAgo, nth) => delivered({ minutesAgo, id: 7 + nth, from, host: 'mx.example.com' }))
  const results = await othersCame(window, [logOf(log.join('\n'))], now, () => 'UTC')
  const told = results.map(({ key, subject, facts }) => {
    expect([key, subject]).toEqual(['R8.others', 'esa1'])
    return `let in ${Math.round((now - Number(facts.otherAt)) / 60_000)}`
  })
  expect(told.join()).toBe(found)
})

test('our own mail on its way out is nobody who came in', async () => {
  const log = delivered({ minutesAgo: 3, id: 7, from, host: 'mx.example.com' }).replaceAll('ACCEPT SG', 'RELAY SG')
  expect(await othersCame(day, [logOf(log)], now, () => 'UTC')).toEqual([])
})

test.each([
  [['R8.refused'], true],
  [['R8.ok', 'R9.busy'], true],
  [['R8.ok', 'R9.silent'], true],
  [['R8.refused', 'R9.ok'], false],
  [['R9.busy', 'R9.slow'], false],
  [['R8.unknown'], false],
  [[], false],
])('%j: nobody greets is %s', (keys, expected) => {
  const checks = keys.map((key) => ({ id: 'R8', key, status: 'ok', subject: 'mx', facts: {}, lookups: [] }) as const)
  expect(nobodyGreets(checks)).toBe(expected)
})
