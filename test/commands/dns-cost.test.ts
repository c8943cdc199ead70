import { afterAll, beforeAll, expect, test } from 'vitest'
import { command } from '../../commands/dns.ts'
import { type DnsServer, startDnsServer } from '../../src/demo/dns-server.ts'
import { dnsResolver } from '../../src/edges/dns/resolver.ts'
import { coldZone } from '../bench/dns.ts'
import { settings } from '../gather/ports.ts'
import { contextOf } from './context.ts'

/** The sender of the bench, and a domain of ours. */
const zone = `${coldZone}
example.org            SOA ns1.example.com.
example.org            NS ns1.example.com.
example.org            MX 10 mx1.example.org.
mx1.example.org        A 192.0.2.25
25.2.0.192.in-addr.arpa PTR mx1.example.org.
`

let server: DnsServer
beforeAll(async () => {
  server = await startDnsServer({ zone })
})
afterAll(() => server.close())

/** What is asked over the wire, over UDP alone since no answer is cut. */
async function asked(words: string): Promise<readonly string[]> {
  const before = server.queries.length
  const resolver = dnsResolver({ servers: [{ address: server.host, port: server.port }] })
  const ports = { ...contextOf().ports, resolver }
  expect(await command.run(words, contextOf({ ports, settings }))).toMatchObject({ status: 0 })
  return server.queries.slice(before).map(({ type, name }) => `${type} ${name}`)
}

test.each([
  ['example.com', 18],
  ['example.com 192.0.2.1', 19],
  ['example.org', 14],
])('all checks of %s ask nothing twice, %i questions in all', async (words, count) => {
  const queries = await asked(words)
  expect(queries.toSorted()).toEqual([...new Set(queries)].toSorted())
  expect(queries).toHaveLength(count)
})
