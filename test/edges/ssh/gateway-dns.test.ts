import { expect, test } from 'vitest'
import type { RecordType } from '../../../src/checks/resolver.ts'
import { dig } from '../../../src/demo/gateway-dig.ts'
import { readDig } from '../../../src/edges/ssh/gateway-dns.ts'

const zone = `
example.com       MX 10 mx1.example.com.
example.com       MX 20 mx2.example.com.
example.com       TXT "v=spf1 " "-all"
null.example.com  MX 0 .
mx1.example.com   A 192.0.2.1
www.example.com   CNAME mx1.example.com.
1.2.0.192.in-addr.arpa PTR mx1.example.com.
ring.example.com  CNAME ring.example.com.
`

const answers: readonly (readonly [type: RecordType, name: string, answer: object])[] = [
  [
    'MX',
    'example.com',
    {
      kind: 'records',
      records: [
        { priority: 10, exchange: 'mx1.example.com' },
        { priority: 20, exchange: 'mx2.example.com' },
      ],
    },
  ],
  ['MX', 'null.example.com', { kind: 'records', records: [{ priority: 0, exchange: '' }] }],
  ['A', 'mx1.example.com', { kind: 'records', records: ['192.0.2.1'] }],
  ['A', 'www.example.com', { kind: 'records', records: ['192.0.2.1'] }],
  ['PTR', '1.2.0.192.in-addr.arpa', { kind: 'records', records: ['mx1.example.com'] }],
  ['TXT', 'example.com', { kind: 'records', records: [['v=spf1 -all']] }],
  ['A', 'example.com', { kind: 'no-data' }],
  ['A', 'nowhere.example.com', { kind: 'no-such-name' }],
  ['A', 'ring.example.com', { kind: 'temporary-error', reason: 'SERVFAIL' }],
]

test.each(answers)('reads what dig says to %s %s', (type, name, answer) => {
  expect(readDig(dig(['dig', type, name], zone).split('\n'), type)).toEqual(answer)
})

// What is no answer of dig's says nothing of the name: least of all that it does not exist.
test.each<[readonly string[], object | null]>([
  [[], null],
  [['Unknown command or missing feature key: dig'], null],
  [['NXDOMAIN'], null],
  [['example.com. 300 IN MX 10 mx.example.com.'], null],
  [[';; connection timed out; no servers could be reached'], { kind: 'temporary-error', reason: 'no answer in time' }],
  [[';; ->>HEADER<<- opcode: QUERY, status: REFUSED, id: 1'], { kind: 'temporary-error', reason: 'REFUSED' }],
  [
    [
      ';; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1',
      ';; ANSWER SECTION:',
      'example.com. 300 IN MX ten mx.example.com.',
      'example.com. 300 IN MX 10 <!channel>',
    ],
    { kind: 'no-data' },
  ],
])('reads %j for what it is', (lines, answer) => {
  expect(readDig(lines, 'MX')).toEqual(answer)
})
