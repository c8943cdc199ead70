import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'
import packet from 'dns-packet'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RecordType } from '../../../src/checks/resolver.ts'
import { type DnsServer, startDnsServer } from '../../../src/demo/dns-server.ts'
import { dnsResolver, parseServer } from '../../../src/edges/dns/resolver.ts'

const zone = `
$TTL 300
example.com            SOA ns1.example.com.
example.com            NS ns1.example.com.
example.com            600 MX 10 mx.example.com.
example.com            MX 20 mx2.example.com.
example.com            TXT "v=spf1 " "-all"
mx.example.com         A 192.0.2.1
mx.example.com         AAAA 2001:db8::1
null.example.com       MX 0 .
1.2.0.192.in-addr.arpa PTR mx.example.com.
alias.example.com      60 CNAME alias2.example.com.
alias2.example.com     CNAME mx.example.com.
ring.example.com       CNAME ring2.example.com.
ring2.example.com      CNAME ring.example.com.
dangling.example.com   CNAME nowhere.example.com.
big.example.com        TXT "${'a'.repeat(250)}" "${'b'.repeat(250)}" "${'c'.repeat(250)}"
big.example.com        TXT "${'d'.repeat(250)}" "${'e'.repeat(250)}" "${'f'.repeat(250)}"
tcp.example.com        A 192.0.2.3
slow.example.com       A 192.0.2.4
strange.example.com    PTR a\\010b.example.com.
xn--bcher-kva.example  A 192.0.2.5
_25._tcp.mx.example.com TLSA 3 1 1 00ff
*.wild.example.com     A 192.0.2.6
held.wild.example.com  TXT "here"
signed.example.com     A 192.0.2.7
bogus.example.com      A 192.0.2.8
$SIGNED signed.example.com
$BOGUS bogus.example.com
$TCPONLY tcp.example.com
$SLOW slow.example.com 150
$SERVFAIL broken.example.com
$SILENT silent.example.com
`

let server: DnsServer
beforeAll(async () => {
  server = await startDnsServer({ zone })
})
afterAll(() => server.close())

function ours(more: { retryAfterMs?: number; deadlineMs?: number } = {}) {
  return dnsResolver({
    servers: [{ address: server.host, port: server.port }],
    retryAfterMs: 100,
    deadlineMs: 400,
    ...more,
  })
}

const long = `${'a'.repeat(64)}.example.com`
const cases: readonly (readonly [name: string, type: RecordType, answer: object, via: readonly string[]])[] = [
  [
    'Example.com.',
    'MX',
    {
      kind: 'records',
      ttl: 300,
      records: [
        { exchange: 'mx.example.com', priority: 10 },
        { exchange: 'mx2.example.com', priority: 20 },
      ],
    },
    ['udp'],
  ],
  ['example.com', 'TXT', { kind: 'records', records: [['v=spf1 ', '-all']], authenticated: false }, ['udp']],
  ['example.com', 'SOA', { kind: 'records', records: ['ns1.example.com'] }, ['udp']],
  ['example.com', 'NS', { kind: 'records', records: ['ns1.example.com'] }, ['udp']],
  ['mx.example.com', 'A', { kind: 'records', records: ['192.0.2.1'] }, ['udp']],
  ['mx.example.com', 'AAAA', { kind: 'records', records: ['2001:db8::1'] }, ['udp']],
  ['null.example.com', 'MX', { kind: 'records', records: [{ exchange: '', priority: 0 }] }, ['udp']],
  ['1.2.0.192.in-addr.arpa', 'PTR', { kind: 'records', records: ['mx.example.com'] }, ['udp']],
  ['strange.example.com', 'PTR', { kind: 'records', records: ['a\\010b.example.com'] }, ['udp']],
  [
    '_25._tcp.mx.example.com',
    'TLSA',
    { kind: 'records', records: [{ usage: 3, selector: 1, matchingType: 1, certificate: '00ff' }] },
    ['udp'],
  ],
  ['alias.example.com', 'A', { kind: 'records', records: ['192.0.2.1'], ttl: 60 }, ['udp']],
  ['alias.example.com', 'CNAME', { kind: 'records', records: ['alias2.example.com'] }, ['udp']],
  ['ring.example.com', 'A', { kind: 'temporary-error', reason: 'CNAME loop or chain too long' }, ['udp']],
  ['dangling.example.com', 'A', { kind: 'no-such-name' }, ['udp']],
  ['big.example.com', 'TXT', { kind: 'records' }, ['udp', 'tcp']],
  ['tcp.example.com', 'A', { kind: 'records', records: ['192.0.2.3'] }, ['udp', 'tcp']],
  ['BÜCHER.example', 'A', { kind: 'records', records: ['192.0.2.5'] }, ['udp']],
  ['any.wild.example.com', 'A', { kind: 'records', records: ['192.0.2.6'] }, ['udp']],
  ['any.wild.example.com', 'MX', { kind: 'no-data' }, ['udp']],
  // A wildcard stands for no name that is there itself (RFC 4592 section 2.2.1).
  ['held.wild.example.com', 'A', { kind: 'no-data' }, ['udp']],
  ['signed.example.com', 'A', { kind: 'records', authenticated: true }, ['udp']],
  ['bogus.example.com', 'A', { kind: 'temporary-error', extended: { code: 6, text: 'validation failure' } }, ['udp']],
  ['mx.example.com', 'MX', { kind: 'no-data' }, ['udp']],
  ['nowhere.example.com', 'A', { kind: 'no-such-name' }, ['udp']],
  ['broken.example.com', 'A', { kind: 'temporary-error', reason: expect.stringContaining('SERVFAIL') }, ['udp']],
  ['silent.example.com', 'A', { kind: 'temporary-error', reason: 'no answer in time' }, ['udp', 'udp', 'tcp']],
  [long, 'A', { kind: 'no-data' }, []],
  ['a..example.com', 'A', { kind: 'no-data' }, []],
  [`${'a.'.repeat(127)}example.com`, 'A', { kind: 'no-data' }, []],
  ['a\nb.example.com', 'A', { kind: 'no-data' }, []],
]

