import { describe, expect, test } from 'vitest'
import { byAge, covering, readName } from '../../../src/edges/logs/rolled.ts'

describe('what a name tells', () => {
  const cases: [name: string, begun: string | null, number: number | null, packed: string | null][] = [
    ['mail.@20241114T120000.s', '2024-11-14T12:00:00Z', null, null],
    ['mail_logs.@20241114T120000.c', '2024-11-14T12:00:00Z', null, null],
    ['mail.@20241114T120000.s.gz', '2024-11-14T12:00:00Z', null, 'gz'],
    ['mail.current', null, null, null],
    ['mail.current.01', null, 1, null],
    ['mail.log', null, null, null],
    ['mail.log.12.gz', null, 12, 'gz'],
    ['mail.log-20241114', '2024-11-14T00:00:00Z', null, null],
    ['mail-2024-11-14.zst', '2024-11-14T00:00:00Z', null, 'zst'],
    ['420241114123', null, null, null],
  ]
  test.each(cases)('%s', (name, begun, number, packed) => {
    expect(readName(name)).toEqual({ begun: begun === null ? null : Date.parse(begun), number, packed })
  })
})

test('the oldest comes first', () => {
  const sorted = ['mail.@20241113T000000.s', 'mail.@20241114T120000.s.gz', 'mail.current']
  expect([...sorted].reverse().sort(byAge)).toEqual(sorted)
  const numbered = ['mail.log.10', 'mail.log.9', 'mail.log.2.gz', 'mail.log.1', 'mail.log']
  expect([...numbered].sort().sort(byAge)).toEqual(numbered)
})

describe('which files cover a window', () => {
  const day = (date: number, hour = 0) => Date.UTC(2024, 10, date, hour)
  const files = [
    { name: 'mail.@20241110T000000.s', bytes: 1, written: day(11) },
    { name: 'mail.@20241111T000000.s', bytes: 1, written: day(13) },
    { name: 'mail.@20241113T000000.s', bytes: 1, written: day(14) },
    { name: 'mail.@20241114T000000.s', bytes: 1, written: day(16) },
    { name: 'mail.current', bytes: 1, written: day(17) },
  ]
  const cases: [from: number, to: number, names: string[]][] = [
    [day(13, 6), day(13, 7), ['11', '13']],
    [day(16, 12), day(17), ['14', 'current']],
    [day(1), day(2), []],
    [day(10), day(20), ['10', '11', '13', '14', 'current']],
  ]
  test.each(cases)('%s to %s', (from, to, names) => {
    const picked = covering(files, { from, to }).map(({ name }) => name)
    expect(picked.map((name) => name.match(/@202411(\d\d)|current/)).map((found) => found?.[1] ?? found?.[0])).toEqual(
      names,
    )
  })
})
