import { senderChecks } from '../../src/checks/run.ts'
import { startDnsServer } from '../../src/demo/dns-server.ts'
import { dnsResolver } from '../../src/edges/dns/resolver.ts'

/** How long the name server holds each answer back. */
const delayMs = 30

/** A sender with two MX hosts, an include of an include and a sending address. */
export const coldZone = `
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
spf.example.net        TXT "v=spf1 include:spf2.example.net ip4:198.51.100.0/24 -all"
spf2.example.net       TXT "v=spf1 ip4:203.0.113.0/24 -all"
_dmarc.example.com     TXT "v=DMARC1; p=reject"
1.2.0.192.in-addr.arpa PTR mx1.example.com.
`

const slow = ['com', '*.com', 'net', '*.net', '*.arpa'].map((name) => `$SLOW ${name} ${delayMs}`).join('\n')

export interface ChecksTimed {
  readonly checks: number
  readonly questions: number
  readonly milliseconds: readonly number[]
}

/** All checks of a sender and one address of it, nothing known before, over a name server that takes its time. */
export async function checkCold(times: number): Promise<ChecksTimed> {
  const server = await startDnsServer({ zone: `${coldZone}${slow}` })
  try {
    const milliseconds: number[] = []
    let checks = 0
    for (let run = 0; run < times; run++) {
      const resolver = dnsResolver({ servers: [{ address: server.host, port: server.port }] })
      const started = performance.now()
      checks = (await senderChecks('example.com', resolver, { ips: ['192.0.2.1'] })).length
      milliseconds.push(performance.now() - started)
    }
    return { checks, questions: server.queries.length / times, milliseconds }
  } finally {
    await server.close()
  }
}
