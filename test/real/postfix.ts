import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { SelfSigned } from '../../src/demo/certificate.ts'
import { freePort } from '../free-port.ts'

/** Settings of one listener, as `-o` of master.cf has them. */
export type PostfixListener = Readonly<Record<string, string>>

export interface Postfix<Name extends string> {
  readonly ports: Readonly<Record<Name, number>>
  close(): void
}

/**
 * Postfix on loopback, all of it in `folder`, one smtpd for each listener. It must be root that starts it: the master
 * process gives its children their own user.
 */
export async function startPostfix<Name extends string>(
  program: string,
  folder: string,
  tls: SelfSigned,
  listeners: Readonly<Record<Name, PostfixListener>>,
): Promise<Postfix<Name>> {
  chmodSync(folder, 0o755)
  const [config, spool, data] = ['config', 'spool', 'data'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  for (const path of [config, spool, data]) mkdirSync(path)
  execFileSync('chown', ['postfix', data])
  writeFileSync(join(config, 'tls.pem'), `${tls.key}${tls.cert}`, { mode: 0o600 })
  const names = Object.keys(listeners) as Name[]
  const ports = {} as Record<Name, number>
  for (const name of names) ports[name] = await freePort()
  const main = {
    compatibility_level: '3.6',
    queue_directory: spool,
    data_directory: data,
    command_directory: '/usr/sbin',
    daemon_directory: '/usr/lib/postfix/sbin',
    mail_owner: 'postfix',
    setgid_group: 'postdrop',
    myhostname: 'mx.example.org',
    mydestination: 'example.org',
    local_recipient_maps: 'inline:{bob=1}',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    smtpd_client_connection_count_limit: '0',
    smtpd_peername_lookup: 'no',
    smtpd_tls_chain_files: join(config, 'tls.pem'),
    smtpd_relay_restrictions: 'permit_auth_destination, reject',
    maillog_file: join(folder, 'mail.log'),
    maillog_file_prefixes: folder,
  }
  writeFileSync(
    join(config, 'main.cf'),
    Object.entries(main)
      .map(([key, value]) => `${key} = ${value}\n`)
      .join(''),
  )
  const smtpds = names.map((name) => {
    const options = Object.entries(listeners[name]).map(([key, value]) => `\n  -o { ${key} = ${value} }`)
    return `127.0.0.1:${ports[name]} inet n - n - - smtpd${options.join('')}`
  })
  // What smtpd talks to: addresses, TLS sessions, and where a mail would go. There is no queue manager: none is sent.
  const inner = [
    'rewrite unix - - n - - trivial-rewrite',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
    'cleanup unix n - n - 0 cleanup',
    'bounce unix - - n - 0 bounce',
  ]
  const log = 'postlog unix-dgram n - n - 1 postlogd'
  writeFileSync(join(config, 'master.cf'), [...smtpds, ...inner, log, ''].join('\n'))
  const run = (verb: string) => execFileSync(program, ['-c', config, verb], { stdio: 'pipe' })
  run('start')
  for (const name of names) await listening(ports[name])
  return { ports, close: () => void run('stop') }
}

/** Resolves once somebody listens; the test's own time is the limit. */
async function listening(port: number): Promise<void> {
  while (true) {
    const socket = connect(port, '127.0.0.1')
    const open = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'close').then(() => false),
    ]).catch(() => false)
    socket.destroy()
    if (open) return
    await new Promise((done) => setImmediate(done))
  }
}
