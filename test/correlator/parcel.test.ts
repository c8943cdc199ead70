import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addBytes, byteReader, endBytes } from '../../src/correlator/bytes.ts'
import { correlateInBatches, type Finished, type StreamOptions } from '../../src/correlator/correlate.ts'
import type { Form } from '../../src/correlator/form.ts'
import { forms } from '../../src/correlator/forms/index.ts'
import { putFinished } from '../../src/correlator/json-lines.ts'
import { lineState } from '../../src/correlator/line.ts'
import { newPacker, type Spare, unpackerInto } from '../../src/correlator/parcel.ts'
import { newSheet, takeSheet } from '../../src/correlator/sheet.ts'
import { newStreaming } from '../../src/correlator/streaming.ts'
import { type Many, sharedMany } from '../../src/correlator/take-many.ts'
import { compose } from '../bench/incidents/compose.ts'
import { cut, stamped } from './lines.ts'

// What goes by parcels from one thread to another must come out as if it had been filed where it was read.

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const sheet = newSheet()

function shown(all: readonly Finished[]): string {
  for (const each of all) putFinished(sheet, each)
  return decoder.decode(takeSheet(sheet))
}

async function atOnce(bytes: Uint8Array, options: StreamOptions = {}): Promise<string> {
  let text = ''
  for await (const batch of correlateInBatches([bytes], options)) text += shown(batch)
  return text
}

/** Packed and unpacked in this one thread, each piece overwritten as soon as its lines were told or settled. */
function byParcels(
  pieces: Iterable<Uint8Array>,
  options: StreamOptions = {},
  many: Many | null = sharedMany(),
): string {
  const packer = newPacker()
  const reader = byteReader(lineState('-', '-', options), packer.sink, many)
  const streaming = newStreaming(options, true)
  const unpack = unpackerInto(streaming.filing)
  const spares: Spare[] = []
  let text = ''
  const take = (piece: Uint8Array, read: () => void) => {
    packer.begin(piece, spares.pop())
    read()
    const parcel = structuredClone(packer.take())
    unpack(parcel, piece)
    text += shown(streaming.told())
    streaming.settle(streaming.filing.number + 1)
    piece.fill(120)
    parcel.written?.bytes.fill(121)
    parcel.written?.ends.fill(-7)
    spares.push({ rows: parcel.rows.fill(-7), written: parcel.written })
  }
  for (const piece of pieces) {
    const own = piece.slice()
    take(own, () => addBytes(reader, own))
  }
  take(new Uint8Array(0), () => endBytes(reader))
  return text + shown(streaming.end())
}

const lines = stamped(Object.values<Form>(forms).flatMap((form) => form.samples))

/** What is hard to hand over: times that are set right later, numbers beyond 31 bits, lists, several kinds of headers. */
const story = [
  '\ufeffFri Nov 20 10:00:00 2026 Info: Begin Logfile',
  'Fri Nov 20 10:00:00 2026 Info: MID 4 sings before the offset is told',
  'Fri Nov 20 10:00:00 2026 Info: Start MID 5 ICID 7\r',
  'Fri Nov 20 10:00:00 2026 Info: Time offset from UTC: 3600 seconds',
  '',
  "Fri Nov 20 10:00:01 2026 Info: MID 5 Subject 'Grüße, 東京, \ud83d\udce8'  ",
  '\tand its second line ü\r',
  'Nov 20 10:00:02 gäteway mail_logs: Info: MID 5 ICID 7 From: <ålice@example.com>',
  'Nov 20 10:00:02 gäteway mail_logs: Info: MID 5 ICID 7 RID 0 To: <bob@example.org>',
  'Nov 20 10:00:02 gäteway mail_logs: Info: MID 5 ICID 7 RID 1 To: <eve@example.org>',
  'Fri Nov 20 10:00:02 2026 Warning: MID 5 ICID 7 sings',
  'Fri Nov 20 10:00:02 2026 Info:',
  'Fri Nov 20 10:00:02 2026 Info: ICID 999999999999999 close',
  'Fri Nov 20 10:00:02 2026 Info: Delivery start DCID 99999999999 MID 5 to RID [0, 1, 12]',
  'Fri Nov 20 10:00:02 2026 Info: Delivery start DCID 9 MID 5 to RID [0, 1]',
  'Fri Nov 20 10:00:02 2026 Info: Delivery start DCID 10 MID 5 to RID [ 0,  1 ]',
  'Fri Nov 20 10:00:02 2026 Info: Message done DCID 10 MID 5 to RID [0, 1]',
  'Fri Nov 20 10:00:03 2026 Info: Time offset from UTC: 7200 seconds',
  'Fri Nov 20 10:00:13 2026 Info: Message finished MID 5 done',
  'Fri Nov 20 10:00:23 2026 Info: ICID 7 close',
]

