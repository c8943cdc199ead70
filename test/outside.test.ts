import { createSocket, type Socket as DatagramSocket } from 'node:dgram'
import { channel } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commands } from '../commands/index.ts'
import type { CommandContext } from '../src/answering/command.ts'
import { type DnsServer, startDnsServer } from '../src/demo/dns-server.ts'
import { type RunningListener, startListener } from '../src/demo/smtp-listener.ts'
import type { Ports } from '../src/gather/ports.ts'
import type { Settings } from '../src/gather/settings.ts'
import { openOutside } from '../src/outside.ts'
import { contextOf } from './commands/context.ts'
import { logOf, settings as plain, portsOf, refused } from './gather/ports.ts'

// Every socket of this process is watched while all that looks outside runs over a zone that wants it to go elsewhere.

/** Where packets went, as `tcp 127.0.0.1:25`; and host names that the system was asked for. */
interface Watched {
  readonly went: Set<string>
  readonly lookedUp: string[]
  stop(): void
}

function watchSockets(): Watched {
  const went = new Set<string>()
  const lookedUp: string[] = []
  const onTcp = (message: unknown) => {
    const { socket } = message as { readonly socket: Socket }
    socket.on('connectionAttempt', (ip: string, port: number) => went.add(`tcp ${ip}:${port}`))
    socket.on('lookup', (_error, _address, _family, host: string) => lookedUp.push(host))
  }
  const onUdp = (message: unknown) => {
    const { socket } = message as { readonly socket: DatagramSocket }
    // Ours are connected before they send, so this is where the kernel lets them go.
    socket.on('connect', () => {
      const { address, port } = socket.remoteAddress()
      went.add(`udp ${address}:${port}`)
    })
  }
  const channels = [
    [channel('net.client.socket'), onTcp],
    [channel('udp.socket'), onUdp],
  ] as const
  for (const [one, listen] of channels) one.subscribe(listen)
  return {
    went,
    lookedUp,
    stop() {
      for (const [one, listen] of channels) one.unsubscribe(listen)
    },
  }
}

/** Ports of loopback that no answer of a zone may lead us to. */
async function canaries() {
  const touched: string[] = []
  const tcp = createServer((socket) => {
    touched.push('tcp')
    socket.destroy()
  })
  tcp.listen(0, '127.0.0.1')
  await once(tcp, 'listening')
  const address = tcp.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const udp = createSocket('udp4').bind(port, '127.0.0.1')
  udp.on('message', () => touched.push('udp'))
  await once(udp, 'listening')
  return {
    touched,
    port,
    close() {
      tcp.close()
      udp.close()
    },
  }
}

const inside = ['127.0.0.1', '169.254.169.254', '10.0.0.1', '192.168.0.1', '0.0.0.0']

/** All names of it lead inside: mail hosts, name servers, web servers, reverse names; and a cut answer asks for TCP. */
function hostileZone(domain: string): string {
  const hosts = ['mx1', 'mx2', 'ns1', 'mta-sts', 'www'].map((name) => `${name}.${domain}`)
  return [
    `${domain} SOA ns1.${domain}.`,
    `${domain} NS ns1.${domain}.`,
    `${domain} MX 10 mx1.${domain}.`,
    `${domain} MX 20 127.0.0.1.`,
    `${domain} MX 30 localhost.`,
    `${domain} TXT "v=spf1 a mx ip4:127.0.0.1 include:www.${domain} exists:%{i}.${domain} -all"`,
    `_dmarc.${domain} TXT "v=DMARC1; p=reject; rua=https://127.0.0.1/"`,
    `_mta-sts.${domain} TXT "v=STSv1; id=1;"`,
    `_smtp._tls.${domain} TXT "v=TLSRPTv1; rua=https://169.254.169.254/"`,
    ...hosts.flatMap((host) => inside.map((address) => `${host} A ${address}`)),
    ...hosts.flatMap((host) => ['::1', '::ffff:127.0.0.1', 'fe80::1'].map((address) => `${host} AAAA ${address}`)),
  ].join('\n')
}

let dns: DnsServer
let listener: RunningListener
let ports: Ports
let settings: Settings
let canary: Awaited<ReturnType<typeof canaries>>

beforeAll(async () => {
  canary = await canaries()
  const zone = `${hostileZone('example.com')}\n${hostileZone('example.org')}\n$TCPONLY example.com TXT\n`
  dns = await startDnsServer({ zone })
  listener = await startListener()
  settings = {
    ...plain,
    // One listener by its address; others by names of a zone that turned against us.
    listeners: [
      { host: listener.host, port: listener.port },
      { host: 'mx1.example.org', port: canary.port },
      { host: 'www.example.org', port: canary.port },
    ],
  }
  const log = logOf(refused({ minutesAgo: 60, id: 7, ip: '127.0.0.1', host: 'mx1.example.com' }))
  const outside = openOutside([{ address: dns.host, port: dns.port }], settings)
  ports = { ...portsOf([log]), ...outside, clock: { now: Date.now } }
})
afterAll(async () => {
  canary.close()
  await Promise.all([dns.close(), listener.close()])
})

function run(name: string, words: string) {
  const command = commands.find((one) => one.name === name)
  if (!command) throw new Error(`there is no verb ${name}`)
  const context: CommandContext = contextOf({ ports, settings })
  return command.run(words, context)
}

test.each([
  ['dns', 'example.com'],
  ['dns', 'example.com 127.0.0.1'],
  ['dns', 'example.org'],
  ['probe', ''],
  ['why', "why didn't mail from example.com arrive?"],
  ['why', "why didn't mail from absent.example to bob@example.org arrive?"],
])('%s %s goes nowhere but to the name server and the listener of the configuration', async (name, words) => {
  const watched = watchSockets()
  const reply = await run(name, words)
  watched.stop()

  expect(reply.status).toBe(0)
  const at = (port: number) => `127.0.0.1:${port}`
  const allowed = [`udp ${at(dns.port)}`, `tcp ${at(dns.port)}`, `tcp ${at(listener.port)}`]
  expect([...watched.went].filter((where) => !allowed.includes(where))).toEqual([])
  expect(watched.went.size).toBeGreaterThan(0)
  expect(watched.lookedUp).toEqual([])
  expect(canary.touched).toEqual([])
})

test('the watch sees what goes astray', async () => {
  const watched = watchSockets()
  const { smtpProbe } = await import('../src/edges/smtp/probe.ts')
  const target = { host: '127.0.0.1', port: canary.port }
  await smtpProbe([target]).probe(target, null, Date.now() + 2000)
  watched.stop()
  expect([...watched.went]).toEqual([`tcp 127.0.0.1:${canary.port}`])
  expect(canary.touched.splice(0)).toEqual(['tcp'])
})
