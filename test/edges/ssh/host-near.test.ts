import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newKey } from '../../../src/demo/gateway-keys.ts'
import { source } from '../../../src/edges/sources/log-host.ts'
import { openFolder } from '../../../src/edges/ssh/host-folder.ts'
import { placedIn } from '../../../src/edges/ssh/host-near.ts'
import { blockBytes } from '../../../src/edges/ssh/host-script.ts'
import { openHostSearch } from '../../../src/edges/ssh/host-search.ts'
import { keepWithin } from '../../../src/edges/ssh/kept.ts'
import { openSession, type Session } from '../../../src/edges/ssh/session.ts'
import type { Needle, RawLine } from '../../../src/gather/ports.ts'
import { budget, now, window } from '../sources/log-host-cases.ts'
import { startUnixHost, type UnixHost } from '../sources/unix-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'near-'))
const key = newKey()
const keyFile = join(folder, 'key')
const sessions: Session[] = []
const hosts: UnixHost[] = []
afterEach(async () => {
  for (const session of sessions.splice(0)) await session.close()
  for (const host of hosts.splice(0)) await host.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

const at = 'Tue Jan  6 10:00:00 2026 Info:'
const noise = (bytes: number, id: number) =>
  `${at} MID ${id} Subject 'zwölf \u{1F600}'\r\n`.repeat(Math.ceil(bytes / 70))

/** A connection and its mails, with others' lines between. Its first line stands after another, as in one second they do. */
function conversation(n: number, gap: number): string {
  const [icid, mid, dcid] = [7_000 + n, 50_000 + n, 900 + n]
  return [
    `${at} ICID ${icid} ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0]`,
    `${at} New SMTP ICID ${icid} interface Data 1 (192.0.2.1) address 198.51.100.${n} reverse dns host x verified yes`,
    `${at} Start MID ${mid} ICID ${icid}`,
    `${at} MID ${mid} ICID ${icid} From: <kim@example.com>`,
    `${noise(gap, 1)}${at} MID ${mid} SPF: mailfrom identity kim@example.com Pass (v=spf1)`,
    `${at} New SMTP DCID ${dcid} interface 192.0.2.1 address 192.0.2.9 port 25`,
    `${at} Delivery start DCID ${dcid} MID ${mid} to RID [0]`,
    `${at} Delivery start DCID ${dcid} MID 49 to RID [0]`,
    `${at} DCID ${dcid} close`,
    `${at} ICID ${icid} close`,
    `${at} Message finished MID ${mid} done`,
    '',
  ].join('\n')
}

const megabyte = 1024 * 1024
const files = {
  'mail.@20260105T120000.s': `${noise(5 * megabyte, 2)}${conversation(1, 20_000)}${noise(9 * megabyte, 3)}`,
  'mail.current': [
    noise(8 * megabyte, 4),
    // Its delivery ends minutes later, its connection in an hour.
    conversation(2, 2 * megabyte),
    noise(9 * megabyte, 5),
    // A mail that is told of once more, at the other end.
    `${at} MID 50001 released from quarantine\n`,
    conversation(3, 100),
  ].join(''),
}

beforeAll(() => {
  writeFileSync(keyFile, key.private)
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text)
    utimesSync(join(folder, name), now / 1000 - 60, now / 1000 - 60)
  }
})

async function openSearch(programs: Readonly<Record<string, string>> = {}) {
  const host = await startUnixHost(key.public)
  hosts.push(host)
  host.programs = mkdtempSync(join(folder, 'programs-'))
  for (const [name, text] of Object.entries(programs))
    writeFileSync(join(host.programs, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 })
  const config = source.config.parse({
    source: 'log-host',
    host: '127.0.0.1',
    port: host.port,
    user: host.user,
    keyFile,
    hostKey: host.fingerprint,
    folder,
    files: 'mail.*',
  })
  const surroundings = { secret: () => undefined, now: () => now }
  const session = openSession(config, surroundings)
  sessions.push(session)
  const asking = { session, where: 'esa1', now: surroundings.now, seconds: 60, quietMs: 0 }
  const kept = keepWithin(10_000_000)
  const search = openHostSearch(asking, openFolder(asking, config, kept), kept, () => null, 0)
  return { host, search }
}

const text: Needle = { kind: 'text', text: 'kim@example.com' }
const ids = [1, 2, 3].flatMap((n): Needle[] => [
  { kind: 'icid', id: 7_000 + n },
  { kind: 'mid', id: 50_000 + n },
])
const dcids = [1, 2, 3].map((n): Needle => ({ kind: 'dcid', id: 900 + n }))
const keyOf = ({ file, number, text }: RawLine) => `${file}:${number}:${text}`
/** All lines that hold what is looked for, as they stand in the files. */
const truth = Object.entries(files).flatMap(([file, all]) =>
  all.split('\n').flatMap((line, place) => {
    const text = line.replace(/\r$/, '')
    const isOurs = /kim@|ICID 700\d|MID 5000\d/.test(text) || (/DCID 90\d/.test(text) && !/MID/.test(text))
    return isOurs ? [keyOf({ file, number: place + 1, text })] : []
  }),
)

