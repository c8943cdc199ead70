import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileForms, type Grammar, grammar } from '../../../src/correlator/dispatch.ts'
import type { Form } from '../../../src/correlator/form.ts'
import { forms } from '../../../src/correlator/forms/index.ts'
import { newNamed, none, takeNamed } from '../../../src/correlator/named.ts'
import { openRecogniser, type Recogniser, record } from '../../../src/correlator/recogniser/recogniser.ts'
import { bytesOf, trimmedEndIn } from '../../../src/correlator/text.ts'
import { stamped } from '../lines.ts'

// The recogniser and the grammar must say the same of every line. What the recogniser leaves, the grammar reads alone.

const encoder = new TextEncoder()
const header = encoder.encode('Fri Nov 20 10:00:00 2026 Info: ')
const samples = Object.values<Form>(forms).flatMap((form) => form.samples)
const messages = stamped(samples).map((line) => line.slice(header.length))

function opened({ root }: Grammar): Recogniser {
  const recogniser = openRecogniser(root)
  if (!recogniser) throw new Error('no WebAssembly here')
  recogniser.setHeader(header)
  return recogniser
}

/** What the recogniser says of a message; null where it leaves the line. */
function recognised({ bytes, records, lists, templates, ...recogniser }: Recogniser, message: Uint8Array) {
  // What a line before left there must not matter.
  bytes.fill(0x20)
  bytes.set([...header, ...message, 10])
  if (recogniser.recognise(0, header.length + message.length + 1) === 0) return null
  const planted = templates[records[record.template] as number]
  if (!planted) return { form: 'unrecognised' }
  const named = (id: 'icid' | 'mid' | 'newMid' | 'dcid' | 'rid') =>
    planted[id] < 0 ? none : (records[record[id]] as number)
  const rids = records[record.rids] as number
  const listed = records[record.listed] as number
  return {
    form: planted.form,
    icid: named('icid'),
    mid: named('mid'),
    newMid: named('newMid'),
    dcid: named('dcid'),
    rid: named('rid'),
    rids: planted.rids < 0 ? none : listed === 0 ? [rids] : [...lists.subarray(rids, rids + listed)],
  }
}

function read(by: Grammar, message: Uint8Array) {
  // Something always stands before a message.
  const text = bytesOf(Uint8Array.from([...header, ...message]))
  let end = text.bytes.length
  while (end > header.length && text.bytes[end - 1] === 13) end -= 1
  const planted = by.readBytes(text, header.length, trimmedEndIn(text.bytes, header.length, end))
  if (!planted) return { form: 'unrecognised' }
  const named = newNamed()
  takeNamed(named, planted, by.found)
  return { form: planted.form, ...named }
}

