import { expect, test } from 'vitest'
import { destinationsOf } from '../../src/checks/destination.ts'
import { recording } from '../../src/checks/lookups.ts'
import { zoneResolver } from '../../src/demo/zone.ts'

/** Where a name may lead that no probe of ours may follow it (SCALE 4.3, row 21). */
const inside = [
  '127.0.0.1',
  '127.8.8.8',
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '169.254.169.254',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:169.254.169.254',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'fe80::1',
  'fd00::1',
  'ff02::1',
]

test.each(inside)('a name that leads to %s is not connected to', async (address) => {
  const type = address.includes(':') ? 'AAAA' : 'A'
  const resolver = zoneResolver(`mx.example.org ${type} ${address}`)
  expect(await destinationsOf('mx.example.org', resolver, [])).toMatchObject([{ kind: 'refused' }])
})

test.each(['10.0.0.1', 'fd00::1'])('unless %s is one of ours', async (address) => {
  const type = address.includes(':') ? 'AAAA' : 'A'
  const resolver = zoneResolver(`mx.example.org ${type} ${address}`)
  expect(await destinationsOf('mx.example.org', resolver, [address])).toEqual([{ address }])
})

const zone = `
mx.example.org   A 192.0.2.1
mx.example.org   A 127.0.0.1
mx.example.org   AAAA 2001:db8::1
bare.example.org TXT "no address"
$SERVFAIL dark.example.org
`

test.each([
  ['192.0.2.9', [{ address: '192.0.2.9' }], 0],
  ['[2001:db8::9]', [{ address: '2001:db8::9' }], 0],
  ['127.0.0.1', [{ address: '127.0.0.1' }], 0],
  ['localhost', [{ address: '127.0.0.1' }], 0],
  [
    'mx.example.org',
    [{ address: '192.0.2.1' }, { address: '127.0.0.1', kind: 'refused' }, { address: '2001:db8::1' }],
    2,
  ],
  ['bare.example.org', [{ address: '', kind: 'dns', detail: 'bare.example.org has no address' }], 2],
  ['dark.example.org', [{ address: '', kind: 'dns', detail: 'no answer for dark.example.org' }], 2],
])('%s, as the configuration has it', async (host, found, asked) => {
  const dns = recording(zoneResolver(zone))
  expect(await destinationsOf(host, dns, [])).toMatchObject(found)
  expect(dns.lookups).toHaveLength(asked)
})

test('a name is not looked up where there is no DNS', async () => {
  expect(await destinationsOf('mx.example.org', null, [])).toMatchObject([{ kind: 'dns' }])
})
