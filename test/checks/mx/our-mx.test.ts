import { expect, test } from 'vitest'
import { checkOurMx, type OurMail } from '../../../src/checks/mx/our-mx.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'

const zone = `
good.example.org       600 MX 10 mx1.example.org.
good.example.org       600 MX 10 mx2.example.org.
mx1.example.org        A 192.0.2.1
mx2.example.org        A 198.51.100.77
old.example.org        MX 10 mx.old-provider.example.
mx.old-provider.example A 203.0.113.5
backup.example.org     MX 10 mx1.example.org.
backup.example.org     MX 50 mx.old-provider.example.
first.example.org      MX 10 mx.old-provider.example.
first.example.org      MX 50 mx1.example.org.
stale.example.org      MX 10 mx1.example.org.
stale.example.org      MX 50 gone.example.org.
dark.example.org       MX 10 mx1.example.org.
dark.example.org       MX 50 mx.dark.example.
darker.example.org     MX 10 mx.dark.example.
moved.example.org      MX 10 named.example.org.
named.example.org      A 203.0.113.6
plain.example.org      A 192.0.2.1
away.example.org       A 203.0.113.7
none.example.org       TXT "nothing"
null.example.org       MX 0 .
$SILENT mx.dark.example
$SERVFAIL broken.example.org
$SERVFAIL lost.example.org A
lost.example.org       TXT "its address cannot be looked up"
`
const ours: OurMail = {
  domains: [],
  addresses: ['192.0.2.1', '198.51.100.64/26'],
  mxHosts: ['mx1.example.org', 'named.example.org'],
}
const byName: OurMail = { domains: [], addresses: [], mxHosts: ['MX1.example.org', 'mx2.example.org'] }
const nothing: OurMail = { domains: [], addresses: [], mxHosts: [] }

const cases: readonly (readonly [domain: string, found: readonly string[], as?: OurMail])[] = [
  ['good.example.org', ['ok R1.ok', 'ok R2.ok']],
  ['good.example.org', ['ok R1.ok', 'ok R2.ok'], byName],
  ['good.example.org', ['unknown R1.unconfigured'], nothing],
  ['old.example.org', ['problem R1.elsewhere', 'problem R2.extra']],
  ['moved.example.org', ['problem R1.elsewhere', 'problem R2.extra']],
  ['backup.example.org', ['ok R1.ok', 'problem R2.extra']],
  ['first.example.org', ['problem R1.partly', 'problem R2.extra']],
  ['stale.example.org', ['ok R1.ok', 'problem R2.dead']],
  ['dark.example.org', ['ok R1.ok', 'unknown R2.unknown']],
  ['darker.example.org', ['unknown R1.unknown', 'unknown R2.unknown']],
  ['plain.example.org', ['ok R1.ok', 'ok R2.ok']],
  ['away.example.org', ['problem R1.elsewhere', 'problem R2.extra']],
  ['none.example.org', ['problem R1.none']],
  ['null.example.org', ['problem R1.none']],
  ['nowhere.example.org', ['problem R1.none']],
  ['broken.example.org', ['unknown R1.unknown', 'unknown R2.unknown']],
  ['lost.example.org', ['unknown R1.unknown']],
]

test.each(cases.map(([domain, found, as]) => ({ domain, found, as })))(
  '$domain: $found',
  async ({ domain, found, as = ours }) => {
    const results = await checkOurMx(domain, as, zoneResolver(zone))
    expect(results.map(({ status, key }) => `${status} ${key}`)).toEqual(found)
  },
)

test('tells the MX with its addresses and TTL, and the lookups', async () => {
  const [result] = await checkOurMx('good.example.org', ours, zoneResolver(zone))
  expect(result?.facts).toMatchObject({
    mx: ['10 mx1.example.org', '10 mx2.example.org'],
    addresses: ['192.0.2.1', '198.51.100.77'],
    ttl: 600,
  })
  expect(result?.lookups[0]).toBe('MX good.example.org → 10 mx1.example.org, 10 mx2.example.org')
})
