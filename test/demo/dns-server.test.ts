import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect } from 'node:net'
import packet from 'dns-packet'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DnsServer, startDnsServer } from '../../src/demo/dns-server.ts'

const zone = `
example.com     300 MX 10 mx.example.com.
mx.example.com  60  A 192.0.2.1
www.example.com CNAME mx.example.com.
*.any.example.com A 192.0.2.2
big.example.com TXT "${'x'.repeat(250)}" "${'y'.repeat(250)}" "${'z'.repeat(250)}"
$SERVFAIL broken.example.com
`

let server: DnsServer
beforeAll(async () => {
  server = await startDnsServer({ zone })
})
afterAll(() => server.close())

async function overUdp(query: Buffer): Promise<packet.DecodedPacket> {
  const socket = createSocket('udp4')
  socket.send(query, server.port, server.host)
  const [bytes]: Buffer[] = await once(socket, 'message')
  socket.close()
  return packet.decode(bytes ?? Buffer.alloc(0))
}

async function overTcp(query: Buffer): Promise<packet.DecodedPacket> {
  const socket = connect(server.port, server.host)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(query.length)
  // In two pieces: a message may arrive in any.
  socket.write(length.subarray(0, 1))
  socket.write(Buffer.concat([length.subarray(1), query]))
  const [bytes]: Buffer[] = await once(socket, 'data')
  socket.destroy()
  return packet.decode(bytes?.subarray(2) ?? Buffer.alloc(0))
}

function ask(name: string, type: packet.RecordType): Buffer {
  return packet.encode({ type: 'query', id: 7, questions: [{ name, type }] })
}

const cases: readonly (readonly [name: string, type: packet.RecordType, rcode: number, answers: readonly string[]])[] =
  [
    ['EXAMPLE.com', 'MX', 0, ['example.com MX 300']],
    ['www.example.com', 'A', 0, ['www.example.com CNAME 300', 'mx.example.com A 60']],
    ['one.any.example.com', 'A', 0, ['one.any.example.com A 300']],
    ['example.com', 'A', 0, []],
    ['nowhere.example.com', 'A', 3, []],
    ['broken.example.com', 'A', 2, []],
    ['example.com', 'CAA', 4, []],
  ]

test.each(cases)('%s %s over UDP and over TCP', async (name, type, rcode, answers) => {
  for (const reply of [await overUdp(ask(name, type)), await overTcp(ask(name, type))]) {
    expect(reply.id).toBe(7)
    expect((reply.flags ?? 0) & 15).toBe(rcode)
    const told = (reply.answers ?? []).map((answer) =>
      answer.type === 'OPT' ? 'OPT' : `${answer.name} ${answer.type} ${answer.ttl}`,
    )
    expect(told).toEqual(answers)
  }
})

test('cuts over UDP what only fits over TCP', async () => {
  const query = ask('big.example.com', 'TXT')
  expect(await overUdp(query)).toMatchObject({ flag_tc: true, answers: [] })
  expect((await overTcp(query)).answers).toHaveLength(1)
  expect(server.queries.slice(-2)).toEqual([
    { name: 'big.example.com', type: 'TXT', via: 'udp' },
    { name: 'big.example.com', type: 'TXT', via: 'tcp' },
  ])
})

test('keeps on answering after a message that is none', async () => {
  const socket = createSocket('udp4')
  await new Promise((sent) => socket.send(Buffer.from('no DNS at all'), server.port, server.host, sent))
  socket.close()
  expect(await overUdp(ask('mx.example.com', 'A'))).toMatchObject({ answers: [{ data: '192.0.2.1' }] })
})
