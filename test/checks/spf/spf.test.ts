import { expect, test } from 'vitest'
import { checkSpf, checkSpfOf } from '../../../src/checks/spf/spf.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'

const zone = `
good.example      TXT "v=spf1 ip4:192.0.2.0/24 ~ip4:198.51.100.1 ?ip4:198.51.100.2 -all"
none.example      TXT "not SPF"
several.example   TXT "v=spf1 -all"
several.example   TXT "v=spf1 ~all"
syntax.example    TXT "v=spf1 ipv4:192.0.2.1 -all"
many.example      TXT "v=spf1 a a a a a a a a a a a -all"
many.example      A 192.0.2.4
void.example      TXT "v=spf1 a:x.example a:y.example a:z.example -all"
lost.example      TXT "v=spf1 include:nowhere.example -all"
worse.example     TXT "v=spf1 include:syntax.example -all"
ring.example      TXT "v=spf1 include:ring.example -all"
open.example      TXT "v=spf1 +all"
dim.example       TXT "v=spf1 include:dark.example -all"
$SILENT dark.example
`

const records: readonly (readonly [domain: string, found: readonly string[]])[] = [
  ['good.example', ['ok S9.ok', 'ok S10.ok']],
  ['none.example', ['problem S9.none']],
  ['nowhere.example', ['problem S9.none']],
  ['several.example', ['problem S9.several']],
  ['syntax.example', ['problem S9.syntax']],
  ['dark.example', ['unknown S9.unknown']],
  ['many.example', ['ok S9.ok', 'problem S10.too-many']],
  ['void.example', ['ok S9.ok', 'problem S10.void']],
  ['lost.example', ['ok S9.ok', 'problem S10.broken']],
  ['worse.example', ['ok S9.ok', 'problem S10.broken']],
  ['ring.example', ['ok S9.ok', 'problem S10.broken']],
  ['open.example', ['ok S9.ok', 'problem S10.everything']],
  ['dim.example', ['ok S9.ok', 'unknown S10.unknown']],
]

test.each(records)('the record of %s', async (domain, found) => {
  const results = await checkSpf(domain, zoneResolver(zone))
  expect(results.map(({ status, key }) => `${status} ${key}`)).toEqual(found)
})

const addresses: readonly (readonly [domain: string, ip: string, found: string])[] = [
  ['good.example', '192.0.2.9', 'ok S12.pass'],
  ['good.example', '203.0.113.1', 'problem S12.fail'],
  ['good.example', '198.51.100.1', 'problem S12.softfail'],
  ['good.example', '198.51.100.2', 'ok S12.neutral'],
  ['none.example', '192.0.2.9', 'ok S12.none'],
  ['syntax.example', '192.0.2.1', 'problem S12.permerror'],
  ['dim.example', '192.0.2.1', 'unknown S12.unknown'],
]

test.each(addresses)('%s of %s', async (domain, ip, found) => {
  const { status, key } = await checkSpfOf(domain, ip, zoneResolver(zone))
  expect(`${status} ${key}`).toBe(found)
})
