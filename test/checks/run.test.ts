import { expect, test } from 'vitest'
import type { Resolver } from '../../src/checks/resolver.ts'
import { ourChecks, senderChecks } from '../../src/checks/run.ts'
import { zoneResolver } from '../../src/demo/zone.ts'

const zone = `
example.com            SOA ns1.example.com.
example.com            MX 10 mx.example.com.
example.com            TXT "v=spf1 mx include:spf.example.net -all"
spf.example.net        TXT "v=spf1 a:mx.example.com -all"
_dmarc.example.com     TXT "v=DMARC1; p=reject"
mx.example.com         A 192.0.2.1
1.2.0.192.in-addr.arpa PTR mx.example.com.
example.org            MX 10 mx.example.com.
`

/** Counts what is asked, letter case aside. */
function counting(resolver: Resolver) {
  const asked = new Map<string, number>()
  const counted: Resolver = {
    resolve(name, type) {
      const key = `${type} ${name.toLowerCase()}`
      asked.set(key, (asked.get(key) ?? 0) + 1)
      return resolver.resolve(name, type)
    },
  }
  return { counted, asked }
}

test('runs every check of a sender in order, asking nothing twice', async () => {
  const { counted, asked } = counting(zoneResolver(zone))
  const results = await senderChecks('example.com', counted, { ips: ['192.0.2.1', 'unknown', '192.0.2.2'] })
  expect(results.map(({ key, subject }) => `${key} ${subject}`)).toEqual([
    'S1.ok example.com',
    'S4.none example.com',
    'S5.unsigned example.com',
    'S6.ok example.com',
    'S7.ok example.com',
    'S8.ok example.com',
    'S9.ok example.com',
    'S10.ok example.com',
    'S12.pass 192.0.2.1',
    'S13.ok 192.0.2.1',
    'S14.ok 192.0.2.1',
    'S15.ok 192.0.2.1',
    'S16.ok 192.0.2.1',
    'S12.fail 192.0.2.2',
    'S13.none 192.0.2.2',
    'S15.ok 192.0.2.2',
    'S18.ok example.com',
  ])
  expect([...asked].filter(([, times]) => times > 1)).toEqual([])
})

test('finds no problem where the DNS keeps silent', async () => {
  const results = await senderChecks('example.com', zoneResolver('$SILENT *.com\n$SILENT *.arpa'), {
    ips: ['192.0.2.1'],
  })
  expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['unknown']))
})

test('runs what the log and the configuration call for', async () => {
  const lists = { addresses: ['bl.example'], domains: ['dbl.example'], throughPublic: null }
  const results = await senderChecks('example.com', zoneResolver(zone), {
    ips: ['192.0.2.1'],
    helos: [{ name: 'mx.example.com', ip: '192.0.2.1' }],
    keys: [{ domain: 'example.com', selector: 's1' }],
    known: ['example.org'],
    lists,
  })
  const more = ['S2', 'S17', 'S20', 'S21', 'S22']
  expect(results.filter(({ id }) => more.includes(id)).map(({ key }) => key)).toEqual([
    'S2.ok',
    'S21.ok',
    'S17.ok',
    'S20.missing',
    'S22.ok',
  ])
})

test('checks our own domains with all that there is to look with', async () => {
  const stages = [
    { stage: 'connect', ok: true, code: null, text: '', ms: 1 },
    { stage: 'banner', ok: true, code: 220, text: 'mx.example.com', ms: 1 },
  ]
  const probe = { host: 'mx.example.com', address: '192.0.2.1', port: 25, stages, extensions: [], tls: null, gap: null }
  const dns = zoneResolver(`${zone}_mta-sts.example.org TXT "v=STSv1; id=1"`)
  const results = await ourChecks({ domains: ['example.org'], addresses: ['192.0.2.1'], mxHosts: [] }, dns, {
    views: [
      { name: '192.0.2.53', resolver: dns },
      { name: '192.0.2.54', resolver: zoneResolver('') },
    ],
    fetchPolicy: async () => ({ kind: 'status', status: 404 }),
    probes: [probe],
    lists: { addresses: ['bl.example'], domains: [], throughPublic: null },
    now: 0,
  })
  expect(results.map(({ key }) => key)).toEqual([
    'R1.ok',
    'R2.ok',
    'R3.differs',
    'R5.ok',
    'R6.unsigned',
    'R13.missing',
    'R15.none',
    'R7.none',
    'R14.none',
    'R21.ok',
    'R8.ok',
    'R9.ok',
  ])
})

test('checks each domain of ours', async () => {
  const ours = { domains: ['example.org', 'example.com'], addresses: ['192.0.2.1'], mxHosts: [] }
  const { counted, asked } = counting(zoneResolver(zone))
  const results = await ourChecks(ours, counted)
  expect(results.map(({ key, subject }) => `${key} ${subject}`)).toEqual([
    'R1.ok example.org',
    'R2.ok example.org',
    'R5.ok example.org',
    'R6.unsigned example.org',
    'R15.none example.org',
    'R1.ok example.com',
    'R2.ok example.com',
    'R5.ok example.com',
    'R6.unsigned example.com',
    'R15.none example.com',
    'R7.none mx.example.com',
    'R14.none mx.example.com',
  ])
  expect(asked.get('A mx.example.com')).toBe(1)
})
