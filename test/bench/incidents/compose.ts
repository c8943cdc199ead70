import type { Cast } from '../../../src/demo/world/cast.ts'
import { recipient, stranger } from '../../../src/demo/world/cast.ts'
import type { Peer } from '../../../src/demo/world/dialogue.ts'
import { esa1, esa2, type Gateway } from '../../../src/demo/world/gateway.ts'
import { goodPeer } from '../../../src/demo/world/incident.ts'
import { info, type Line, minutes, type Ticket } from '../../../src/demo/world/line.ts'
import { type Random, seeded } from '../../../src/demo/world/random.ts'
import { connection, type Traffic } from '../../../src/demo/world/traffic.ts'
import { weave } from '../../../src/demo/world/weave.ts'
import { type Pen, write } from '../../../src/demo/world/writer.ts'
import { zoneOffset } from '../../../src/question/zone.ts'
import { drawEnvelope, olderRelease } from './envelope.ts'
import { askedIn, type Wording } from './question.ts'
import type { Scene, Way } from './way.ts'
import { ways } from './ways/index.ts'

/** One composed incident: what is asked over which logs, and what must come out. */
export interface Incident {
  readonly seed: number
  readonly question: string
  readonly language: string
  /** Milliseconds since the epoch, UTC. */
  readonly now: number
  readonly timeZone: string
  /** The text of each gateway's log. */
  readonly logs: readonly { readonly gateway: string; readonly text: string }[]
  readonly way: Way
  /** By gateway: the ids of the sender's attempts, and those of the last one alone. */
  readonly own: ReadonlyMap<string, ReadonlySet<number>>
  readonly last: ReadonlyMap<string, ReadonlySet<number>>
  /** The address of the sender's server. */
  readonly ip: string
}

const ZONES = ['Europe/Zurich', 'UTC', 'Asia/Tokyo', 'America/New_York', 'Europe/Amsterdam', 'Asia/Kolkata']
const SYLLABLES = [
  'ba',
  'cor',
  'del',
  'fen',
  'gal',
  'hex',
  'jor',
  'kim',
  'lan',
  'mor',
  'nop',
  'quil',
  'ros',
  'tam',
  'wex',
]
const LOCAL_PARTS = ['ann.lee', 'info', 'BILLING', 'no-reply', 'o.neil', 'x', 'bounces+77-bob=example.org', 'Kim']
const RECIPIENTS = ['bob', 'carol', 'Dan.Doe', 'erin', 'team-42']
const earliest = Date.UTC(2024, 0, 2)

/** The incident of that seed, always the same. `nth` picks the way it fares, so that all have their turn. */
export function compose(seed: number, nth = seed): Incident {
  const random = seeded(seed)
  const way = ways[nth % ways.length]
  if (!way) throw new Error('there are no ways')
  const timeZone = random.pick(ZONES)
  const now = earliest + Math.floor(random.next() * 1050) * 86_400_000 + random.below(86_400) * 1000
  const { envelope, zoned } = drawEnvelope(random)
  const ownClock = zoned ? random.pick(ZONES) : timeZone
  const domain = `${random.pick(SYLLABLES)}${random.pick(SYLLABLES)}${random.below(100)}.example`
  const peer = goodPeer(`mx${random.below(9)}.${domain}`, `203.0.113.${1 + random.below(250)}`, '2.4')
  const attempts = drawAttempts(random, way, peer, domain)
  const asked = askedIn(random, { domain, peer, way, attempts })
  const told = attempts.map((attempt) => ({ ...attempt, lines: attempt.way.tell(attempt.scene) }))
  const beside = decoys(random, domain, peer, asked, told.length === 1)
  const older = way.recent !== true && told.every((one) => one.way.recent !== true) && random.chance(0.4)
  const logs = [esa1, esa2].slice(0, random.chance(0.7) ? 2 : 1).map((gateway) => {
    const pen: Pen = {
      now,
      utcOffset: zoneOffset(now, ownClock) * 60,
      next: { icid: 1 + random.below(900), mid: 1 + random.below(900), dcid: 1 + random.below(900) },
    }
    const lines = [...told, ...beside]
      .filter(({ scene }) => scene.gateway.name === gateway.name)
      .flatMap((one) => one.lines)
    return { gateway: gateway.name, text: logOf(pen, gateway, lines, random, older ? olderRelease : null, envelope) }
  })
  return {
    seed,
    question: asked.text(),
    language: asked.language,
    now,
    timeZone,
    logs,
    way,
    own: idsOf(told),
    last: idsOf(told.slice(-1)),
    ip: peer.ip,
  }
}

