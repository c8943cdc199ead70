import { expect, test } from 'vitest'
import { checkOurHosts } from '../../../src/checks/mx/our-hosts.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'

const zone = `
good.example            MX 10 mx.good.example.
mx.good.example         A 192.0.2.1
1.2.0.192.in-addr.arpa  PTR mx.good.example.
alias.example           MX 10 www.alias.example.
www.alias.example       CNAME mx.good.example.
bare.example            MX 10 mx.bare.example.
mx.bare.example         A 192.0.2.2
mx.bare.example         A 192.0.2.1
slow.example            MX 10 mx.slow.example.
mx.slow.example         A 192.0.2.3
null.example            MX 0 .
$SILENT 3.2.0.192.in-addr.arpa
$SERVFAIL dark.example
`

const cases: readonly [domain: string, found: readonly string[], facts?: object][] = [
  ['good.example', ['ok R5.ok']],
  ['alias.example', ['problem R5.alias'], { hosts: ['www.alias.example'] }],
  ['bare.example', ['problem R5.no-ptr'], { addresses: ['192.0.2.2'] }],
  ['slow.example', ['unknown R5.unknown']],
  ['dark.example', ['unknown R5.unknown']],
  ['null.example', []],
  ['nowhere.example', []],
]

test.each(cases)('%s', async (domain, found, facts = {}) => {
  const results = await checkOurHosts(domain, zoneResolver(zone))
  expect(results.map(({ status, key }) => `${status} ${key}`)).toEqual(found)
  for (const result of results) expect(result).toMatchObject({ subject: domain, facts })
})
