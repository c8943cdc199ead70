import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addBytes, byteReader, endBytes, sinkInto } from '../../src/correlator/bytes.ts'
import { collector } from '../../src/correlator/collect.ts'
import { fileOf, newCore } from '../../src/correlator/core.ts'
import {
  correlate,
  correlateInBatches,
  type Finished,
  type LogStream,
  type StreamOptions,
} from '../../src/correlator/correlate.ts'
import { newFiling } from '../../src/correlator/filing.ts'
import type { Event, Form } from '../../src/correlator/form.ts'
import { forms } from '../../src/correlator/forms/index.ts'
import { type Many, sharedMany } from '../../src/correlator/take-many.ts'
import { cut, stamped } from './lines.ts'

// The way over bytes must tell what the way line by line tells, whatever the bytes are and wherever they are cut.

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

function shownEvent({ form, line, fields }: Event) {
  return { form, line: { ...line }, fields: { ...fields } }
}

/** Everything that a value tells, links as numbers. */
function shown(finished: Finished) {
  if ('summary' in finished) return finished
  const timeline = finished.timeline.map(shownEvent)
  if (finished.kind === 'delivery') return { dcid: finished.dcid, timeline }
  if (finished.kind === 'injection') {
    return { icid: finished.icid, mids: finished.messages.map(({ mid }) => mid), timeline }
  }
  return {
    mid: finished.mid,
    icid: finished.injection?.icid,
    recipients: finished.recipients.map(({ rid, rcptTo, timeline }) => ({
      rid,
      rcptTo,
      timeline: timeline.map(shownEvent),
    })),
    dcids: finished.deliveries.map(({ dcid }) => dcid),
    became: finished.became.map(({ mid }) => mid),
    origin: finished.origin && [finished.origin.message.mid, finished.origin.how],
    timeline,
  }
}

async function all(log: LogStream, options: StreamOptions = {}) {
  const loose: Event[] = []
  const finished: Finished[] = []
  for await (const each of correlate(log, { ...options, loose: (event) => loose.push(event) })) finished.push(each)
  return { finished: finished.map(shown), loose: loose.map(shownEvent) }
}

/** The lines as anything that splits at line feeds gives them. */
function linesOf(bytes: Uint8Array): string[] {
  const lines: string[] = []
  let from = 0
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== 10) continue
    lines.push(decoder.decode(bytes.subarray(from, at)))
    from = at + 1
  }
  if (from < bytes.length) lines.push(decoder.decode(bytes.subarray(from)))
  return lines
}

/** All that bytes tell, read as a reader does that takes many lines at once, or (null) each for itself. */
function gathered(pieces: Iterable<Uint8Array>, many: Many | null) {
  const collected = collector()
  const core = newCore({}, collected.listening)
  const at = fileOf(core, '-', '-')
  const reader = byteReader(at.state, sinkInto(newFiling(core, at, () => {})), many)
  for (const piece of pieces) addBytes(reader, piece)
  endBytes(reader)
  const { injections, messages, deliveries, loose, summary } = collected.mailLog(core)
  return { values: [...injections, ...messages, ...deliveries].map(shown), loose: loose.map(shownEvent), summary }
}

const samples = Object.values<Form>(forms).flatMap((form) => form.samples)
const lines = stamped(samples)

const story = [
  '\ufeffFri Nov 20 10:00:00 2026 Info: Begin Logfile',
  'Fri Nov 20 10:00:00 2026 Info: Version: 14.2.0-620 SN: 0123456789AB-0123456789AB',
  'Fri Nov 20 10:00:00 2026 Info: MID 4 sings before the offset is told',
  'Fri Nov 20 10:00:00 2026 Info: Time offset from UTC: 3600 seconds',
  'Fri Nov 20 10:00:00 2026 Info: Start MID 5 ICID 7\r',
  '',
  "Fri Nov 20 10:00:01 2026 Info: MID 5 Subject 'Grüße, 東京, \ud83d\udce8'  ",
  '\tand its second line ü\r',
  'Nov 20 10:00:02 gäteway mail_logs: Info: MID 5 ICID 7 From: <ålice@example.com>',
  'Nov 20 10:00:02 gäteway mail_logs: Info: MID 5 ICID 7 RID 0 To: <bob@example.org>',
  'Fri Nov 20 10:00:02 2026 Warning: MID 5 ICID 7 sings',
  'Fri Nov 20 10:00:02 2026 Info:',
  'Fri Nov 20 10:00:02 2026 Info:  ICID 7 close',
  'Fri Nov 20 10:00:03 2026 Info: Time offset from UTC: 7200 seconds',
  'Fri Nov 20 10:00:03 2026 Info: Message finished MID 5 done',
]

