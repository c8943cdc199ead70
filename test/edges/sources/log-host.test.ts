import { mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { newKey } from '../../../src/demo/gateway-keys.ts'
import { source } from '../../../src/edges/sources/log-host.ts'
import { listCommand, reachCommand, searchCommand } from '../../../src/edges/ssh/host-script.ts'
import { commandsFor, inGroups } from '../../../src/edges/ssh/host-shell.ts'
import type { LogSource, Needle, SearchResult } from '../../../src/gather/ports.ts'
import { handles } from './handles.ts'
import { budget, logHostCases, now, openOn, window } from './log-host-cases.ts'
import { startUnixHost, type UnixHost } from './unix-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'log-host-'))
afterAll(() => rmSync(folder, { recursive: true }))
const key = newKey()
const keyFile = join(folder, 'key')
writeFileSync(keyFile, key.private)

logHostCases('a Unix host in this process', keyFile, () => startUnixHost(key.public))

// Rows of the table in docs/log-hosts.md, written from the names of these tests: `npx vitest run
// test/edges/sources/log-host.test.ts --update`.
const rows: { readonly what: string; readonly gap: string; readonly does: string }[] = []

/** Puts a row into the table, and gives the name of its test. */
function row(what: string, gap: string, does: string): string {
  rows.push({ what, gap, does })
  return what
}

function put(path: string, name: string, text: string, at = now): void {
  writeFileSync(join(path, name), text)
  utimesSync(join(path, name), at / 1000, at / 1000)
}

/** A folder of its own with the given files, last written when the test's clock says. */
function lay(files: Readonly<Record<string, string>>): string {
  const path = mkdtempSync(join(folder, 'logs-'))
  for (const [name, text] of Object.entries(files)) put(path, name, text)
  return path
}

const hosts: UnixHost[] = []
const sources: LogSource[] = []
let before: ReturnType<typeof handles>
beforeEach(() => {
  before = handles()
})
/** Nothing that a test opened is left, whatever went wrong in it. */
afterEach(async () => {
  for (const opened of sources.splice(0)) await opened.close()
  for (const host of hosts.splice(0)) await host.close()
  const more = () => Object.entries(handles()).filter(([kind, count]) => count > (before[kind] ?? 0))
  await vi.waitFor(() => expect(more()).toEqual([]))
})

async function start(instead: UnixHost['instead'] = null, files: UnixHost['files'] = null): Promise<UnixHost> {
  const host = await startUnixHost(key.public)
  host.instead = instead
  host.files = files
  hosts.push(host)
  return host
}

function open(host: UnixHost, path: string, config: Record<string, unknown> = {}): LogSource {
  const opened = openOn(host, keyFile, path, config)
  sources.push(opened)
  return opened
}

const line = (clock: string, mid: number) => `Tue Jan  6 ${clock} 2026 Info: Start MID ${mid} ICID 7\n`
const begin = (stamp: string) =>
  `${stamp} 2026 Info: Begin Logfile\n${stamp} 2026 Info: Time offset from UTC: 0 seconds\n`
const icid: Needle = { kind: 'icid', id: 7 }
const mids = ({ lines }: SearchResult) =>
  lines.flatMap(({ text }) => (text.includes('Start MID') ? [Number(text.match(/MID (\d+)/)?.[1])] : []))

describe('an answer that is not whole is said to be so', () => {
  const cases: [what: string, instead: UnixHost['instead'], kind: string, detail: string, does: string][] = [
    [
      'cut in the middle of an answer',
      'cut',
      'partial',
      'the connection was lost',
      'takes nothing torn for a line, and says so',
    ],
    ['a command that never ends', 'hang', 'timeout', 'did not end in time', 'ends it at its deadline'],
    ['no exit status', 'no-status', 'partial', 'without an exit status', 'never calls the answer whole'],
    ['no commands, and no SFTP either', 'refuse', 'role', 'runs no commands', 'says so'],
    [
      'an account for SFTP alone, which it does not offer',
      'forbid',
      'role',
      'runs no commands: "This service allows sftp connections only."',
      'tells the host’s own words',
    ],
  ]
  for (const [what, , kind, , does] of cases) row(what, kind, does)
  test.each(cases)('%s', async (_, instead, kind, detail) => {
    const host = await start()
    const seconds = instead === 'hang' ? 1 : 60
    const opened = open(host, lay({ 'mail.current': line('10:00:00', 1) }), { seconds })
    const listed = await opened.search({ needles: [icid], window }, budget)
    expect([mids(listed), listed.gaps]).toEqual([[1], []])
    host.instead = instead
    for (const one of [opened, open(host, lay({}), { seconds })]) {
      const { gaps } = await one.search({ needles: [icid], window }, budget)
      expect(gaps[0]?.kind).toBe(kind)
      expect(gaps[0]?.detail).toContain(detail)
    }
  })
})

describe('one round trip a step', () => {
  const days = Array.from({ length: 5 }, (_, n) => n + 1)
  const nameOf = (day: number) => `mail.@2026010${day}T000000.s`
  const names = (host: UnixHost) => host.commands.at(-1)?.match(/'mail\.[^']*'/g)

  test('a search is one command, over the files whose time covers the question', async () => {
    const host = await start()
    const path = lay({ 'mail.@20260106T000000.c': begin('Tue Jan  6 00:00:00') + line('10:00:00', 1) })
    for (const day of days) put(path, nameOf(day), begin(`Sun Jan  ${day} 00:00:00`), Date.UTC(2026, 0, day, 23, 59))
    const opened = open(host, path, { files: 'mail.*' })
    const late = { from: now - 3_600_000, to: now }
    await opened.search({ needles: [icid], window: late }, budget)
    expect(host.commands.length).toBe(2)
    // The last of those before is read too, since a conversation crosses files.
    expect(names(host)).toEqual([`'${nameOf(5)}'`, "'mail.@20260106T000000.c'"])
    await opened.search({ needles: [{ kind: 'mid', id: 1 }], window: late }, budget)
    await opened.search({ needles: [{ kind: 'mid', id: 2 }], window: late }, budget)
    expect(host.commands.length).toBe(4)
    await opened.coverage(window, budget)
    expect(host.commands.length).toBe(5)
  })

  test('rolled files are searched once for the same thing, and asked once how far they reach', async () => {
    const host = await start()
    const opened = open(host, lay({ 'mail.1': line('10:00:00', 1), 'mail.current': line('11:00:00', 2) }))
    const first = await opened.search({ needles: [icid], window }, budget)
    expect(names(host)).toEqual(["'mail.1'", "'mail.current'"])
    const second = await opened.search({ needles: [icid], window }, budget)
    expect(names(host)).toEqual(["'mail.current'"])
    expect(second.lines).toEqual(first.lines)
    const before = await opened.coverage(window, budget)
    expect(names(host)).toEqual(["'mail.1'", "'mail.current'"])
    const after = await opened.coverage(window, budget)
    expect(names(host)).toEqual(["'mail.current'"])
    expect(after).toEqual(before)
  })

  test(row('one question asked many times at once', 'none', 'fetches it once'), async () => {
    const host = await start()
    const opened = open(host, lay({ 'mail.current': line('10:00:00', 1) }))
    const found = await Promise.all(
      Array.from({ length: 50 }, () => opened.search({ needles: [icid], window }, budget)),
    )
    expect(new Set(found.map((one) => JSON.stringify(one))).size).toBe(1)
    await Promise.all(Array.from({ length: 50 }, () => opened.coverage(window, budget)))
    expect(host.commands.length).toBe(3)
  })

  test(row(
    '200 questions at once',
    'none',
    'keeps one connection, and runs two commands at once at most',
  ), async () => {
    const host = await start()
    const opened = open(host, lay({ 'mail.current': line('10:00:00', 1) + line('10:00:01', 177) }))
    const asked = Array.from({ length: 200 }, (_, id) =>
      opened.search({ needles: [{ kind: 'mid', id }], window }, budget),
    )
    const found = await Promise.all(asked)
    expect(found.flatMap(mids)).toEqual([1, 177])
    expect(found.flatMap(({ gaps }) => gaps)).toEqual([])
    expect([host.logins(), host.mostAtOnce(), host.commands.length]).toEqual([1, 2, 201])
  }, 60_000)

  test('much is read by two commands side by side, each file by one of them', () => {
    const file = (name: string, bytes: number) => ({ name, bytes, written: now })
    const nameGroups = (...files: ReturnType<typeof file>[]) =>
      inGroups(files).map((group) => group.map(({ name }) => name))
    expect(nameGroups(file('a', 1e6), file('b', 1e6))).toEqual([['a', 'b']])
    expect(nameGroups(file('a', 5e9))).toEqual([['a']])
    expect(nameGroups(file('a', 1e9), file('b', 3e9), file('c', 1e9))).toEqual([['b'], ['a', 'c']])
    // A packed file is much more to read than it has bytes.
    expect(nameGroups(file('a.gz', 2e8), file('b', 1e9), file('c', 8e8))).toEqual([['a.gz'], ['b', 'c']])
  })

  test(
    row(
      'ids that were named in one file of many',
      'none',
      'reads the files round the places that named them, and others only where begin or end is missing',
    ),
    async () => {
      const host = await start()
      const path = mkdtempSync(join(folder, 'logs-'))
      const lay = (nth: number, text: string) =>
        put(path, `mail.@2026010${nth}T000000.s`, text, Date.UTC(2026, 0, nth, 23, 59))
      const at = (nth: number) => `Sun Jan  ${nth} 10:00:00 2026 Info: `
      const other = (nth: number) => `${at(nth)}Start MID 99 ICID 88\n`.repeat(20)
      for (const nth of [2, 5]) lay(nth, other(nth))
      lay(1, `${other(1)}${at(1)}MID 98 ICID 88 From: <bob@example.net>\n`)
      lay(
        3,
        `${at(3)}New SMTP ICID 7 interface Data 1 (192.0.2.1) address 198.51.100.9 reverse dns host x\n${other(3)}`,
      )
      lay(4, `${at(4)}MID 5 ICID 7 From: <alice@example.com>\n${at(4)}ICID 7 close\n${other(4)}`)
      put(path, 'mail.current', `${at(6)}New SMTP ICID 8 interface Data 1\n${at(6)}ICID 8 close\n${other(6)}`)
      const all = { from: Date.UTC(2026, 0, 1), to: now }
      const ask = (opened: LogSource, ...needles: Needle[]) => opened.search({ needles, window: all }, budget)
      const sevenIn = ({ lines }: SearchResult) =>
        lines.filter(({ text }) => text.includes('ICID 7')).map(({ text }) => text)
      const opened = open(host, path)
      await ask(opened, { kind: 'text', text: 'example.com' })
      const before = host.commands.length
      const narrow = await ask(opened, icid)
      const days = host.commands.slice(before).map((command) => command.match(/2026010\d/g)?.map((name) => name.at(-1)))
      // The file that named it and the one after; then, since it began in neither, those before.
      expect(days).toEqual([
        ['4', '5'],
        ['1', '2', '3'],
      ])
      expect(sevenIn(narrow)).toHaveLength(3)
      expect(sevenIn(narrow)).toEqual(sevenIn(await ask(open(host, path), icid)))
      expect(narrow.gaps).toEqual([])

      // What may stand anywhere is looked for in the other files too, and the ids only where they can be.
      const bob: Needle = { kind: 'text', text: 'bob@example.net' }
      const second = open(host, path)
      await ask(second, { kind: 'text', text: 'example.com' })
      const asked = host.commands.length
      const mixed = await ask(second, icid, bob)
      expect(host.commands.slice(asked).filter((command) => command.match(/ 'n?t[vw]?' /))).toHaveLength(2)
      expect(host.commands.slice(asked).filter((command) => command.match(/ 'n[vw]?' /))).toHaveLength(1)
      expect(mixed.lines).toEqual((await ask(open(host, path), icid, bob)).lines)
      expect(mixed.lines.filter(({ text }) => text.includes('bob@'))).toHaveLength(1)
    },
  )

  test(
    row(
      'what the gateway says of its own state',
      'none',
      'knows it from having asked how far the files reach, and searches for it where not',
    ),
    async () => {
      const host = await start()
      const stopped = (clock: string) => `Tue Jan  6 ${clock} 2026 Info: SMTP server shut down\r\n`
      const half = 'Tue Jan  6 11:10:00 2026 Warning: resource conservation mo'
      const path = lay({
        'mail.1': begin('Tue Jan  6 00:00:00') + line('10:00:00', 1) + stopped('10:00:01'),
        'mail.current': line('11:00:00', 2) + stopped('11:00:01') + half,
      })
      const opened = open(host, path)
      const states: Needle[] = [
        { kind: 'text', text: 'SMTP server s' },
        { kind: 'text', text: 'resource conservation' },
      ]
      const ask = () => opened.search({ needles: states, window }, budget)
      const reached = opened.coverage(window, budget)
      const found = await ask()
      await reached
      expect(host.commands.filter((command) => command.match(/ 'n?t[vw]?' /))).toEqual([])
      expect(found.lines.map(({ file, number, text }) => [file, number, text])).toEqual([
        ['mail.1', 4, stopped('10:00:01').trimEnd()],
        ['mail.current', 2, stopped('11:00:01').trimEnd()],
      ])
      // Another source was never asked how far its files reach, and searches for the same.
      const searched = await open(host, path).search({ needles: states, window }, budget)
      expect(searched.lines.filter(({ text }) => text.includes('SMTP'))).toEqual(found.lines)
    },
  )

  test('ids and texts are looked for by a command each where there is much to read in one file', () => {
    const file = (name: string, bytes: number) => ({ name, bytes, written: now })
    const text: Needle = { kind: 'text', text: 'domain: example.org' }
    const kinds = (...files: ReturnType<typeof file>[]) =>
      commandsFor(files, [icid, text]).map(({ files, needles }) => [files.length, needles.map(({ kind }) => kind)])
    expect(kinds(file('a', 1e6), file('b', 1e6))).toEqual([[2, ['icid', 'text']]])
    expect(kinds(file('a', 1e9), file('b', 1e6))).toEqual([
      [2, ['icid']],
      [2, ['text']],
    ])
    expect(kinds(file('a', 1e9), file('b', 1e9))).toEqual([
      [1, ['icid', 'text']],
      [1, ['icid', 'text']],
    ])
    // To unpack a file twice takes longer.
    expect(kinds(file('a.gz', 1e9), file('b', 1e6))).toEqual([
      [1, ['icid', 'text']],
      [1, ['icid', 'text']],
    ])
  })

  // Tests of test/edges/ssh/host-near.test.ts.
  row(
    'ids in hundreds of megabytes and more',
    'none',
    'reads the parts round the places that named them first, and all files once for what is owed, at the end',
  )
  row(
    'a host whose grep tells no places, or that has no dd or awk',
    'none',
    'searches all files in each step, and finds the same',
  )

  test(row('logs of many megabytes', 'none', 'has the host look, and moves what fits'), async () => {
    const host = await start()
    const other = "Tue Jan  6 10:00:01 2026 Info: MID 99 Message-ID '<x@example.net>'\n".repeat(50_000)
    const path = lay({ 'mail.current': begin('Tue Jan  6 00:00:00') + other + line('11:00:00', 2) + other })
    const found = await open(host, path).search({ needles: [icid], window }, { ...budget, bytes: 20_000 })
    expect([mids(found), found.gaps]).toEqual([[2], []])
  })
})

describe('an answer is packed on its way', () => {
  const real = '/usr/bin/env -i PATH=/usr/bin:/bin gzip'
  const others = Array.from({ length: 3_000 }, (_, n) => line(`10:${String(n % 60).padStart(2, '0')}:00`, n))
  const text = begin('Tue Jan  6 00:00:00') + others.join('') + line('11:00:00', 9_999)
  const packs = `case $* in *d*) exec ${real} "$@";; esac;`

  interface Case {
    readonly what: string
    readonly does: string
    /** What stands in the place of the host's gzip; null for its own. */
    readonly gzip: string | null
    readonly gap: string
    readonly bytes?: number
    /** Null where it depends on how the bytes come in. */
    readonly found: 'all' | 'some' | null
  }
  const cases: Case[] = [
    { what: 'a host that can pack', does: 'moves lines packed', gzip: null, gap: 'none', found: 'all' },
    { what: 'a host without gzip', does: 'moves lines as they are', gzip: 'exit 127', gap: 'none', found: 'all' },
    { what: 'a gzip that fails', does: 'moves lines as they are', gzip: 'exit 1', gap: 'none', found: 'all' },
    {
      what: 'a gzip that cannot be undone',
      does: 'moves lines as they are',
      gzip: 'cat; echo damaged',
      gap: 'none',
      found: 'all',
    },
    {
      what: 'a packed answer that is cut in the middle of a line',
      does: 'keeps the whole lines before the cut, and says so',
      gzip: `${packs} ${real} "$@" | head -c 3000`,
      gap: 'partial',
      found: 'some',
    },
    {
      what: 'a packed answer that is damaged',
      does: 'takes no line from where it is damaged on, and says so',
      gzip: `${packs} ${real} "$@" | { head -c 3000; head -c 20 >/dev/null; cat; }`,
      gap: 'partial',
      found: null,
    },
    {
      what: 'a gzip that stops halfway, and says nothing of it',
      does: 'misses the end of the file’s answer, and says so',
      gzip: `${packs} head -c 5000 | ${real} "$@"`,
      gap: 'partial',
      found: 'some',
    },
    {
      what: 'a packed answer that is far more than it looks',
      does: 'stops at the budget of unpacked bytes',
      gzip: null,
      gap: 'budget',
      bytes: 100_000,
      found: 'some',
    },
  ]
  for (const { what, does, gap } of cases) row(what, gap, does)
  test.each(cases)('$what', async ({ gzip, gap, bytes = budget.bytes, found }) => {
    const host = await start()
    if (gzip !== null) {
      host.programs = mkdtempSync(join(folder, 'programs-'))
      writeFileSync(join(host.programs, 'gzip'), `#!/bin/sh\n${gzip}\n`, { mode: 0o755 })
    }
    const opened = open(host, lay({ 'mail.current': text }))
    const answer = await opened.search({ needles: [icid], window }, { ...budget, bytes })
    expect(answer.gaps.map(({ kind }) => kind)).toEqual(gap === 'none' ? [] : [gap])
    const all = text.trimEnd().split('\n')
    expect(answer.lines.map((one) => one.text)).toEqual(all.slice(0, answer.lines.length))
    const came = answer.lines.length
    if (found) expect(came === all.length ? 'all' : came > 10 ? 'some' : 'none').toBe(found)
    expect(host.sent() < text.length / 3).toBe(gzip === null || gap !== 'none')
  })
})

describe('times of files that are', () => {
  /** A host whose clock is wrong by some hours, and so are the times of its files. */
  async function wrongBy(hours: number): Promise<LogSource> {
    const host = await start()
    host.programs = mkdtempSync(join(folder, 'programs-'))
    writeFileSync(join(host.programs, 'date'), `#!/bin/sh\necho ${now / 1000 + hours * 3600}\n`, { mode: 0o755 })
    const path = mkdtempSync(join(folder, 'logs-'))
    const files: [name: string, clock: string, mid: number][] = [
      ['mail.log.2', '11:20:00', 2],
      ['mail.log.1', '11:40:00', 1],
      ['mail.log', '11:59:00', 3],
    ]
    for (const [name, clock, mid] of files) {
      put(path, name, line(clock, mid), Date.parse(`2026-01-06T${clock}Z`) + hours * 3_600_000)
    }
    return open(host, path)
  }
  const late = { from: now - 3_600_000, to: now }

  row('the host’s clock is hours off', 'none', 'asks it for its time, and leaves out no file')
  test.each([[-5], [-1], [0], [1], [5]])('%d hours off: none is left out', async (hours) => {
    const found = await (await wrongBy(hours)).search({ needles: [icid], window: late }, budget)
    expect([mids(found), found.gaps]).toEqual([[2, 1, 3], []])
  })
})

describe('a clock', () => {
  const at = (text: string) => Date.parse(text)
  const status = (stamp: string) => `${stamp} Info: Status: CPULd 3 DskIO 0 CrtMID 1\n`
  const ends = (files: Record<string, [written: string, text: string]>) => {
    const path = mkdtempSync(join(folder, 'logs-'))
    for (const [name, [written, text]] of Object.entries(files)) put(path, name, text, at(written))
    return path
  }

  test(
    row('the clock is put back, so an hour comes twice', 'none', 'reads each file by the offset in its own header'),
    async () => {
      const header = (stamp: string, offset: number) =>
        `${stamp} Info: Begin Logfile\n${stamp} Info: Time offset from UTC: ${offset} seconds\n`
      // Central Europe, 2025-10-26T01:00:00Z.
      const beats = (from: string, offset: number, minutes: number) =>
        Array.from({ length: minutes }, (_, n) => {
          const [week, date, month, year, clock] = new Date(at(from) + n * 60_000 + offset * 1000)
            .toUTCString()
            .replace(',', '')
            .split(' ')
          return status(`${week} ${month} ${date} ${clock} ${year}`)
        }).join('')
      const path = ends({
        'mail.@20251026T000000.s': [
          '2025-10-26T01:00:00Z',
          header('Sun Oct 26 00:00:00 2025', 7200) + beats('2025-10-25T22:00:00Z', 7200, 180),
        ],
        'mail.@20251026T020000.s': [
          '2025-10-26T04:00:00Z',
          header('Sun Oct 26 02:00:00 2025', 3600) + beats('2025-10-26T01:00:00Z', 3600, 180),
        ],
      })
      const opened = open(await start(), path)
      const over = { from: at('2025-10-25T22:30:00Z'), to: at('2025-10-26T03:50:00Z') }
      const { coverage, gaps } = await opened.coverage(over, budget)
      expect([coverage.from, coverage.to]).toEqual([at('2025-10-25T22:00:00Z'), at('2025-10-26T03:59:00Z')])
      expect([coverage.complete, coverage.gaps, gaps]).toEqual([true, [], []])
      expect((await opened.search({ needles: [icid], window: over }, budget)).utcOffset).toBe(3600)
    },
  )

  test(
    row('stamps without a year, over New Year’s Eve', 'none', 'takes the year from when the file was written'),
    async () => {
      const said = (stamp: string, mid: number) => `${stamp} esa1 mail_logs: Info: Start MID ${mid} ICID 7\n`
      const path = ends({
        'mail.log.1': ['2025-12-31T18:00:00Z', said('Dec 31 08:00:00', 1) + said('Dec 31 18:00:00', 2)],
        'mail.log': ['2026-01-01T09:00:00Z', said('Dec 31 23:59:59', 3) + said('Jan  1 09:00:00', 4)],
      })
      const opened = open(await start(), path, { timeZone: 'UTC' })
      const over = { from: at('2025-12-31T10:00:00Z'), to: at('2026-01-01T08:00:00Z') }
      const { coverage } = await opened.coverage(over, budget)
      expect([coverage.from, coverage.to]).toEqual([at('2025-12-31T08:00:00Z'), at('2026-01-01T09:00:00Z')])
      expect(mids(await opened.search({ needles: [icid], window: over }, budget))).toEqual([1, 2, 3, 4])
    },
  )

  test(row('a file that was joined from several', 'none', 'knows its clock by the header further on'), async () => {
    const text = `${line('08:00:00', 1).repeat(50)}Tue Jan  6 09:00:00 2026 Info: Begin Logfile
Tue Jan  6 09:00:00 2026 Info: Time offset from UTC: -18000 seconds\n${line('10:00:00', 2)}`
    const opened = open(await start(), lay({ 'mail.log': text }))
    const [{ coverage }, found] = await Promise.all([
      opened.coverage(window, budget),
      opened.search({ needles: [icid], window }, budget),
    ])
    expect(found.utcOffset).toBe(-18000)
    expect(coverage.from).toBe(at('2026-01-06T13:00:00Z'))
  })
})

describe('files that are rolled over while they are read', () => {
  const cases: [name: string, files: Record<string, string>, roll: (path: string) => void][] = [
    [
      'by name and time',
      { 'mail.@20260106T000000.s': line('09:00:00', 1), 'mail.current': line('10:00:00', 2) },
      (path) => {
        renameSync(join(path, 'mail.current'), join(path, 'mail.@20260106T100000.s'))
        put(path, 'mail.current', line('11:00:00', 3))
      },
    ],
    [
      'by number',
      { 'mail.log.1': line('09:00:00', 1), 'mail.log': line('10:00:00', 2) },
      (path) => {
        renameSync(join(path, 'mail.log.1'), join(path, 'mail.log.2'))
        renameSync(join(path, 'mail.log'), join(path, 'mail.log.1'))
        put(path, 'mail.log', line('11:00:00', 3))
      },
    ],
    [
      'by copying and cutting',
      { 'mail.log.1': line('09:00:00', 1), 'mail.log': line('10:00:00', 2) },
      (path) => {
        put(path, 'mail.log.2', line('09:00:00', 1))
        put(path, 'mail.log.1', line('10:00:00', 2))
        put(path, 'mail.log', line('11:00:00', 3))
      },
    ],
  ]
  const ways: [way: string, instead: UnixHost['instead'], files: UnixHost['files']][] = [
    ['commands', null, null],
    ['SFTP', 'forbid', 'well'],
  ]
  for (const [way, instead, served] of ways) {
    // After the list of files was made, and between the two listings of the search.
    test.each(cases.flatMap((one) => [1, 2].map((nth) => [...one, nth] as const)))(
      `${way}: %s: nothing is missed, nothing doubled`,
      async (_, files, roll, nth) => {
        const host = await start(instead, served)
        const path = lay(files)
        let calls = 0
        host.meanwhile = () => {
          calls += 1
          if (calls === nth) roll(path)
        }
        const found = await open(host, path).search({ needles: [icid], window }, budget)
        const all = calls >= nth ? [1, 2, 3] : [1, 2]
        // What is rolled over once all was read is the next question's matter.
        expect([
          [1, 2],
          [1, 2, 3],
        ]).toContainEqual(mids(found))
        if (nth === 1) expect(mids(found)).toEqual(all)
        expect(found.gaps).toEqual([])
      },
    )

    row(
      `the log is rolled over while it is read by ${way}`,
      'none',
      'sees it by the list of files, and reads once more',
    )
    test(row(`a line that is half written, read by ${way}`, 'none', 'takes it for none yet'), async () => {
      const host = await start(instead, served)
      const path = lay({ 'mail.current': line('10:00:00', 1) + line('10:00:01', 2345).slice(0, -9) })
      const opened = open(host, path)
      const needles: Needle[] = [{ kind: 'text', text: 'Start MID' }]
      expect(mids(await opened.search({ needles, window }, budget))).toEqual([1])
      put(path, 'mail.current', line('10:00:00', 1) + line('10:00:01', 2345))
      expect(mids(await opened.search({ needles, window }, budget))).toEqual([1, 2345])
    })
  }

  test(
    row('a log that is rolled over again and again while it is read', 'partial', 'tries three times, and says so'),
    async () => {
      const host = await start()
      const path = lay({ 'mail.log': line('10:00:00', 1) })
      let rolls = 0
      host.meanwhile = () => {
        rolls += 1
        put(path, `mail.log.${rolls}`, line('09:00:00', 1))
      }
      const { gaps } = await open(host, path).search({ needles: [icid], window }, budget)
      expect(gaps.map(({ kind, detail }) => [kind, detail])).toEqual([
        ['partial', 'the log was rolled over again and again while it was read'],
      ])
    },
  )
})

describe('a host that runs no commands is read over SFTP', () => {
  const big = begin('Tue Jan  6 00:00:00') + line('09:00:00', 88).repeat(20_000) + line('10:00:00', 1)
  const files = { 'mail.1': big, 'mail.current': line('11:00:00', 2) }

  const cases: [instead: UnixHost['instead'], served: UnixHost['files']][] = [
    ['forbid', 'well'],
    ['refuse', 'well'],
    ['forbid', 'short'],
  ]
  test.each(cases)('%s, %s', async (instead, served) => {
    const host = await start(instead, served)
    const opened = open(host, lay(files))
    const needles: Needle[] = [
      { kind: 'mid', id: 1 },
      { kind: 'mid', id: 2 },
    ]
    const found = await opened.search({ needles, window }, budget)
    expect([mids(found), found.gaps, found.lines.at(-2)?.number]).toEqual([[1, 2], [], 20_003])
    const { coverage, gaps } = await opened.coverage(window, budget)
    expect([coverage.from, coverage.to, gaps]).toEqual([
      Date.parse('2026-01-06T00:00:00Z'),
      Date.parse('2026-01-06T11:00:00Z'),
      [],
    ])
    expect(host.commands.length).toBe(1)
  })

  test('a log that names no zone is read in the asker’s, which is told', async () => {
    const opened = open(await start('forbid', 'well'), lay({ 'mail.current': line('11:00:00', 2) }))
    const { coverage } = await opened.coverage(window, budget, 'Asia/Tokyo')
    expect([coverage.from, coverage.assumedTimeZone]).toEqual([Date.parse('2026-01-06T02:00:00Z'), 'Asia/Tokyo'])
  })

  test('a rolled file is fetched once, with many reads under way', async () => {
    const host = await start('forbid', 'well')
    const opened = open(host, lay(files))
    await opened.search({ needles: [{ kind: 'mid', id: 1 }], window }, budget)
    const once = host.count.reads
    expect(once).toBeGreaterThan(Math.ceil(big.length / 32_768))
    const found = await opened.search({ needles: [{ kind: 'mid', id: 88 }], window }, { ...budget, lines: 100_000 })
    expect(mids(found).length).toBe(20_000)
    // The file that is still written to, and no other.
    expect(host.count.reads - once).toBeLessThanOrEqual(3)
  })

  const faults: [served: UnixHost['files'], kind: string][] = [
    ['hang', 'partial'],
    ['cut', 'partial'],
    [null, 'role'],
  ]
  row('no commands, but SFTP', 'none', 'reads whole files over SFTP, many pieces at once, and keeps rolled ones packed')
  row('SFTP that hangs or is cut', 'partial', 'gives up at the deadline, and says so')
  test.each(faults)('files served with %s are a gap', async (served, kind) => {
    const host = await start('forbid', served)
    const seconds = served === 'hang' ? 1 : 60
    const { gaps } = await open(host, lay(files), { seconds }).search({ needles: [icid], window }, budget)
    expect(gaps.map((gap) => gap.kind)).toContain(kind)
  })
})

test(row('any text of an asker', 'none', 'sends it as data to grep -F; the command line never changes'), async () => {
  const host = await start()
  const path = lay({ 'mail.current': line('10:00:00', 1) })
  const opened = open(host, path, { files: 'mail.*' })
  const ask = async (text: string) => {
    const found = await opened.search({ needles: [{ kind: 'text', text }], window }, budget)
    expect(found.gaps.filter(({ kind }) => kind !== 'too-broad')).toEqual([])
  }
  for (const text of ["'; touch x; '", '$(touch x).example', '`touch x`', '-e example', 'a\nb.example', '\u0000abc']) {
    await ask(text)
  }
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), ask), { numRuns: 50 })
  expect(new Set(host.commands)).toEqual(new Set([listCommand(path), searchCommand(path, ['mail.current'], 't')]))
}, 60_000)

