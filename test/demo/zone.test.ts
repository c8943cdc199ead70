import { expect, test } from 'vitest'
import type { RecordType } from '../../src/checks/resolver.ts'
import { zoneResolver } from '../../src/demo/zone.ts'
import { parseZone } from '../../src/demo/zone-file.ts'

const zone = `
; a comment
$TTL 120
example.com.   600 IN MX 10 mx.example.com.
               600 IN MX 20 mx2.example.com.   ; the second
Example.com.   IN TXT "v=spf1 ip4:192.0.2.0/24" " -all; \\"quoted\\" \\255"
example.com    SOA ns1.example.net.
mx.example.com A 192.0.2.1
deep.under.example.com A 192.0.2.2
null.example.com MX 0 .
alias.example.com CNAME mx.example.com.
dangling.example.com CNAME nowhere.example.com.
ring.example.com CNAME gnir.example.com.
gnir.example.com CNAME ring.example.com.
*.wild.example.com A 192.0.2.9
_25._tcp.mx.example.com TLSA 3 1 1 ABCD 1234
slow.example.com A 192.0.2.3
tcp.example.com A 192.0.2.4
$SLOW slow.example.com 2500
$SERVFAIL broken.example.com
$SERVFAIL mx.example.com TXT
$SILENT *.silent.example.com
$TCPONLY tcp.example.com
`

const cases: readonly (readonly [name: string, type: RecordType, answer: object])[] = [
  [
    'example.com',
    'MX',
    {
      kind: 'records',
      ttl: 600,
      records: [
        { exchange: 'mx.example.com', priority: 10 },
        { exchange: 'mx2.example.com', priority: 20 },
      ],
    },
  ],
  [
    'EXAMPLE.com.',
    'TXT',
    { kind: 'records', ttl: 120, records: [['v=spf1 ip4:192.0.2.0/24', ' -all; "quoted" \xff']] },
  ],
  ['example.com', 'SOA', { kind: 'records', records: ['ns1.example.net'] }],
  ['example.com', 'A', { kind: 'no-data' }],
  ['under.example.com', 'A', { kind: 'no-data' }],
  ['nowhere.example.com', 'A', { kind: 'no-such-name' }],
  ['null.example.com', 'MX', { kind: 'records', records: [{ exchange: '', priority: 0 }] }],
  ['alias.example.com', 'A', { kind: 'records', records: ['192.0.2.1'] }],
  ['alias.example.com', 'CNAME', { kind: 'records', records: ['mx.example.com'] }],
  ['dangling.example.com', 'A', { kind: 'no-such-name' }],
  ['ring.example.com', 'A', { kind: 'temporary-error', reason: 'CNAME loop' }],
  ['any.wild.example.com', 'A', { kind: 'records', records: ['192.0.2.9'] }],
  [
    '_25._tcp.mx.example.com',
    'TLSA',
    { kind: 'records', records: [{ usage: 3, selector: 1, matchingType: 1, certificate: 'abcd1234' }] },
  ],
  ['slow.example.com', 'A', { kind: 'records', records: ['192.0.2.3'], elapsedMs: 2500 }],
  ['tcp.example.com', 'A', { kind: 'records', records: ['192.0.2.4'], elapsedMs: 0 }],
  ['broken.example.com', 'A', { kind: 'temporary-error', reason: 'SERVFAIL' }],
  ['mx.example.com', 'TXT', { kind: 'temporary-error' }],
  ['mx.example.com', 'AAAA', { kind: 'no-data' }],
  ['a.silent.example.com', 'A', { kind: 'temporary-error', reason: 'no answer' }],
]

test.each(cases)('%s %s', async (name, type, answer) => {
  expect(await zoneResolver(zone).resolve(name, type)).toMatchObject(answer)
})

const unreadable = [
  'example.com NAPTR x',
  'example.com MX 10',
  '$SLOW example.com soon',
  '$NONSENSE x',
  '$SLOW a 1 LOC',
]

test.each(unreadable)('says which line is no zone line: %s', (line) => {
  expect(() => parseZone(`example.com A 192.0.2.1\n${line}`)).toThrow('Zone line 2')
})
