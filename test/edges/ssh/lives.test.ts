import { describe, expect, test } from 'vitest'
import { rememberLives } from '../../../src/edges/ssh/lives.ts'
import type { Needle } from '../../../src/gather/ports.ts'

// Ten files of a day each, by age; `3: line` was met in the third.
const files = Array.from({ length: 10 }, (_, n) => ({ name: `mail.${9 - n}`, bytes: 100, written: n, id: `${n}` }))
const at = 'Tue Jan  6 10:00:00 2026 Info:'

interface Case {
  readonly what: string
  readonly met: readonly [file: number, line: string][]
  readonly needles: readonly Needle[]
  readonly near: readonly number[] | null
  /** Met in the near files. */
  readonly found?: readonly [file: number, line: string][]
  readonly far?: readonly number[]
  readonly left?: number
}

const icid = (id: number): Needle => ({ kind: 'icid', id })
const mid = (id: number): Needle => ({ kind: 'mid', id })
const dcid = (id: number): Needle => ({ kind: 'dcid', id })
const from: [number, string] = [3, `${at} MID 5 ICID 7 From: <alice@example.com>`]
const begun: [number, string] = [3, `${at} New SMTP ICID 7 interface Data 1 (192.0.2.1) address 198.51.100.9 reverse`]
const closed: [number, string] = [3, `${at} ICID 7 close`]

const cases: Case[] = [
  { what: 'an id that was never met', met: [], needles: [icid(7)], near: null },
  { what: 'a text beside', met: [from], needles: [icid(7), { kind: 'text', text: 'x.example' }], near: null },
  { what: 'an id that was met elsewhere only', met: [[3, `${at} ICID 70 close`]], needles: [icid(7)], near: null },
  {
    what: 'a connection that begins and ends where it was named',
    met: [from],
    needles: [icid(7)],
    near: [3, 4],
    found: [begun, closed],
    far: [],
    left: 0,
  },
  {
    what: 'one whose begin was not seen',
    met: [from],
    needles: [icid(7)],
    near: [3, 4],
    found: [closed],
    far: [0, 1, 2],
    left: 1,
  },
  {
    what: 'one whose end was not seen',
    met: [from],
    needles: [icid(7)],
    near: [3, 4],
    found: [begun],
    far: [5, 6, 7, 8, 9],
    left: 1,
  },
  {
    what: 'one that ends in the next file',
    met: [from],
    needles: [icid(7)],
    near: [3, 4],
    found: [begun, [4, `${at} ICID 7 Close`]],
    far: [],
    left: 0,
  },
  {
    what: 'one whose end a sender wrote',
    met: [from],
    needles: [icid(7)],
    near: [3, 4],
    found: [begun, [3, `${at} MID 5 Subject 'Info: ICID 7 close'`]],
    far: [5, 6, 7, 8, 9],
    left: 1,
  },
  {
    what: 'a message, of which something may be told days later',
    met: [[7, from[1]]],
    needles: [mid(5)],
    near: [7, 8, 9],
    found: [
      [7, `${at} Start MID 5 ICID 7`],
      [7, `${at} Message finished MID 5 done`],
    ],
    far: [],
    left: 0,
  },
  { what: 'a message of long ago, where that is most files', met: [[1, from[1]]], needles: [mid(5)], near: null },
  {
    what: 'several, each round its own place',
    met: [from, [8, `${at} Delivery start DCID 9 MID 6 to RID [0]`]],
    needles: [icid(7), dcid(9)],
    near: [3, 4, 8, 9],
    found: [begun, closed, [8, `${at} New SMTP DCID 9 interface 192.0.2.1 address 192.0.2.9 port 25`]],
    far: [],
    left: 0,
  },
  {
    what: 'a number that was given twice, since ids started anew',
    met: [begun, closed, [6, `${at} MID 2 ICID 7 From: <alice@example.com>`]],
    needles: [icid(7)],
    near: [3, 4, 5, 6, 7],
    far: [8, 9],
    left: 1,
  },
]

describe('only the files that can hold an id are read', () => {
  test.each(cases)('$what', ({ met, needles, near, found = [], far, left }) => {
    const lives = rememberLives(() => 0)
    const note = ([file, line]: readonly [number, string]) => lives.note(files[file] as (typeof files)[0], line)
    met.forEach(note)
    const narrowed = lives.narrow(needles, files)
    const places = (some: readonly (typeof files)[0][] | undefined) => some?.map(({ id }) => Number(id)) ?? null
    expect(places(narrowed?.near as typeof files)).toEqual(near)
    found.forEach(note)
    const further = narrowed?.far()
    expect(places(further?.files as typeof files) ?? undefined).toEqual(far)
    expect(further?.needles.length).toBe(left)
  })

  test('for a while, and while no file shrinks', () => {
    let now = 0
    const lives = rememberLives(() => now)
    const [first, last] = [files[3], files[9]]
    if (!first || !last) throw new Error('no files')
    lives.note(first, from[1])
    expect(lives.narrow([icid(7)], files)).not.toBeNull()
    now = 121_000
    expect(lives.narrow([icid(7)], files)).toBeNull()
    lives.note(last, from[1])
    expect(lives.narrow([icid(7)], files)).not.toBeNull()
    expect(lives.narrow([icid(7)], [...files.slice(0, 9), { ...last, bytes: 90 }])).toBeNull()
  })

  test('and those of a log that stands beside', () => {
    const lives = rememberLives(() => 0)
    const beside = { name: 'injdebug.3', bytes: 50, written: 6, id: '20' }
    lives.note(files[3] as (typeof files)[0], begun[1])
    lives.note(files[3] as (typeof files)[0], closed[1])
    const near = lives.narrow([icid(7)], [...files, beside])?.near.map(({ name }) => name)
    expect(near).toEqual(['mail.6', 'mail.5', 'injdebug.3'])
  })

  test('not by names that change hands', () => {
    const lives = rememberLives(() => 0)
    const named = (name: string) => ({ name, bytes: 100, written: 1 })
    const live = named('mail.current')
    lives.note(live, from[1])
    expect(
      lives.narrow([icid(7)], [named('mail.@20260104T000000.s'), named('mail.@20260105T000000.s'), live]),
    ).toBeNull()
  })
})
