import { createSocket, type Socket as UdpSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type Server, type Socket as TcpSocket } from 'node:net'
import packet from 'dns-packet'
import type { ExtendedError, RecordType } from '../checks/resolver.ts'
import { bogus, lookUp, troublesOf, type Zone, type ZoneRecord } from './zone.ts'
import { parseZone } from './zone-file.ts'

/** A question the server was asked, in order of arrival. */
export interface DnsQuery {
  readonly name: string
  readonly type: string
  readonly via: 'udp' | 'tcp'
}

export interface DnsServer {
  readonly host: string
  readonly port: number
  readonly queries: readonly DnsQuery[]
  close(): Promise<void>
}

const host = '127.0.0.1'
const serverFailure = 2
const noSuchName = 3
const notImplemented = 4
const plainUdpBytes = 512
const extendedErrorOption = 15

/**
 * Starts an authoritative DNS server on loopback, over UDP and TCP on one port. `zone` is zone text (see parseZone);
 * `port` 0, or none, takes a free one. Names outside the zone do not exist. Rejects where the port is taken.
 */
export async function startDnsServer(options: { readonly zone: string; readonly port?: number }): Promise<DnsServer> {
  const zone = parseZone(options.zone)
  const queries: DnsQuery[] = []
  const { udp, tcp, port } = await listenOnBoth(options.port ?? 0)
  const open = new Set<TcpSocket>()
  const timers = new Set<NodeJS.Timeout>()
  let closed = false

  function answer(request: Buffer, via: 'udp' | 'tcp', send: (reply: Buffer) => void): void {
    const reply = replyTo(zone, request, via, queries)
    if (!reply) {
      return
    }
    const timer = setTimeout(() => {
      timers.delete(timer)
      if (!closed) {
        send(reply.bytes)
      }
    }, reply.delayMs)
    timers.add(timer)
  }

  udp.on('message', (request, from) => {
    answer(request, 'udp', (reply) => udp.send(reply, from.port, from.address))
  })
  tcp.on('connection', (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
    onRequests(socket, (request) => {
      answer(request, 'tcp', (reply) => socket.write(Buffer.concat([lengthOf(reply), reply])))
    })
  })

  async function close(): Promise<void> {
    if (closed) {
      return
    }
    closed = true
    for (const timer of timers) {
      clearTimeout(timer)
    }
    for (const socket of open) {
      socket.destroy()
    }
    await Promise.all([
      new Promise<void>((done) => udp.close(() => done())),
      new Promise<void>((done) => tcp.close(() => done())),
    ])
  }
  return { host, port, queries, close }
}

/** The answer to one request and how long to hold it back; null where the zone says to stay silent or it is no query. */
function replyTo(
  zone: Zone,
  request: Buffer,
  via: 'udp' | 'tcp',
  queries: DnsQuery[],
): { readonly bytes: Buffer; readonly delayMs: number } | null {
  const query = decodeQuery(request)
  const question = query?.questions?.[0]
  if (!query || !question) {
    return null
  }
  queries.push({ name: question.name.toLowerCase(), type: question.type, via })
  const header = { id: query.id ?? 0, type: 'response' as const, questions: [question] }
  const type = knownType(question.type)
  if (!type) {
    return { bytes: packet.encode({ ...header, flags: notImplemented }), delayMs: 0 }
  }
  const found = lookUp(zone, question.name, type)
  const troubles = troublesOf(zone, found.names, type)
  const kinds = new Set(troubles.map((trouble) => trouble.kind))
  if (kinds.has('silent')) {
    return null
  }
  const delayMs = Math.max(0, ...troubles.map((trouble) => trouble.ms))
  if (kinds.has('servfail')) {
    return { bytes: packet.encode({ ...header, flags: serverFailure }), delayMs }
  }
  if (kinds.has('bogus') && !query.flag_cd) {
    return { bytes: packet.encode({ ...header, flags: serverFailure, additionals: [extendedError(bogus)] }), delayMs }
  }
  const authenticated = kinds.has('signed') ? packet.AUTHENTIC_DATA : 0
  const flags = packet.AUTHORITATIVE_ANSWER | authenticated | (found.kind === 'no-such-name' ? noSuchName : 0)
  const answers = [...found.chain, ...found.records].map(toWire)
  const bytes = packet.encode({ ...header, flags, answers })
  const truncated = via === 'udp' && (kinds.has('tcponly') || bytes.length > udpRoom(query))
  return {
    bytes: truncated ? packet.encode({ ...header, flags: flags | packet.TRUNCATED_RESPONSE }) : bytes,
    delayMs,
  }
}

