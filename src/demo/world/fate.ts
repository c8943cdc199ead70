import type { Mail } from './dialogue.ts'
import type { Gateway } from './gateway.ts'
import { info, type Line, minutes } from './line.ts'
import type { Random } from './random.ts'
import {
  dial,
  finished,
  handedOver,
  hangUp,
  offer,
  otherScans,
  passed,
  queued,
  spamQuarantined,
  spamScan,
  type Way,
  way,
} from './work-queue.ts'

export type OrdinaryFate = 'delivered' | 'delayed' | 'bounced' | 'dropped' | 'aborted' | 'quarantined'

/** How often each happens, of ten thousand messages; the rest is delivered at once. Measured on a real log's shape. */
const OF_TEN_THOUSAND: readonly (readonly [OrdinaryFate, number])[] = [
  ['dropped', 350],
  ['delayed', 300],
  ['aborted', 105],
  ['quarantined', 79],
  ['bounced', 55],
]

export function drawFate(random: Random): OrdinaryFate {
  let left = random.below(10_000)
  for (const [fate, share] of OF_TEN_THOUSAND) {
    if (left < share) return fate
    left -= share
  }
  return 'delivered'
}

/** The connection out that messages share while it is open: several MIDs per DCID. */
export interface Road {
  open: { readonly way: Way; readonly from: number; readonly until: number } | null
}

function handedOverOnRoad(random: Random, gateway: Gateway, road: Road, at: number, mail: Mail): Line[] {
  const number = 20_000_000 + random.below(9_000_000)
  const { open } = road
  if (open && at > open.from + 0.3 && at < open.until) return handedOver(at, open.way, mail, number)
  const out = way(gateway)
  const until = at + random.between(4, 25)
  road.open = { way: out, from: at, until }
  return [...dial(at, out), ...handedOver(at + 0.3, out, mail, number), hangUp(until + 1, out)]
}

/** The next hop says "later" once, and takes it some minutes after (B1, U2). */
function delayed(random: Random, gateway: Gateway, road: Road, at: number, mail: Mail): Line[] {
  const out = way(gateway)
  const wait = minutes(random.between(2, 20))
  const lines = [...dial(at, out), offer(at + 0.3, out, mail)]
  for (const [rid, address] of mail.rcptTo.entries()) {
    lines.push(
      info(
        at + 0.6,
      )`Delayed: DCID ${out.dcid} MID ${mail.mid} From: <${mail.mailFrom}> To: <${address}> RID ${rid} - 4.3.2 - Not accepting messages at this time ('421', ['4.3.2 try again later'])`,
      info(at + 0.6)`Message ${mail.mid} to RID [${rid}] pending till ${{ time: at + wait }}`,
    )
  }
  lines.push(hangUp(at + 4, out), ...handedOverOnRoad(random, gateway, road, at + wait, mail))
  return lines
}

function bounced(gateway: Gateway, at: number, mail: Mail): Line[] {
  const out = way(gateway)
  const lines = [...dial(at, out), offer(at + 0.3, out, mail)]
  for (const [rid, address] of mail.rcptTo.entries()) {
    lines.push(
      info(
        at + 0.6,
      )`Bounced: DCID ${out.dcid} MID ${mail.mid} From: <${mail.mailFrom}> To: <${address}> RID ${rid} - 5.1.0 - Unknown address error ('550', ['5.1.1 <${address}>: mailbox unavailable'])`,
    )
  }
  return [...lines, finished(at + 0.7, mail), hangUp(at + 4, out)]
}

function dropped(random: Random, at: number, mail: Mail): Line[] {
  const abort = (by: string) => [
    info(at + 0.6)`Message aborted MID ${mail.mid} Dropped by ${by}`,
    finished(at + 0.6, mail),
  ]
  if (random.chance(0.8)) return [...spamScan(at, mail, 'spam positive'), ...abort('CASE')]
  if (random.chance(0.5))
    return [...spamScan(at, mail, 'spam negative'), ...abort("content filter 'block_scripts' in the inbound table")]
  return [
    ...spamScan(at, mail, 'spam negative'),
    info(at + 0.5)`MID ${mail.mid} AMP file reputation verdict : MALICIOUS`,
    ...abort('amp'),
  ]
}

function quarantined(random: Random, gateway: Gateway, at: number, mail: Mail): Line[] {
  if (random.chance(0.7)) {
    return [
      ...spamScan(at, mail, 'spam suspect'),
      ...spamQuarantined(at + 0.6, gateway, mail, 30_000_000 + random.below(900_000)),
    ]
  }
  const { mid } = mail
  return [
    ...spamScan(at, mail, 'spam negative'),
    ...otherScans(at + 0.5, mail),
    info(at + 1)`MID ${mid} enqueued for transfer to centralized quarantine "Policy" (content filter:hold_macros)`,
    finished(at + 1.2, mail),
  ]
}

/** What becomes of a message that was accepted, from the work queue to its end. */
export function workQueueOn(
  random: Random,
  gateway: Gateway,
  road: Road,
  at: number,
  mail: Mail,
  fate: OrdinaryFate,
): Line[] {
  if (fate === 'dropped') return dropped(random, at, mail)
  if (fate === 'quarantined') return quarantined(random, gateway, at, mail)
  const scanned = passed(at, mail)
  if (fate === 'bounced') return [...scanned, ...bounced(gateway, at + 1.3, mail)]
  if (fate === 'delayed') return [...scanned, ...delayed(random, gateway, road, at + 1.3, mail)]
  return [...scanned, ...handedOverOnRoad(random, gateway, road, at + 1.3, mail)]
}

/** A copy for the archive, made on the gateway itself (M7): ICID 0, and the new MID stands first. */
export function archived(random: Random, gateway: Gateway, road: Road, at: number, mail: Mail, copy: Mail): Line[] {
  const { mid, mailFrom } = copy
  return [
    info(at)`Start MID ${mid} ICID 0`,
    info(at)`MID ${mid} was generated based on MID ${mail.mid} by bcc filter 'archive'`,
    info(at)`MID ${mid} ICID 0 From: <${mailFrom}>`,
    info(at)`MID ${mid} ICID 0 RID 0 To: <${copy.rcptTo[0] ?? ''}>`,
    info(at + 0.1)`MID ${mid} ready ${copy.bytes} bytes from <${mailFrom}>`,
    queued(at + 0.2, copy),
    ...handedOverOnRoad(random, gateway, road, at + 0.5, copy),
  ]
}