interface Attempt {
  readonly way: Way
  readonly scene: Scene
}

/** The last one fares as is asked for; up to two before it fare otherwise, and are history. */
function drawAttempts(random: Random, way: Way, peer: Peer, domain: string): Attempt[] {
  const mailFrom = `${random.pick(LOCAL_PARTS)}@${random.chance(0.1) ? domain.toUpperCase() : domain}`
  const rcptTo = `${random.pick(RECIPIENTS)}@example.org`
  // The second gateway's log is not always there, and the first one's is.
  const scene = (at: number): Scene => ({ random, gateway: esa1, at, peer, mailFrom, rcptTo })
  const attempts: Attempt[] = [{ way, scene: scene(-minutes(30 + random.below(90))) }]
  const others = ways.filter(
    (other) => other.byAddress === way.byAddress && !other.recent && other.certainty === 'proven',
  )
  for (let at = -minutes(150); attempts.length < 3 && random.chance(0.4); at -= minutes(40 + random.below(40))) {
    attempts.unshift({ way: random.pick(others), scene: scene(at) })
  }
  return attempts
}

/** Mail that a careless reader would take for it: of domains that look alike, and of the same sender to others. */
function decoys(
  random: Random,
  domain: string,
  peer: Peer,
  asked: Wording,
  single: boolean,
): (Attempt & { lines: Line[] })[] {
  const told: (Attempt & { lines: Line[] })[] = []
  const add = (mailFrom: string, rcptTo: string, from: Peer, among: readonly Way[]) => {
    const scene: Scene = {
      random,
      gateway: random.pick([esa1, esa2]),
      at: -minutes(5 + random.below(400)),
      peer: from,
      mailFrom,
      rcptTo,
    }
    const way = random.pick(among)
    told.push({ way, scene, lines: way.tell(scene) })
  }
  const alike = [`not${domain}`, `${domain}.evil.example`, domain.replace('.example', '-mail.example')]
  for (const name of alike) {
    if (random.chance(0.5))
      add(`info@${name}`, 'bob@example.org', goodPeer(`mx.${name}`, `198.51.100.${130 + random.below(100)}`), ways)
  }
  const elsewhere = ways.filter(({ name }) =>
    /^(delivered|dropped as spam|held in a quarantine|no such mailbox)$/.test(name),
  )
  // Of a mail that names its recipient it is plain that it was for somebody else.
  if (asked.recipient && single && random.chance(0.5)) add(`other@${domain}`, 'zoe@example.org', peer, elsewhere)
  return told
}

function castOf(random: Random): Cast {
  const domains = Array.from(
    { length: 9 },
    (_, i) => `${random.pick(SYLLABLES)}${random.pick(SYLLABLES)}-${i}.example.net`,
  )
  const senders = domains.map((domain, i) => ({
    domain,
    peer: goodPeer(`out.${domain}`, `198.51.100.${10 + i}`, '3.1'),
  }))
  return { sender: (own) => own.pick(senders), stranger, recipient }
}

function logOf(
  pen: Pen,
  gateway: Gateway,
  lines: readonly Line[],
  random: Random,
  release: typeof olderRelease | null,
  envelope: (line: string, gateway: string) => string,
): string {
  const traffic: Traffic = { random, gateway, cast: castOf(random), road: { open: null } }
  const ordinary: Line[] = []
  for (let i = 4 + random.below(10); i > 0; i--)
    ordinary.push(...connection(traffic, -random.below(minutes(500))).lines)
  const head = [
    info(-minutes(600))`Begin Logfile`,
    info(-minutes(600))`Version: ${release ? '9.1.2-023' : '14.2.0-620'} SN: ${gateway.serial}`,
    info(-minutes(600))`Time offset from UTC: ${pen.utcOffset} seconds`,
  ].map((line) => write(pen, line))
  const woven = weave(
    pen,
    [...lines, ...ordinary].filter(({ at }) => at <= 0),
    random,
  ).map(({ text }) => text)
  const written = [...head, ...woven].flatMap((text) => (release ? (release(text) ?? []) : text))
  return `${written.map((text) => envelope(text, gateway.name)).join('\n')}\n`
}

/** By gateway: the numbers that the lines' tickets were given. Only after the log was written. */
function idsOf(told: readonly (Attempt & { readonly lines: readonly Line[] })[]): Map<string, Set<number>> {
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
