import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Connection } from 'ssh2'
import ssh2 from 'ssh2'
import { namesOf, newKey } from '../../../src/demo/gateway-keys.ts'
import { type FileFault, serveFiles } from './sftp-server.ts'

/** A Unix host on loopback that can be logged in to. */
export interface UnixHost {
  readonly port: number
  readonly fingerprint: string
  readonly user: string
  /** Every command that was run. */
  readonly commands: readonly string[]
  /** Logins that succeeded. */
  logins(): number
  /** The most commands that ran at the same time. */
  mostAtOnce(): number
  /** Bytes that commands printed. */
  sent(): number
  /** What to do with a command instead of running it. */
  instead: 'cut' | 'hang' | 'no-status' | 'refuse' | 'forbid' | null
  /** Done after each command and each list of files, before its answer is over: what happens on the host meanwhile. */
  meanwhile: () => void
  /** A folder whose programs are found before the system's own. */
  programs: string | null
  /** How files are served; null for not at all. */
  files: 'well' | FileFault | null
  /** How many pieces of files were asked for. */
  readonly count: { reads: number }
  close(): Promise<void>
}

/** Serves `sh -c` over SSH within this process, to whoever holds a key: for tests on loopback only. */
export async function startUnixHost(publicKey: string): Promise<UnixHost> {
  const hostKey = newKey().private
  const allowed = ssh2.utils.parseKey(publicKey)
  if (allowed instanceof Error) throw allowed
  const commands: string[] = []
  const connections = new Set<Connection>()
  let logins = 0
  let running = 0
  let most = 0
  let sent = 0
  const server = new ssh2.Server({ hostKeys: [hostKey] }, (connection) => {
    connections.add(connection)
    connection.on('error', () => undefined)
    connection.on('close', () => connections.delete(connection))
    connection.on('authentication', (context) => {
      const fits =
        context.method === 'publickey' &&
        context.key.data.equals(allowed.getPublicSSH()) &&
        (!context.signature || !context.blob || allowed.verify(context.blob, context.signature, context.hashAlgo))
      if (fits) context.accept()
      else context.reject(['publickey'])
    })
    connection.on('ready', () => {
      logins += 1
    })
    connection.on('session', (take) => {
      const session = take()
      session.on('sftp', (open, refuse) => {
        const fault = () => (host.files === 'well' ? null : host.files)
        if (host.files === null) return refuse()
        serveFiles(open(), fault, { count: host.count, meanwhile: () => host.meanwhile() }, () => connection.end())
      })
      session.on('exec', (open, refuse, { command }) => {
        commands.push(command)
        if (host.instead === 'refuse') return refuse?.()
        const channel = open()
        if (host.instead === 'forbid') {
          channel.write('This service allows sftp connections only.\n')
          channel.exit(1)
          return void channel.end()
        }
        channel.on('error', () => undefined)
        if (host.instead === 'hang') return
        if (host.instead === 'cut') {
          channel.write('half an ans', () => connection.end())
          return
        }
        const path = [host.programs ?? [], process.env.PATH ?? []].flat().join(':')
        const child = spawn('/bin/sh', ['-c', command], { env: { ...process.env, PATH: path } })
        running += 1
        most = Math.max(most, running)
        child.stdin.on('error', () => undefined)
        channel.pipe(child.stdin)
        child.stdout.pipe(channel, { end: false })
        child.stdout.on('data', (chunk: Buffer) => {
          sent += chunk.length
        })
        child.stderr.pipe(channel.stderr, { end: false })
        child.on('close', (status) => {
          running -= 1
          host.meanwhile()
          if (host.instead !== 'no-status') channel.exit(status ?? 255)
          channel.end()
        })
      })
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host: UnixHost = {
    port: (server.address() as AddressInfo).port,
    fingerprint: namesOf(hostKey).fingerprint,
    user: 'bot',
    commands,
    logins: () => logins,
    mostAtOnce: () => most,
    sent: () => sent,
    instead: null,
    meanwhile: () => undefined,
    programs: null,
    files: null,
    count: { reads: 0 },
    async close() {
      for (const connection of connections) connection.end()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
  return host
}