describe('the recogniser', () => {
  const ours = opened(grammar)

  it('takes the samples of all forms, but those that begin with T, and says what the grammar says', () => {
    const left = messages.filter((message) => recognised(ours, encoder.encode(message)) === null)
    expect(left.filter((message) => !message.startsWith('T'))).toEqual([])
    for (const message of messages) {
      const bytes = encoder.encode(message)
      const said = recognised(ours, bytes)
      if (said) expect(said, message).toEqual(read(grammar, bytes))
    }
  })

  it.each([
    ['ICID 2147483647 close', { form: 'injection-close', icid: 2147483647 }],
    ['ICID 2147483648 close', null],
    ['ICID 9999999999999999 close', { form: 'unrecognised' }],
    ['icid  7\tCLOSE \r', { form: 'injection-close', icid: 7 }],
    ['Delivery start DCID 1 MID 2 to RID [0, 1, 12]', { form: 'delivery-start', rids: [0, 1, 12] }],
    ['Delivery start DCID 1 MID 2 to RID 3', { form: 'delivery-start', rids: [3] }],
    ['Delivery start DCID 1 MID 2 to RID [3 ]', null],
    ['Delivery start DCID 1 MID 2 to RID []', null],
    ['Delivery start DCID 1 MID 2 to RID [0, 1', { form: 'unrecognised' }],
    ['Time offset from UTC: 3600 seconds', null],
    [' ICID 7 close', null],
    ['', null],
  ])('%j', (message, wanted) => {
    const said = recognised(ours, encoder.encode(message))
    if (wanted === null) expect(said).toBeNull()
    else expect(said).toMatchObject(wanted)
  })

  it('leaves a list that it has no room for, and takes up to that many', () => {
    const list = (length: number) => `Delivery start DCID 1 MID 2 to RID [${Array(length).fill('1').join(', ')}]`
    expect(recognised(ours, encoder.encode(list(4097)))).toBeNull()
    expect(recognised(ours, encoder.encode(list(4096)))).toMatchObject({ rids: Array(4096).fill(1) })
  })

  it('takes as many lines as there are, and stops before one with another header or without an end', () => {
    const line = [...header, ...encoder.encode('ICID 7 close'), 10]
    const bytes = Uint8Array.from([...line, ...line, ...encoder.encode('Sat'), ...line])
    ours.bytes.set(bytes)
    expect([ours.recognise(0, bytes.length), ours.stopped()]).toEqual([2, line.length * 2])
    expect([ours.recognise(0, line.length * 2 - 1), ours.stopped()]).toEqual([1, line.length])
    expect([ours.recognise(line.length * 2, bytes.length), ours.stopped()]).toEqual([0, line.length * 2])
  })

  it('takes nothing with a header that is too short or too long', () => {
    const short = opened(grammar)
    const line = encoder.encode('Nov: ICID 7 close\n')
    short.bytes.set(line)
    short.setHeader(encoder.encode('Nov: '))
    expect(short.recognise(0, line.length)).toBe(0)
    short.setHeader(new Uint8Array(257))
    expect(short.recognise(0, line.length)).toBe(0)
  })
})

const letters = fc.constantFrom(...'aAbB19 \t\'"<>[],:()\\éX'.split(''), ' RID ', ' to ', ' x', "' ")
const texts = fc.array(letters, { maxLength: 20 }).map((all) => all.join(''))
const mutated = fc
  .record({
    message: fc.constantFrom(...messages),
    from: fc.nat(120),
    cut: fc.nat(30),
    put: fc.oneof(texts, fc.constantFrom(...messages), fc.string({ unit: 'binary' })),
  })
  .map(({ message, from, cut, put }) => message.slice(0, from) + put + message.slice(from + cut))

/** The grammar and the recogniser of some forms, made of slots of all kinds. */
const invented = fc
  .array(
    fc
      .array(
        fc.constantFrom('{icid}', '{mid}', '{rids}', '{a:int}', '{b:word}', '{c:address}', '{d:quoted}', '{e}', '{f}'),
        { minLength: 1, maxLength: 4 },
      )
      .filter((slots) => new Set(slots).size === slots.length)
      .chain((slots) =>
        fc
          .array(fc.constantFrom(' ', ' to ', "'", ', ', ') x', ':', 'a', ' RID  ', '  x'), {
            minLength: slots.length,
            maxLength: slots.length + 1,
          })
          .map((literals) => `Mid${literals.map((literal, at) => `${literal}${slots[at] ?? ''}`).join('')}`),
      ),
    { minLength: 1, maxLength: 6 },
  )
  .map((lines) => lines.map((line, at): Form => ({ name: `f${at}`, lines: [line], says: '', samples: [] })))

describe('the recogniser and the grammar say the same', () => {
  const ours = opened(grammar)

  function expectSame(recogniser: Recogniser, by: Grammar, text: string): void {
    const message = encoder.encode(text.replaceAll('\n', ' '))
    const said = recognised(recogniser, message)
    if (said) expect(said).toEqual(read(by, message))
  }

  it('of real lines that were changed', () => {
    fc.assert(
      fc.property(mutated, (text) => expectSame(ours, grammar, text)),
      { numRuns: 5000 },
    )
  })

  it('of forms that nobody wrote', () => {
    fc.assert(
      fc.property(invented, fc.array(texts, { minLength: 1, maxLength: 40 }), (list, all) => {
        const by = compileForms(list)
        const recogniser = opened(by)
        for (const text of all) expectSame(recogniser, by, `Mid${text}`)
      }),
      { numRuns: 300 },
    )
  })
})
