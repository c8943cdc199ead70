import { expect, test } from 'vitest'
import { type Blocklists, checkAddressLists, checkDomainLists } from '../../../src/checks/blocklist/blocklist.ts'
import { recording } from '../../../src/checks/lookups.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'

const zone = `
1.2.0.192.bl.example          A 127.0.0.2
1.2.0.192.bl.example          A 127.0.0.10
1.2.0.192.bl.example          TXT "listed: see" " https://bl.example/?q=1"
2.2.0.192.bl.example          A 127.255.255.254
3.2.0.192.bl.example          A 203.0.113.7
4.2.0.192.bl.example          A 127.0.0.1
$SILENT 5.2.0.192.bl.example
${'1.'.padEnd(2)}${'0.'.repeat(23)}8.b.d.0.1.0.0.2.bl.example A 127.0.0.3
bad.example.dbl.example       A 127.0.1.2
asked-wrong.example.dbl.example A 127.0.1.255
limit.example.dbl.example     A 127.255.255.252
$SERVFAIL dark.example.dbl.example
`

const lists: Blocklists = { addresses: ['bl.example'], domains: ['dbl.example'], throughPublic: null }

const addresses: readonly [ip: string, status: string, what: string, facts?: object][] = [
  [
    '192.0.2.1',
    'problem',
    'listed',
    { codes: ['127.0.0.2', '127.0.0.10'], reason: 'listed: see https://bl.example/?q=1' },
  ],
  ['2001:db8::1', 'problem', 'listed', { codes: ['127.0.0.3'], reason: '' }],
  // Error codes, a list whose domain was sold, and the address no list may give: none of them is a listing.
  ['192.0.2.2', 'unknown', 'refused', { code: '127.255.255.254' }],
  ['192.0.2.3', 'unknown', 'refused', { code: '203.0.113.7' }],
  ['192.0.2.4', 'unknown', 'refused', { code: '127.0.0.1' }],
  ['192.0.2.5', 'unknown', 'unknown'],
  ['192.0.2.6', 'ok', 'ok', { list: 'bl.example' }],
]

test.each(addresses)('the address %s is %s (%s)', async (ip, status, what, facts = {}) => {
  for (const id of ['S21', 'R21'] as const) {
    const found = await checkAddressLists(ip, id, lists, zoneResolver(zone))
    expect(found).toMatchObject([{ id, subject: ip, status, key: `${id}.${what}`, facts }])
  }
})

const domains: readonly (readonly [domain: string, status: string, key: string])[] = [
  ['bad.example', 'problem', 'S22.listed'],
  ['good.example', 'ok', 'S22.ok'],
  ['asked-wrong.example', 'unknown', 'S22.refused'],
  ['limit.example', 'unknown', 'S22.refused'],
  ['dark.example', 'unknown', 'S22.unknown'],
]

test.each(domains)('the domain %s is %s', async (domain, status, key) => {
  expect(await checkDomainLists(domain, lists, zoneResolver(zone))).toMatchObject([{ subject: domain, status, key }])
})

test('no list is asked through a public resolver, and none where none is named', async () => {
  const dns = recording(zoneResolver(zone))
  const through = { ...lists, throughPublic: '8.8.8.8' }
  expect(await checkAddressLists('192.0.2.1', 'S21', through, dns)).toMatchObject([
    { status: 'unknown', key: 'S21.public', facts: { server: '8.8.8.8' } },
  ])
  expect(await checkAddressLists('192.0.2.1', 'S21', { ...lists, addresses: [] }, dns)).toEqual([])
  expect(await checkAddressLists('no address', 'S21', lists, dns)).toEqual([])
  expect(dns.lookups).toEqual([])
})
