import { createHash, X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkDane } from '../../src/checks/dane/dane.ts'
import { judgeCertificate } from '../../src/checks/listener/certificate.ts'
import { judgeListener } from '../../src/checks/listener/listener.ts'
import { selfSigned } from '../../src/demo/certificate.ts'
import { dnsResolver } from '../../src/edges/dns/resolver.ts'
import { smtpProbe } from '../../src/edges/smtp/probe.ts'
import { allInstalled } from './installed.ts'
import { type NameServers, nameServerPrograms, startNameServers } from './name-servers.ts'
import { type Postfix, startPostfix } from './postfix.ts'

// The probe and its checks against Postfix, and DANE against a signed zone of NSD behind Unbound.

const listeners = {
  tls: { smtpd_tls_security_level: 'may' },
  plain: { smtpd_tls_security_level: 'none' },
  // `sleep` among the restrictions of the client, held before the banner as smtpd_delay_reject=no has it.
  slow: { smtpd_delay_reject: 'no', smtpd_client_restrictions: 'sleep 1, permit' },
  masked: { smtpd_banner: '********************', smtpd_discard_ehlo_keywords: 'starttls, pipelining' },
  refusing: { smtpd_delay_reject: 'no', smtpd_client_restrictions: 'reject' },
} as const
type Name = keyof typeof listeners

const programs = allInstalled([...nameServerPrograms, 'postfix'])
const isRoot = userInfo().uid === 0
if (programs && !isRoot) console.info('passed over: Postfix can be started by root alone')

test('the programs that are counted on are there', () => {
  expect(programs !== null || !process.env.REAL_SERVERS).toBe(true)
})

if (programs && isRoot) {
  describe('real listeners', () => listenersTried(programs))
}

function listenersTried(paths: NonNullable<typeof programs>): void {
  const folder = mkdtempSync(join(tmpdir(), 'postfix-'))
  const zones = mkdtempSync(join(tmpdir(), 'postfix-zones-'))
  const tls = selfSigned('mx.signed.example', Date.now())
  const key = new X509Certificate(tls.cert).publicKey.export({ type: 'spki', format: 'der' })
  const good = createHash('sha256').update(key).digest('hex')
  let postfix: Postfix<Name>
  let servers: NameServers
  beforeAll(async () => {
    const records = `
_25._tcp.mx IN TLSA 3 1 1 ${good}
_25._tcp.old IN TLSA 3 1 1 ${'00'.repeat(32)}
`
    servers = await startNameServers(paths, zones, [{ name: 'signed.example', records, dnssec: 'signed' }])
    postfix = await startPostfix(paths.postfix, folder, tls, listeners)
  })
  afterAll(async () => {
    postfix?.close()
    await servers?.close()
    for (const path of [folder, zones]) rmSync(path, { recursive: true })
  })

  async function probe(name: Name, rcptTo: string | null = null) {
    const target = { host: '127.0.0.1', port: postfix.ports[name] }
    const [seen] = await smtpProbe([target]).probe(target, rcptTo, Date.now() + 15_000)
    if (!seen) throw new Error('nothing was probed')
    return seen
  }

  test.each<[name: Name, found: readonly string[]]>([
    ['tls', ['R8.ok', 'R9.ok', 'R10.ok', 'R11.ok']],
    ['plain', ['R8.ok', 'R9.ok', 'R10.plain']],
    ['slow', ['R8.ok', 'R9.ok', 'R10.plain']],
    ['masked', ['R8.ok', 'R9.masked', 'R10.plain']],
    ['refusing', ['R8.ok', 'R9.refused']],
  ])('%s', async (name, found) => {
    expect(judgeListener(await probe(name)).map(({ key: told }) => told)).toEqual(found)
  })

  test('tells how long the banner took, and what EHLO offers', async () => {
    const seen = await probe('slow')
    expect(seen.stages.find(({ stage }) => stage === 'banner')?.ms).toBeGreaterThanOrEqual(990)
    expect((await probe('tls')).extensions).toEqual(expect.arrayContaining(['STARTTLS', '8BITMIME', 'PIPELINING']))
  })

  test('asks for a recipient as a sender would', async () => {
    const codes = async (rcptTo: string) => {
      const { stages } = await probe('plain', rcptTo)
      return stages.map(({ stage, code }) => `${stage} ${code}`)
    }
    const before = ['connect null', 'banner 220', 'ehlo 250', 'mail 250']
    expect(await codes('bob@example.org')).toEqual([...before, 'rcpt 250', 'quit 221'])
    expect(await codes('nobody@example.org')).toEqual([...before, 'rcpt 550', 'quit 221'])
    expect(await codes('bob@elsewhere.example')).toEqual([...before, 'rcpt 554', 'quit 221'])
  })

  test('reads version, certificate and name', async () => {
    const seen = await probe('tls')
    expect(seen.tls).toMatchObject({ protocol: 'TLSv1.3', names: ['mx.signed.example'], trusted: false })
    expect(seen.tls?.chain[0]?.key.sha256).toBe(good)
    const named = { ...seen, host: 'mx.signed.example' }
    const enforce = { mode: 'enforce', mx: ['mx.signed.example'], maxAge: 86_400 } as const
    expect(judgeCertificate(named, enforce, Date.now())).toMatchObject([{ key: 'R12.enforced' }])
    expect(judgeCertificate(named, null, Date.now())).toMatchObject([{ key: 'R12.lenient' }])
  })

  test('compares the certificate with a signed TLSA record', async () => {
    const seen = await probe('tls')
    const dns = dnsResolver({ servers: [{ address: '127.0.0.1', port: servers.validating }] })
    expect(await checkDane('mx.signed.example', seen, dns)).toMatchObject([{ key: 'R14.ok', status: 'ok' }])
    expect(await checkDane('old.signed.example', seen, dns)).toMatchObject([
      { key: 'R14.mismatch', facts: { presented: `3 1 1 ${good}` } },
    ])
    expect(await checkDane('none.signed.example', seen, dns)).toMatchObject([{ key: 'R14.none' }])
  })
}
