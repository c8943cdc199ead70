import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteEvent } from '../../src/correlator/byte-event.ts'
import { addBytes, byteReader, endBytes } from '../../src/correlator/bytes.ts'
import { correlate } from '../../src/correlator/correlate.ts'
import type { Event, Form } from '../../src/correlator/form.ts'
import { forms } from '../../src/correlator/forms/index.ts'
import { putEvent, shownEvent } from '../../src/correlator/json.ts'
import { lineState } from '../../src/correlator/line.ts'
import { newPacker, unpackerInto } from '../../src/correlator/parcel.ts'
import { newSheet, putText, takeSheet, writeNumber } from '../../src/correlator/sheet.ts'
import { newStreaming } from '../../src/correlator/streaming.ts'
import { stamped } from './lines.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const samples = stamped(Object.values<Form>(forms).flatMap((form) => form.samples))

/** The events of a log in bytes: as `correlate` reads them, and as they come with what was written on the way. */
async function eventsOf(bytes: Uint8Array): Promise<{ readonly read: Event[]; readonly written: Event[] }> {
  const read: Event[] = []
  for await (const each of correlate([bytes], { loose: (event) => read.push(event) })) {
    if ('kind' in each) read.push(...each.timeline)
  }
  const written: Event[] = []
  const packer = newPacker(true)
  const reader = byteReader(lineState('-', '-', {}), packer.sink)
  const streaming = newStreaming({ loose: (event) => written.push(event) })
  packer.begin(bytes, undefined)
  addBytes(reader, bytes)
  endBytes(reader)
  unpackerInto(streaming.filing)(packer.take(), bytes)
  for (const each of streaming.end()) if ('kind' in each) written.push(...each.timeline)
  return { read, written }
}

function putOf(event: Event): string {
  const sheet = newSheet()
  putEvent(sheet, event)
  return decoder.decode(takeSheet(sheet))
}

/** All events of a log that is read as bytes: as they are put, and as they are said to be put. */
async function bothWays(lines: readonly string[]) {
  const { read, written } = await eventsOf(encoder.encode(lines.join('\n')))
  const put = [...read.map(putOf), ...written.map(putOf)]
  // What was settled has no bytes any more.
  for (const event of read) if (event instanceof ByteEvent) event.settle()
  put.push(...read.map(putOf))
  return { put, said: [...read, ...written, ...read].map((event) => JSON.stringify(shownEvent(event))) }
}

describe('an event as JSON', () => {
  it('of every form', async () => {
    const { put, said } = await bothWays(samples)
    expect(said.length).toBeGreaterThan(samples.length)
    expect(put).toEqual(said)
  })

  it('of nearly every form written where its line is read', async () => {
    const { written } = await eventsOf(encoder.encode([...Array(9).fill(samples[0]), ...samples].join('\n')))
    const without = written.slice(9).filter((event) => {
      if (!(event instanceof ByteEvent) || !event.text?.written) return true
      const { ends, first } = event.text.written
      return ends[event.number - first] === (ends[event.number - first - 1] ?? 0)
    })
    expect(written.length).toBeGreaterThan(samples.length)
    expect(without.length).toBeLessThan(written.length / 5)
  })

  it.each([
    ['what JSON must escape', `MID 5 Subject 'a "b" \\ \u0001 c'`],
    ['another script', "MID 5 Subject '東京 \ud83d\udce8'"],
    ['blanks inside and around', 'MID 5 ICID 7 From: <  a@example.com > '],
    ['brackets with nothing in them', 'MID 5 ICID 7 From: <>'],
    ['a lone quote', "MID 5 Subject '"],
    ['quotes around nothing', "MID 5 Subject ''"],
    ['quotes inside quotes', `MID 5 Subject "a 'b' \\r\\n c\\"`],
    ['a control inside quotes', `MID 5 Subject "a\tb"`],
    ['a number that begins with naught', 'MID 0005 ICID 07 RID 00 To: <a@example.com>'],
    ['several recipients', 'Delivery start DCID 1 MID 2 to RID [0, 1, 12]'],
    ['the longest number', 'ICID 999999999999999 close'],
  ])('with %s', async (_, message) => {
    const { put, said } = await bothWays(stamped([...Array(9).fill('ICID 1 close'), message]))
    expect(put).toEqual(said)
  })

  it('whatever a line holds', async () => {
    const mutated = fc
      .record({
        line: fc.constantFrom(...samples),
        from: fc.integer({ min: 31, max: 160 }),
        cut: fc.nat(30),
        put: fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc.constantFrom(' ', '<', '>', "'", '"', '[', ']', '-'),
        ),
      })
      .map(({ line, from, cut, put }) => line.slice(0, from) + put + line.slice(from + cut))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(mutated, fc.constantFrom(...samples)), { maxLength: 40 }), async (lines) => {
        const { put, said } = await bothWays(lines)
        expect(put).toEqual(said)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a sheet', () => {
  it('grows with what is put there', () => {
    const sheet = newSheet()
    const text = 'é'.repeat(100_000)
    putText(sheet, 'a')
    putText(sheet, text)
    expect(decoder.decode(takeSheet(sheet))).toBe(`a${text}`)
    expect(takeSheet(sheet)).toEqual(new Uint8Array(0))
  })

  it('writes any whole number as it is', () => {
    const bytes = new Uint8Array(32)
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (number) => {
        expect(decoder.decode(bytes.subarray(0, writeNumber(bytes, 0, number)))).toBe(String(number))
      }),
    )
  })
})
