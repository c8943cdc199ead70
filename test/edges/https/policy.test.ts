import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import { expect, onTestFinished, test } from 'vitest'
import { selfSigned } from '../../../src/demo/certificate.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'
import { policyFetcher } from '../../../src/edges/https/policy.ts'

const host = 'mta-sts.example.org'
const good = selfSigned(host, Date.now())
const text = 'version: STSv1\nmode: enforce\nmx: mx.example.org\nmax_age: 86400\n'
const resolver = zoneResolver(`
${host} A 127.0.0.1
mta-sts.example.net A 127.0.0.1
mta-sts.inside.example A 169.254.169.254
$SERVFAIL mta-sts.dark.example
`)

/** A real HTTPS server on loopback, and every request that it got. */
async function webServer(answer: RequestListener, tls = good) {
  const asked: string[] = []
  const server = createServer(tls, (request, response) => {
    asked.push(`${request.method} ${request.headers.host} ${request.url}`)
    answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return { asked, port: typeof address === 'object' && address ? address.port : 0 }
}

const domains = ['example.org', 'inside.example', 'dark.example', 'absent.example']
const ours = { domains, resolver, addresses: ['127.0.0.1'], ca: good.cert, deadlineMs: 2000 }

const answers: readonly { what: string; answer: RequestListener; found: object; tls?: typeof good }[] = [
  { what: 'a policy', answer: (_, response) => response.end(text), found: { kind: 'fetched', text } },
  { what: 'none', answer: (_, response) => response.writeHead(404).end(), found: { kind: 'status', status: 404 } },
  {
    what: 'a redirect, which is not followed',
    answer: (_, response) => response.writeHead(301, { location: 'https://example.com/' }).end(),
    found: { kind: 'status', status: 301 },
  },
  {
    what: 'a page without end',
    answer: (_, response) => response.end('x'.repeat(70_000)),
    found: { kind: 'failed', detail: 'more than 65536 bytes' },
  },
  {
    what: 'a certificate of another name',
    tls: selfSigned('www.example.org', Date.now()),
    answer: (_, response) => response.end(text),
    found: { kind: 'certificate' },
  },
  {
    what: 'an expired certificate',
    tls: selfSigned(host, Date.now() - 90 * 86_400_000),
    answer: (_, response) => response.end(text),
    found: { kind: 'certificate', detail: 'CERT_HAS_EXPIRED' },
  },
  { what: 'nothing', answer: (request) => request.socket.destroy(), found: { kind: 'failed', detail: 'ECONNRESET' } },
]

test.each(answers)('a web server that has $what', async ({ answer, found, tls = good }) => {
  const { asked, port } = await webServer(answer, tls)
  const fetchPolicy = policyFetcher({ ...ours, port, ca: tls.cert })
  expect(await fetchPolicy('example.org')).toMatchObject(found)
  for (const one of asked) expect(one).toBe(`GET ${host} /.well-known/mta-sts.txt`)
})

test('a certificate that nobody vouches for is not taken', async () => {
  const { asked, port } = await webServer((_, response) => response.end(text))
  const { ca, ...withoutRoots } = ours
  expect(ca).toBe(good.cert)
  expect(await policyFetcher({ ...withoutRoots, port })('example.org')).toEqual({
    kind: 'certificate',
    detail: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  })
  expect(asked).toEqual([])
})

test('a web server that keeps silent is not waited for without end', async () => {
  const { port } = await webServer(() => {})
  expect(await policyFetcher({ ...ours, port, deadlineMs: 200 })('example.org')).toEqual({
    kind: 'failed',
    detail: 'no answer in time',
  })
})

test.each([
  ['example.net', [], 'not a domain of the configuration'],
  ['example.org', [], '127.0.0.1 is neither a public address nor one of ours'],
  ['inside.example', ['127.0.0.1'], '169.254.169.254 is neither a public address nor one of ours'],
  ['dark.example', ['127.0.0.1'], 'no answer for mta-sts.dark.example'],
])('nothing is asked for %s with %j of ours', async (domain, addresses, detail) => {
  const { asked, port } = await webServer((_, response) => response.end(text))
  expect(await policyFetcher({ ...ours, addresses, port })(domain)).toEqual({ kind: 'failed', detail })
  expect(asked).toEqual([])
})

test('a host that has no address is told apart from one that could not be looked up', async () => {
  expect(await policyFetcher(ours)('absent.example')).toEqual({ kind: 'no-host', host: 'mta-sts.absent.example' })
})
