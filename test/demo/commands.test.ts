import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DnsServer, startDnsServer } from '../../src/demo/dns-server.ts'
import { type Gateway, startGateway } from '../../src/demo/gateway.ts'
import { newKey } from '../../src/demo/gateway-keys.ts'
import { composeWorld } from '../../src/demo/world/compose.ts'
import { dnsResolver, parseServer } from '../../src/edges/dns/resolver.ts'
import { source } from '../../src/edges/sources/asyncos.ts'
import { memoryStore } from '../../src/edges/store/memory.ts'
import { gather } from '../../src/gather/gather.ts'
import { defaultLimits } from '../../src/gather/settings.ts'

// How many commands a question costs on each gateway. A gateway reads its whole log for each, so the number counts.

const now = Date.parse('2026-01-06T12:00:00Z')
const world = composeWorld({ now, seed: 20_261_121, utcOffset: 3600 })
const folder = mkdtempSync(join(tmpdir(), 'commands-'))
const keyFile = join(folder, 'key')
const gateways = new Map<string, Gateway>()
let dns: DnsServer

beforeAll(async () => {
  const key = newKey()
  writeFileSync(keyFile, key.private)
  dns = await startDnsServer({ zone: world.zone })
  for (const [name, { files }] of Object.entries(world.gateways)) {
    const texts = Object.fromEntries(files.map(({ name: file, text }) => [file, text]))
    gateways.set(name, await startGateway({ name, user: 'bot', publicKey: key.public, files: texts }))
  }
})
afterAll(async () => {
  for (const gateway of gateways.values()) await gateway.close()
  await dns.close()
  rmSync(folder, { recursive: true })
})

/** Commands by gateway. */
async function commandsFor(domain: string): Promise<Record<string, number>> {
  const before = new Map([...gateways].map(([name, { commands }]) => [name, commands.length]))
  const sources = [...gateways].map(([name, { host, port, fingerprint }]) => {
    const config = source.config.parse({ source: 'asyncos', host, port, user: 'bot', keyFile, hostKey: fingerprint })
    return source.open(name, config, { secret: () => undefined, now: () => now })
  })
  const server = parseServer(`${dns.host}:${dns.port}`)
  const evidence = await gather(
    {
      about: { domain },
      recipient: null,
      window: { from: now - 86_400_000, to: now },
      windowStated: false,
      gateways: [],
      language: 'en',
      timeZone: 'UTC',
      now,
    },
    {
      sources,
      resolver: dnsResolver({ servers: server ? [server] : [] }),
      probe: null,
      clock: { now: () => now },
      store: memoryStore(),
    },
    { ours: world.ours, listeners: [], timeZone: 'UTC', language: 'en', zones: {}, limits: defaultLimits },
    () => undefined,
  )
  for (const opened of sources) await opened.close()
  expect(evidence.coverage.map(({ complete }) => complete)).toEqual([true, true])
  return Object.fromEntries(
    [...gateways].map(([name, { commands }]) => [name, commands.length - (before.get(name) ?? 0)]),
  )
}

test.each<[domain: string, most: Record<string, number>]>([
  ['example.com', { esa1: 9, esa2: 10 }],
  ['example.net', { esa1: 6, esa2: 9 }],
])('%s', async (domain, most) => {
  expect(await commandsFor(domain)).toEqual(most)
})
