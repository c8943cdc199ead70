import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correlate, createCorrelator } from '../../src/correlator/correlate.ts'
import type { Event, Form } from '../../src/correlator/form.ts'
import { forms } from '../../src/correlator/forms/index.ts'
import type { MailLog } from '../../src/correlator/mail-log.ts'
import { stamped } from './lines.ts'
import { processorTime } from './processor.ts'

function correlated(lines: readonly string[]): MailLog {
  const correlator = createCorrelator()
  for (const [at, text] of lines.entries()) correlator.add({ text, file: 'f', number: at + 1 }, 'esa1')
  return correlator.end()
}

/** Every event, wherever it is filed, once. */
function events(log: MailLog): Set<Event> {
  const things = [...log.injections, ...log.messages, ...log.deliveries]
  return new Set([...log.loose, ...things.flatMap(({ timeline }) => timeline)])
}

const samples = Object.values<Form>(forms).flatMap((form) => form.samples)
const lines = stamped(samples)
const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => new TextDecoder('latin1').decode(bytes)),
)

/** A line of a log with something cut out and something put in. */
const mutated = fc
  .record({ line: fc.constantFrom(...lines), from: fc.nat(120), cut: fc.nat(40), put: anyText })
  .map(({ line, from, cut, put }) => line.slice(0, from) + put + line.slice(from + cut))

const anyLine = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...lines) },
  { weight: 3, arbitrary: mutated },
  anyText,
)

describe('whatever the lines hold', () => {
  it('never throws, counts each line once, and keeps each', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 60 }), (given) => {
        const log = correlated(given)
        const { lines: count, recognised, unrecognised, continuations } = log.summary
        expect(count).toBe(given.length)
        expect(recognised + unrecognised + continuations).toBe(given.length)
        // What continues nothing, at the beginning of the file, can be filed nowhere.
        const kept = events(log).size
        expect(kept).toBeGreaterThanOrEqual(recognised + unrecognised)
        expect(kept).toBeLessThanOrEqual(given.length)
      }),
      { numRuns: 300 },
    )
  })

  it('the stream tells what the whole tells', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyLine, { maxLength: 60 }), async (given) => {
        const whole = correlated(given)
        const kinds = { injection: 0, message: 0, delivery: 0 }
        for await (const finished of correlate(given)) {
          if ('kind' in finished) kinds[finished.kind] += 1
          else expect(finished.summary).toEqual(whole.summary)
        }
        expect(kinds).toEqual({
          injection: whole.injections.length,
          message: whole.messages.length,
          delivery: whole.deliveries.length,
        })
      }),
      { numRuns: 100 },
    )
  })

  it('no origin leads back to its message', () => {
    const link = fc
      .record({ form: fc.nat(2), a: fc.nat(5), b: fc.nat(5) })
      .map(
        ({ form, a, b }) =>
          [
            `MID ${a} rewritten to MID ${b} by x`,
            `MID ${a} was generated for bounce of MID ${b}`,
            `EUQ: Reinjected MID ${a} as MID ${b}`,
          ][form] ?? '',
      )
    fc.assert(
      fc.property(fc.array(link), (given) => {
        for (const message of correlated(stamped(given)).messages) {
          let steps = 0
          for (let at = message.origin?.message; at; at = at.origin?.message) steps += 1
          expect(steps).toBeLessThan(6)
        }
      }),
    )
  })

  it('a text of the sender never makes an event of another form', () => {
    const hostile = fc.oneof(
      anyText,
      fc.constantFrom(...samples),
      fc.constantFrom(...lines),
      fc.constantFrom(...samples.map((sample) => `' ${sample}`)),
    )
    fc.assert(
      fc.property(hostile, fc.constantFrom("'", '"', ''), (text, quote) => {
        const subject = text.replace(/[\r\n]/g, ' ')
        const log = correlated(stamped([`MID 5 Subject ${quote}${subject}${quote}`]))
        expect([...events(log)].map(({ form }) => form)).toEqual(['subject'])
        expect(log.messages.map(({ mid }) => mid)).toEqual([5])
      }),
      { numRuns: 500 },
    )
  })

  it('a line of a million letters takes no time', () => {
    const long = ['MID 5 Subject ', 'MID 5 URL ', 'ICID 7 Address: <', '', 'x: '].map(
      (begin) => begin + '\'a b" '.repeat(170_000),
    )
    // Quadratic time would be hours.
    expect(processorTime(() => correlated([...stamped(long), ...long]))).toBeLessThan(10_000)
  })
})
