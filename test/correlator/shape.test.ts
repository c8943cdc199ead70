import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shapeOf } from '../../src/correlator/shape.ts'
import { processorTime } from './processor.ts'

const shapes: readonly (readonly [message: string, shape: string])[] = [
  ["MID 6 hums 'MID 9'", "MID # hums ''"],
  ['MID 7 sings', 'MID # sings'],
  ["MID 7 doesn't sing 'Bob's song'", "MID # doesn't sing ''"],
  [
    'MID 7 ICID 8 SMTP Call-Ahead query to mx1.example.org failed (timeout)',
    'MID # ICID # SMTP Call-Ahead query to * failed (timeout)',
  ],
  ['MID 7 DANE verification for Bob@example.org: no TLSA record', 'MID # DANE verification for *: no TLSA record'],
  ['MID 7 to <bob@example.org> was held', 'MID # to <> was held'],
  ['Message 7 was initiated for alice', 'Message # was initiated for *'],
  ['User alice from 198.51.100.7 was authenticated', 'User * from #.#.#.# was authenticated'],
  ['login:198.51.100.7 user:alice session:LH09MofqDf', 'login:#.#.#.# user:* session:*'],
  ['MID 7 Subject of this was Salary of Alice', 'MID # Subject *'],
  [
    "Response received. File Name = 'cv.pdf', MID = 17, digest9 = 756a0c, upload_action = 1",
    "Response received. File Name = '', MID = #, * = *, upload_action = #",
  ],
  ['ICID 5 matched 2001:db8::7 in list Partners', 'ICID # matched * in list Partners'],
  ['File C:\\temp\\alice.doc and /data/alice', 'File * and *'],
  ['MID 7 quarantined: "not closed alice', 'MID # quarantined: ""'],
  ["MID 7 says ('550', [\"it's no\"]) {alice} [x, y]", "MID # says ('', []) {} []"],
  ['MID 7 Zürich 会議 α', 'MID # * * *'],
  ['MID 7 url=https://example.com/?a=b mail=alice@example.com n=5', 'MID # url=* * n=#'],
  ['MID 7\t has   blanks ', 'MID # has blanks '],
  ['', ''],
]

describe('shapeOf', () => {
  it.each(shapes)('%s', (message, shape) => {
    expect(shapeOf(message)).toBe(shape)
  })

  it('shows no address, domain, quoted text or number, wherever they stand', () => {
    const secret = fc.constantFrom(
      'alice@example.org',
      'mx.example.org',
      '"Secret plan"',
      "'Secret plan'",
      '<secret>',
      '198.51.100.7',
      '[secret]',
      'secret@',
      'https://secret/x',
      'x=secret@y',
      'sécret',
      'k3secret',
    )
    const words = fc.array(
      fc.oneof(secret, fc.constantFrom('MID 5', 'from', 'to', 'was', ':', '(', ')', "doesn't", ',')),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(words, (list) => {
        expect(shapeOf(list.join(' '))).not.toMatch(/alice|example|secret|Secret|sécret|[0-9]/)
      }),
      { numRuns: 1000 },
    )
  })

  it('never throws, and is short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        expect(shapeOf(text).length).toBeLessThanOrEqual(160)
      }),
    )
  })

  it('takes no time', () => {
    const taken = processorTime(() => {
      for (const piece of ["'", '"a ', '<', 'a ', '[[', "a'b", 'é ', '(', '@ ']) shapeOf(piece.repeat(1_000_000))
    })
    expect(taken).toBeLessThan(5000)
  })
})
