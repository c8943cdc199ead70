import type { Peer } from './dialogue.ts'
import { goodPeer } from './incident.ts'
import type { Random } from './random.ts'

/** A sender of ordinary mail: its domain, and the server that brings it. */
export interface Sender {
  readonly domain: string
  readonly peer: Peer
}

/** Who takes part in ordinary traffic. */
export interface Cast {
  sender(random: Random): Sender
  /** A server with so bad a name that the HAT refuses it. */
  stranger(random: Random): Peer
  recipient(random: Random): string
}

const COUNTRIES = ['Germany', 'France', 'Switzerland', 'Netherlands', 'United States', 'Italy', 'Sweden']
const STRANGE_COUNTRIES = ['Brazil', 'Vietnam', 'India', 'United States', 'Russian Federation']
const RECIPIENTS = ['ann', 'bob', 'carol', 'dan', 'erin', 'frank', 'info', 'sales', 'support', 'accounts']
const DOMAINS = [
  'bluefinch.example',
  'cedarmill.example',
  'dovetail.example',
  'elmgrove.example',
  'farrier.example',
  'goldcrest.example',
  'hazelnook.example',
  'inkwell.example',
  'jackdaw.example',
  'kingfisher.example',
  'lanternhouse.example',
  'millstone.example',
]

/** The senders of ordinary mail in the embedded world: none of them is in an incident. */
export const REGULARS: readonly Sender[] = DOMAINS.map((domain, i) => ({
  domain,
  peer: goodPeer(
    `mail.${domain}`,
    `198.51.100.${10 + i * 4}`,
    `${1 + (i % 5)}.${i % 10}`,
    COUNTRIES[i % COUNTRIES.length],
  ),
}))

/** Servers nobody asks about; they stay in the upper half of their range, away from the regulars. */
export function stranger(random: Random): Peer {
  const last = 128 + random.below(126)
  const host = random.chance(0.5) ? 'unknown' : `host-198-51-100-${last}.pool.example.net`
  const sbrs = `-${random.between(3.1, 10).toFixed(1)}`
  return { ip: `198.51.100.${last}`, host, verified: 'no', sbrs, country: random.pick(STRANGE_COUNTRIES) }
}

export function recipient(random: Random): string {
  return `${random.pick(RECIPIENTS)}@example.org`
}

export const ORDINARY: Cast = { sender: (random) => random.pick(REGULARS), stranger, recipient }
