import { expect, test } from 'vitest'
import { isSpfRecord, parseRecord } from '../../../src/checks/spf/parse.ts'

const good: readonly string[] = [
  'v=spf1',
  'V=SPF1   -ALL  ',
  'v=spf1 a mx ptr a:example.com mx:example.com/24 a/24//64 a//64 a:%{d2r}/0 -all',
  'v=spf1 ip4:192.0.2.1 ip4:192.0.2.0/24 ip6:2001:db8::/32 ip6:::192.0.2.1/96 ?all',
  'v=spf1 include:_spf.example.com. exists:%{ir}.%{v}._x.%{d} exists:%{l1r+-/=_,.}.x.example',
  'v=spf1 redirect=%{o} exp=why.%{d} unknown=%{s} x.y-z_1=',
  'v=spf1 exists:a%%b%_c%-',
]

test.each(good)('reads %s', (record) => {
  expect(isSpfRecord(record)).toBe(true)
  expect(parseRecord(record)).toHaveProperty('mechanisms')
})

const bad: readonly (readonly [term: string, reason: RegExp])[] = [
  ['ipv4:192.0.2.1', /no mechanism/],
  ['+', /no mechanism/],
  ['a24', /no mechanism/],
  ['all:example.com', /no argument/],
  ['include', /needs a domain/],
  ['include:', /empty/],
  ['exists:example.com/24', /top-level/],
  ['a:localhost', /top-level/],
  ['a:192.0.2.1', /top-level/],
  ['a:example.-com', /top-level/],
  ['a/24/24', /":"/],
  ['a/24/64', /out of range/],
  ['a/33', /out of range/],
  ['a/024', /out of range/],
  ['mx//129', /out of range/],
  ['ip4:192.0.2', /no IPv4/],
  ['ip4:2001:db8::1', /no IPv4/],
  ['ip6:192.0.2.1', /no IPv6/],
  ['ip4:192.0.2.1/', /out of range/],
  ['ip4', /no IPv4/],
  ['a:%{x}.example', /macro/],
  ['a:%{d0}.example', /macro/],
  ['a:%{d.example', /macro/],
  ['a:%{c}.example', /macro/],
  ['a:example%', /macro/],
  ['a:%{d}.', /top-level/],
  ['redirect=', /empty/],
  ['exp=-all', /top-level/],
  ['x=%a', /macro/],
  ['1x=y', /no mechanism/],
  ['a:ex\u00e4mple.com', /ASCII/],
  ['-all\r\nmx', /no argument/],
]

test.each(bad)('refuses %j', (term, reason) => {
  expect(parseRecord(`v=spf1 a ${term} -all`)).toEqual({ term, reason: expect.stringMatching(reason) })
})

test.each(['redirect', 'exp'])('refuses %s= twice', (name) => {
  const parsed = parseRecord(`v=spf1 ${name}=a.example ${name}=b.example`)
  expect(parsed).toEqual({ term: `${name}=b.example`, reason: `${name}= stands twice` })
})

test.each(['v=spf10', 'v=spf1\t-all', ' v=spf1', 'spf1 -all', 'v=spf'])('%j is no SPF record', (text) => {
  expect(isSpfRecord(text)).toBe(false)
})

const long = 20_000
const hostile: readonly (readonly [what: string, record: string])[] = [
  ['slashes', `v=spf1 a:${'/1'.repeat(long)}`],
  ['dots', `v=spf1 a:${'.'.repeat(long)}`],
  ['dashes', `v=spf1 a:x.${'a-'.repeat(long)}`],
  ['braces', `v=spf1 a:${'%{'.repeat(long)}`],
  ['delimiters', `v=spf1 a:%{d${'-'.repeat(long)}`],
  ['digits', `v=spf1 a:%{d${'1'.repeat(long)}}.example`],
  ['terms', `v=spf1 ${'x=%{d} '.repeat(long)}`],
]

test.each(hostile)('takes no more than its time over %s', (_, record) => {
  const start = performance.now()
  parseRecord(record)
  expect(performance.now() - start).toBeLessThan(500)
})