test.each(cases)('%s %s', async (name, type, answer, via) => {
  const before = server.queries.length
  expect(await ours().resolve(name, type)).toMatchObject(answer)
  expect(server.queries.slice(before).map((query) => query.via)).toEqual(via)
})

test('asks for what DNSSEC does not vouch for, where it is wanted so', async () => {
  expect(await ours().resolve('bogus.example.com', 'A', { unvalidated: true })).toMatchObject({
    kind: 'records',
    records: ['192.0.2.8'],
    authenticated: false,
  })
})

test('waits for a slow server and says how long it took, and which server it was', async () => {
  const answer = await ours().resolve('slow.example.com', 'A')
  expect(answer).toMatchObject({ kind: 'records', server: `127.0.0.1:${server.port}` })
  expect(answer.elapsedMs).toBeGreaterThanOrEqual(140)
})

test('asks the next server while the first keeps silent, and gives up on none before the deadline', async () => {
  const silent = createSocket('udp4').bind(0, '127.0.0.1')
  await once(silent, 'listening')
  const servers = [
    { address: '127.0.0.1', port: silent.address().port },
    { address: server.host, port: server.port },
  ]
  const answer = await dnsResolver({ servers, retryAfterMs: 50, deadlineMs: 2000 }).resolve('mx.example.com', 'A')
  silent.close()
  expect(answer).toMatchObject({ kind: 'records', server: `127.0.0.1:${server.port}` })
})

test('asks the next server at once where nothing listens at the first', async () => {
  const free = createServer().listen(0, '127.0.0.1')
  await once(free, 'listening')
  const address = free.address()
  const port = typeof address === 'object' && address ? address.port : 0
  free.close()
  const servers = [
    { address: '127.0.0.1', port },
    { address: server.host, port: server.port },
  ]
  const answer = await dnsResolver({ servers, retryAfterMs: 60_000, deadlineMs: 5000 }).resolve('mx.example.com', 'A')
  expect(answer).toMatchObject({ kind: 'records' })
})

/** A server that answers with whatever `replies` makes of a query. */
async function oddServer(replies: (query: packet.Packet) => readonly Buffer[]) {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  socket.on('message', (bytes, from) => {
    for (const reply of replies(packet.decode(bytes))) socket.send(reply, from.port, from.address)
  })
  return { servers: [{ address: '127.0.0.1', port: socket.address().port }], close: () => socket.close() }
}

function reply(query: packet.Packet, more: packet.Packet): Buffer {
  return packet.encode({ id: query.id, type: 'response', questions: query.questions, ...more })
}

const forged = { answers: [{ name: 'x.example.com', type: 'A', data: '203.0.113.66' }] } satisfies packet.Packet
const good = { answers: [{ name: 'x.example.com', type: 'A', data: '192.0.2.9' }] } satisfies packet.Packet
const formatError = 1
const serverFailure = 2
const noSuchName = 3
const soa = {
  name: 'example.com',
  type: 'SOA',
  ttl: 3600,
  data: { mname: 'ns1.example.com', rname: 'hostmaster.example.com', serial: 1, minimum: 60 },
} as const

/** Of the options of EDNS0 that the package knows, this is none: it takes the bytes of any as they are. */
const cut = { code: 15, data: Buffer.from([6]) } as unknown as packet.PacketOpt

