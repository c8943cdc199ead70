import { expect, test } from 'vitest'
import { checkNameServers } from '../../../src/checks/domain/name-servers.ts'
import type { Resolver } from '../../../src/checks/resolver.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'

const zone = `
example.com        NS ns1.example.com.
example.com        NS ns2.example.net.
ns1.example.com    A 192.0.2.53
ns2.example.net    AAAA 2001:db8::53
lame.example       NS ns1.example.com.
lame.example       NS gone.example.net.
big.example        NS ns1.example.com.
$SILENT big.example TXT
half.example       NS ns1.dark.example.
$SERVFAIL ns1.dark.example
bare.example       A 192.0.2.1
$SERVFAIL dark.example
`

const cases: readonly [domain: string, status: string, key: string, facts?: object][] = [
  ['example.com', 'ok', 'S4.ok', { servers: ['ns1.example.com', 'ns2.example.net'] }],
  ['mail.example.com', 'ok', 'S4.ok'],
  ['lame.example', 'problem', 'S4.lame', { servers: ['gone.example.net'], all: false }],
  ['big.example', 'unknown', 'S4.partly', { type: 'TXT' }],
  ['half.example', 'unknown', 'S4.unknown'],
  ['bare.example', 'unknown', 'S4.none'],
  ['dark.example', 'unknown', 'S4.unknown'],
]

test.each(cases)('%s is %s', async (domain, status, key, facts = {}) => {
  expect(await checkNameServers(domain, zoneResolver(zone))).toMatchObject([
    { id: 'S4', subject: domain, status, key, facts },
  ])
})

test('hands on the resolver’s word that no name server can be reached, and makes no problem of it', async () => {
  const extended = { code: 22, text: 'no reachable\nauthority' }
  const resolver: Resolver = { resolve: async () => ({ kind: 'temporary-error', reason: 'SERVFAIL', extended }) }
  expect(await checkNameServers('example.com', resolver)).toMatchObject([
    { status: 'unknown', key: 'S4.unreachable', facts: { detail: 'EDE 22: no reachable\\010authority' } },
  ])
})
