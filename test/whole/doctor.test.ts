import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { doctor } from '../../src/command-line/doctor.ts'
import { newKey } from '../../src/demo/gateway-keys.ts'
import { kept } from '../command-line/streams.ts'
import { startWholeWorld, type WholeOptions, type WholeWorld } from './world.ts'

async function examined(options: WholeOptions, after?: (world: WholeWorld) => Promise<void> | void) {
  const world = await startWholeWorld({ ...options, bot: false })
  onTestFinished(() => world.close())
  onTestFinished(() => void vi.unstubAllEnvs())
  writeFileSync(join(world.folder, 'other'), newKey().private, { mode: 0o600 })
  vi.stubEnv('SLACK_BOT_TOKEN', world.slack.botToken)
  vi.stubEnv('SLACK_APP_TOKEN', world.slack.appToken)
  await after?.(world)
  const { screen, text } = kept()
  const status = await doctor(world.configuration, screen)
  expect(text()).not.toContain(world.slack.botToken)
  return { status, lines: text().replaceAll(world.folder, '').trimEnd().split('\n') }
}

it('finds the embedded world well, gateways and all', async () => {
  expect(await examined({})).toEqual({
    status: 0,
    lines: [
      '✓ /postmaster.yml: 2 gateways',
      expect.stringMatching(/^✓ SLACK_BOT_TOKEN: taken/),
      expect.stringMatching(/^✓ SLACK_APP_TOKEN: taken/),
      expect.stringMatching(/^✓ esa1: \d+\.\d+\.\d+-\d+, mail log found, clock UTC\+1$/),
      expect.stringMatching(/^✓ esa2: \d+\.\d+\.\d+-\d+, mail log found, clock UTC\+1$/),
      '✓ DNS: example.org has MX mx1.example.org, mx2.example.org',
    ],
  })
})

it.each<[string, WholeOptions, RegExp, RegExp, ((world: WholeWorld) => Promise<void>)?]>([
  ['is down', {}, /^✗ esa1: refused the connection/, /SSH is off/, (world) => world.gateways.esa1.close()],
  [
    'shows another host key',
    { mistake: ({ gateways }) => Object.assign(gateways.esa1, { hostKey: `SHA256:${'A'.repeat(43)}` }) },
    /^✗ esa1: shows another host key/,
    /write it as `hostKey`/,
  ],
  [
    'does not take our key',
    { mistake: ({ gateways }, folder) => Object.assign(gateways.esa1, { keyFile: join(folder, 'other') }) },
    /^✗ esa1: did not let us in/,
    /`user`.*`sshconfig`/,
  ],
  [
    'lost its key file',
    { mistake: ({ gateways }, folder) => Object.assign(gateways.esa1, { keyFile: join(folder, 'gone') }) },
    /^✗ esa1: did not let us in \(the key file cannot be read\)/,
    /`keyFile`/,
  ],
  ['lets nobody read', { faults: { esa1: ['role'] } }, /^✗ esa1: our account may not read the log/, /Operator role/],
  [
    'has no such log',
    { mistake: ({ gateways }) => Object.assign(gateways.esa1, { log: 'other_logs' }) },
    /^✗ esa1: has no such log/,
    /`log`.*`logconfig`/,
  ],
  [
    'speaks old algorithms only',
    { faults: { esa1: ['old-algorithms'] } },
    /^✗ esa1: refused the connection \(.*no matching/,
    /`algorithms: legacy`/,
  ],
  [
    'never answers',
    { faults: { esa1: ['hang'] }, mistake: ({ gateways }) => Object.assign(gateways.esa1, { seconds: 0.5 }) },
    /^✗ esa1: no answer in time/,
    /`seconds`/,
  ],
  ['breaks off', { faults: { esa1: ['cut-after:20'] } }, /^✗ esa1: the answer broke off/, /again/],
])('says what to mend where a gateway %s, and goes on', async (_, options, words, mend, after) => {
  const { status, lines } = await examined(options, after)
  expect(status).toBe(3)
  const at = lines.findIndex((line) => line.startsWith('✗'))
  expect(lines[at]).toMatch(words)
  expect(lines[at + 1]).toMatch(/^ {4}→ /)
  expect(lines[at + 1]).toMatch(mend)
  expect(lines.filter((line) => line.startsWith('✗'))).toHaveLength(1)
  expect(lines.filter((line) => /^✓ (esa2|DNS): /.test(line))).toHaveLength(2)
})
