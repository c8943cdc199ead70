import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startGateway } from '../../src/demo/gateway.ts'
import { newKey } from '../../src/demo/gateway-keys.ts'
import { source } from '../../src/edges/sources/asyncos.ts'

const agent = '/usr/bin/ssh-agent'

if (!existsSync(agent)) console.info('passed over: there is no ssh-agent here')

test('logs in with the key that an agent holds, after the key file was refused', async () => {
  const key = newKey()
  const folder = mkdtempSync(join(tmpdir(), 'agent-'))
  const socket = join(folder, 'socket')
  const keyFile = join(folder, 'key')
  const otherKeyFile = join(folder, 'other-key')
  writeFileSync(keyFile, key.private, { mode: 0o600 })
  writeFileSync(otherKeyFile, newKey().private, { mode: 0o600 })
  const gateway = await startGateway({
    name: 'esa1',
    user: 'bot',
    publicKey: key.public,
    files: { 'mail.current': '' },
  })
  const present = existsSync(agent)
  const child = present ? spawn(agent, ['-D', '-a', socket], { stdio: ['ignore', 'pipe', 'ignore'] }) : null
  if (child?.stdout) {
    await once(child.stdout, 'data')
    execFileSync('/usr/bin/ssh-add', ['-q', keyFile], { env: { SSH_AUTH_SOCK: socket } })
  }
  const config = source.config.parse({
    source: 'asyncos',
    host: gateway.host,
    port: gateway.port,
    user: 'bot',
    hostKey: gateway.fingerprint,
    agent: 'SSH_AUTH_SOCK',
    keyFile: present ? otherKeyFile : keyFile,
  })
  const secret = (name: string) => (name === 'SSH_AUTH_SOCK' ? socket : undefined)
  const opened = source.open('esa1', config, { secret, now: Date.now })
  const health = await opened.health(Date.now() + 10_000)
  await opened.close()
  await gateway.close()
  child?.kill()
  rmSync(folder, { recursive: true })
  expect(health).toEqual({ ok: true, version: '15.0.0-104', utcOffset: null, gaps: [] })
})
