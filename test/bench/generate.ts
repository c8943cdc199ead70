import { Buffer } from 'node:buffer'
import { open } from 'node:fs/promises'
import { type Cast, recipient, type Sender, stranger } from '../../src/demo/world/cast.ts'
import type { Mail } from '../../src/demo/world/dialogue.ts'
import { esa1 } from '../../src/demo/world/gateway.ts'
import { goodPeer } from '../../src/demo/world/incident.ts'
import { info, type Line } from '../../src/demo/world/line.ts'
import { type Random, seeded } from '../../src/demo/world/random.ts'
import { connection, type Told, type Traffic } from '../../src/demo/world/traffic.ts'
import { weave } from '../../src/demo/world/weave.ts'
import type { Pen } from '../../src/demo/world/writer.ts'

/** What is in a generated log, counted while it was made. */
export interface Truth {
  readonly lines: number
  readonly bytes: number
  readonly injections: number
  readonly refused: number
  /** All MIDs, with the generated copies. */
  readonly messages: number
  readonly generated: number
  /** Messages that reached the next hop, at once or after a delay; with the copies. */
  readonly delivered: number
  readonly delayed: number
  readonly bounced: number
  readonly dropped: number
  readonly aborted: number
  readonly quarantined: number
  /** MIDs whose envelope sender is at example.com, in whatever case it is written; copies not counted. */
  readonly target: { readonly domain: string; readonly mids: readonly number[] }
  /** Where the next file goes on. */
  readonly end: Start
}

/** When a log begins, by UTC, and the ids that come next. */
export interface Start {
  readonly at: number
  readonly ids: Readonly<Pen['next']>
  /** A domain that writes a few times in this file, and in none without it. */
  readonly rare?: string
}

const TARGET = 'example.com'
/** Domains that a careless search takes for the target. */
const DECOYS = ['notexample.com', 'example.com.evil.test', 'myexample.company.test']
const OTHERS = 2000
/** All others are under this one, so that it is in nearly every message. */
export const EVERYONE = 'everyone.example'
/** One of the others. */
export const PARTNER = `sender77.${EVERYONE}`
/** One gigabyte a day: connections in a second. */
const RATE = 4.2
export const BEGINS = Date.UTC(2026, 10, 20)
/** Characters gathered before they are written. */
const BATCH = 4_000_000
/** A line's usual length, to stop in time: what is begun is told to its end. */
const USUAL_LENGTH = 108

function senderOf(domain: string, number: number): Sender {
  // Each from an address of its own, of those that are set aside for measuring (RFC 2544, appendix C.2.2).
  const ip = `198.18.${number >> 7}.${1 + (number % 128)}`
  const peer = goodPeer(`out${number % 7}.${domain}`, ip, `${number % 9}.${number % 10}`)
  return { domain, peer }
}

/** Connections for one of a rare sender's, so that even a small log holds some. */
const RARE = 20_000

function cast(rare?: string): Cast {
  const others = Array.from({ length: OTHERS }, (_, i) => senderOf(`sender${i}.${EVERYONE}`, i))
  const decoys = DECOYS.map((domain, i) => senderOf(domain, OTHERS + i))
  const target = senderOf(TARGET, 12)
  const rareSender = rare === undefined ? null : senderOf(rare, 13)
  let drawnBefore = 0
  const sender = (random: Random) => {
    drawnBefore += 1
    if (rareSender && drawnBefore % RARE === 0) return rareSender
    const drawn = random.below(10_000)
    if (drawn < 16) return target
    return random.pick(drawn < 56 ? decoys : others)
  }
  return { sender, stranger, recipient }
}

/** Lines wait here, second by second, until nothing earlier can come any more. */
interface Waiting {
  readonly seconds: Map<number, Line[]>
  count: number
}

function hold(waiting: Waiting, line: Line): void {
  const second = Math.floor(line.at)
  const there = waiting.seconds.get(second)
  if (there) there.push(line)
  else waiting.seconds.set(second, [line])
  waiting.count++
}

type Counts = { -readonly [K in keyof Omit<Truth, 'target' | 'bytes' | 'end'>]: number }

function count(counts: Counts, told: Told): void {
  counts.injections++
  counts.lines += told.lines.length
  if (told.refused) counts.refused++
  for (const { fate } of told.mails) {
    counts.messages++
    counts[fate]++
    if (fate === 'delayed' || fate === 'generated') counts.delivered++
  }
}

function isOfTarget(mail: Mail): boolean {
  return mail.mailFrom.toLowerCase().endsWith(`@${TARGET}`)
}

/**
 * Writes one gateway's mail log of about so many bytes to `path`, and says what is in it. Connections interleave, ids
 * are handed out in time order, several messages share a connection in and out, some come back minutes later; the
 * proportions are those of a real day. The same size, seed and start give the same file.
 */
export async function generateLog(
  path: string,
  bytes: number,
  seed: number,
  start: Start = { at: BEGINS, ids: esa1.firstIds },
): Promise<Truth> {
  const random = seeded(seed)
  const traffic: Traffic = { random, gateway: esa1, cast: cast(start.rare), road: { open: null } }
  const pen: Pen = { now: start.at, utcOffset: 3600, next: { ...start.ids } }
  const waiting: Waiting = { seconds: new Map(), count: 0 }
  const counts: Counts = {
    lines: 0,
    injections: 0,
    refused: 0,
    messages: 0,
    generated: 0,
    delivered: 0,
    delayed: 0,
    bounced: 0,
    dropped: 0,
    aborted: 0,
    quarantined: 0,
  }
  const target: Mail[] = []
  const head = [
    info(0)`Begin Logfile`,
    info(0)`Version: 14.2.0-620 SN: ${esa1.serial}`,
    info(0)`Time offset from UTC: 3600 seconds`,
  ]
  for (const line of head) hold(waiting, line)
  counts.lines += head.length

  const file = await open(path, 'w')
  let written = 0
  let second = 0
  try {
    let at = 0
    let batch = ''
    let full = false
    while (waiting.count > 0) {
      full ||= written + batch.length + waiting.count * USUAL_LENGTH >= bytes
      while (!full && at < second + 1) {
        const told = connection(traffic, at)
        count(counts, told)
        for (const line of told.lines) hold(waiting, line)
        for (const { mail, fate } of told.mails) if (fate !== 'generated' && isOfTarget(mail)) target.push(mail)
        at -= Math.log(1 - random.next()) / RATE
      }
      const ripe = waiting.seconds.get(second) ?? []
      waiting.seconds.delete(second)
      waiting.count -= ripe.length
      for (const { text } of weave(pen, ripe, random)) batch += `${text}\n`
      second++
      if (batch.length < BATCH && waiting.count > 0) continue
      const chunk = Buffer.from(batch)
      await file.write(chunk)
      written += chunk.length
      batch = ''
    }
  } finally {
    await file.close()
  }
  const end = { at: start.at + second * 1000, ids: { ...pen.next } }
  return { ...counts, bytes: written, end, target: { domain: TARGET, mids: target.map(({ mid }) => mid.number) } }
}
