import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkDnssec } from '../../src/checks/dnssec/dnssec.ts'
import { checkMx } from '../../src/checks/mx/mx.ts'
import type { RecordType } from '../../src/checks/resolver.ts'
import { checkSpf } from '../../src/checks/spf/spf.ts'
import { dnsResolver } from '../../src/edges/dns/resolver.ts'
import { freePort } from '../free-port.ts'
import { allInstalled } from './installed.ts'
import { type NameServers, nameServerPrograms, type RealZone, startNameServers } from './name-servers.ts'

// The resolver and the checks against NSD, and Unbound before it, as Debian has them.

const records = `
@         IN MX 10 mx
mx        IN A 192.0.2.1
alias     IN CNAME mx
away      IN CNAME mx.plain.example.
ring      IN CNAME ring2
ring2     IN CNAME ring
*.wild    IN A 192.0.2.7
held.wild IN TXT "here"
xn--bcher-kva IN A 192.0.2.8
null      IN MX 0 .
_25._tcp.mx IN TLSA 3 1 1 ${'ab'.repeat(32)}
@         IN TXT "v=spf1 mx -all"
big       IN TXT ${Array.from({ length: 20 }, (_, at) => `"${String(at % 10).repeat(200)}"`).join(' ')}
`
const zones: readonly RealZone[] = [
  { name: 'plain.example', records },
  { name: 'signed.example', records, dnssec: 'signed' },
  { name: 'expired.example', records, dnssec: 'expired' },
  { name: 'tampered.example', records, dnssec: 'tampered' },
]

const programs = allInstalled(nameServerPrograms)
const folder = mkdtempSync(join(tmpdir(), 'name-servers-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the programs that are counted on are there', () => {
  expect(programs !== null || !process.env.REAL_SERVERS).toBe(true)
})

if (programs) {
  describe('real name servers', () => namesServed(programs))
}

function namesServed(paths: NonNullable<typeof programs>): void {
  let servers: NameServers
  beforeAll(async () => {
    servers = await startNameServers(paths, folder, zones)
  })
  afterAll(() => servers?.close())

  const over = (port: number, deadlineMs = 5000) =>
    dnsResolver({ servers: [{ address: '127.0.0.1', port }], deadlineMs, retryAfterMs: 150 })

  const answers: [name: string, type: RecordType, answer: object][] = [
    ['plain.example', 'MX', { kind: 'records', records: [{ exchange: 'mx.plain.example', priority: 10 }] }],
    ['mx.plain.example', 'A', { kind: 'records', records: ['192.0.2.1'], ttl: 300, authenticated: false }],
    ['mx.signed.example', 'A', { kind: 'records', records: ['192.0.2.1'], authenticated: true }],
    ['mx.signed.example', 'AAAA', { kind: 'no-data', authenticated: true }],
    ['nowhere.signed.example', 'A', { kind: 'no-such-name', authenticated: true, ttl: expect.any(Number) }],
    ['null.plain.example', 'MX', { kind: 'records', records: [{ exchange: '', priority: 0 }] }],
    ['alias.signed.example', 'A', { kind: 'records', records: ['192.0.2.1'], authenticated: true }],
    // The end of the chain lies in an unsigned zone, so the whole is not vouched for.
    ['away.signed.example', 'A', { kind: 'records', records: ['192.0.2.1'], authenticated: false }],
    ['any.wild.signed.example', 'A', { kind: 'records', records: ['192.0.2.7'], authenticated: true }],
    ['held.wild.signed.example', 'A', { kind: 'no-data' }],
    ['bücher.plain.example', 'A', { kind: 'records', records: ['192.0.2.8'] }],
    ['ring.plain.example', 'A', { kind: 'temporary-error' }],
    ['big.signed.example', 'TXT', { kind: 'records', records: [expect.any(Array)] }],
    ['_25._tcp.mx.signed.example', 'TLSA', { kind: 'records', authenticated: true }],
    // The signature of the key is too old as well, so Unbound 1.17 misses a key (9) before it sees what has expired (7).
    ['mx.expired.example', 'A', { kind: 'temporary-error', extended: { code: expect.any(Number) } }],
    ['mx.tampered.example', 'A', { kind: 'temporary-error', extended: { code: 6 } }],
  ]

  test.each(answers)('%s %s', async (name, type, answer) => {
    expect(await over(servers.validating).resolve(name, type)).toMatchObject(answer)
  })

  test('a server that answers over TCP alone is understood', async () => {
    expect(await over(servers.overTcp).resolve('mx.signed.example', 'A')).toMatchObject({
      kind: 'records',
      records: ['192.0.2.1'],
      authenticated: true,
    })
  })

  test.each([
    ['signed.example', 'S5.ok'],
    ['plain.example', 'S5.unsigned'],
    ['expired.example', 'S5.bogus'],
  ])('DNSSEC of %s: %s', async (domain, key) => {
    expect(await checkDnssec(domain, 'S5', over(servers.validating))).toMatchObject([{ key }])
  })

  test('the checks of a domain hold over them', async () => {
    const dns = over(servers.validating)
    const found = [...(await checkMx('signed.example', dns)), ...(await checkSpf('signed.example', dns))]
    expect(found.map(({ key }) => key)).toEqual(['S6.ok', 'S7.ok', 'S8.ok', 'S9.ok', 'S10.ok'])
    const broken = [...(await checkMx('expired.example', dns)), ...(await checkSpf('expired.example', dns))]
    expect(new Set(broken.map(({ status }) => status))).toEqual(new Set(['unknown']))
  })

  test('an authoritative server that is asked for another’s name does not resolve for us', async () => {
    expect(await over(servers.authoritative).resolve('example.com', 'A')).toMatchObject({ kind: 'temporary-error' })
  })

  test('a server that is asleep is silent, one beside it answers, and one that wakes is slow', async () => {
    const asleep = { address: '127.0.0.1', port: servers.validating }
    const awake = { address: '127.0.0.1', port: servers.authoritative }
    servers.process.kill('SIGSTOP')
    try {
      const alone = dnsResolver({ servers: [asleep], deadlineMs: 400, retryAfterMs: 100 })
      expect(await alone.resolve('mx.plain.example', 'A')).toMatchObject({ kind: 'temporary-error' })
      const both = dnsResolver({ servers: [asleep, awake], deadlineMs: 5000, retryAfterMs: 100 })
      expect(await both.resolve('mx.plain.example', 'A')).toMatchObject({
        kind: 'records',
        server: `127.0.0.1:${servers.authoritative}`,
      })
      const waking = over(servers.validating).resolve('mx.plain.example', 'A')
      const woken = setTimeout(() => servers.process.kill('SIGCONT'), 600)
      const answer = await waking
      clearTimeout(woken)
      expect(answer).toMatchObject({ kind: 'records', records: ['192.0.2.1'] })
      expect(answer.elapsedMs).toBeGreaterThanOrEqual(590)
    } finally {
      servers.process.kill('SIGCONT')
    }
  })

  test('a port where nothing listens fails at once', async () => {
    const answer = await over(await freePort(), 60_000).resolve('mx.plain.example', 'A')
    expect(answer).toMatchObject({ kind: 'temporary-error', reason: expect.stringContaining('ECONNREFUSED') })
  })
}