/** The option of RFC 8914 in an OPT record: its code in two bytes, then its text. */
function extendedError({ code, text }: ExtendedError): packet.Answer {
  const data = Buffer.concat([Buffer.from([code >> 8, code & 0xff]), Buffer.from(text)])
  const option = { code: extendedErrorOption, data }
  const head = { type: 'OPT', name: '.', udpPayloadSize: 1232, extendedRcode: 0, ednsVersion: 0 } as const
  return { ...head, flags: 0, flag_do: false, options: [option as never] }
}

function decodeQuery(request: Buffer): packet.DecodedPacket | null {
  try {
    const query = packet.decode(request)
    return query.flag_qr ? null : query
  } catch {
    return null
  }
}

function udpRoom(query: packet.Packet): number {
  const edns = query.additionals?.find((additional) => additional.type === 'OPT')
  return edns?.type === 'OPT' ? Math.max(plainUdpBytes, edns.udpPayloadSize) : plainUdpBytes
}

function knownType(type: string): RecordType | null {
  const known: readonly RecordType[] = ['A', 'AAAA', 'MX', 'TXT', 'PTR', 'NS', 'SOA', 'CNAME', 'TLSA']
  return known.find((one) => one === type) ?? null
}

function toWire(record: ZoneRecord): packet.Answer {
  const head = { name: record.name, ttl: record.ttl }
  switch (record.type) {
    case 'MX':
      return { ...head, type: 'MX', data: { preference: record.data.priority, exchange: record.data.exchange || '.' } }
    case 'TXT':
      return { ...head, type: 'TXT', data: record.data.map((text) => Buffer.from(text, 'latin1')) }
    case 'SOA':
      return { ...head, type: 'SOA', data: { mname: record.data, rname: `hostmaster.${record.name}`, serial: 1 } }
    case 'TLSA': {
      const { usage, selector, matchingType, certificate } = record.data
      const bytes = Buffer.concat([Buffer.from([usage, selector, matchingType]), Buffer.from(certificate, 'hex')])
      // dns-packet encodes TLSA from an object that its types do not know; as an unknown type it takes the plain bytes.
      return { ...head, type: 'UNKNOWN_52' as 'NULL', data: bytes }
    }
    default:
      return { ...head, type: record.type, data: record.data }
  }
}

function lengthOf(reply: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(reply.length)
  return length
}

function onRequests(socket: TcpSocket, request: (bytes: Buffer) => void): void {
  let held: Buffer = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk])
    while (held.length >= 2 && held.length >= 2 + held.readUInt16BE(0)) {
      const end = 2 + held.readUInt16BE(0)
      request(held.subarray(2, end))
      held = held.subarray(end)
    }
  })
}

/** TCP first, then UDP on the same number; another number is tried where that one is taken for UDP. */
async function listenOnBoth(port: number): Promise<{ udp: UdpSocket; tcp: Server; port: number }> {
  const tries = port === 0 ? 20 : 1
  for (let attempt = 1; ; attempt++) {
    const tcp = createServer()
    tcp.listen(port, host)
    await once(tcp, 'listening')
    const address = tcp.address()
    const taken = typeof address === 'object' && address ? address.port : port
    const udp = createSocket('udp4')
    try {
      udp.bind(taken, host)
      await once(udp, 'listening')
      return { udp, tcp, port: taken }
    } catch (error) {
      udp.close()
      tcp.close()
      if (attempt === tries) {
        throw error
      }
    }
  }
}
