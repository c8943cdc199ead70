import { info, type Line, type Ticket, ticket } from '../../../../src/demo/world/line.ts'
import { clean, handedOver, onward, over, type Scene, visit, type Way } from '../way.ts'

const other = 'zoe@example.org'

/** A mail to two recipients; `say` tells how they fare. */
function toTwo(scene: Scene, firstRefused: boolean, say: (mid: Ticket, at: number) => readonly Line[]): Line[] {
  const { mailFrom, rcptTo } = scene
  const mid = ticket('mid')
  return visit(scene, (icid, at) => [
    info(at)`Start MID ${mid} ICID ${icid}`,
    info(at)`MID ${mid} ICID ${icid} From: <${mailFrom}>`,
    firstRefused
      ? info(at)`MID ${mid} ICID ${icid} To: <${rcptTo}> Rejected by LDAPACCEPT`
      : info(at)`MID ${mid} ICID ${icid} RID 0 To: <${rcptTo}>`,
    firstRefused
      ? info(at)`MID ${mid} ICID ${icid} RID 0 To: <${other}>`
      : info(at)`MID ${mid} ICID ${icid} RID 1 To: <${other}>`,
    info(at + 0.5)`MID ${mid} ready 5120 bytes from <${mailFrom}>`,
    ...say(mid, at + 1),
  ])
}

const otherWasTaken: Way = {
  name: 'refused for one, delivered to the other',
  cause: 'recipient-unknown',
  certainty: 'proven',
  whole: 'delivered-to-some',
  tell: (scene) => toTwo(scene, true, (mid, at) => [...clean(at, mid), ...handedOver(scene, mid, at + 1)]),
}

function nextServer(name: string, cause: string, ours: 'bounced' | 'taken'): Way {
  return {
    name,
    cause,
    certainty: 'proven',
    whole: 'delivered-to-some',
    tell: (scene) =>
      toTwo(scene, false, (mid, at) =>
        onward(scene, mid, at, (dcid, then) => {
          const [refused, rid, taken] = ours === 'bounced' ? [scene.rcptTo, 0, 1] : [other, 1, 0]
          return [
            info(
              then,
            )`Bounced: DCID ${dcid} MID ${mid} From: <${scene.mailFrom}> To: <${refused}> RID ${rid} - 5.1.0 - Unknown address error ('550', ['5.1.1 user unknown'])`,
            info(then)`Message done DCID ${dcid} MID ${mid} to RID [${taken}] `,
            info(then)`MID ${mid} RID [${taken}] Response '2.0.0 Ok: queued as ${scene.random.token(8)}'`,
            over(then, mid),
          ]
        }),
      ),
  }
}

/** Split for the recipient's own block list (P3): who asked about goes on under another number. */
const splitOff: Way = {
  name: 'split off for the block list of one',
  cause: 'user-blocklist',
  certainty: 'proven',
  whole: 'delivered-to-some',
  tell: (scene) =>
    toTwo(scene, false, (mid, at) => {
      const child = ticket('mid')
      const rpc = 100 + scene.random.below(900)
      return [
        info(
          at,
        )`MID ${mid} was split creating MID ${child} due to a SL/BL configuration for following recipients: ${scene.rcptTo}`,
        info(at)`Start MID ${child} ICID 0`,
        info(at)`MID ${child} ICID 0 From: <${scene.mailFrom}>`,
        info(at)`MID ${child} ICID 0 RID 0 To: <${scene.rcptTo}>`,
        info(at)`MID ${child} using engine: SLBL spam positive`,
        info(at)`ISQ: Tagging MID ${child} for quarantine`,
        info(at)`MID ${child} queued for delivery`,
        info(at + 1)`RPC Delivery start RCID ${rpc} MID ${child} to local IronPort Spam Quarantine`,
        info(at + 1)`ISQ: Quarantined MID ${child}`,
        info(at + 1)`RPC Message done RCID ${rpc} MID ${child}`,
        over(at + 1, child),
        ...clean(at, mid),
        info(at + 1)`MID ${mid} queued for delivery`,
        ...delivered(mid, at + 1, scene),
      ]
    }),
}

/** To RID 1, who stayed behind. */
function delivered(mid: Ticket, at: number, { gateway, random }: Scene): Line[] {
  const dcid = ticket('dcid')
  return [
    info(at)`New SMTP DCID ${dcid} interface ${gateway.inside} address 10.20.0.15 port 25`,
    info(at + 0.5)`Delivery start DCID ${dcid} MID ${mid} to RID [1]`,
    info(at + 1)`Message done DCID ${dcid} MID ${mid} to RID [1] `,
    info(at + 1)`MID ${mid} RID [1] Response '2.0.0 Ok: queued as ${random.token(8)}'`,
    over(at + 1, mid),
    info(at + 6)`DCID ${dcid} close`,
  ]
}

export const severalWays: readonly Way[] = [
  otherWasTaken,
  nextServer('bounced for one, delivered to the other', 'next-hop-refuses', 'bounced'),
  nextServer('delivered to one, bounced for the other', 'delivered', 'taken'),
  splitOff,
]

/** Nothing came: with every minute of the log there that is a finding, without it is none. */
export const silentWays: readonly Way[] = [
  {
    name: 'nothing came',
    cause: 'never-connected',
    certainty: 'likely',
    alone: true,
    silent: 'proved',
    tell: () => [],
  },
  {
    name: 'nothing found',
    cause: 'logs-incomplete',
    certainty: 'likely',
    alone: true,
    silent: 'unproved',
    tell: () => [],
  },
]
