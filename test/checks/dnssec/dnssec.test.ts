import { expect, test } from 'vitest'
import { checkDnssec } from '../../../src/checks/dnssec/dnssec.ts'
import { recording } from '../../../src/checks/lookups.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'

const zone = `
signed.example   SOA ns1.example.com.
plain.example    SOA ns1.example.com.
broken.example   SOA ns1.example.com.
$SIGNED signed.example
$BOGUS broken.example
$SERVFAIL dark.example
$SILENT silent.example
`

const cases: readonly (readonly [domain: string, status: string, what: string, lookups: readonly string[]])[] = [
  ['signed.example', 'ok', 'ok', ['SOA signed.example → ns1.example.com']],
  ['plain.example', 'ok', 'unsigned', ['SOA plain.example → ns1.example.com']],
  ['nowhere.example', 'ok', 'unsigned', ['SOA nowhere.example → no such name']],
  [
    'broken.example',
    'problem',
    'bogus',
    ['SOA broken.example → temporary error (SERVFAIL)', 'SOA broken.example +cd → ns1.example.com'],
  ],
  [
    'dark.example',
    'unknown',
    'unknown',
    ['SOA dark.example → temporary error (SERVFAIL)', 'SOA dark.example +cd → temporary error (SERVFAIL)'],
  ],
  // Nobody answered, so it is not asked a second time: that would cost a second wait.
  ['silent.example', 'unknown', 'unknown', ['SOA silent.example → temporary error (no answer)']],
]

test.each(cases)('%s is %s', async (domain, status, what, lookups) => {
  for (const id of ['S5', 'R6'] as const) {
    expect(await checkDnssec(domain, id, recording(zoneResolver(zone)))).toMatchObject([
      { id, subject: domain, status, key: `${id}.${what}`, lookups },
    ])
  }
})

test('says what the resolver says is wrong', async () => {
  const [result] = await checkDnssec('broken.example', 'S5', zoneResolver(zone))
  expect(result?.facts.detail).toBe('EDE 6: validation failure')
})
