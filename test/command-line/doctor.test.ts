import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { doctor } from '../../src/command-line/doctor.ts'
import { startDnsServer } from '../../src/demo/dns-server.ts'
import { startApi } from '../edges/slack/api.ts'
import { kept } from './streams.ts'

const now = Date.parse('2026-11-20T12:00:00Z')
const header = [
  'Fri Nov 20 09:00:00 2026 Info: Begin Logfile',
  'Fri Nov 20 09:00:00 2026 Info: Version: 16.0.0-050 SN: 420D00000000-000000000000',
  'Fri Nov 20 09:00:00 2026 Info: Time offset from UTC: 3600 seconds',
  'Fri Nov 20 09:00:01 2026 Info: ICID 7 close',
  '',
].join('\n')

interface Case {
  readonly gateways?: string
  readonly domain?: string
  readonly botToken?: string
}

async function examined({ gateways, domain = 'example.org', botToken = 'xoxb-1' }: Case) {
  const folder = mkdtempSync(join(tmpdir(), 'postmaster-test-'))
  writeFileSync(join(folder, 'mail.log'), header)
  const api = await startApi({
    'auth.test': { ok: true, user: 'postmaster', team: 'Example' },
    'apps.connections.open': { ok: true, url: 'wss://127.0.0.1/' },
  })
  const zone = '$SERVFAIL broken.example.org\nexample.org. MX 10 mx1.example.org.\nplain.example.org. A 192.0.2.1\n'
  const dns = await startDnsServer({ zone })
  vi.stubEnv('SLACK_BOT_TOKEN', botToken)
  vi.stubEnv('SLACK_APP_TOKEN', 'xapp-1')
  onTestFinished(async () => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
    await Promise.all([api.close(), dns.close()])
  })
  const own = (gateways ?? 'esa1: { source: files, paths: [LOG] }').replaceAll('LOG', join(folder, 'mail.log'))
  const path = join(folder, 'postmaster.yml')
  writeFileSync(
    path,
    `gateways: { ${own} }
ours: { domains: [${domain}] }
dns: { servers: ['${dns.host}:${dns.port}'] }
slack: { apiUrl: '${api.url}' }
`,
  )
  const { screen, text } = kept()
  const status = await doctor(path, screen, () => now)
  return { status, lines: text().replaceAll(folder, '').trimEnd().split('\n') }
}

it('finds nothing to mend where all is well', async () => {
  expect(await examined({})).toEqual({
    status: 0,
    lines: [
      '✓ /postmaster.yml: 1 gateway',
      '✓ SLACK_BOT_TOKEN: taken; the bot is postmaster in Example',
      '✓ SLACK_APP_TOKEN: taken; Socket Mode can be opened',
      '✓ esa1: 16.0.0-050, mail log found, clock UTC+1',
      '✓ DNS: example.org has MX mx1.example.org',
    ],
  })
})

it.each<[string, Case, RegExp, RegExp]>([
  ['a token', { botToken: '' }, /^✗ SLACK_BOT_TOKEN: not set$/, /OAuth & Permissions/],
  ['a log', { gateways: 'esa1: { source: files, paths: [/nowhere/log] }' }, /^✗ esa1: .*no such file/, /path/],
  [
    'a gateway that is down',
    {
      gateways: `esa1: { source: asyncos, host: 127.0.0.1, port: 1, user: u, agent: NONE, passwordEnv: SLACK_BOT_TOKEN, hostKey: 'SHA256:${'A'.repeat(43)}' }`,
    },
    /^✗ esa1: .*(cannot be reached|refused)/,
    /firewall|SSH is off/,
  ],
  [
    'a zone that is not the log’s',
    { gateways: 'esa1: { source: files, paths: [LOG], timeZone: Asia/Tokyo }' },
    /^✗ esa1: 16\.0\.0-050, mail log found, clock UTC\+/,
    /`timeZone` is Asia\/Tokyo/,
  ],
  ['a domain without MX', { domain: 'plain.example.org' }, /^✗ DNS: plain\.example\.org has no MX/, /ours\.domains/],
  ['a name server', { domain: 'broken.example.org' }, /^✗ DNS: no answer for broken/, /dns\.servers/],
])('says what to mend: %s', async (_, given, words, mend) => {
  const { status, lines } = await examined(given)
  expect(status).toBe(3)
  const at = lines.findIndex((line) => words.test(line))
  expect(lines[at]).toMatch(words)
  expect(lines[at + 1]).toMatch(mend)
  expect(lines[at + 1]).toMatch(/^ {4}→ /)
})

it('goes on with the other gateways where one is down', async () => {
  const { lines } = await examined({
    gateways: 'a: { source: files, paths: [/nowhere/log] }, b: { source: files, paths: [LOG] }',
  })
  expect(lines.filter((line) => /^. [ab]: /.test(line)).map((line) => line.slice(0, 4))).toEqual(['✗ a:', '✓ b:'])
})

it('names each thing that is wrong with the configuration', async () => {
  const { screen, text } = kept()
  const folder = mkdtempSync(join(tmpdir(), 'postmaster-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'postmaster.yml'), 'gateways: { esa1: { source: ftp } }\nours: { domains: [] }\n')
  expect(await doctor(join(folder, 'postmaster.yml'), screen)).toBe(2)
  expect(text()).toMatch(/^✗ gateways\.esa1\.source: must be one of .*\n✗ ours\.domains: name .*\n$/)
})
