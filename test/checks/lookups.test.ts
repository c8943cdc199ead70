import { expect, test } from 'vitest'
import { describeLookup, printable, recording } from '../../src/checks/lookups.ts'
import { zoneResolver } from '../../src/demo/zone.ts'

test('writes lookups as a person would', () => {
  const mx = { kind: 'records', records: [{ priority: 10, exchange: 'mx.example.com' }] } as const
  expect(describeLookup('example.com', 'MX', mx)).toBe('MX example.com → 10 mx.example.com')
  const nullMx = { kind: 'records', records: [{ priority: 0, exchange: '' }] } as const
  expect(describeLookup('example.com', 'MX', nullMx)).toBe('MX example.com → 0 .')
  const txt = { kind: 'records', records: [['v=spf1 ', '-all']] } as const
  expect(describeLookup('example.com', 'TXT', txt)).toBe('TXT example.com → "v=spf1 -all"')
  const tlsa = { kind: 'records', records: [{ usage: 3, selector: 1, matchingType: 1, certificate: 'ab' }] } as const
  expect(describeLookup('example.com', 'TLSA', tlsa)).toBe('TLSA example.com → 3 1 1 ab')
  expect(describeLookup('example.com', 'A', { kind: 'no-data' })).toBe('A example.com → no record of this type')
  expect(describeLookup('example.com', 'A', { kind: 'temporary-error', reason: 'SERVFAIL' })).toBe(
    'A example.com → temporary error (SERVFAIL)',
  )
})

test('lets nothing through that could break a line', () => {
  expect(printable('a\nb\u001b[31m\xff\u{1f600}')).toBe('a\\010b\\027[31m\\255?')
})

test('keeps the order of the questions, each once', async () => {
  const dns = recording(zoneResolver('example.com A 192.0.2.1'))
  await Promise.all([
    dns.resolve('b.example.com', 'A'),
    dns.resolve('example.com', 'A'),
    dns.resolve('EXAMPLE.com', 'A'),
  ])
  expect(dns.lookups).toEqual(['A b.example.com → no such name', 'A EXAMPLE.com → 192.0.2.1'])
})
