import type { Peer } from '../../../src/demo/world/dialogue.ts'
import { talk } from '../../../src/demo/world/dialogue.ts'
import type { Gateway } from '../../../src/demo/world/gateway.ts'
import { info, type Line, type Ticket, ticket } from '../../../src/demo/world/line.ts'
import type { Random } from '../../../src/demo/world/random.ts'

/** One attempt to be told: who writes to whom, from where, through which gateway, when (seconds from now). */
export interface Scene {
  readonly random: Random
  readonly gateway: Gateway
  readonly at: number
  readonly peer: Peer
  readonly mailFrom: string
  readonly rcptTo: string
}

/** One way a mail can fare: what the log says of it, and what a careful administrator concludes. */
export interface Way {
  readonly name: string
  /** An id of the list of causes. */
  readonly cause: string
  readonly certainty: 'proven' | 'likely' | 'possible'
  /** The whole of what is known: it cannot stand beside other attempts of the same sender. */
  readonly alone?: true
  /** Its lines name nothing but an address: it can only be asked for by that. */
  readonly byAddress?: true
  /** What is concluded where no recipient was asked about, since another recipient of the same mail fared otherwise. */
  readonly whole?: string
  /** A connection that names nobody: on a server that others send by as well it could be theirs. */
  readonly nameless?: true
  /** Nothing of it is in the log: whether that is proved is another matter. */
  readonly silent?: 'proved' | 'unproved'
  /** It reads so in new releases only. */
  readonly recent?: true
  tell(scene: Scene): Line[]
}

/** A connection, let in or turned away; `match` and `group` as the HAT's line has them (A1, A2). */
export function connected(scene: Scene, icid: Ticket, hat = 'ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0]'): Line[] {
  const { at, gateway, peer } = scene
  return [
    info(
      at,
    )`New SMTP ICID ${icid} interface ${gateway.listener} (${gateway.address}) address ${peer.ip} reverse dns host ${peer.host} verified ${peer.verified}`,
    info(at)`ICID ${icid} ${hat} SBRS ${peer.sbrs} country ${peer.country}`,
  ]
}

/** A connection on which something is said after the HAT let it in, and its end. */
export function visit(scene: Scene, say: (icid: Ticket, at: number) => readonly Line[], seconds = 2): Line[] {
  const { icid } = talk(scene.gateway, scene.peer)
  return [...connected(scene, icid), ...say(icid, scene.at + 1), info(scene.at + 1 + seconds)`ICID ${icid} close`]
}

/** A mail as far as its envelope, on a connection of its own; `say` tells the rest. */
export function offered(
  scene: Scene,
  say: (ids: { readonly icid: Ticket; readonly mid: Ticket }, at: number) => readonly Line[],
  { accepted = true, seconds = 3 } = {},
): Line[] {
  const mid = ticket('mid')
  const { mailFrom, rcptTo } = scene
  return visit(
    scene,
    (icid, at) => [
      info(at)`Start MID ${mid} ICID ${icid}`,
      info(at)`MID ${mid} ICID ${icid} From: <${mailFrom}>`,
      ...(accepted ? [info(at)`MID ${mid} ICID ${icid} RID 0 To: <${rcptTo}>`] : []),
      ...say({ icid, mid }, at + 1),
    ],
    seconds,
  )
}

/** A mail that was received whole, up to the policy that was matched (F1, F2, D1, P1). */
export function received(scene: Scene, say: (mid: Ticket, at: number) => readonly Line[]): Line[] {
  const { random, mailFrom } = scene
  return offered(scene, ({ mid }, at) => [
    info(at)`MID ${mid} Message-ID '<${random.token(10)}@${mailFrom.slice(mailFrom.lastIndexOf('@') + 1)}>'`,
    info(at)`MID ${mid} Subject "${random.pick(SUBJECTS)} ${random.below(9000)}"`,
    info(at + 0.2)`MID ${mid} ready ${1000 + random.below(90_000)} bytes from <${mailFrom}>`,
    info(at + 0.3)`MID ${mid} matched all recipients for per-recipient policy DEFAULT in the inbound table`,
    ...say(mid, at + 1),
  ])
}

const SUBJECTS = ['Agenda', 'Re: offer', 'Rechnung', 'Compte rendu', 'Dropped by CASE', 'REJECT SG BLACKLIST', '見積書']

/** Scanned without a finding (V1, V7, V8, V11). */
export function clean(at: number, mid: Ticket): Line[] {
  return [
    info(at)`MID ${mid} interim verdict using engine: CASE spam negative`,
    info(at)`MID ${mid} using engine: CASE spam negative`,
    info(at + 0.1)`MID ${mid} interim AV verdict using Sophos CLEAN`,
    info(at + 0.1)`MID ${mid} antivirus negative `,
    info(at + 0.2)`MID ${mid} Outbreak Filters: verdict negative`,
  ]
}

/** The end of a mail (X8, X9). */
export function over(at: number, mid: Ticket, how: 'done' | 'aborted' = 'done'): Line {
  return info(at)`Message finished MID ${mid} ${how}`
}

/** Queued, and offered to the next server on a connection of its own, which `say` tells (L1, L2, L5). */
export function onward(
  { gateway, random }: Scene,
  mid: Ticket,
  at: number,
  say: (dcid: Ticket, at: number) => readonly Line[],
): Line[] {
  const dcid = ticket('dcid')
  const server = random.pick(['10.20.0.15', '10.20.0.16'])
  return [
    info(at)`MID ${mid} queued for delivery`,
    info(at + 0.5)`New SMTP DCID ${dcid} interface ${gateway.inside} address ${server} port 25`,
    info(at + 1)`Delivery start DCID ${dcid} MID ${mid} to RID [0]`,
    ...say(dcid, at + 1.5),
    info(at + 6)`DCID ${dcid} close`,
  ]
}

/** Taken by the next server (L3, L4). */
export function handedOver(scene: Scene, mid: Ticket, at: number): Line[] {
  const { random } = scene
  return onward(scene, mid, at, (dcid, done) => [
    info(done)`Message done DCID ${dcid} MID ${mid} to RID [0] `,
    info(done)`MID ${mid} RID [0] Response '2.0.0 Ok: queued as ${random.token(9)}'`,
    over(done, mid),
  ])
}
