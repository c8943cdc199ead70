import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach } from 'vitest'
import { type Gateway, type GatewayOptions, startGateway } from '../../../src/demo/gateway.ts'
import { newKey } from '../../../src/demo/gateway-keys.ts'
import { source } from '../../../src/edges/sources/asyncos.ts'
import { openGatewayLog } from '../../../src/edges/ssh/gateway-log.ts'
import type { Budget, LogSource, Needle } from '../../../src/gather/ports.ts'

export const folder = mkdtempSync(join(tmpdir(), 'asyncos-'))
afterAll(() => rmSync(folder, { recursive: true }))

export const key = newKey()
export const otherKey = newKey()
export const keyFile = join(folder, 'key')
export const otherKeyFile = join(folder, 'other-key')
export const notAKey = join(folder, 'not-a-key')
writeFileSync(keyFile, key.private)
writeFileSync(otherKeyFile, otherKey.private)
writeFileSync(notAKey, 'hello')
export const lockedKey = newKey('rsa', 'correct horse')
export const lockedKeyFile = join(folder, 'locked-key')
writeFileSync(lockedKeyFile, lockedKey.private)

export const day = (at: string) => Date.parse(at)
export const now = day('2026-01-06T12:00:00Z')
export const window = { from: day('2026-01-05T12:00:00Z'), to: now }
export const budget: Budget = { lines: 10_000, bytes: 10_000_000, deadline: now + 60_000 }

export const rolled = [
  'Mon Jan  5 09:00:00 2026 Info: Begin Logfile',
  'Mon Jan  5 09:00:00 2026 Info: Version: 15.0.0-104 SN: 4200C0FFEE00-DEMO',
  'Mon Jan  5 09:00:00 2026 Info: Time offset from UTC: 3600 seconds',
  'Mon Jan  5 10:00:00 2026 Info: New SMTP ICID 7 interface Data 1 (192.0.2.1) address 198.51.100.9 reverse dns host mx.example.com verified yes',
  'Mon Jan  5 10:00:00 2026 Info: ICID 7 ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 2.1 country Switzerland',
  'Mon Jan  5 10:00:01 2026 Info: Start MID 123 ICID 7',
  'Mon Jan  5 10:00:01 2026 Info: MID 123 ICID 7 From: <alice@Example.com>',
  'Mon Jan  5 10:00:01 2026 Info: Start MID 1234 ICID 70',
  "Mon Jan  5 10:00:02 2026 Info: MID 1234 Subject 'MID 12 and Begin Logfile'",
  'Mon Jan  5 10:00:02 2026 Info: Message 123 to RID [0] pending till tomorrow',
  'Mon Jan  5 10:00:02 2026 Warning: MID: 123 RID: 0 is late',
  'Mon Jan  5 10:00:03 2026 Info: New SMTP ICID 8 interface Data 1 (192.0.2.1) address 198.51.100.90 reverse dns host unknown verified no',
  'Mon Jan  5 10:00:03 2026 Info: New SMTP ICID 9 interface Data 1 (192.0.2.1) address 2001:db8:0:1::25 reverse dns host unknown verified no',
  'Mon Jan  5 10:00:04 2026 Info: SMTP Auth (ICID 7) succeeded for user: alice using AUTH mechanism: PLAIN with profile: in',
  'Tue Jan  6 00:00:02 2026 Info: End Logfile',
  '',
].join('\n')
export const current = [
  'Tue Jan  6 00:00:02 2026 Info: Begin Logfile',
  'Tue Jan  6 00:00:02 2026 Info: Time offset from UTC: 3600 seconds',
  'Tue Jan  6 00:00:03 2026 Info: MID 200 ICID 11 From: <bob@example.net>',
  '',
].join('\n')
export const files = { 'mail.@20260105T090000.s': rolled, 'mail.current': current }

const gateways: Gateway[] = []
const sources: LogSource[] = []

/** Closes what was opened; done after each test by itself. */
export async function closeAll(): Promise<void> {
  for (const opened of sources.splice(0)) await opened.close()
  for (const gateway of gateways.splice(0)) await gateway.close()
}
afterEach(closeAll)

export async function start(options: Partial<GatewayOptions> = {}): Promise<Gateway> {
  const gateway = await startGateway({
    name: 'esa1.example.org',
    user: 'bot',
    publicKey: key.public,
    files,
    ...options,
  })
  gateways.push(gateway)
  return gateway
}

export const secrets: Readonly<Record<string, string>> = { RIGHT: 'correct horse', WRONG: 'battery staple' }

export function open(config: Record<string, unknown>, quietMs = 20): LogSource {
  const parsed = source.config.parse({ source: 'asyncos', host: '127.0.0.1', user: 'bot', keyFile, ...config })
  const began = performance.now()
  const surroundings = { secret: (name: string) => secrets[name], now: () => now + performance.now() - began }
  const opened = openGatewayLog('esa1', parsed, surroundings, quietMs)
  sources.push(opened)
  return opened
}

export function reach({ port, fingerprint }: Gateway, config: Record<string, unknown> = {}): LogSource {
  return open({ port, hostKey: fingerprint, ...config })
}

export const domain: Needle = { kind: 'text', text: 'example.com' }

export async function linesFor(opened: LogSource, ...needles: Needle[]): Promise<string[]> {
  const { lines } = await opened.search({ needles, window }, budget)
  return lines
    .map(({ text }) => text.slice(text.indexOf(': ') + 2))
    .filter((text) => !/ogfile$|^Time offset/.test(text))
}