describe('correlate over bytes', () => {
  it('tells what it tells line by line, wherever the bytes are cut', async () => {
    const bytes = encoder.encode(story.join('\n'))
    const whole = await all(linesOf(bytes))
    expect(whole.finished).toHaveLength(4)
    for (let size = 1; size <= bytes.length; size += 1) expect(await all(cut(bytes, size))).toEqual(whole)
  })

  it('whatever the bytes are', async () => {
    const text = fc.oneof(fc.constantFrom(...lines, ...story), fc.string(), fc.string({ unit: 'binary' }))
    const mutated = fc
      .record({
        line: fc.oneof(fc.constantFrom(...lines, ...story), text).map((line) => encoder.encode(line)),
        from: fc.nat(120),
        cut: fc.nat(40),
        put: fc.oneof(
          fc.uint8Array({ maxLength: 20 }),
          text.map((line) => encoder.encode(line)),
        ),
      })
      .map(({ line, from, cut, put }) => [...line.subarray(0, from), ...put, ...line.subarray(from + cut), 10])
    const piece = fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...lines, ...story).map((line) => [...encoder.encode(`${line}\n`)]) },
      mutated,
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 300 }), async (pieces, size) => {
        const bytes = Uint8Array.from(pieces.flat())
        const lineByLine = await all(linesOf(bytes))
        expect(await all(cut(bytes, size))).toEqual(lineByLine)
        expect(gathered(cut(bytes, size), null)).toEqual(gathered(cut(bytes, size), sharedMany()))
      }),
      { numRuns: 300 },
    )
  })

  it('whatever the time of day in a header', async () => {
    const heads = [
      'Sun Oct 25 @ 2026 Info: ',
      'Sun Oct 25 @ 2026 Warning: ',
      '<22>Oct 25 @ mail_logs: Info: ',
      'Oct 25 @ 02:03:04 mail_logs: Info: ',
      'Oct 25 @ 1:02:03 mail_logs: Info: ',
      '2026-10-25T@.250+01:00 relay mail_logs: Info: ',
      'Oct 25 @ relay app: Sun Oct 25 @ 2026 Info: ',
    ]
    const two = (most: number) => fc.nat(most).map((number) => String(number).padStart(2, '0'))
    const clock = fc.oneof(
      { weight: 3, arbitrary: fc.tuple(fc.constantFrom('01', '02', '03'), two(59), two(60)) },
      fc.tuple(two(26), two(61), two(62)),
      fc.tuple(fc.constant('0x'), two(59), two(59)),
    )
    const line = fc
      .record({ head: fc.constantFrom(...heads), clock, message: fc.constantFrom('ICID 7 close', 'MID 5 sings', '') })
      .map(({ head, clock, message }) => `${head.replaceAll('@', clock.join(':'))}${message}`)
    const run = fc.tuple(line, fc.array(clock, { maxLength: 6 })).map(([first, clocks]) => [
      first,
      // The same header again, at other times of day.
      ...clocks.map((clock) => first.replace(/\b\w\d:\d\d:\d\d/, clock.join(':'))),
    ])
    const options = { timeZone: 'Europe/Zurich', referenceTime: Date.UTC(2026, 9, 27) }
    await fc.assert(
      fc.asyncProperty(fc.array(run, { maxLength: 12 }), async (runs) => {
        const bytes = encoder.encode([...Array(9).fill(lines[0]), ...runs.flat()].join('\n'))
        expect(await all([bytes], options)).toEqual(await all(linesOf(bytes), options))
      }),
      { numRuns: 500 },
    )
  })

  it('over so many lines that texts are decoded while values are held', async () => {
    const held = stamped(["MID 5 Subject 'Grüße'", 'Start MID 6 ICID 7'])
    const passing = stamped(Array.from({ length: 140_000 }, (_, at) => `DCID ${at} close`))
    const bytes = encoder.encode([...held, ...passing, ...held].join('\n'))
    const options = { most: 1000 }
    const seen = await all(cut(bytes, 1 << 20), options)
    expect(seen).toEqual(await all(linesOf(bytes), options))
    expect(JSON.stringify(seen)).toContain('Grüße')
  })

  it('holds no more lines than it may, though the log says of nothing that it ended', async () => {
    const endless = stamped(Array.from({ length: 100_000 }, (_, at) => `MID ${at >> 3} antivirus negative`))
    const bytes = encoder.encode(endless.join('\n'))
    let last = 0
    let told = 0
    for await (const batch of correlateInBatches(cut(bytes, 1 << 16), { mostLines: 10_000 })) {
      last = 0
      for (const each of batch) if ('kind' in each) last += each.timeline.length
      told += last
    }
    expect(told).toBe(100_000)
    // What is told at the end was held: what it may, and what came since it was looked at.
    expect(last).toBeLessThan(10_000 + 32_768)
  })

  it('counts what an open connection brought long ago', async () => {
    const mails = Array.from({ length: 40_000 }, (_, at) => [
      `Start MID ${at} ICID 7`,
      `MID ${at} ICID 7 From: <${at}@example.com>`,
      `Message finished MID ${at} done`,
    ])
    // Nothing ends unless time goes on.
    const log = mails.flatMap((mail, at) => {
      const clock = [Math.floor(at / 3600), Math.floor(at / 60) % 60, at % 60].map((each) =>
        String(each).padStart(2, '0'),
      )
      return mail.map((message) => `Fri Nov 20 ${clock.join(':')} 2026 Info: ${message}`)
    })
    const told: number[] = []
    for await (const each of correlate(cut(encoder.encode(log.join('\n')), 1 << 16), { mostLines: 10_000 })) {
      if ('kind' in each && each.kind === 'injection') told.push(each.messages.length)
    }
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(40_000)
    // Between two looks at it, a connection brings so many messages at most.
    expect(Math.max(...told)).toBeLessThan(32_768)
    expect(told.length).toBeGreaterThan(2)
  })

  it('keeps the first mebibyte of a line that has no end', async () => {
    const letters = new Uint8Array(1 << 16).fill(97)
    function* endless() {
      yield encoder.encode("Fri Nov 20 10:00:01 2026 Info: MID 5 Subject '")
      for (let at = 0; at < 40; at += 1) yield letters
      yield encoder.encode("'\nFri Nov 20 10:00:01 2026 Info: MID 5 antivirus negative")
    }
    const texts: string[] = []
    for await (const each of correlate(endless())) {
      if ('kind' in each) texts.push(...each.timeline.map(({ line }) => line.text))
      else expect(each.summary).toMatchObject({ lines: 2, recognised: 2 })
    }
    expect(texts.map((text) => text.length)).toEqual([1 << 20, 55])
  })

  it('many lines at once, where who is told of a line reads another log meanwhile', async () => {
    const log = encoder.encode(
      stamped(['Start MID 5 ICID 7', 'Version: 14.2.0-620 SN: A-B', 'ICID 7 close']).join('\n'),
    )
    const other = encoder.encode(`${stamped(['Start MID 6 ICID 8', 'ICID 8 close']).join('\n')}\n`)
    const inner: Promise<IteratorResult<Finished, void>>[] = []
    const told: Finished[] = []
    // The first eight lines are read one by one, for the file may tell its offset yet.
    const lines = Array<Uint8Array>(9)
      .fill(log)
      .flatMap((each) => [...each, 10])
    const loose = () => void inner.push(correlate([other]).next())
    for await (const each of correlate([Uint8Array.from(lines)], { loose })) told.push(each)
    expect(inner).toHaveLength(9)
    expect(told.at(-1)).toMatchObject({ summary: { lines: 27, recognised: 27 } })
    for (const each of await Promise.all(inner)) expect(each.value).toMatchObject({ icid: 8 })
  })

  it('an event is printed whole, and the same again when it is asked twice', async () => {
    for await (const each of correlate([encoder.encode(stamped(['ICID 7 close']).join())])) {
      if (!('kind' in each)) continue
      const [event] = each.timeline
      expect(JSON.parse(JSON.stringify(event))).toEqual({
        form: 'injection-close',
        line: {
          gateway: '-',
          file: '-',
          number: 1,
          text: 'Fri Nov 20 10:00:00 2026 Info: ICID 7 close',
          time: Date.UTC(2026, 10, 20, 10),
          level: 'Info',
          message: 'ICID 7 close',
        },
        fields: { icid: 7 },
      })
      expect(event?.line).toBe(event?.line)
      expect(event?.fields).toBe(event?.fields)
    }
  })
})
