import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { type Fault, type Gateway, type GatewayOptions, startGateway } from '../../../src/demo/gateway.ts'
import { newKey } from '../../../src/demo/gateway-keys.ts'
import type { Account } from '../../../src/edges/ssh/login.ts'
import { type ReadingOver, readHostKey } from '../../../src/edges/ssh/read-host-key.ts'
import { gapOf } from '../../../src/edges/ssh/trouble.ts'

const folder = mkdtempSync(join(tmpdir(), 'host-key-'))
afterAll(() => rmSync(folder, { recursive: true }))
const key = newKey()
const keyFile = join(folder, 'key')
writeFileSync(keyFile, key.private)

const gateways: Gateway[] = []
afterEach(async () => {
  for (const gateway of gateways.splice(0)) await gateway.close()
})

async function start(options: Partial<GatewayOptions> = {}): Promise<Gateway> {
  const gateway = await startGateway({ name: 'esa1', user: 'bot', publicKey: key.public, files: {}, ...options })
  gateways.push(gateway)
  return gateway
}

const surroundings = { secret: () => undefined, now: Date.now }
const modern: ReadingOver = { algorithms: 'modern', surroundings }
const soon = () => Date.now() + 10_000

test.each<[kind: string, faults: Fault[], over: ReadingOver]>([
  ['ssh-ed25519', [], modern],
  ['ssh-rsa', ['old-algorithms'], { ...modern, algorithms: 'legacy' }],
])('shows a key of kind %s, and tries no login', async (kind, faults, over) => {
  const gateway = await start({ faults })
  const { host, port, fingerprint } = gateway
  expect(await readHostKey(host, port, soon(), over)).toEqual({ kind, fingerprint })
  expect(gateway.logins).toEqual([])
  await vi.waitFor(() => expect(gateway.open()).toBe(0))
})

test('through a jump host, whose own key must be known', async () => {
  const gateway = await start()
  const jumpHost = await start({ forwards: true })
  const jump: Account = {
    host: jumpHost.host,
    port: jumpHost.port,
    user: 'bot',
    keyFile,
    hostKey: jumpHost.fingerprint,
  }
  const { host, port, fingerprint } = gateway
  expect(await readHostKey(host, port, soon(), { ...modern, jump })).toEqual({ kind: 'ssh-ed25519', fingerprint })
  expect([gateway.logins, new Set(jumpHost.logins)]).toEqual([[], new Set(['publickey'])])
  const wrong = { ...jump, hostKey: fingerprint }
  const refused = readHostKey(host, port, soon(), { ...modern, jump: wrong })
  await expect(refused).rejects.toMatchObject({ kind: 'host-key' })
  await vi.waitFor(() => expect([gateway.open(), jumpHost.open()]).toEqual([0, 0]))
})

test.each<[fault: Fault | 'closed', ms: number, kind: string]>([
  ['no-banner', 100, 'timeout'],
  ['cut-before-banner', 10_000, 'refused'],
  ['old-algorithms', 10_000, 'refused'],
  ['closed', 10_000, 'refused'],
])('%s is trouble that can be told', async (fault, ms, kind) => {
  const gateway = await start(fault === 'closed' ? {} : { faults: [fault] })
  if (fault === 'closed') await gateway.close()
  const failed = await readHostKey(gateway.host, gateway.port, Date.now() + ms, modern).catch((error: unknown) => error)
  expect(gapOf(failed, 'esa1').kind).toBe(kind)
  expect(gateway.logins).toEqual([])
})
