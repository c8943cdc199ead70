import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../free-port.ts'
import { type Program, startProgram } from './installed.ts'

export const nameServerPrograms = ['nsd', 'unbound', 'ldns-keygen', 'ldns-signzone', 'ldns-key2ds'] as const
type Programs = Readonly<Record<(typeof nameServerPrograms)[number], string>>

/** A zone to serve. `signed`: as it should be; `expired`: signatures that ended long ago; `tampered`: changed since. */
export interface RealZone {
  readonly name: string
  /** Records, every name relative to the zone or whole with its dot; SOA and NS come by themselves. */
  readonly records: string
  readonly dnssec?: 'signed' | 'expired' | 'tampered'
}

export interface NameServers {
  /** NSD: authoritative for the zones, and for nothing else. */
  readonly authoritative: number
  /** Unbound before it, which validates. */
  readonly validating: number
  /** The same, that answers over TCP alone. */
  readonly overTcp: number
  /** The validating one's process, to be stopped and woken. */
  readonly process: Program['child']
  close(): Promise<void>
}

/** NSD with the zones, and two Unbounds before it that trust the keys of the signed ones. All on loopback, in `folder`. */
export async function startNameServers(
  programs: Programs,
  folder: string,
  zones: readonly RealZone[],
): Promise<NameServers> {
  const [authoritative, validating, overTcp] = [await freePort(), await freePort(), await freePort()]
  const anchors = zones.flatMap((zone) => layZone(programs, folder, zone))
  const served = zones.map(({ name }) => `zone:\n  name: "${name}"\n  zonefile: "${join(folder, `${name}.zone`)}"\n`)
  writeFileSync(join(folder, 'anchors'), anchors.join('\n'))
  writeFileSync(
    join(folder, 'nsd.conf'),
    [
      'server:',
      `  ip-address: 127.0.0.1@${authoritative}`,
      '  username: ""',
      '  chroot: ""',
      `  zonesdir: "${folder}"`,
      '  database: ""',
      ...['pidfile', 'xfrdfile', 'zonelistfile'].map((name) => `  ${name}: "${join(folder, `nsd.${name}`)}"`),
      `  xfrdir: "${folder}"`,
      '  server-count: 1',
      '  verbosity: 2',
      'remote-control:',
      '  control-enable: no',
      ...served,
    ].join('\n'),
  )
  const unbound = (name: string, port: number, more: readonly string[]) => {
    const path = join(folder, `${name}.conf`)
    const stubs = zones.flatMap((zone) => [
      'stub-zone:',
      `  name: "${zone.name}"`,
      `  stub-addr: 127.0.0.1@${authoritative}`,
    ])
    const server = [
      ...['server:', '  interface: 127.0.0.1', `  port: ${port}`, '  username: ""', '  chroot: ""', '  pidfile: ""'],
      ...[`  directory: "${folder}"`, '  do-daemonize: no', '  use-syslog: no', '  verbosity: 1', '  num-threads: 1'],
      ...['  do-ip6: no', '  do-not-query-localhost: no', '  module-config: "validator iterator"', '  ede: yes'],
      ...[`  trust-anchor-file: "${join(folder, 'anchors')}"`, '  access-control: 127.0.0.0/8 allow', ...more],
      ...['remote-control:', '  control-enable: no', ...stubs],
    ]
    writeFileSync(path, server.join('\n'))
    return startProgram(programs.unbound, ['-d', '-c', path], /start of service/)
  }
  const started: Program[] = []
  const close = async () => {
    for (const program of started.reverse()) await program.close()
  }
  try {
    started.push(await startProgram(programs.nsd, ['-d', '-c', join(folder, 'nsd.conf')], /nsd started/))
    const first = await unbound('validating', validating, [])
    started.push(first)
    started.push(await unbound('tcp', overTcp, ['  do-udp: no', '  tcp-upstream: yes']))
    return { authoritative, validating, overTcp, process: first.child, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Writes the zone's file, signed where it shall be, and gives the trust anchor of its key. */
function layZone(programs: Programs, folder: string, { name, records, dnssec }: RealZone): string[] {
  const path = join(folder, `${name}.zone`)
  const soa = `@ IN SOA ns1 hostmaster 1 3600 600 86400 300\n@ IN NS ns1\nns1 IN A 192.0.2.53`
  const text = `$ORIGIN ${name}.\n$TTL 300\n${soa}\n${records}\n`
  writeFileSync(path, text)
  if (!dnssec) return []
  const run = (program: string, argv: readonly string[]) =>
    execFileSync(program, argv, { cwd: folder, encoding: 'utf8' }).trim()
  const key = run(programs['ldns-keygen'], ['-a', 'ECDSAP256SHA256', '-k', name])
  const dates = dnssec === 'expired' ? ['-i', '20200101000000', '-e', '20200201000000'] : []
  run(programs['ldns-signzone'], [...dates, '-f', `${path}.signed`, path, key])
  const signed = readFileSync(`${path}.signed`, 'utf8')
  writeFileSync(path, dnssec === 'tampered' ? signed.replaceAll(/\b192\.0\.2\.1\b/g, '203.0.113.66') : signed)
  return [run(programs['ldns-key2ds'], ['-n', '-2', join(folder, `${key}.key`)])]
}