function extended(code: number, text: string): packet.OptAnswer {
  const option = { code: 15, data: Buffer.concat([Buffer.from([0, code]), Buffer.from(text)]) }
  const head = { type: 'OPT', name: '.', udpPayloadSize: 1232, extendedRcode: 0, ednsVersion: 0 } as const
  return { ...head, flags: 0, flag_do: false, options: [option as unknown as packet.PacketOpt] }
}

const odd: readonly (readonly [what: string, replies: (query: packet.Packet) => readonly Buffer[], answer: object])[] =
  [
    [
      'does not believe an answer with a wrong id',
      (query) => [reply({ ...query, id: ((query.id ?? 0) + 1) & 0xffff }, forged), reply(query, good)],
      { kind: 'records', records: ['192.0.2.9'] },
    ],
    [
      'does not believe an answer to another question',
      (query) => [reply({ ...query, questions: [{ name: 'y.example.com', type: 'A' }] }, forged), reply(query, good)],
      { kind: 'records', records: ['192.0.2.9'] },
    ],
    [
      'does not take records of another name',
      (query) => [reply(query, { answers: [{ name: 'y.example.com', type: 'A', data: '203.0.113.66' }] })],
      { kind: 'no-data' },
    ],
    [
      'does not take a referral for an empty answer',
      (query) => [reply(query, { authorities: [{ name: 'example.com', type: 'NS', data: 'ns.example.net' }] })],
      { kind: 'temporary-error', reason: expect.stringContaining('referral') },
    ],
    [
      'asks again without EDNS0 where the server does not know it',
      (query) => [query.additionals?.length ? reply(query, { flags: formatError }) : reply(query, good)],
      { kind: 'records', records: ['192.0.2.9'] },
    ],
    [
      'takes a broken message for a failed server',
      (query) => [Buffer.concat([reply(query, good).subarray(0, 20)])],
      { kind: 'temporary-error', reason: expect.stringContaining('broken') },
    ],
    [
      'keeps the AD bit',
      (query) => [reply(query, { ...good, flags: packet.AUTHENTIC_DATA })],
      { kind: 'records', authenticated: true },
    ],
    [
      'asks on where an alias leads out of the answer',
      (query) => [
        query.questions?.[0]?.name === 'x.example.com'
          ? reply(query, { answers: [{ name: 'x.example.com', type: 'CNAME', data: 'y.example.net' }] })
          : reply(query, { answers: [{ name: 'y.example.net', type: 'A', data: '192.0.2.10' }] }),
      ],
      { kind: 'records', records: ['192.0.2.10'] },
    ],
    [
      'says how long a name may be held for missing',
      (query) => [reply(query, { flags: noSuchName, authorities: [soa] })],
      { kind: 'no-such-name', ttl: 60 },
    ],
    [
      'says how long a type may be held for missing',
      (query) => [reply(query, { authorities: [{ ...soa, ttl: 30 }] })],
      { kind: 'no-data', ttl: 30 },
    ],
    [
      'keeps what a server says of its failure, and the first of several',
      (query) => [reply(query, { flags: serverFailure, additionals: [extended(9, 'no DNSKEY'), extended(22, '')] })],
      { kind: 'temporary-error', extended: { code: 9, text: 'no DNSKEY' } },
    ],
    [
      'is not led astray by an extended error of one byte',
      (query) => [reply(query, { flags: serverFailure, additionals: [{ ...extended(6, ''), options: [cut] }] })],
      { kind: 'temporary-error' },
    ],
    [
      'gives up on an alias chain that never ends',
      (query) => {
        const name = query.questions?.[0]?.name ?? ''
        return [reply(query, { answers: [{ name, type: 'CNAME', data: `z.${name}` }] })]
      },
      { kind: 'temporary-error', reason: 'CNAME loop or chain too long' },
    ],
  ]

test.each(odd)('%s', async (_, replies, answer) => {
  const { servers, close } = await oddServer(replies)
  const found = await dnsResolver({ servers, retryAfterMs: 500, deadlineMs: 1500 }).resolve('x.example.com', 'A')
  close()
  expect(found).toMatchObject(answer)
})

const written: readonly (readonly [text: string, server: object | null])[] = [
  ['192.0.2.1', { address: '192.0.2.1', port: 53 }],
  ['192.0.2.1:5353', { address: '192.0.2.1', port: 5353 }],
  ['2001:db8::1', { address: '2001:db8::1', port: 53 }],
  ['[2001:db8::1]:5353', { address: '2001:db8::1', port: 5353 }],
  ['localhost:5300', { address: '127.0.0.1', port: 5300 }],
  ['ns.example.com', null],
  ['192.0.2.1:0', null],
  ['192.0.2.1:99999', null],
  ['', null],
]

test.each(written)('reads the server %s', (text, expected) => {
  expect(parseServer(text)).toEqual(expected)
})
