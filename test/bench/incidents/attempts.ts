import type { Peer } from '../../../src/demo/world/dialogue.ts'
import type { Gateway } from '../../../src/demo/world/gateway.ts'
import { goodPeer } from '../../../src/demo/world/incident.ts'
import { type Line, minutes } from '../../../src/demo/world/line.ts'
import type { Random } from '../../../src/demo/world/random.ts'
import { recipientName, senderAt } from './names.ts'
import type { Wording } from './question.ts'
import type { Scene, Way } from './way.ts'
import { ways } from './ways/index.ts'

export interface Attempt {
  readonly way: Way
  readonly scene: Scene
}

export type Told = Attempt & { readonly lines: readonly Line[] }

/** Who the incident is about. */
export interface Party {
  readonly domain: string
  readonly peer: Peer
  readonly gateways: readonly Gateway[]
}

/** The last one fares as is asked for; up to two before it fare otherwise, and are history. */
export function drawAttempts(random: Random, way: Way, { domain, peer, gateways }: Party): Attempt[] {
  const mailFrom = senderAt(random, domain)
  const rcptTo = recipientName(random)
  const scene = (at: number): Scene => ({ random, gateway: random.pick(gateways), at, peer, mailFrom, rcptTo })
  const attempts: Attempt[] = [{ way, scene: scene(-minutes(30 + random.below(90))) }]
  if (way.alone) return attempts
  const others = ways.filter(
    (other) =>
      other.byAddress === way.byAddress &&
      !other.recent &&
      !other.alone &&
      !other.whole &&
      other.certainty === 'proven',
  )
  for (let at = -minutes(150); attempts.length < 3 && random.chance(0.4); at -= minutes(40 + random.below(40))) {
    attempts.unshift({ way: random.pick(others), scene: scene(at) })
  }
  return attempts
}

/**
 * Mail that a careless reader would take for it: of domains that look alike, of the same sender to others, and of other
 * senders by the same server.
 */
export function decoys(random: Random, party: Party, attempts: readonly Attempt[], asked: Wording): Told[] {
  const { domain, peer, gateways } = party
  const told: Told[] = []
  const add = (mailFrom: string, rcptTo: string, from: Peer, among: readonly Way[]) => {
    const at = -minutes(5 + random.below(400))
    const scene: Scene = { random, gateway: random.pick(gateways), at, peer: from, mailFrom, rcptTo }
    const way = random.pick(among)
    told.push({ way, scene, lines: way.tell(scene) })
  }
  const loud = ways.filter(({ silent }) => !silent)
  for (const name of [`not${domain}`, `${domain}.evil.example`, domain.replace('.example', '-mail.example')]) {
    const server = goodPeer(`mx.${name}`, `198.51.100.${130 + random.below(100)}`)
    if (random.chance(0.5)) add(`info@${name}`, 'bob@example.org', server, loud)
  }
  const plain = loud.filter(({ name }) =>
    /^(delivered|dropped as spam|held in a quarantine|no such mailbox)$/.test(name),
  )
  // Of a mail that names its recipient it is plain that it was for somebody else.
  const silent = attempts.some(({ way }) => way.silent)
  if (asked.recipient && !silent && attempts.length === 1 && random.chance(0.5)) {
    add(`other@${domain}`, 'yan@example.org', peer, plain)
  }
  // A mail names its sender: that another one came by the same server changes nothing.
  const named = attempts.every(({ way }) => !way.nameless && !way.silent)
  if (named && asked.by !== 'address' && random.chance(0.3))
    add('deals@other-customer.example', 'bob@example.org', peer, plain)
  return told
}
