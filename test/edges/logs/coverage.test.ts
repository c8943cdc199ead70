import { expect, test } from 'vitest'
import { coverageOf, longestSilence, spansOf, withoutHoles } from '../../../src/edges/logs/coverage.ts'
import type { HeaderLine } from '../../../src/edges/logs/header.ts'

const minute = 60_000
const hour = 60 * minute
/** Status lines each minute from one minute to another. */
const each = (from: number, to: number, step = 1) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, n) => (from + n * step) * minute)
const span = (from: number, to: number) => ({ from: from * minute, to: to * minute })

test.each<[name: string, at: number[], silence: number | null]>([
  ['none', [], null],
  ['four', each(0, 3), null],
  ['one each minute', each(0, 60), 4 * minute],
  ['one each five minutes', each(0, 60, 5), 16 * minute],
  ['one each minute, but for an hour', [...each(0, 60), ...each(120, 180)], 4 * minute],
])('status lines: %s', (_, at, silence) => {
  expect(longestSilence(at)).toBe(silence)
})

test.each<[name: string, spans: [number, number][], at: number[], over: [number, number], parts: [number, number][]]>([
  ['no hole', [[0, 60]], each(0, 60), [0, 60], [[0, 60]]],
  [
    'a hole',
    [[0, 90]],
    [...each(0, 30), ...each(60, 90)],
    [0, 90],
    [
      [0, 30],
      [60, 90],
    ],
  ],
  ['silence at the end', [[0, 90]], each(0, 30), [0, 90], [[0, 30]]],
  ['silence at the start', [[0, 90]], each(30, 90), [0, 90], [[30, 90]]],
  [
    'a file without any',
    [
      [0, 50],
      [60, 90],
    ],
    each(60, 90),
    [0, 90],
    [
      [0, 50],
      [60, 90],
    ],
  ],
  ['silence up to the end of what was looked at', [[0, 95]], each(0, 30), [0, 90], [[0, 30]]],
  ['not looked for before', [[0, 90]], each(60, 90), [60, 90], [[0, 90]]],
  ['not looked for after', [[0, 90]], each(0, 30), [0, 30], [[0, 90]]],
  [
    'a hole where they were looked for',
    [[0, 200]],
    [...each(60, 70), ...each(90, 100)],
    [60, 100],
    [
      [0, 70],
      [90, 200],
    ],
  ],
  ['too few to tell', [[0, 90]], each(0, 3), [0, 90], [[0, 90]]],
])('parted: %s', (_, spans, at, over, parts) => {
  const found = withoutHoles(
    spans.map(([from, to]) => span(from, to)),
    { at, over: span(over[0], over[1]) },
  )
  expect(found).toEqual(parts.map(([from, to]) => span(from, to)))
})

const begin = (at: number): HeaderLine => ({ kind: 'begin', at: at * hour })
const end = (at: number): HeaderLine => ({ kind: 'end', at: at * hour })

test.each<[name: string, headers: HeaderLine[], spans: [number, number][]]>([
  ['nothing', [], []],
  ['an open file', [begin(1)], [[1, 9]]],
  ['a closed file', [begin(1), end(2)], [[1, 2]]],
  ['a file that was never closed', [begin(1), begin(3), end(4)], [[1, 4]]],
  [
    'two and a hole',
    [begin(1), end(2), begin(4)],
    [
      [1, 2],
      [4, 9],
    ],
  ],
  ['an end whose beginning is gone', [end(2), begin(2)], [[2, 9]]],
  ['a clock ahead of ours', [begin(10)], [[10, 10]]],
])('spans: %s', (_, headers, spans) => {
  expect(spansOf(headers, undefined, 9 * hour)).toEqual(spans.map(([from, to]) => span(from * 60, to * 60)))
})

test.each<
  [name: string, silence: number | null, spans: [number, number][], gaps: [number, number][], complete: boolean]
>([
  ['all of it', null, [[0, 600]], [], true],
  ['begins too late', null, [[301, 600]], [], false],
  [
    'half an hour of quiet',
    null,
    [
      [0, 400],
      [430, 600],
    ],
    [],
    true,
  ],
  [
    'the same with status lines',
    4 * minute,
    [
      [0, 400],
      [430, 600],
    ],
    [[400, 430]],
    false,
  ],
  [
    'two hours',
    null,
    [
      [0, 350],
      [470, 600],
    ],
    [[350, 470]],
    false,
  ],
  [
    'a hole before the window',
    null,
    [
      [0, 100],
      [290, 600],
    ],
    [],
    true,
  ],
  ['ends half an hour early', null, [[0, 570]], [], true],
  ['the same, with status lines', 4 * minute, [[0, 570]], [], false],
  [
    'out of order',
    null,
    [
      [300, 600],
      [0, 300],
    ],
    [],
    true,
  ],
  ['none', null, [], [], false],
])('covers: %s', (_, silence, spans, gaps, complete) => {
  const held = { spans: spans.map(([from, to]) => span(from, to)), whole: true, silence }
  const covered = coverageOf('esa1', held, span(300, 600), 600 * minute)
  expect([covered.gaps, covered.complete]).toEqual([gaps.map(([from, to]) => span(from, to)), complete])
  expect(coverageOf('esa1', { ...held, whole: false }, span(300, 600), 600 * minute).complete).toBe(false)
})
