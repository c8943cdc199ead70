import type { Peer } from './dialogue.ts'
import type { GatewayName } from './gateway.ts'
import type { Line } from './line.ts'

/** What each gateway logs of an incident. Times are seconds from now. */
export type Scenes = Readonly<Partial<Record<GatewayName, readonly Line[]>>>

/** One sender's trouble (or none): what the logs show, what the DNS holds, and the question it answers. */
export interface Incident {
  /** The domain the question is about; no other incident uses it. */
  readonly domain: string
  /** The verdict a careful administrator gives: an id of the list of causes. */
  readonly cause: string
  readonly title: string
  readonly question: string
  /** Offered as a button on the demo's page. */
  readonly chip?: true
  /** Lines of the zone file. */
  readonly zone: readonly string[]
  /** Tells it anew at each call, with tickets of its own. */
  scenes(): Scenes
}

export function defineIncident(incident: Incident): Incident {
  return incident
}

/** A server in good standing, with a reverse DNS name that leads back to it. */
export function goodPeer(host: string, ip: string, sbrs = '3.4', country = 'Germany'): Peer {
  return { host, ip, verified: 'yes', sbrs, country }
}
