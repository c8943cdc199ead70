import { info, type Line, minutes, type Ticket, ticket } from '../../../../src/demo/world/line.ts'
import { clean, handedOver, onward, over, received, type Scene, type Way } from '../way.ts'

/** Received and scanned; `say` tells the rest of the way. */
function passed(
  name: string,
  cause: string,
  say: (mid: Ticket, at: number, scene: Scene) => readonly Line[],
  certainty: Way['certainty'] = 'proven',
): Way {
  return {
    name,
    cause,
    certainty,
    tell: (scene) => received(scene, (mid, at) => [...clean(at, mid), ...say(mid, at + 1, scene)]),
  }
}

/** Offered to the next server, and delayed or bounced with these words (B1 to B6). */
function answered(name: string, cause: string, how: 'Delayed' | 'Bounced', words: string): Way {
  return passed(name, cause, (mid, at, scene) => {
    const { mailFrom, rcptTo } = scene
    return onward(scene, mid, at, (dcid, then) => [
      info(then)`${how}: DCID ${dcid} MID ${mid} From: <${mailFrom}> To: <${rcptTo}> RID 0 - ${words}`,
      how === 'Delayed'
        ? info(then)`Message ${mid} to RID [0] pending till ${{ time: then + minutes(900) }}`
        : over(then, mid),
    ])
  })
}

/** The same mail under a new number (M2, M6, M10, M11), which is then delivered. */
function renumbered(name: string, say: (mid: Ticket, next: Ticket, at: number) => readonly Line[]): Way {
  return passed(name, 'delivered', (mid, at, scene) => {
    const next = ticket('mid')
    return [
      ...say(mid, next, at),
      info(at + 0.2)`MID ${next} ICID 0 From: <${scene.mailFrom}>`,
      info(at + 0.2)`MID ${next} ICID 0 RID 0 To: <${scene.rcptTo}>`,
      ...handedOver(scene, next, at + 1),
    ]
  })
}

const withoutConnection: Way = passed('no such destination in the DNS', 'next-hop-dns', (mid, at, scene) => [
  info(at)`MID ${mid} queued for delivery`,
  info(
    at + 1,
  )`Bounced: DCID 0 MID ${mid} From: <${scene.mailFrom}> To: <${scene.rcptTo}> RID 0 - 5.1.2 - Bad destination host ('000', ['DNS Hard Error looking up example.org (MX):  NXDomain'])`,
  over(at + 1, mid),
])

const released: Way = passed('held, released and delivered', 'delivered', (mid, at, scene) => [
  info(at)`MID ${mid} quarantined to "Policy" (content filter:hold_macros)`,
  info(at + minutes(6))`MID ${mid} released from quarantine "Policy" (manual)`,
  info(at + minutes(6))`MID ${mid} released from all quarantines`,
  ...handedOver(scene, mid, at + minutes(6) + 1),
])

const delayedFirst: Way = passed('delayed, then delivered', 'delivered', (mid, at, scene) => [
  ...onward(scene, mid, at, (dcid, then) => [
    info(
      then,
    )`Delayed: DCID ${dcid} MID ${mid} From: <${scene.mailFrom}> To: <${scene.rcptTo}> RID 0 - 4.3.2 - Not accepting messages at this time ('421', ['4.3.2 try again later'])`,
    info(then)`Message ${mid} to RID [0] pending till ${{ time: then + minutes(5) }}`,
  ]),
  ...handedOver(scene, mid, at + minutes(5)),
])

export const onwardWays: readonly Way[] = [
  passed('delivered', 'delivered', (mid, at, scene) => handedOver(scene, mid, at)),
  released,
  delayedFirst,
  renumbered('rewritten, then delivered', (mid, next, at) => [
    info(at)`Start MID ${next} ICID 0`,
    info(at)`MID ${mid} rewritten to MID ${next} by add-footer filter 'Footer Stamping'`,
    over(at, mid),
  ]),
  renumbered('out of the spam quarantine under a new number', (mid, next, at) => [
    info(at)`EUQ: Tagging MID ${mid} for quarantine`,
    info(at)`EUQ: Quarantined MID ${mid}`,
    over(at, mid),
    info(at + 0.1)`EUQ: Reinjected MID ${mid} as MID ${next}`,
    info(at + 0.1)`Start MID ${next} ICID 0`,
  ]),
  answered(
    'the next server is busy',
    'next-hop-defers',
    'Delayed',
    "4.3.2 - Not accepting messages at this time ('451', ['4.7.500 Server busy'])",
  ),
  answered(
    'the next server does not answer',
    'next-hop-unreachable',
    'Delayed',
    "4.4.0 - Other network problem ('000', ['timeout'])",
  ),
  answered(
    'no TLS with the next server',
    'next-hop-tls',
    'Delayed',
    "4.4.0 - Other network problem ('000', ['TLS failed'])",
  ),
  answered(
    'no such mailbox',
    'next-hop-refuses',
    'Bounced',
    "5.1.0 - Unknown address error ('550', ['5.1.1 user unknown'])",
  ),
  answered(
    'given up as too old',
    'delivery-expired',
    'Bounced',
    "5.4.7 - Delivery expired (message too old) ('000', ['timeout'])",
  ),
  withoutConnection,
]
