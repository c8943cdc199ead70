import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { doctor } from '../../src/command-line/doctor.ts'
import { newKey } from '../../src/demo/gateway-keys.ts'
import { kept } from '../command-line/streams.ts'
import { startWholeWorld, type WholeOptions, type Written } from './world.ts'

const password = 'canary-of-the-password'
const passphrase = 'canary-of-the-passphrase'
const wrong = 'canary-that-is-wrong'
const locked = newKey('rsa', passphrase)

const by = (login: Record<string, unknown>) => (written: Written) => {
  Object.assign(written.gateways.esa1, { keyFile: undefined }, login)
}
const byLockedKey = (env: string) => (written: Written, folder: string) => {
  writeFileSync(join(folder, 'locked'), locked.private, { mode: 0o600 })
  by({ keyFile: join(folder, 'locked'), passphraseEnv: env })(written)
}

/** The way by which the secret was really used, so that it could have been told; none where it opens no key. */
const cases: readonly [what: string, way: string | undefined, options: WholeOptions][] = [
  ['a password that is right', 'keyboard-interactive', { mistake: by({ passwordEnv: 'CANARY_PASSWORD' }) }],
  ['a password that is wrong', 'keyboard-interactive', { mistake: by({ passwordEnv: 'CANARY_WRONG' }) }],
  [
    'a password and a second question',
    'keyboard-interactive',
    { mistake: by({ passwordEnv: 'CANARY_PASSWORD' }), faults: { esa1: ['second-question'] } },
  ],
  [
    'a password that is out of date',
    'keyboard-interactive',
    { mistake: by({ passwordEnv: 'CANARY_PASSWORD' }), faults: { esa1: ['expired'] } },
  ],
  [
    'a password and a connection that breaks',
    'keyboard-interactive',
    { mistake: by({ passwordEnv: 'CANARY_PASSWORD' }), faults: { esa1: ['cut-after:100'] } },
  ],
  ['a key whose passphrase is right', 'publickey', { mistake: byLockedKey('CANARY_PASSPHRASE') }],
  ['a key whose passphrase is wrong', undefined, { mistake: byLockedKey('CANARY_WRONG') }],
]

it.each(cases)('nobody is told a secret: %s', async (_, way, options) => {
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.stubEnv('CANARY_PASSWORD', password)
  vi.stubEnv('CANARY_PASSPHRASE', passphrase)
  vi.stubEnv('CANARY_WRONG', wrong)
  const world = await startWholeWorld({ ...options, password })
  onTestFinished(() => world.close())
  vi.stubEnv('SLACK_BOT_TOKEN', world.slack.botToken)
  vi.stubEnv('SLACK_APP_TOKEN', world.slack.appToken)

  const { answer, calls } = await world.ask("why didn't mail from copperline.example arrive?")
  const status = await world.ask('status')
  const reply = await world.run('why', "why didn't mail from copperline.example arrive?")
  const { screen, text } = kept()
  await doctor(world.configuration, screen)

  expect(world.gateways.esa1.logins[0]).toBe(way)
  expect(world.logged()).not.toBe('')

  const key = readFileSync(join(world.folder, 'id'), 'utf8').split('\n')[1] ?? ''
  const lockedKey = locked.private.split('\n')[1] ?? ''
  const secrets = [password, passphrase, wrong, key, lockedKey].flatMap((secret) => [
    secret,
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    Buffer.from(secret).toString('hex'),
  ])
  const told = { answer, calls: [...calls, ...status.calls], reply, doctor: text(), log: world.logged() }
  for (const [where, what] of Object.entries(told)) {
    for (const secret of secrets) expect(JSON.stringify(what), where).not.toContain(secret)
  }
  for (const token of [world.slack.botToken, world.slack.appToken]) {
    expect([world.logged(), text(), JSON.stringify(reply)].join('\n')).not.toContain(token)
  }
})
