import { expect, test } from 'vitest'
import { expand } from '../../../src/checks/spf/index.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'

const zone = `
$TTL 300
plain.example.com        TXT "v=spf1 ip4:192.0.2.5/24 ip6:2001:DB8:0::/32 ~ip4:198.51.100.7 -all ip4:203.0.113.1"
hosts.example.com        TXT "v=spf1 a mx:plain.example.com/28 a:both.example.com/24//64 -all"
hosts.example.com        A 192.0.2.1
plain.example.com        MX 10 mx.example.com.
mx.example.com           A 198.51.100.20
both.example.com         A 203.0.113.9
both.example.com         AAAA 2001:db8::9
nested.example.com       TXT "v=spf1 ?include:_spf.%{d} redirect=plain.example.com"
_spf.nested.example.com  TXT "v=spf1 -ip4:192.0.2.66 ip4:192.0.2.64/26 ~all"
open.example.com         TXT "v=spf1 exists:%{i}.open.example.net ptr a:%{l}.example.net include:%{ir}.example.net +all"
wide.example.com         TXT "v=spf1 ip4:0.0.0.0/0 -all"
several.example.com      TXT "v=spf1 -all"
several.example.com      TXT "v=spf1 ~all"
broken.example.com       TXT "v=spf1 ip4:192.0.2 -all"
lost.example.com         TXT "v=spf1 include:none.example.net ip4:192.0.2.1 -all"
ring.example.com         TXT "v=spf1 include:ring2.example.com -all"
ring2.example.com        TXT "v=spf1 include:ring.example.com ip4:192.0.2.2 -all"
dark.example.com         TXT "v=spf1 a:silent.example.net include:silent.example.net mx:silent.example.net ip4:192.0.2.3"
$SILENT silent.example.net
many.example.com         TXT "v=spf1 a a a a a a a a a a a:last.example.com -all"
many.example.com         A 192.0.2.4
last.example.com         A 192.0.2.44
empty.example.com        TXT "v=spf1 a a:x.example.net mx -all"
xn--bcher-kva.example    TXT "v=spf1 ip4:192.0.2.8 -all"
`

const cases: readonly {
  domain: string
  ranges?: readonly string[]
  notEnumerable?: readonly string[]
  problems?: readonly string[]
}[] = [
  {
    domain: 'plain.example.com',
    ranges: [
      '+ 192.0.2.0/24 plain.example.com → ip4:192.0.2.5/24',
      '+ 2001:db8::/32 plain.example.com → ip6:2001:DB8:0::/32',
      '~ 198.51.100.7 plain.example.com → ~ip4:198.51.100.7',
    ],
  },
  {
    domain: 'hosts.example.com',
    ranges: [
      '+ 192.0.2.1 hosts.example.com → a',
      '+ 198.51.100.16/28 hosts.example.com → mx:plain.example.com/28',
      '+ 203.0.113.0/24 hosts.example.com → a:both.example.com/24//64',
      '+ 2001:db8::/64 hosts.example.com → a:both.example.com/24//64',
    ],
  },
  {
    domain: 'nested.example.com',
    ranges: [
      '? 192.0.2.64/26 nested.example.com → ?include:_spf.%{d} → ip4:192.0.2.64/26',
      '+ 192.0.2.0/24 nested.example.com → redirect=plain.example.com → ip4:192.0.2.5/24',
      '+ 2001:db8::/32 nested.example.com → redirect=plain.example.com → ip6:2001:DB8:0::/32',
      '~ 198.51.100.7 nested.example.com → redirect=plain.example.com → ~ip4:198.51.100.7',
    ],
  },
  {
    domain: 'open.example.com',
    notEnumerable: ['exists:%{i}.open.example.net', 'ptr', 'a:%{l}.example.net', 'include:%{ir}.example.net', '+all'],
    problems: ['everything'],
  },
  { domain: 'wide.example.com', notEnumerable: ['ip4:0.0.0.0/0'], problems: ['everything'] },
  { domain: 'several.example.com', problems: ['several'] },
  { domain: 'broken.example.com', problems: ['syntax'] },
  { domain: 'none.example.com', problems: ['none'] },
  {
    domain: 'lost.example.com',
    ranges: ['+ 192.0.2.1 lost.example.com → ip4:192.0.2.1'],
    problems: ['include-none'],
  },
  {
    domain: 'ring.example.com',
    ranges: ['+ 192.0.2.2 ring.example.com → include:ring2.example.com → ip4:192.0.2.2'],
    problems: ['loop'],
  },
  {
    domain: 'dark.example.com',
    ranges: ['+ 192.0.2.3 dark.example.com → ip4:192.0.2.3'],
    problems: ['dns', 'dns', 'dns'],
  },
  { domain: 'empty.example.com', problems: ['too-many-void'] },
  { domain: 'BÜCHER.example', ranges: ['+ 192.0.2.8 xn--bcher-kva.example → ip4:192.0.2.8'] },
]

test.each(cases)('expands $domain', async ({ domain, ranges, notEnumerable, problems }) => {
  const found = await expand(domain, zoneResolver(zone))
  expect(found.ranges.map(({ qualifier, range, path }) => `${qualifier} ${range} ${path}`)).toEqual(ranges ?? [])
  expect(found.notEnumerable.map(({ term }) => term)).toEqual(notEnumerable ?? [])
  expect(found.problems.map(({ kind }) => kind)).toEqual(problems ?? [])
})

test('counts every term, and goes on past the tenth', async () => {
  const found = await expand('many.example.com', zoneResolver(zone))
  expect(found.terms).toBe(11)
  expect(found.problems.map(({ kind }) => kind)).toEqual(['too-many-terms'])
  expect(found.ranges.at(-1)?.range).toBe('192.0.2.44')
})
