import { expect, test } from 'vitest'
import { checkGenericName, isGenericName } from '../../../src/checks/reverse-dns/generic-name.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'

const names: readonly (readonly [name: string, ip: string, generic: boolean])[] = [
  ['mx1.example.com', '192.0.2.1', false],
  ['192-0-2-1.example.com', '192.0.2.1', true],
  ['1.2.0.192.example.com', '192.0.2.1', true],
  ['host192.0.2.1.example.com', '192.0.2.1', true],
  ['static.192.0.2.1.clients.example.com', '192.0.2.1', true],
  ['c0000201.example.com', '192.0.2.1', true],
  ['h192000002001.example.com', '192.0.2.1', true],
  ['mail-192-0-2-11.example.com', '192.0.2.1', false],
  ['p4-dyn.example.com', '192.0.2.1', true],
  ['dynamics.example.com', '192.0.2.1', false],
  ['pool7.example.com', '192.0.2.1', true],
  ['mail.pool.example', '192.0.2.1', false],
  ['cust-2001-db8.example.com', '2001:db8::1', true],
  ['mx.example.com', '2001:db8::1', false],
]

test.each(names)('%s for %s: %s', (name, ip, generic) => {
  expect(isGenericName(name, ip)).toBe(generic)
})

const zone = `
1.2.0.192.in-addr.arpa  PTR mx1.example.com.
2.2.0.192.in-addr.arpa  PTR 192-0-2-2.example.com.
3.2.0.192.in-addr.arpa  PTR 192-0-2-3.example.com.
3.2.0.192.in-addr.arpa  PTR mail.example.com.
$SILENT 4.2.0.192.in-addr.arpa
`

const cases: readonly [ip: string, status: string | undefined, key?: string][] = [
  ['192.0.2.1', 'ok', 'S16.ok'],
  ['192.0.2.2', 'problem', 'S16.generic'],
  ['192.0.2.3', 'ok', 'S16.ok'],
  ['192.0.2.4', 'unknown', 'S16.unknown'],
  ['192.0.2.5', undefined],
  ['no address', undefined],
]

test.each(cases)('%s is %s', async (ip, status, key) => {
  const found = await checkGenericName(ip, zoneResolver(zone))
  expect(found.map((result) => [result.subject, result.status, result.key])).toEqual(status ? [[ip, status, key]] : [])
})
