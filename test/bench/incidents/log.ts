import type { Cast } from '../../../src/demo/world/cast.ts'
import { recipient, stranger } from '../../../src/demo/world/cast.ts'
import type { Gateway } from '../../../src/demo/world/gateway.ts'
import { goodPeer } from '../../../src/demo/world/incident.ts'
import { info, type Line, minutes } from '../../../src/demo/world/line.ts'
import type { Random } from '../../../src/demo/world/random.ts'
import { statusLines } from '../../../src/demo/world/status.ts'
import { connection, type Traffic } from '../../../src/demo/world/traffic.ts'
import { weave } from '../../../src/demo/world/weave.ts'
import { fileStamp, type Pen, write } from '../../../src/demo/world/writer.ts'
import type { Envelope, olderRelease } from './envelope.ts'
import { syllables } from './names.ts'

/** How long before now the log begins, in seconds. */
export const BEGINS = -minutes(600)

/** What a log is written with. */
export interface Style {
  readonly envelope: Envelope
  readonly release: typeof olderRelease | null
  /** A status line at every beat, so that no minute is in doubt. */
  readonly beats: boolean
}

export interface LogFile {
  readonly name: string
  readonly text: string
}

/** Ordinary mail of others around these lines, in one file or two: a mail may begin in one and end in the other. */
export function logOf(pen: Pen, gateway: Gateway, lines: readonly Line[], random: Random, style: Style): LogFile[] {
  const traffic: Traffic = { random, gateway, cast: castOf(random), road: { open: null } }
  const ordinary: Line[] = []
  for (let i = 4 + random.below(10); i > 0; i--) ordinary.push(...connection(traffic, random.between(BEGINS, 0)).lines)
  // Its last line is a moment ago: what is not told by now is not told.
  const beats = style.beats ? statusLines(random, BEGINS + 1, 0) : statusLines(random, -2, 0)
  const heads = [head(pen, gateway, style, BEGINS)]
  const woven = weave(
    pen,
    [...lines, ...ordinary, ...beats].filter(({ at }) => at <= 0),
    random,
  )
  const rolledAt = random.chance(0.3) ? Math.floor(random.between(BEGINS, -60)) : null
  const parts = [woven.filter(({ at }) => rolledAt === null || at < rolledAt)]
  if (rolledAt !== null) {
    heads.push(head(pen, gateway, style, rolledAt))
    parts.push(woven.filter(({ at }) => at >= rolledAt))
  }
  return parts.map((part, i) => {
    const texts = [...(heads[i] ?? []), ...part.map(({ text }) => text)]
    const last = i === parts.length - 1
    if (!last && rolledAt !== null) texts.push(write(pen, info(rolledAt)`End Logfile`))
    const written = texts.flatMap((text) => (style.release ? (style.release(text) ?? []) : text))
    const text = written.map((line) => style.envelope(line, gateway.name)).join('\n')
    return { name: last ? 'mail.current' : `mail.@${fileStamp(pen, BEGINS)}.s`, text: `${text}\n` }
  })
}

/** The three lines each file begins with (log grammar H2 to H4). */
function head(pen: Pen, { serial }: Gateway, { release }: Style, at: number): string[] {
  return [
    info(at)`Begin Logfile`,
    info(at)`Version: ${release ? '9.1.2-023' : '14.2.0-620'} SN: ${serial}`,
    info(at)`Time offset from UTC: ${pen.utcOffset} seconds`,
  ].map((line) => write(pen, line))
}

function castOf(random: Random): Cast {
  const domains = Array.from({ length: 9 }, (_, i) => `${syllables(random)}-${i}.example.net`)
  const senders = domains.map((domain, i) => ({
    domain,
    peer: goodPeer(`out.${domain}`, `198.51.100.${10 + i}`, '3.1'),
  }))
  return { sender: (own) => own.pick(senders), stranger, recipient }
}
