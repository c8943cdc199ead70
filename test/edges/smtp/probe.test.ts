import { once } from 'node:events'
import { createServer } from 'node:net'
import { assert, expect, test } from 'vitest'
import { judgeListener } from '../../../src/checks/listener/listener.ts'
import type { RecordOf, RecordType, Resolver } from '../../../src/checks/resolver.ts'
import { selfSigned } from '../../../src/demo/certificate.ts'
import { type ListenerOptions, startListener } from '../../../src/demo/smtp-listener.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'
import { smtpProbe } from '../../../src/edges/smtp/probe.ts'
import type { ProbeResult, SmtpProbe } from '../../../src/gather/ports.ts'

const tls = selfSigned('mx.example.org', Date.now())

/** The one result of a target with one address. */
async function one(probe: SmtpProbe, ...asked: Parameters<SmtpProbe['probe']>): Promise<ProbeResult> {
  const [seen, ...others] = await probe.probe(...asked)
  assert(seen && others.length === 0)
  return seen
}

const cases: readonly {
  what: string
  listener: ListenerOptions
  rcptTo?: string
  /** Each stage: its name, and its code or what it says. */
  stages: readonly string[]
  commands: readonly string[]
  gap?: string
  checks: readonly string[]
}[] = [
  {
    what: 'a listener without TLS',
    listener: { banner: '220-mx.example.org ESMTP\n220 ready' },
    stages: ['connect ok', 'banner 220', 'ehlo 250', 'mail 250', 'quit 221'],
    commands: ['EHLO [127.0.0.1]', 'MAIL FROM:<>', 'QUIT'],
    checks: ['R8.ok', 'R9.ok', 'R10.plain'],
  },
  {
    what: 'a listener with TLS, and a recipient',
    listener: { tls },
    rcptTo: 'carol@example.org',
    stages: ['connect ok', 'banner 220', 'ehlo 250', 'starttls 220', 'ehlo 250', 'mail 250', 'rcpt 250', 'quit 221'],
    commands: [
      'EHLO [127.0.0.1]',
      'STARTTLS',
      'EHLO [127.0.0.1]',
      'MAIL FROM:<>',
      'RCPT TO:<carol@example.org>',
      'QUIT',
    ],
    checks: ['R8.ok', 'R9.ok', 'R10.ok', 'R11.ok'],
  },
  {
    what: 'a firewall that masks banner and STARTTLS',
    listener: { banner: '220 ********************', extensions: ['XXXXXXXA', 'SIZE 10485760'] },
    stages: ['connect ok', 'banner 220', 'ehlo 250', 'mail 250', 'quit 221'],
    commands: ['EHLO [127.0.0.1]', 'MAIL FROM:<>', 'QUIT'],
    checks: ['R8.ok', 'R9.masked', 'R10.masked'],
  },
  {
    what: 'a refusal in the banner',
    listener: { banner: '554 mx.example.org refuses you' },
    stages: ['connect ok', 'banner 554 no', 'quit 221'],
    commands: ['QUIT'],
    checks: ['R8.ok', 'R9.refused'],
  },
  {
    what: 'a listener that says nothing',
    listener: { banner: null },
    stages: ['connect ok', 'banner no answer in time'],
    commands: [],
    gap: 'timeout',
    checks: ['R8.ok', 'R9.silent'],
  },
  {
    what: 'a connection that breaks off at EHLO',
    listener: { replies: { EHLO: null } },
    stages: ['connect ok', 'banner 220', 'ehlo the connection was closed', 'quit no'],
    commands: ['EHLO [127.0.0.1]'],
    gap: 'partial',
    checks: ['R8.ok', 'R9.ok', 'R10.unknown'],
  },
  {
    what: 'STARTTLS with text slipped in behind it',
    listener: { tls, replies: { STARTTLS: '220 ready\n250 slipped in' } },
    stages: ['connect ok', 'banner 220', 'ehlo 250', 'starttls 220 no'],
    commands: ['EHLO [127.0.0.1]', 'STARTTLS'],
    checks: ['R8.ok', 'R9.ok', 'R10.ok', 'R11.failed'],
  },
  {
    what: 'a recipient that would be a command',
    listener: {},
    rcptTo: 'a@example.org>\r\nDATA',
    stages: ['connect ok', 'banner 220', 'ehlo 250', 'mail 250', 'rcpt not sent: not a plain address', 'quit 221'],
    commands: ['EHLO [127.0.0.1]', 'MAIL FROM:<>', 'QUIT'],
    gap: 'partial',
    checks: ['R8.ok', 'R9.ok', 'R10.plain'],
  },
  {
    what: 'a reply without an end',
    listener: { replies: { MAIL: '250-more\n'.repeat(300).trimEnd() } },
    stages: ['connect ok', 'banner 220', 'ehlo 250', 'mail sends more than a reply may hold', 'quit no'],
    commands: ['EHLO [127.0.0.1]', 'MAIL FROM:<>'],
    gap: 'partial',
    checks: ['R8.ok', 'R9.ok', 'R10.plain'],
  },
]

