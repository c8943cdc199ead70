import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { namesOf, newKey } from '../../src/demo/gateway-keys.ts'
import { logHostCases } from '../edges/sources/log-host-cases.ts'

// The same cases as against the stand-in, against OpenSSH's server. SSHD names another one than the system's.
const sshd = [process.env.SSHD ?? '', '/usr/sbin/sshd', '/usr/local/sbin/sshd'].find((path) => path && existsSync(path))

const folder = mkdtempSync(join(tmpdir(), 'sshd-'))
afterAll(() => rmSync(folder, { recursive: true }))
const key = newKey()
const keyFile = join(folder, 'key')
writeFileSync(keyFile, key.private, { mode: 0o600 })

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await new Promise((done) => server.close(done))
  return port
}

async function listening(child: ChildProcess): Promise<void> {
  let said = ''
  for await (const chunk of child.stderr ?? []) {
    said += String(chunk)
    if (said.includes('Server listening')) return
  }
  throw new Error(`sshd did not start: ${said}`)
}

async function startSshd(program: string) {
  const host = newKey()
  const port = await freePort()
  const config = [
    `ListenAddress 127.0.0.1:${port}`,
    `HostKey ${join(folder, 'host-key')}`,
    `AuthorizedKeysFile ${join(folder, 'authorized_keys')}`,
    'StrictModes no',
    'UsePAM no',
    'PasswordAuthentication no',
    'PidFile none',
    'PermitRootLogin yes',
    '',
  ].join('\n')
  writeFileSync(join(folder, 'host-key'), host.private, { mode: 0o600 })
  writeFileSync(join(folder, 'authorized_keys'), `${key.public}\n`, { mode: 0o600 })
  writeFileSync(join(folder, 'sshd_config'), config)
  // Where it starts as root, sshd wants an empty folder to part with its rights in.
  if (userInfo().uid === 0) mkdirSync('/run/sshd', { recursive: true })
  const child = spawn(program, ['-D', '-e', '-f', join(folder, 'sshd_config')], { stdio: ['ignore', 'ignore', 'pipe'] })
  await listening(child)
  return {
    port,
    fingerprint: namesOf(host.private).fingerprint,
    user: userInfo().username,
    async close() {
      child.kill()
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

if (sshd) logHostCases('a Unix host with OpenSSH', keyFile, () => startSshd(sshd))
else console.info('passed over: OpenSSH’s server is not installed, so the log host was tried against the stand-in only')

test('a server that is named is there', () => {
  expect(process.env.SSHD === undefined || existsSync(process.env.SSHD)).toBe(true)
})
