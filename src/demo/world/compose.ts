import { ORDINARY, REGULARS } from './cast.ts'
import { GATEWAYS, type Gateway, type GatewayName, OURS } from './gateway.ts'
import { INCIDENTS } from './incidents/index.ts'
import { days, hours, info, type Line, later, minutes } from './line.ts'
import { type Random, seeded } from './random.ts'
import { statusLines } from './status.ts'
import { connection, type Traffic } from './traffic.ts'
import { type Written, weave } from './weave.ts'
import { fileStamp, type Pen, write } from './writer.ts'
import { ourZone, published } from './zone.ts'

export interface WorldFile {
  /** `mail.@20261106T091646.s`, or `mail.current` for the one that is still written to. */
  readonly name: string
  readonly text: string
}

/** A question that this world holds the answer to. */
export interface Story {
  readonly domain: string
  readonly question: string
  /** The expected verdict: an id of the list of causes. */
  readonly cause: string
  readonly title: string
  readonly chip?: true
}

export interface World {
  /** In order of time; the last file is `mail.current`. */
  readonly gateways: Readonly<Record<GatewayName, { readonly files: readonly WorldFile[] }>>
  /** Master-file lines, and `$SLOW name ms`, `$SERVFAIL name`, `$SILENT name`. */
  readonly zone: string
  readonly ours: {
    readonly domains: readonly string[]
    readonly addresses: readonly string[]
    readonly mxHosts: readonly string[]
  }
  readonly stories: readonly Story[]
}

export interface Setting {
  /** Milliseconds since the epoch, UTC. Nothing in the logs is later. */
  readonly now: number
  readonly seed: number
  /** Seconds that the gateways' clocks are ahead of UTC. */
  readonly utcOffset: number
}

const VERSION = '14.2.0-620'
/** How far back the oldest file reaches. */
const OLDEST = -days(8)
/** A new file is begun this often, the first one this long after the oldest line. */
const ROLL_EVERY = days(1)
const FIRST_ROLL = hours(15) + minutes(23)
/** Lines still held in memory when a file is rolled come after the new file's header, though they are older. */
const HELD_BACK = 4
const LONG_AGO = 70
const LATELY = 150

/** Ordinary connections: a few a day, and more of them in the last thirty hours. */
function ordinary(random: Random, gateway: Gateway): Line[] {
  const traffic: Traffic = { random, gateway, cast: ORDINARY, road: { open: null } }
  const starts: number[] = []
  for (let i = 0; i < LONG_AGO; i++) starts.push(random.between(OLDEST, -hours(30)))
  for (let i = 0; i < LATELY; i++) starts.push(random.between(-hours(30), 0))
  return starts.toSorted((one, other) => one - other).flatMap((at) => connection(traffic, at).lines)
}

/** Nothing happens on the full minute: every incident is moved by up to two minutes, the same on both gateways. */
function incidents(seed: number, gateway: Gateway): Line[] {
  const random = seeded(seed)
  return INCIDENTS.flatMap((incident) => {
    const shift = random.between(-minutes(2), minutes(2))
    return (incident.scenes()[gateway.name] ?? []).map((line) => later(line, shift))
  })
}

/** The three lines each file begins with (log grammar H2 to H4). */
function fileHead(pen: Pen, { serial }: Gateway, at: number): string[] {
  return [
    write(pen, info(at)`Begin Logfile`),
    write(pen, info(at)`Version: ${VERSION} SN: ${serial}`),
    write(pen, info(at)`Time offset from UTC: ${pen.utcOffset} seconds`),
  ]
}

function rolled(pen: Pen, gateway: Gateway, lines: readonly Written[]): WorldFile[] {
  const files: WorldFile[] = []
  let opened = OLDEST
  let next = 0
  while (opened < 0) {
    const closes = opened === OLDEST ? OLDEST + FIRST_ROLL : opened + ROLL_EVERY
    const current = closes >= 0
    const texts = fileHead(pen, gateway, opened)
    for (let line = lines[next]; line && (current || line.at < closes - HELD_BACK); line = lines[++next])
      texts.push(line.text)
    if (!current) texts.push(write(pen, info(closes)`End Logfile`))
    files.push({ name: current ? 'mail.current' : `mail.@${fileStamp(pen, opened)}.s`, text: `${texts.join('\n')}\n` })
    opened = closes
  }
  return files
}

function gatewayLog(setting: Setting, gateway: Gateway): { files: WorldFile[] } {
  const random = seeded(setting.seed + gateway.firstIds.icid)
  const now = Math.floor(setting.now / 1000) * 1000
  const pen: Pen = { now, utcOffset: setting.utcOffset, next: { ...gateway.firstIds } }
  const lines = [
    ...incidents(setting.seed, gateway),
    ...ordinary(random, gateway),
    ...statusLines(random, OLDEST + 1, 0),
  ]
  // What would come after now has not been written yet.
  const written = lines.filter((line) => line.at <= 0)
  return { files: rolled(pen, gateway, weave(pen, written, random)) }
}

function zoneText(): string {
  const regulars = REGULARS.flatMap(({ domain, peer }) => published({ domain, host: peer.host, ip: peer.ip }))
  return `${[...ourZone(), ...regulars, ...INCIDENTS.flatMap((incident) => incident.zone)].join('\n')}\n`
}

/**
 * Tells the embedded world as it stands at `now`: eight days of mail logs of two gateways, the DNS zone around them,
 * and the questions they answer. The same setting gives the same world, letter for letter.
 */
export function composeWorld(setting: Setting): World {
  const [esa1, esa2] = GATEWAYS.map((gateway) => gatewayLog(setting, gateway))
  if (!esa1 || !esa2) throw new Error('the world has two gateways')
  const stories = INCIDENTS.map(({ domain, question, cause, title, chip }) => ({
    domain,
    question,
    cause,
    title,
    ...(chip && { chip }),
  }))
  return { gateways: { esa1, esa2 }, zone: zoneText(), ours: OURS, stories }
}
