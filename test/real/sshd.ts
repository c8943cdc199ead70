import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { namesOf, newKey } from '../../src/demo/gateway-keys.ts'

/** OpenSSH's server, where it is installed; SSHD names another one than the system's. */
export const sshd = [process.env.SSHD ?? '', '/usr/sbin/sshd', '/usr/local/sbin/sshd'].find(
  (path) => path && existsSync(path),
)

/** A real SSH server on loopback. */
export interface Sshd {
  readonly port: number
  readonly fingerprint: string
  /** The host key's public part, as it stands in a known_hosts file. */
  readonly publicHostKey: string
  readonly user: string
  readonly pid: number
  /** What the server wrote since it began to listen. */
  log(): string
  close(): Promise<void>
}

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
  // Left open, to be read on.
  for await (const chunk of child.stderr?.iterator({ destroyOnReturn: false }) ?? []) {
    said += String(chunk)
    if (said.includes('Server listening')) return
  }
  throw new Error(`sshd did not start: ${said}`)
}

/**
 * Starts one that lets in whoever holds a key, as the user who runs this. Its files go into `folder`; `more` are lines of
 * its configuration.
 */
export async function startSshd(folder: string, publicKey: string, more: readonly string[] = []): Promise<Sshd> {
  if (!sshd) throw new Error('OpenSSH’s server is not installed')
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
    ...more,
    '',
  ].join('\n')
  writeFileSync(join(folder, 'host-key'), host.private, { mode: 0o600 })
  writeFileSync(join(folder, 'authorized_keys'), `${publicKey}\n`, { mode: 0o600 })
  writeFileSync(join(folder, 'sshd_config'), config)
  // Where it starts as root, sshd wants an empty folder to part with its rights in.
  if (userInfo().uid === 0) mkdirSync('/run/sshd', { recursive: true })
  const child = spawn(sshd, ['-D', '-e', '-f', join(folder, 'sshd_config')], { stdio: ['ignore', 'ignore', 'pipe'] })
  const log: string[] = []
  await listening(child)
  child.stderr?.on('data', (chunk) => log.push(String(chunk)))
  return {
    port,
    ...namesOf(host.private),
    user: userInfo().username,
    pid: child.pid ?? 0,
    log: () => log.join(''),
    async close() {
      child.kill()
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}