test('the scripts stand between single quotes, and only there', () => {
  for (const command of [listCommand('/a'), searchCommand('/a', ['b'], 'n'), reachCommand('/a', ['b'])]) {
    expect(command).toMatch(/^env LC_ALL=C TZ=UTC0 sh -c '[^'!\n]+' sh '\/a'(?: 'n')?(?: 'b')?$/)
  }
  expect(() => searchCommand('/a', ["b'; reboot"], 'n')).toThrow('unsafe')
})

test('a folder or a pattern that a shell would read otherwise is not taken', () => {
  const good = {
    source: 'log-host',
    host: 'logs.example.org',
    user: 'bot',
    hostKey: `SHA256:${'A'.repeat(43)}`,
    folder: '/logs',
  }
  expect(source.config.safeParse(good).success).toBe(true)
  for (const wrong of [{ folder: "/logs'; reboot" }, { folder: 'logs' }, { files: '$(x)' }, { hostKey: undefined }]) {
    expect(source.config.safeParse({ ...good, ...wrong }).success).toBe(false)
  }
})

test('the table of the documentation is the table of these tests', async () => {
  const lines = [
    '# What a log host can do to the bot',
    '',
    'As [gateways.md](gateways.md), for logs that lie on a Unix host. Each row is a test of',
    '`test/edges/sources/log-host.test.ts`, which writes this page; after each no connection is left. The same cases run',
    'against OpenSSH’s server in `test/real/log-host.test.ts`, and there also: the server is killed or stopped in the middle',
    'of an answer, the host key is another one, the key was taken away, the account is for SFTP alone or for nothing.',
    '',
    '| What happens | What the bot does | Gap |',
    '| --- | --- | --- |',
    ...rows.map(({ what, does, gap }) => `| ${what} | ${does} | ${gap} |`),
    '',
  ]
  const page = fileURLToPath(new URL('../../../docs/log-hosts.md', import.meta.url))
  await expect(lines.join('\n')).toMatchFileSnapshot(page)
})