test.each(cases)('$what', async ({ listener, rcptTo, stages, commands, gap, checks }) => {
  const running = await startListener(listener)
  const target = { host: '127.0.0.1', port: running.port }
  const probe = smtpProbe([target], { stageMs: 300 })
  const seen = await one(probe, target, rcptTo ?? null, Date.now() + 5000)
  await running.close()
  const told = seen.stages.map(({ stage, ok, code, text }) => {
    if (code !== null) return `${stage} ${code}${ok ? '' : ' no'}`
    return ok ? `${stage} ok` : `${stage} ${stage === 'quit' ? 'no' : text}`
  })
  expect(told).toEqual(stages)
  expect(running.commands).toEqual(commands)
  expect(seen.gap?.kind).toBe(gap)
  expect(judgeListener(seen).map(({ key }) => key)).toEqual(checks)
})

test('times the banner, and tells of protocol and certificate', async () => {
  const running = await startListener({ tls, delayMs: 120 })
  const target = { host: 'localhost', port: running.port }
  const seen = await one(smtpProbe([target]), target, null, Date.now() + 5000)
  await running.close()
  expect(seen.address).toBe('127.0.0.1')
  expect(seen.stages.find(({ stage }) => stage === 'banner')?.ms).toBeGreaterThanOrEqual(110)
  expect(seen.stages.find(({ stage }) => stage === 'starttls')?.text).toMatch(
    /^TLSv1\.3 \S+; certificate mx\.example\.org \(DNS:mx\.example\.org\), by mx\.example\.org, valid .+; not trusted: /,
  )
  expect(seen.extensions).toContain('SIZE 10485760')
})

test('trusts a certificate where its root and its name are right', async () => {
  const running = await startListener({ tls })
  const resolver = zoneResolver('mx.example.org A 127.0.0.1\nwww.example.org A 127.0.0.1')
  const targets = ['mx.example.org', 'www.example.org'].map((host) => ({ host, port: running.port }))
  const probe = smtpProbe(targets, { resolver, addresses: ['127.0.0.1'], ca: tls.cert })
  const seen = await Promise.all(targets.map((target) => one(probe, target, null, Date.now() + 5000)))
  await running.close()
  expect(seen.map((result) => [result.host, result.tls?.trusted])).toEqual([
    ['mx.example.org', true],
    ['www.example.org', false],
  ])
})

test('connects to nothing that the configuration does not name', async () => {
  const running = await startListener()
  const connections: unknown[] = []
  const other = createServer((socket) => connections.push(socket)).listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const probe = smtpProbe([{ host: '127.0.0.1', port: running.port }])
  const seen = await one(probe, { host: '127.0.0.1', port }, null, Date.now() + 1000)
  other.close()
  await running.close()
  expect(seen).toMatchObject({ stages: [], gap: { kind: 'refused' } })
  expect(connections).toEqual([])
  expect(judgeListener(seen).map(({ key, status }) => [key, status])).toEqual([['R8.unknown', 'unknown']])
})

test('tells a port where nobody listens', async () => {
  const running = await startListener()
  await running.close()
  const target = { host: '127.0.0.1', port: running.port }
  const seen = await one(smtpProbe([target]), target, null, Date.now() + 1000)
  expect(seen).toMatchObject({ gap: { kind: 'refused' }, stages: [{ stage: 'connect', ok: false }] })
  expect(judgeListener(seen).map(({ key }) => key)).toEqual(['R8.refused'])
})

test('a name is looked up once, and what it led to then is what is connected to', async () => {
  const running = await startListener()
  const asked: string[] = []
  const resolver: Resolver = {
    async resolve<T extends RecordType>(name: string, type: T) {
      asked.push(`${type} ${name}`)
      // The first answer leads to the listener; any later one to where it must not go.
      const address = asked.length === 1 ? '127.0.0.1' : '127.0.0.9'
      return type === 'A' ? { kind: 'records', records: [address] as unknown as RecordOf[T][] } : { kind: 'no-data' }
    },
  }
  const target = { host: 'mx.example.org', port: running.port }
  const probe = smtpProbe([target], { resolver, addresses: ['127.0.0.0/8'] })
  const seen = await one(probe, target, null, Date.now() + 5000)
  await running.close()
  expect(asked).toEqual(['A mx.example.org', 'AAAA mx.example.org'])
  expect(seen).toMatchObject({ address: '127.0.0.1', gap: null })
})

test('both families of a listener are probed, each for itself', async () => {
  const running = await startListener()
  const target = { host: 'mx.example.org', port: running.port }
  const resolver = zoneResolver('mx.example.org A 127.0.0.1\nmx.example.org AAAA ::1')
  const probe = smtpProbe([target], { resolver, addresses: ['127.0.0.1', '::1'] })
  const seen = await probe.probe(target, null, Date.now() + 5000)
  await running.close()
  expect(seen.map(({ address, addresses }) => ({ address, addresses }))).toEqual([
    { address: '127.0.0.1', addresses: 2 },
    { address: '::1', addresses: 2 },
  ])
  expect(seen[0]?.gap).toBe(null)
  // Nothing listens on ::1, or this machine has no IPv6: either way it is told of that address alone.
  expect(seen[1]?.gap).not.toBe(null)
})
