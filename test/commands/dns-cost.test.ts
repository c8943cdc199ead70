import { afterAll, beforeAll, expect, test } from 'vitest'
import { command } from '../../commands/dns.ts'
import { type DnsServer, startDnsServer } from '../../src/demo/dns-server.ts'
import { dnsResolver } from '../../src/edges/dns/resolver.ts'
import { settings } from '../gather/ports.ts'
import { contextOf } from './context.ts'

/** A sender with two MX hosts, an include and a sending address; and a domain of ours. */
const zone = `
example.com            SOA ns1.example.com.
example.com            NS ns1.example.com.
example.com            NS ns2.example.com.
ns1.example.com        A 192.0.2.53
ns2.example.com        A 192.0.2.54
example.com            MX 10 mx1.example.com.
example.com            MX 20 mx2.example.com.
mx1.example.com        A 192.0.2.1
mx2.example.com        A 192.0.2.2
example.com            TXT "v=spf1 mx include:spf.example.net -all"
spf.example.net        TXT "v=spf1 ip4:198.51.100.0/24 -all"
_dmarc.example.com     TXT "v=DMARC1; p=reject"
1.2.0.192.in-addr.arpa PTR mx1.example.com.
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
  ['example.com', 17],
  ['example.com 192.0.2.1', 18],
  ['example.org', 14],
])('all checks of %s ask nothing twice, %i questions in all', async (words, count) => {
  const queries = await asked(words)
  expect(queries.toSorted()).toEqual([...new Set(queries)].toSorted())
  expect(queries).toHaveLength(count)
})