describe('by parcels comes out', () => {
  it('the same, wherever the bytes are cut', async () => {
    const bytes = encoder.encode(story.join('\n'))
    const whole = await atOnce(bytes)
    expect(whole).toContain('東京')
    for (let size = 1; size <= bytes.length; size += 1) expect(byParcels(cut(bytes, size))).toBe(whole)
  })

  it('the same where many lines are taken at once, wherever the bytes are cut', async () => {
    const many = [...lines.slice(0, 12), ...story, ...story]
    const bytes = encoder.encode(many.join('\n'))
    const whole = await atOnce(bytes)
    for (let size = 40; size <= bytes.length; size += 3) {
      expect(byParcels([bytes.subarray(0, size), bytes.subarray(size)])).toBe(whole)
    }
  })

  it('the same where the log is no UTF-8', async () => {
    const bytes = Uint8Array.from(Buffer.from([...lines.slice(0, 12), ...story, ...story].join('\n'), 'latin1'))
    const whole = await atOnce(bytes)
    for (let size = 1; size <= bytes.length; size += 37) expect(byParcels(cut(bytes, size))).toBe(whole)
  })

  it('the same of every form, and without WebAssembly', async () => {
    const bytes = encoder.encode(lines.join('\n'))
    const whole = await atOnce(bytes)
    expect(byParcels(cut(bytes, 5000))).toBe(whole)
    expect(byParcels(cut(bytes, 5000), {}, null)).toBe(whole)
  })

  it('the same of all logs of the tests', async () => {
    const logs = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.log'))
    expect(logs.length).toBeGreaterThan(100)
    for (const log of logs) {
      const bytes = Uint8Array.from(readFileSync(`test/${log}`))
      const options = { timeZone: 'Europe/Zurich', referenceTime: Date.UTC(2026, 10, 21) }
      const whole = await atOnce(bytes, options)
      expect([log, byParcels(cut(bytes, 1000), options)]).toEqual([log, whole])
      expect([log, byParcels([bytes], options)]).toEqual([log, whole])
    }
  })

  it('the same of composed incidents', async () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      for (const { files } of compose(seed).logs) {
        const bytes = encoder.encode(files.map(({ text }) => text).join(''))
        expect([seed, byParcels(cut(bytes, 700 + seed))]).toEqual([seed, await atOnce(bytes)])
      }
    }
  })

  it('the same, whatever the bytes are', async () => {
    const mutated = fc
      .record({
        line: fc.constantFrom(...lines, ...story).map((line) => encoder.encode(line)),
        from: fc.nat(120),
        cut: fc.nat(40),
        put: fc.uint8Array({ maxLength: 20 }),
      })
      .map(({ line, from, cut, put }) => [...line.subarray(0, from), ...put, ...line.subarray(from + cut), 10])
    const whole = fc.constantFrom(...lines, ...story).map((line) => [...encoder.encode(`${line}\n`)])
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 4, arbitrary: whole }, mutated), { maxLength: 60 }),
        fc.integer({ min: 1, max: 3000 }),
        async (pieces, size) => {
          const bytes = Uint8Array.from(pieces.flat())
          expect(byParcels(cut(bytes, size))).toBe(await atOnce(bytes))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('the same of so many recipients that a list of them is long', async () => {
    const rids = Array.from({ length: 150_000 }, (_, at) => at).join(', ')
    const bytes = encoder.encode(
      stamped([
        ...Array(9).fill('ICID 1 close'),
        'Start MID 5 ICID 7',
        `Delivery start DCID 9 MID 5 to RID [${rids}]`,
      ]).join('\n'),
    )
    expect(byParcels([bytes])).toBe(await atOnce(bytes))
  })
})
