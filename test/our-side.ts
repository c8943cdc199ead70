import { createPrivateKey, createPublicKey } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:https'
import { z } from 'zod'
import type { Resolver } from '../src/checks/resolver.ts'
import { selfSigned } from '../src/demo/certificate.ts'
import { startListener } from '../src/demo/smtp-listener.ts'
import { zoneResolver } from '../src/demo/zone.ts'
import { policyFetcher } from '../src/edges/https/policy.ts'
import { smtpProbe } from '../src/edges/smtp/probe.ts'
import type { Listener, Ports, SmtpProbe } from '../src/gather/ports.ts'

/** What one address of a listener of ours does, as test/answers/README.md tells. */
const Played = z.strictObject({
  host: z.string(),
  address: z.string(),
  closed: z.literal(true).optional(),
  banner: z.string().nullable().optional(),
  extensions: z.array(z.string()).optional(),
  replies: z.record(z.string(), z.string().nullable()).optional(),
  certificate: z
    .strictObject({ name: z.string(), until: z.iso.date(), trusted: z.boolean().default(false) })
    .optional(),
  ms: z.int().default(20),
})
export const PlayedListeners = z.array(Played)

type Played = z.infer<typeof Played>

export interface OurSide extends Pick<Ports, 'probe'> {
  readonly listeners: readonly Listener[]
  readonly fetchPolicy?: NonNullable<Ports['fetchPolicy']>
  close(): Promise<void>
}

const day = 86_400_000
const begin = Date.UTC(2020, 0, 1)
const loopback = '127.0.0.1'
/** How long a listener that says nothing is waited for. */
const impatience = 200

/** The sample key of RFC 6979, section A.2.5: always the same, so that a TLSA record can name it. */
const jwk = {
  kty: 'EC',
  crv: 'P-256',
  d: 'ya-p2EW6dRZrXCFXZ7HWk05Qw9s26JsSe4piKxIPZyE',
  x: 'YP7UuiVanTHJYet0xjVtaMBJuJI7Yfps5mliLmDyn7Y',
  y: 'eQP-EAi4vJmkGunpVii8ZPLxsgwtfp9Rd6PClNRGIpk',
}
const privateKey = createPrivateKey({ key: jwk, format: 'jwk' })
const keys = { privateKey, publicKey: createPublicKey(privateKey) }

function certificateOf(name: string, until: number) {
  return selfSigned(name, begin, Math.round((until - begin) / day), keys)
}

/**
 * Our listeners, as SMTP servers on loopback that the product's own probe asks, and the web server of our MTA-STS
 * policy, that its own fetcher asks. As behind an address translation, the address and port of the case lead there.
 * How long a stage took is told as the case has it: it would be another time in every run.
 */
export async function openOurSide(
  played: readonly Played[],
  policy: { readonly text: string; readonly domain: string; readonly resolver: Resolver } | null,
): Promise<OurSide> {
  const doors = await Promise.all(played.map(openDoor))
  // Nobody listens any more on a port that was let go: a connection to it is refused. Last, or another may be given it.
  await Promise.all(doors.filter(({ closed }) => closed).map((door) => door.close()))
  const web = policy && (await serve(policy.text, `mta-sts.${policy.domain}`))
  return {
    listeners: [...new Set(played.map(({ host }) => host))].map((host) => ({ host, port: 25 })),
    probe: doors.length === 0 ? null : throughDoors(doors),
    ...(policy && web && { fetchPolicy: fetcherTo(web, policy) }),
    async close() {
      await Promise.all([...doors.map((door) => door.close()), web?.close()])
    },
  }
}

async function openDoor(one: Played) {
  const { banner, extensions, replies, certificate } = one
  const tls = certificate && certificateOf(certificate.name, Date.parse(certificate.until))
  const listener = await startListener({
    ...(banner !== undefined && { banner }),
    ...(extensions && { extensions }),
    ...(replies && { replies }),
    ...(tls && { tls }),
  })
  const ca = certificate?.trusted ? tls?.cert : undefined
  return { ...one, port: listener.port, ca, close: listener.close }
}

function throughDoors(doors: readonly Awaited<ReturnType<typeof openDoor>>[]): SmtpProbe {
  return {
    async probe({ host, port }, rcptTo) {
      const own = doors.filter((door) => door.host === host)
      const several = own.length > 1 ? { addresses: own.length } : {}
      const probes = own.map(async (door) => {
        const inside = { host, port: door.port }
        const resolver = zoneResolver(`${host} A ${loopback}`)
        const stageMs = door.banner === null ? impatience : 10_000
        const settings = { resolver, addresses: [loopback], stageMs, ...(door.ca && { ca: door.ca }) }
        const seen = await smtpProbe([inside], settings).probe(inside, rcptTo, Date.now() + 10_000)
        const outside = { port, address: door.address, ...several }
        return seen.map((result) => ({
          ...result,
          ...outside,
          stages: result.stages.map((stage) => ({ ...stage, ms: door.ms })),
          gap: result.gap && { ...result.gap, where: `${host}:${port}` },
        }))
      })
      return (await Promise.all(probes)).flat()
    },
  }
}

async function serve(text: string, name: string) {
  const tls = certificateOf(name, Date.UTC(2099, 11, 31))
  const server = createServer(tls, (request, response) => {
    const found = request.url === '/.well-known/mta-sts.txt'
    response.writeHead(found ? 200 : 404).end(found ? text : '')
  })
  server.listen(0, loopback)
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    ca: tls.cert,
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

function fetcherTo(
  { port, ca }: { readonly port: number; readonly ca: string },
  { domain, resolver }: { readonly domain: string; readonly resolver: Resolver },
): NonNullable<Ports['fetchPolicy']> {
  const inside = zoneResolver(`mta-sts.${domain} A ${loopback}`)
  const translated: Resolver = {
    async resolve(name, type, how) {
      const answer = await resolver.resolve(name, type, how)
      return answer.kind === 'records' && type === 'A' ? inside.resolve(name, type) : answer
    },
  }
  return policyFetcher({ domains: [domain], resolver: translated, addresses: [loopback], port, ca })
}
