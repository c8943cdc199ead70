import { expect, test } from 'vitest'
import { candidatesOf, type Unanswered } from '../../src/checks/candidates.ts'
import { zoneResolver } from '../../src/demo/zone.ts'
import type { Candidate } from '../../src/diagnosis/evidence.ts'

const zone = `
example.com          TXT "v=spf1 ip4:192.0.2.0/24 -ip4:203.0.113.9 include:spf.example.net exists:%{i}.x.example -all"
example.com          MX 10 mx.example.com.
example.com          A 192.0.2.80
mx.example.com       A 198.51.100.1
mx.example.com       AAAA 2001:db8::1
spf.example.net      TXT "v=spf1 ip4:198.51.100.1"
null.example.com     MX 0 .
half.example.com     TXT "v=spf1 ip4:192.0.2.81 include:dark.example.com -all"
$SILENT dark.example.com
`

test('gathers SPF, MX and A, each range once, with the way to it', async () => {
  const { candidates, notEnumerable } = await candidatesOf('example.com', zoneResolver(zone))
  const typed: readonly Candidate[] = candidates
  expect(typed).toEqual([
    { range: '192.0.2.0/24', from: 'spf', path: 'example.com → ip4:192.0.2.0/24' },
    { range: '198.51.100.1', from: 'spf', path: 'example.com → include:spf.example.net → ip4:198.51.100.1' },
    { range: '2001:db8::1', from: 'mx', path: 'example.com → MX mx.example.com' },
    { range: '192.0.2.80', from: 'a', path: 'example.com → A' },
  ])
  expect(notEnumerable).toEqual([{ term: 'exists:%{i}.x.example', path: 'example.com → exists:%{i}.x.example' }])
})

test.each<[string, Unanswered[]]>([
  ['null.example.com', []],
  ['nowhere.example.com', []],
  ['dark.example.com', [{ name: 'dark.example.com', types: ['TXT', 'MX', 'A', 'AAAA'] }]],
])('%s gives none', async (domain, unanswered) => {
  expect(await candidatesOf(domain, zoneResolver(zone))).toEqual({ candidates: [], notEnumerable: [], unanswered })
})

test('says which part of the ranges the DNS did not tell', async () => {
  const { candidates, unanswered } = await candidatesOf('half.example.com', zoneResolver(zone))
  expect(candidates).toMatchObject([{ range: '192.0.2.81' }])
  expect(unanswered).toEqual([{ name: 'dark.example.com', types: ['TXT'] }])
})
