import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matcher } from '../../../src/demo/gateway-pattern.ts'
import { debugPatternsFor, patternsFor, rangePattern, textPattern } from '../../../src/edges/ssh/pattern.ts'
import type { Needle } from '../../../src/gather/ports.ts'

const portable = /^[A-Za-z0-9@_[][A-Za-z0-9@_.:[\]-]*$/

describe('a text as a pattern', () => {
  const cases: [text: string, pattern: string][] = [
    ['example.com', 'example[.]com'],
    ['alice+news@example.com', 'alice.news@example[.]com'],
    ['<id@example.com>', 'id@example[.]com'],
    ['order 1234', 'order.1234'],
    ['-e.example.com', 'e[.]example[.]com'],
    ['"; commit', 'commit'],
    ['böb@example.com', 'b@example[.]com'],
    ['a]b[c', 'a.b.c'],
    ['ab', ''],
    ['', ''],
    ['日本', ''],
  ]
  test.each(cases)('%j is %j', (text, pattern) => {
    expect(textPattern(text)).toBe(pattern)
  })

  test('whatever is asked, only portable bytes leave, and the text itself would be found', () => {
    const texts = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.emailAddress(), fc.webUrl())
    fc.assert(
      fc.property(texts, (text) => {
        const pattern = textPattern(text)
        if (pattern === '') return
        expect(pattern).toMatch(portable)
        expect(matcher(pattern, true)(`MID 1 Subject '${text}'`)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a range as a pattern', () => {
  const cases: [range: string, pattern: string][] = [
    ['192.0.2.7', '192[.]0[.]2[.]7'],
    ['192.0.2.7/32', '192[.]0[.]2[.]7'],
    ['192.0.2.128/25', '192[.]0[.]2[.]'],
    ['192.0.2.0/24', '192[.]0[.]2[.]'],
    ['192.0.0.0/20', '192[.]0[.]'],
    ['192.0.0.0/15', ''],
    ['::ffff:192.0.2.7', '192[.]0[.]2[.]7'],
    ['2001:DB8::1', '2001.db8..1'],
    ['2001:db8:1::/48', '2001.db8.1.'],
    ['2001:db8::/64', '2001.db8.'],
    ['2000::/16', ''],
    ['192.0.2.0/33', ''],
    ['example.com', ''],
  ]
  test.each(cases)('%s is %j', (range, pattern) => {
    expect(rangePattern(range)).toBe(pattern)
  })
})

describe('needles as patterns', () => {
  const mids = (...ids: number[]) => ids.map((id): Needle => ({ kind: 'mid', id }))
  const cases: [name: string, needles: Needle[], most: number, patterns: string[], tooBroad: string[]][] = [
    ['ids that differ in the last digit', mids(1234567, 1234569, 1234560), 24, ['123456[079]'], []],
    ['ids of other lengths', mids(1234, 12345), 24, ['[de:].1234', '[de:].12345'], []],
    ['ids of one and two digits', mids(7, 12), 24, ['[de].7', '[de].12'], []],
    ['ids that differ in some digits', mids(1234511, 1234522, 1234533), 24, ['12345[123][123]'], []],
    ['ids that differ in most', mids(1234567, 7654321), 24, ['[17][26][35]4[35][26][17]'], []],
    [
      'ids that would bring too many others',
      mids(1111111, 2222222, 3333333),
      24,
      ['1111111', '2222222', '3333333'],
      [],
    ],
    [
      'addresses within a range',
      [
        { kind: 'ip', range: '203.0.113.30' },
        { kind: 'ip', range: '203.0.113.0/24' },
      ],
      24,
      ['203[.]0[.]113[.]'],
      [],
    ],
    [
      'a text within another',
      [
        { kind: 'text', text: 'mx.example.com' },
        { kind: 'text', text: 'example.com' },
      ],
      24,
      ['example[.]com'],
      [],
    ],
    ['a range that is too broad', [{ kind: 'ip', range: '10.0.0.0/8' }], 24, [], ['10.0.0.0/8']],
  ]
  test.each(cases)('%s', (_name, needles, most, patterns, tooBroad) => {
    expect(patternsFor(needles, most)).toEqual({ patterns, tooBroad })
  })
})

test('whatever the ids, each is found, and no pattern fits more than a thousand', () => {
  const some = fc.array(fc.integer({ min: 1, max: 20_000_000 }), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(some, (ids) => {
      const { patterns } = patternsFor(
        ids.map((id) => ({ kind: 'mid', id })),
        8,
      )
      const finders = patterns.map((pattern) => matcher(pattern, true))
      for (const id of ids) expect(finders.some((finds) => finds(`Info: Start MID ${id} ICID 0`))).toBe(true)
      for (const pattern of patterns) {
        expect(pattern).toMatch(portable)
        const classes = [...pattern.matchAll(/\[(\d+)\]/g)].map(([, digits = '']) => digits.length)
        expect(classes.reduce((product, size) => product * size, 1)).toBeLessThanOrEqual(1000)
      }
    }),
    { numRuns: 30 },
  )
})

describe('needles as patterns of a debug log', () => {
  const icids = (...ids: number[]) => ids.map((id): Needle => ({ kind: 'icid', id }))
  const cases: [name: string, needles: Needle[], most: number, patterns: string[]][] = [
    ['one id', icids(7), 24, ['[oge]:.7.[rs]']],
    ['ids that differ in the last digit', icids(10293, 10295), 24, ['[oge]:.1029[35].[rs]']],
    ['too many ids', icids(10211, 10222, 10233), 2, ['[oge]:.102[123][123].[rs]']],
    [
      'what is no ICID',
      [
        { kind: 'mid', id: 7 },
        { kind: 'text', text: 'example.com' },
      ],
      24,
      [],
    ],
  ]
  test.each(cases)('%s', (_name, needles, most, patterns) => {
    expect(debugPatternsFor(needles, most)).toEqual(patterns)
    for (const pattern of patterns) expect(pattern).toMatch(portable)
  })

  test('find the lines of that id', () => {
    const [pattern = ''] = debugPatternsFor(icids(7), 24)
    expect(matcher(pattern, true)("Mon Jan  5 10:00:00 2026 Info: 7 Sent to '192.0.2.7': '220 mx'")).toBe(true)
  })
})
