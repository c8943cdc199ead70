import { esa1, esa2 } from '../../../src/demo/world/gateway.ts'
import { goodPeer } from '../../../src/demo/world/incident.ts'
import type { Line, Ticket } from '../../../src/demo/world/line.ts'
import { seeded } from '../../../src/demo/world/random.ts'
import type { Pen } from '../../../src/demo/world/writer.ts'
import { published } from '../../../src/demo/world/zone.ts'
import { zoneOffset } from '../../../src/question/zone.ts'
import { decoys, drawAttempts, type Told } from './attempts.ts'
import { drawEnvelope, olderRelease } from './envelope.ts'
import { BEGINS, type LogFile, logOf } from './log.ts'
import { domainName } from './names.ts'
import { askedIn } from './question.ts'
import type { Way } from './way.ts'
import { ways } from './ways/index.ts'

/** One composed incident: what is asked over which logs, and what must come out. */
export interface Incident {
  readonly seed: number
  readonly question: string
  readonly language: string
  /** Milliseconds since the epoch, UTC. */
  readonly now: number
  readonly timeZone: string
  readonly window: { readonly from: number; readonly to: number } | null
  readonly zone: string | null
  readonly logs: readonly { readonly gateway: string; readonly files: readonly LogFile[] }[]
  readonly way: Way
  /** An id of the list of causes. */
  readonly cause: string
  /** By gateway: the ids of the sender's attempts, and those of the last one alone. */
  readonly own: ReadonlyMap<string, ReadonlySet<number>>
  readonly last: ReadonlyMap<string, ReadonlySet<number>>
  /** The address of the sender's server. */
  readonly ip: string
}

const ZONES = ['Europe/Zurich', 'UTC', 'Asia/Tokyo', 'America/New_York', 'Europe/Amsterdam', 'Asia/Kolkata']
const earliest = Date.UTC(2024, 0, 2)
const OUR_ZONE = [
  'example.org. 300 IN MX 10 mx1.example.org.',
  'mx1.example.org. 300 IN A 192.0.2.11',
  '11.2.0.192.in-addr.arpa. 300 IN PTR mx1.example.org.',
]

/** The incident of that seed, always the same. The ways a mail can fare have their turn one after the other. */
export function compose(seed: number): Incident {
  const random = seeded(seed)
  const way = ways[seed % ways.length]
  if (!way) throw new Error('there are no ways')
  const proved = way.silent === 'proved'
  const timeZone = random.pick(ZONES)
  const now = earliest + Math.floor(random.next() * 1050) * 86_400_000 + random.below(86_400) * 1000
  const { envelope, zoned } = drawEnvelope(random, proved)
  const ownClock = zoned ? random.pick(ZONES) : timeZone
  const domain = domainName(random)
  const peer = goodPeer(`mx${random.below(9)}.${domain}`, `203.0.113.${1 + random.below(250)}`, '2.4')
  const gateways = [esa1, esa2].slice(0, random.chance(0.7) ? 2 : 1)
  const party = { domain, peer, gateways }
  const attempts = drawAttempts(random, way, party)
  const asked = askedIn(random, party, attempts)
  const told: Told[] = attempts.map((attempt) => ({ ...attempt, lines: attempt.way.tell(attempt.scene) }))
  const all = [...told, ...decoys(random, party, attempts, asked)]
  const older = all.every((one) => one.way.recent !== true) && random.chance(0.4)
  const style = { envelope, release: older ? olderRelease : null, beats: proved }
  const logs = gateways.map((gateway) => {
    const next = { icid: 1 + random.below(900), mid: 1 + random.below(900), dcid: 1 + random.below(900) }
    const pen: Pen = { now, utcOffset: zoneOffset(now, ownClock) * 60, next }
    const lines = all.filter(({ scene }) => scene.gateway.name === gateway.name).flatMap((one) => one.lines)
    return { gateway: gateway.name, files: logOf(pen, gateway, lines, random, style) }
  })
  return {
    seed,
    question: asked.text(),
    language: asked.language,
    now,
    timeZone,
    window: proved ? { from: now + (BEGINS + 60) * 1000, to: now } : null,
    zone: proved ? [...OUR_ZONE, ...published({ domain, host: peer.host, ip: peer.ip })].join('\n') : null,
    logs,
    way,
    cause: asked.recipient === null ? (way.whole ?? way.cause) : way.cause,
    own: idsOf(told),
    last: idsOf(told.slice(-1)),
    ip: peer.ip,
  }
}

/** By gateway: the numbers that the lines' tickets were given. Only after the log was written. */
function idsOf(told: readonly Told[]): Map<string, Set<number>> {
  const ids = new Map<string, Set<number>>()
  for (const { scene, lines } of told) {
    const own = ids.get(scene.gateway.name) ?? new Set()
    for (const { values } of lines) for (const value of values) if (isTicket(value)) own.add(value.number)
    ids.set(scene.gateway.name, own)
  }
  return ids
}

function isTicket(value: Line['values'][number]): value is Ticket {
  return typeof value === 'object' && 'kind' in value
}
