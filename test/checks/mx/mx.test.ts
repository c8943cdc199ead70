import { expect, test } from 'vitest'
import { checkMx } from '../../../src/checks/mx/mx.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'

const zone = `
good.example        MX 20 mx2.good.example.
good.example        MX 10 mx1.good.example.
mx1.good.example    A 192.0.2.1
mx2.good.example    AAAA 2001:db8::2
small.example       A 192.0.2.3
bare.example        TXT "no mail hosts here"
null.example        MX 0 .
halfdead.example    MX 10 mx1.good.example.
halfdead.example    MX 20 gone.example.
dead.example        MX 10 gone.example.
alias.example       MX 10 mail.alias.example.
mail.alias.example  CNAME mx1.good.example.
literal.example     MX 10 192.0.2.7
private.example     MX 10 mx.private.example.
mx.private.example  A 10.1.2.3
loop.example        MX 10 mx.loop.example.
mx.loop.example     A 127.0.0.1
dark.example        MX 10 mx.dark.example.
bareloss.example    TXT "its address cannot be looked up"
dimcname.example    MX 10 mx.dimcname.example.
mx.dimcname.example A 192.0.2.9
$SERVFAIL broken.example MX
$SILENT mx.dark.example
$SERVFAIL bareloss.example A
$SERVFAIL mx.dimcname.example CNAME
`

const cases: readonly (readonly [domain: string, found: readonly string[]])[] = [
  ['good.example', ['ok S6.ok', 'ok S7.ok', 'ok S8.ok']],
  ['small.example', ['ok S6.implicit', 'ok S7.ok']],
  ['bare.example', ['problem S6.none', 'ok S7.ok']],
  ['nowhere.example', ['problem S6.none', 'ok S7.ok']],
  ['null.example', ['problem S7.null']],
  ['halfdead.example', ['problem S6.unresolvable', 'ok S7.ok', 'ok S8.ok']],
  ['dead.example', ['problem S6.unresolvable', 'ok S7.ok', 'ok S8.ok']],
  ['alias.example', ['ok S6.ok', 'ok S7.ok', 'problem S8.alias']],
  ['literal.example', ['problem S6.unresolvable', 'ok S7.ok', 'problem S8.literal']],
  ['private.example', ['ok S6.ok', 'ok S7.ok', 'problem S8.private']],
  ['loop.example', ['ok S6.ok', 'ok S7.ok', 'problem S8.private']],
  ['broken.example', ['unknown S6.unknown', 'unknown S7.unknown']],
  ['dark.example', ['unknown S6.unknown', 'ok S7.ok', 'unknown S8.unknown']],
  ['bareloss.example', ['unknown S6.unknown', 'ok S7.ok']],
  ['dimcname.example', ['ok S6.ok', 'ok S7.ok', 'unknown S8.unknown']],
]

test.each(cases)('%s', async (domain, found) => {
  const results = await checkMx(domain, zoneResolver(zone))
  expect(results.map(({ status, key }) => `${status} ${key}`)).toEqual(found)
})

test('names the hosts, the best first, and which of them are dead', async () => {
  const facts = async (domain: string) => (await checkMx(domain, zoneResolver(zone)))[0]?.facts
  expect(await facts('good.example')).toMatchObject({ hosts: ['mx1.good.example', 'mx2.good.example'] })
  expect(await facts('halfdead.example')).toMatchObject({ dead: ['gone.example'], all: false })
  expect(await facts('dead.example')).toMatchObject({ all: true })
})
