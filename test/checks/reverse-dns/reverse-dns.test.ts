import { expect, test } from 'vitest'
import { checkReverseDns } from '../../../src/checks/reverse-dns/reverse-dns.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'

const zone = `
1.2.0.192.in-addr.arpa  PTR mx.example.com.
mx.example.com          A 192.0.2.1
2.2.0.192.in-addr.arpa  PTR wrong.example.com.
2.2.0.192.in-addr.arpa  PTR right.example.com.
wrong.example.com       A 203.0.113.1
right.example.com       A 192.0.2.2
3.2.0.192.in-addr.arpa  PTR wrong.example.com.
4.2.0.192.in-addr.arpa  TXT "no pointer"
5.2.0.192.in-addr.arpa  PTR dark.example.com.
7.2.0.192.in-addr.arpa  PTR slow.example.com.
slow.example.com        A 192.0.2.7
8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa PTR six.example.com.
six.example.com         AAAA 2001:db8::8
$SILENT dark.example.com
$SLOW 6.2.0.192.in-addr.arpa 3000
$SILENT 9.2.0.192.in-addr.arpa
$SLOW 9.2.0.192.in-addr.arpa 8000
$SLOW 7.2.0.192.in-addr.arpa 1500
$SLOW slow.example.com 700
`

const cases: readonly (readonly [ip: string, found: readonly string[]])[] = [
  ['192.0.2.1', ['ok S13.ok', 'ok S14.ok', 'ok S15.ok']],
  ['::ffff:192.0.2.1', ['ok S13.ok', 'ok S14.ok', 'ok S15.ok']],
  ['2001:db8::8', ['ok S13.ok', 'ok S14.ok', 'ok S15.ok']],
  ['192.0.2.2', ['ok S13.ok', 'ok S14.ok', 'ok S15.ok']],
  ['192.0.2.3', ['ok S13.ok', 'problem S14.mismatch', 'ok S15.ok']],
  ['192.0.2.4', ['problem S13.none', 'ok S15.ok']],
  ['192.0.2.5', ['ok S13.ok', 'unknown S14.unknown', 'ok S15.ok']],
  ['192.0.2.6', ['problem S13.none', 'problem S15.slow']],
  ['192.0.2.7', ['ok S13.ok', 'ok S14.ok', 'problem S15.slow']],
  ['192.0.2.9', ['unknown S13.unknown', 'unknown S15.unknown']],
  ['192.0.2.99', ['problem S13.none', 'ok S15.ok']],
  ['unknown', []],
]

test.each(cases)('%s', async (ip, found) => {
  const results = await checkReverseDns(ip, zoneResolver(zone))
  expect(results.map(({ status, key }) => `${status} ${key}`)).toEqual(found)
})

test('adds the forward lookup to the time', async () => {
  const results = await checkReverseDns('192.0.2.7', zoneResolver(zone))
  expect(results.at(-1)?.facts).toEqual({ ms: 2200 })
})

test('does not judge a time that nobody measured', async () => {
  const unmeasured = { resolve: async () => ({ kind: 'no-such-name' }) as const }
  const results = await checkReverseDns('192.0.2.1', unmeasured)
  expect(results.map(({ key }) => key)).toEqual(['S13.none', 'S15.unknown'])
})
