import { expect, test } from 'vitest'
import { checkDomain, registeredDomain } from '../../../src/checks/domain/domain.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'

const zone = `
example.com     SOA ns1.example.com.
bare.example.com A 192.0.2.1
$SERVFAIL broken.example.net
bogus.example   SOA ns1.example.com.
$BOGUS bogus.example
$BOGUS gone.bogus.example
`

const cases: readonly (readonly [domain: string, status: string, key: string])[] = [
  ['example.com', 'ok', 'S1.ok'],
  ['bare.example.com', 'ok', 'S1.ok'],
  ['example.org', 'problem', 'S1.none'],
  ['typo.example.com', 'problem', 'S1.none-below'],
  ['typo.example.org', 'problem', 'S1.none'],
  ['broken.example.net', 'unknown', 'S1.unknown'],
  ['bogus.example', 'ok', 'S1.ok'],
  ['gone.bogus.example', 'unknown', 'S1.unknown'],
]

test.each(cases)('%s is %s', async (domain, status, key) => {
  expect(await checkDomain(domain, zoneResolver(zone))).toMatchObject([{ id: 'S1', subject: domain, status, key }])
})

test('says on which lookups it rests', async () => {
  const [result] = await checkDomain('typo.example.com', zoneResolver(zone))
  expect(result?.lookups).toEqual(['SOA typo.example.com → no such name', 'SOA example.com → ns1.example.com'])
})

const registered: readonly (readonly [string, string | null])[] = [
  ['mail.example.com', 'example.com'],
  ['a.b.example.co.uk', 'example.co.uk'],
  ['co.uk', null],
]

test.each(registered)('%s is registered as %s', (domain, expected) => {
  expect(registeredDomain(domain)).toBe(expected)
})
