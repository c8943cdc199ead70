import { describe, expect, test } from 'vitest'
import { fits, readListing } from '../../../src/edges/logs/listing.ts'

const now = Date.parse('2026-01-06T12:00:00Z')

const file = (name: string, bytes: number, written: string, within = 60_000, id?: string) => ({
  name,
  bytes,
  written: Date.parse(written),
  within,
  ...(id ? { id } : {}),
})

test('reads what ls prints, and passes over what no log is named', () => {
  const listing = [
    'total 24',
    'drwxr-xr-x 2 0 0     4096 Jan  6 09:00 old',
    ' 262144 -rw-r--r-- 1 0 0 10485760 Jan  5 23:59 mail.@20260105T000000.s',
    '-rw-r--r--+ 1 501 20   12 Dec 31 09:00 mail.@20251231T000000.s',
    '-rw-r--r--. 1 0 0        5 Mar  3  2024 mail.@20240303T000000.s.gz',
    '-rw-r--r-- 1 0 0        5 Jan  6 11:00 -rf',
    "-rw-r--r-- 1 0 0        5 Jan  6 11:00 a'; reboot",
    '-rw-r--r-- 1 0 0        5 Jan  6 11:00 .hidden',
    'ls: cannot access x',
  ].join('\n')
  expect(readListing(listing, now)).toEqual({
    files: [
      file('mail.@20260105T000000.s', 10_485_760, '2026-01-06T00:00:00Z', 60_000, '262144'),
      file('mail.@20251231T000000.s', 12, '2025-12-31T09:01:00Z'),
      file('mail.@20240303T000000.s.gz', 5, '2024-03-04T00:00:00Z', 86_400_000),
      file('-rf', 5, '2026-01-06T11:01:00Z'),
    ],
    odd: ["a'; reboot"],
  })
})

describe('whether a name fits a pattern', () => {
  const cases: [name: string, pattern: string, fit: boolean][] = [
    ['mail.current', '*', true],
    ['mail.current', 'mail.*', true],
    ['mail.current', '*.current', true],
    ['mail.current', 'm*l*c*t', true],
    ['mail.current', 'mail', false],
    ['mail.current', 'mail.current', true],
    ['ab', 'ab*b', false],
    ['abb', 'ab*b', true],
    ['aXb', 'a*Y*b', false],
  ]
  test.each(cases)('%s, %s: %s', (name, pattern, fit) => {
    expect(fits(name, pattern)).toBe(fit)
  })
})