/** Asks as a question does: the text, the ids near, the deliveries that are then known, and what is owed. */
async function ask({ search }: Awaited<ReturnType<typeof openSearch>>) {
  const lines = new Set<string>()
  const owed: (readonly Needle[])[] = []
  const gaps: unknown[] = []
  const one = async (needles: readonly Needle[], near?: true) => {
    const answer = await search({ needles, window, ...(near && { near }) }, budget)
    for (const line of answer.lines) lines.add(keyOf(line))
    gaps.push(...answer.gaps)
    owed.push(answer.owed ?? [])
    return answer.owed ?? []
  }
  await one([text])
  const rest = [...(await one(ids, true)), ...(await one(dcids, true))]
  const before = lines.size
  if (rest.length > 0) await one(rest)
  return {
    lines: [...lines].sort(),
    owed: owed.map((some) => some.map((needle) => 'id' in needle && needle.id)),
    gaps,
    before,
  }
}

describe('ids are looked for near the places where they were met', () => {
  const real = 'exec /usr/bin/env -i LC_ALL=C PATH=/usr/bin:/bin grep "$@"'
  // Of the third the end is too near to that of a file that is still written to, and of a mail more may be told any time.
  const few = [50_001, 50_002, 50_003, 7_003, 903]
  // The deliveries are then known of no place, and looked for everywhere at once.
  const all = [7_001, 7_002, 7_003, 50_001, 50_002, 50_003]
  const cases: [what: string, programs: Record<string, string>, owed: readonly number[]][] = [
    ['by a host that can', {}, few],
    ['not where a host has no awk', { awk: 'exit 127' }, all],
    ['not where a host has no dd', { dd: 'exit 127' }, all],
    ['not where dd reads something else', { dd: 'head -c 100000 /etc/passwd' }, all],
    ['in one go where grep tells no places', { grep: `case "$*" in *-b*) exit 2;; esac; ${real}` }, []],
    [
      'in one go where grep counts places otherwise',
      { grep: `for a do shift; test "$a" = -b || set -- "$@" "$a"; done; ${real}` },
      [],
    ],
  ]
  test.each(cases)('%s: the same lines are found', async (_, programs, owed) => {
    const asked = await ask(await openSearch(programs))
    expect(asked.gaps).toEqual([])
    expect(asked.lines).toEqual([...truth].sort())
    expect(asked.owed.flat().sort()).toEqual([...owed].sort())
  })

  test('where an answer was cut off, all is owed', async () => {
    const { host, search } = await openSearch()
    await search({ needles: [text], window }, budget)
    host.instead = 'no-status'
    const { owed, gaps } = await search({ needles: ids, window, near: true }, budget)
    expect([owed, gaps.map(({ kind }) => kind)]).toEqual([ids, ['partial']])
  })

  test('packed files are read whole', async () => {
    const opened = await openSearch()
    const name = 'mail.@20260104T120000.s.gz'
    writeFileSync(join(folder, name), gzipSync(conversation(9, 10)))
    utimesSync(join(folder, name), now / 1000 - 80_000, now / 1000 - 80_000)
    await opened.search({ needles: [text], window }, budget)
    const { owed, lines } = await opened.search({ needles: [{ kind: 'icid', id: 7_009 }], window, near: true }, budget)
    rmSync(join(folder, name))
    expect([owed ?? [], lines.filter(({ text }) => text.includes('7009')).length]).toEqual([[], 5])
  })
})

test('whatever parts are read, no line is told that is not one, nor at another place', () => {
  const line = fc.string({ unit: 'binary', maxLength: 200 }).map((text) => text.replaceAll(/[\r\n\0]/g, ''))
  const content = fc.array(line, { minLength: 1, maxLength: 30 })
  let told = 0
  const part = fc.record({ from: fc.nat(9), count: fc.integer({ min: 1, max: 3 }) })
  fc.assert(
    fc.property(content, fc.array(part, { minLength: 1, maxLength: 4 }), fc.nat(), (some, drawn, pick) => {
      const lines = Array.from(
        { length: Math.ceil((10 * blockBytes) / Buffer.byteLength(`${some.join('\n')}\n`)) },
        () => some,
      ).flat()
      const all = Buffer.from(lines.map((text) => `${text}\n`).join(''))
      const places = linesIn(all)
      const parts = drawn
        .toSorted((a, b) => a.from - b.from)
        .filter(({ from }, nth, sorted) => sorted.slice(0, nth).every((before) => before.from + before.count <= from))
      const stream = Buffer.concat(
        parts.map(({ from, count }) => all.subarray(from * blockBytes, (from + count) * blockBytes)),
      )
      const known = new Map(places.filter((_, nth) => nth % 7 === pick % 7).map(({ place, number }) => [place, number]))
      const file = { name: 'mail.1', bytes: all.length, written: 0 }
      const placed = placedIn({ file, parts, known }, linesIn(stream)).flatMap(({ hits }) => hits)
      const isTrue = ({ number, place, text }: (typeof placed)[number]) =>
        places[number - 1]?.place === place && places[number - 1]?.text === text
      expect(placed.filter((hit) => !isTrue(hit))).toEqual([])
      told += placed.length
    }),
    { numRuns: 25 },
  )
  expect(told).toBeGreaterThan(1_000)
})

/** As `grep -n -b` tells them. */
function linesIn(bytes: Buffer) {
  const found: { number: number; place: number; text: string }[] = []
  for (let place = 0; place < bytes.length; ) {
    const end = bytes.indexOf(10, place)
    const stop = end < 0 ? bytes.length : end
    found.push({ number: found.length + 1, place, text: bytes.toString('utf8', place, stop) })
    place = stop + 1
  }
  return found
}
