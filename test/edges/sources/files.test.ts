import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { source } from '../../../src/edges/sources/files.ts'
import type { Budget, LogSource, Needle } from '../../../src/gather/ports.ts'

const folder = mkdtempSync(join(tmpdir(), 'files-'))
afterAll(() => rmSync(folder, { recursive: true }))

const now = Date.parse('2026-01-06T12:00:00Z')
const window = { from: Date.parse('2026-01-05T12:00:00Z'), to: now }
const budget: Budget = { lines: 10_000, bytes: 10_000_000, deadline: now + 60_000 }

const rolled = [
  'Mon Jan  5 09:00:00 2026 Info: Begin Logfile',
  'Mon Jan  5 09:00:00 2026 Info: Version: 15.0.0-104 SN: 4200C0FFEE00-DEMO',
  'Mon Jan  5 09:00:00 2026 Info: Time offset from UTC: 3600 seconds',
  'Mon Jan  5 10:00:00 2026 Info: New SMTP ICID 7 interface Data 1 (192.0.2.1) address 198.51.100.9 reverse dns host mx.example.com verified yes',
  'Mon Jan  5 10:00:01 2026 Info: Start MID 123 ICID 7',
  '  Message-ID: continued@Example.COM',
  'Mon Jan  5 10:00:01 2026 Info: Start MID 1234 ICID 70',
  "Mon Jan  5 10:00:02 2026 Info: MID 1234 Subject 'Version: 1 SN: and a Logfile, Time offset from UTC: 5 seconds'",
  'Mon Jan  5 10:00:02 2026 Info: MID 1234 rewritten to 1235 by antispam',
  'Mon Jan  5 10:00:03 2026 Info: New SMTP ICID 9 interface Data 1 (192.0.2.1) address 2001:db8:0:1::25 reverse dns host unknown verified no',
  'Tue Jan  6 00:00:02 2026 Info: End Logfile',
  '',
].join('\n')
const current = [
  'Tue Jan  6 00:00:02 2026 Info: Begin Logfile\r',
  'Tue Jan  6 00:00:02 2026 Info: Time offset from UTC: 3600 seconds\r',
  'Tue Jan  6 12:30:03 2026 Info: MID 200 ICID 11 From: <bob@example.net>\r',
].join('\n')

let made = 0
function lay(files: Record<string, string | Buffer>): string {
  const path = join(folder, String(made++))
  mkdirSync(path)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content)
  return path
}

function open(...paths: string[]): LogSource {
  return source.open('esa1', { source: 'files', paths }, { secret: () => undefined, now: () => now })
}

const both = { 'mail.current': current, 'mail.@20260105T090000.s': rolled }

async function places(opened: LogSource, needles: Needle[]): Promise<string[]> {
  const { lines } = await opened.search({ needles, window }, budget)
  return lines.map(({ file, number }) => `${file.slice(5, 12)}:${number}`)
}

describe('what is found, with the file headers, by file and line', () => {
  const heads = (...found: string[]) => [
    ...['@202601:1', '@202601:2', '@202601:3', ...found.filter((place) => place.startsWith('@')), '@202601:11'],
    ...['current:1', 'current:2', ...found.filter((place) => place.startsWith('c'))],
  ]
  const cases: [needles: Needle[], found: string[]][] = [
    [[], []],
    [[{ kind: 'text', text: 'example.com' }], ['@202601:4', '@202601:6']],
    [[{ kind: 'text', text: 'BOB@Example.net' }], ['current:3']],
    [[{ kind: 'mid', id: 123 }], ['@202601:5']],
    [[{ kind: 'mid', id: 1235 }], ['@202601:9']],
    [[{ kind: 'icid', id: 7 }], ['@202601:4', '@202601:5']],
    [[{ kind: 'dcid', id: 7 }], []],
    [[{ kind: 'ip', range: '198.51.100.8/30' }], ['@202601:4']],
    [[{ kind: 'ip', range: '198.51.100.90' }], []],
    [[{ kind: 'ip', range: '2001:db8::/32' }], ['@202601:10']],
    [
      [
        { kind: 'text', text: 'mx.example.com' },
        { kind: 'icid', id: 7 },
        { kind: 'ip', range: '198.51.100.9' },
        { kind: 'mid', id: 200 },
      ],
      ['@202601:4', '@202601:5', 'current:3'],
    ],
  ]
  test.each(cases)('%j', async (needles, found) => {
    expect(await places(open(lay(both)), needles)).toEqual(heads(...found))
  })

  test('packed, and named twice', async () => {
    const path = lay({ 'mail.@20260105T090000.s.gz': gzipSync(rolled), 'mail.current': current })
    expect(await places(open(path, join(path, 'mail.current')), [{ kind: 'mid', id: 123 }])).toEqual(heads('@202601:5'))
  })

  test('two files of one name are told apart by their paths', async () => {
    const paths = [join(lay(both), 'mail.current'), join(lay(both), 'mail.current')]
    const { lines } = await open(...paths).search({ needles: [], window }, budget)
    expect(new Set(lines.map(({ file }) => file))).toEqual(new Set(paths))
  })

  test('without carriage returns, and with the offset and the lines read', async () => {
    const { lines, utcOffset, scanned, gaps } = await open(lay(both)).search(
      { needles: [{ kind: 'mid', id: 200 }], window },
      budget,
    )
    expect(lines.at(-1)?.text).toBe('Tue Jan  6 12:30:03 2026 Info: MID 200 ICID 11 From: <bob@example.net>')
    expect([utcOffset, scanned, gaps]).toEqual([3600, 14, []])
  })
})

test('wherever the chunks end, lines and their numbers are the same', async () => {
  const filler = (n: number) => `Mon Jan  5 10:00:02 2026 Info: Start MID 9${n} ICID 8 ${'x'.repeat(n % 331)}`
  const texts: string[] = []
  for (let n = 0, bytes = 0; bytes < 3_500_000; n++) {
    const text = n % 1000 === 0 ? `Mon Jan  5 10:00:02 2026 Info: MID 5 é ${n}` : filler(n)
    texts.push(text)
    bytes += Buffer.byteLength(text) + 1
  }
  const content = `${texts.join('\n')}\n`
  const wanted = texts.flatMap((text, place) => (text.includes('MID 5 ') ? [{ text, number: place + 1 }] : []))
  for (const files of [{ 'mail.current': content }, { 'mail.1.gz': gzipSync(content) }]) {
    const { lines } = await open(lay(files)).search({ needles: [{ kind: 'mid', id: 5 }], window }, budget)
    expect(lines.map(({ text, number }) => ({ text, number }))).toEqual(wanted)
  }
})

describe('what is expected to be searched for', () => {
  const asked: Needle[] = [{ kind: 'text', text: 'example.com', labels: true }]
  const others: [about: string, expected: Needle[], budget: Budget][] = [
    ['it', asked, budget],
    ['something else', [{ kind: 'mid', id: 200 }], budget],
    ['fewer lines of it', asked, { ...budget, lines: 1 }],
    ['a name and an id', [...asked, { kind: 'mid', id: 1 }], budget],
    ['nothing', [], budget],
  ]
  test.each(others)('is found like anything else where it was %s', async (_, needles, expected) => {
    const path = lay(both)
    const plain = await open(path).search({ needles: asked, window }, budget)
    const opened = open(path, join(folder, 'not there'))
    opened.expect?.({ needles, openings: [] }, expected)
    for (let time = 0; time < 2; time++) {
      const { lines, gaps } = await opened.search({ needles: asked, window }, budget)
      expect(lines).toEqual(plain.lines)
      expect(gaps.map(({ kind }) => kind)).toEqual(['unreadable'])
    }
    await opened.close()
  })

  test('is looked for before it is searched for', async () => {
    const path = lay({ 'mail.current': current })
    const opened = open(path)
    opened.expect?.({ needles: [{ kind: 'text', text: 'bob@' }], openings: [] }, budget)
    // Waits for whatever is being read.
    await opened.coverage(window, budget)
    rmSync(join(path, 'mail.current'))
    const { lines } = await opened.search({ needles: [{ kind: 'text', text: 'bob@' }], window }, budget)
    expect(lines.map(({ number }) => number)).toEqual([1, 2, 3])
  })
})

describe('what goes wrong is a gap', () => {
  const cases: [name: string, path: () => string, kind: string, detail: string][] = [
    ['no such file', () => join(folder, 'nowhere'), 'unreadable', 'there is no such file'],
    ['an empty folder', () => lay({}), 'unreadable', 'there is no file in it'],
    ['another packing', () => lay({ 'mail.1.xz': 'x' }), 'unreadable', 'unpack it first'],
    ['a broken gzip', () => lay({ 'mail.1.gz': gzipSync(rolled).subarray(0, -20) }), 'partial', 'broke off after line'],
    [
      'a line of two megabytes',
      () => lay({ 'mail.log': `${'x'.repeat(2_500_000)}\n${rolled}` }),
      'partial',
      '1 lines of over',
    ],
  ]
  test.each(cases)('%s', async (_name, path, kind, detail) => {
    const { gaps } = await open(path()).search({ needles: [{ kind: 'mid', id: 123 }], window }, budget)
    expect(gaps.map((gap) => [gap.where, gap.kind])).toEqual([['esa1', kind]])
    expect(gaps[0]?.detail).toContain(detail)
  })

  test('the file beside it is still read', async () => {
    const { lines, gaps } = await open(join(folder, 'nowhere'), lay(both)).search({ needles: [], window }, budget)
    expect([lines.length, gaps.length]).toEqual([6, 1])
  })

  test('a line after one that is too long keeps its number', async () => {
    const path = lay({ 'mail.log': `${'x'.repeat(2_500_000)}\n${rolled}` })
    expect(await places(open(path), [{ kind: 'mid', id: 123 }])).toContain('log:6')
  })

  test('budgets of lines and of time', async () => {
    const needles: Needle[] = [{ kind: 'text', text: '2026' }]
    const few = await open(lay(both)).search({ needles, window }, { ...budget, lines: 5 })
    expect([few.lines.filter(({ text }) => !/ogfile|ffset|Version/.test(text)).length, few.gaps[0]?.kind]).toEqual([
      2,
      'budget',
    ])
    const late = await open(lay(both)).search({ needles, window }, { ...budget, deadline: now - 1 })
    expect(late.gaps.map(({ kind }) => kind)).toContain('budget')
  })
})

describe('more lines hold a name than can be handed over', () => {
  const stamp = (second: number) => new Date(Date.UTC(2026, 0, 6, 0, 0, second)).toISOString().slice(11, 19)
  /** Two a second all night long, in the gateway's own clock, which is UTC's. */
  const often = [
    'Tue Jan  6 00:00:00 2026 Info: Time offset from UTC: 0 seconds',
    ...Array.from({ length: 40_000 }, (_, nth) => {
      return `Tue Jan  6 ${stamp(nth >> 1)} 2026 Info: MID ${nth} ICID 7 From: <a@example.com>`
    }),
  ].join('\n')
  const needles: Needle[] = [{ kind: 'text', text: 'example.com', labels: true, sender: true }]
  const at = (clock: string) => Date.parse(`2026-01-06T${clock}Z`)
  const asked = async (from: string, to: string) => {
    const focus = { from: at(from), to: at(to) }
    const { lines, gaps } = await open(lay({ 'mail.current': often })).search({ needles, window, focus }, budget)
    const [gap] = gaps
    const inside = lines.filter(({ text }) => text.slice(11, 19) >= from && text.slice(11, 19) < to).length
    return { kind: gap?.kind, read: gap?.read, inside, count: gaps.length }
  }

  test('all of the time asked about are, where they are few', async () => {
    expect(await asked('02:00:00', '02:05:00')).toEqual({ kind: 'narrowed', read: undefined, inside: 600, count: 1 })
  })

  test('the latest of that time are, where they are many, and from when on is told', async () => {
    const { kind, read, inside, count } = await asked('01:00:00', '03:00:00')
    expect([kind, count]).toEqual(['budget', 1])
    expect(inside).toBeGreaterThan(500)
    expect(read?.to).toBeGreaterThanOrEqual(at('02:59:59'))
    expect(read?.from).toBeGreaterThan(at('02:00:00'))
  })

  test('a time in which none is was looked at whole', async () => {
    expect(await asked('07:00:00', '08:00:00')).toMatchObject({ kind: 'narrowed', inside: 0 })
  })
})

describe('how far the files reach', () => {
  const cases: [name: string, files: Record<string, string | Buffer>, from: string, to: string, complete: boolean][] = [
    ['two files', both, '2026-01-05T08:00:00Z', '2026-01-06T11:30:03Z', true],
    ['the older, packed', { 'mail.1.gz': gzipSync(rolled) }, '2026-01-05T08:00:00Z', '2026-01-05T23:00:02Z', false],
    ['the newer', { 'mail.current': current }, '2026-01-05T23:00:02Z', '2026-01-06T11:30:03Z', false],
  ]
  test.each(cases)('%s', async (_name, files, from, to, complete) => {
    const { coverage, gaps } = await open(lay(files)).coverage(window, budget)
    expect([coverage.from, coverage.to, coverage.complete]).toEqual([Date.parse(from), Date.parse(to), complete])
    expect(gaps).toEqual([])
  })

  const silent = 'Tue Jan  6 10:00:00 2026 Info: ICID 7 close\nTue Jan  6 12:30:03 2026 Info: ICID 8 close\n'
  const clocks: [name: string, log: string, configured: string | undefined, from: string, assumed: string | null][] = [
    ['names no zone: read in the asker’s, which is told', silent, undefined, '2026-01-06T01:00:00Z', 'Asia/Tokyo'],
    ['names none, and the configuration does', silent, 'America/New_York', '2026-01-06T15:00:00Z', null],
    ['names its offset', current, undefined, '2026-01-05T23:00:02Z', null],
    [
      'names it in each stamp',
      '2026-01-06T10:00:00+02:00 esa1 mail: Info: ICID 7 close\n',
      undefined,
      '2026-01-06T08:00:00Z',
      null,
    ],
  ]
  test.each(clocks)('a log that %s', async (_name, log, configured, from, assumed) => {
    const paths = [lay({ 'mail.current': log })]
    const zone = configured ? { timeZone: configured } : {}
    const opened = source.open('esa1', { source: 'files', paths, ...zone }, { secret: () => undefined, now: () => now })
    const { coverage } = await opened.coverage(window, budget, 'Asia/Tokyo')
    expect([coverage.from, coverage.assumedTimeZone ?? null]).toEqual([Date.parse(from), assumed])
    expect((await opened.reach?.('Asia/Tokyo'))?.from).toBe(Date.parse(from))
  })

  test.each([
    [
      'a log beside the mail log',
      'Bounced: 5:0 From:<a@example.com> To:<b@example.org> Reason: "5.1.0 - No" Response: "(\'550\', [])"',
    ],
    ['a log of which no line is known', 'The weather was fair'],
  ])('%s proves nothing', async (_name, message) => {
    const beside = `Mon Jan  5 08:00:00 2026 Info: ${message}\nTue Jan  6 12:30:00 2026 Info: ${message}\n`
    const alone = await open(lay({ 'other.current': beside })).coverage(window, budget)
    expect([alone.coverage.from, alone.coverage.complete]).toEqual([Date.parse('2026-01-05T08:00:00Z'), false])
    const both = await open(lay({ 'other.current': beside, 'mail.current': current })).coverage(window, budget)
    expect([both.coverage.from, both.coverage.complete]).toEqual([Date.parse('2026-01-05T23:00:02Z'), false])
  })

  test('a hole between two files', async () => {
    const { coverage } = await open(
      lay({ ...both, 'mail.current': current.replaceAll('00:00:02', '06:00:00') }),
    ).coverage(window, budget)
    expect(coverage.gaps).toEqual([
      { from: Date.parse('2026-01-05T23:00:02Z'), to: Date.parse('2026-01-06T05:00:00Z') },
    ])
    expect(coverage.complete).toBe(false)
  })

  const day = 86_400_000
  const beats = (from: string, to: string, but: (minute: number) => boolean = () => false) => {
    let text = ''
    for (let at = Date.parse(`${from}Z`); at <= Date.parse(`${to}Z`); at += 60_000) {
      const stamp = `${at % day < 0 || new Date(at).getUTCDate() === 5 ? 'Mon' : 'Tue'} Jan  ${new Date(at).getUTCDate()}`
      const clock = new Date(at).toISOString().slice(11, 19)
      if (!but((at % day) / 60_000)) text += `${stamp} ${clock} 2026 Info: Status: CPULd 3 DskIO 0 CrtMID 5 WorkQ 0\n`
    }
    return text
  }
  const offset = (stamp: string) => `${stamp} 2026 Info: Time offset from UTC: 3600 seconds\n`
  const older = offset('Mon Jan  5 09:00:00') + beats('2026-01-05T09:00:07', '2026-01-05T23:59:07')
  const newer = (but: (minute: number) => boolean = () => false) =>
    offset('Tue Jan  6 00:00:02') + beats('2026-01-06T00:00:07', '2026-01-06T12:59:07', but)
  const hole = (minute: number) => minute >= 360 && minute < 420
  const told: [name: string, files: Record<string, string | Buffer>, gaps: string[][], complete: boolean][] = [
    ['no hole', { 'mail.1': older, 'mail.current': newer() }, [], true],
    [
      'an hour in the middle of a file',
      { 'mail.1': older, 'mail.current': newer(hole) },
      [['2026-01-06T04:59:07Z', '2026-01-06T06:00:07Z']],
      false,
    ],
    [
      'the same, packed',
      { 'mail.2.gz': gzipSync(older), 'mail.1.gz': gzipSync(newer(hole)) },
      [['2026-01-06T04:59:07Z', '2026-01-06T06:00:07Z']],
      false,
    ],
    ['the end, half an hour ago', { 'mail.1': older, 'mail.current': newer((minute) => minute >= 750) }, [], false],
  ]
  test.each(told)('status lines tell of %s', async (_name, files, gaps, complete) => {
    const opened = open(lay(files))
    const alone = await opened.coverage(window, budget)
    expect([alone.coverage.gaps, alone.coverage.complete, alone.gaps]).toEqual([
      gaps.map(([from, to]) => ({ from: Date.parse(from ?? ''), to: Date.parse(to ?? '') })),
      complete,
      [],
    ])
    const other = open(lay(files))
    const [, beside] = await Promise.all([
      other.search({ needles: [{ kind: 'text', text: 'CrtMID 5' }], window }, budget),
      other.coverage(window, budget),
    ])
    expect(beside.coverage).toEqual(alone.coverage)
  })

  test('a file that grows is read anew', async () => {
    const path = lay({ 'mail.current': `${current}\n` })
    const opened = open(path)
    const before = await opened.coverage(window, budget)
    appendFileSync(join(path, 'mail.current'), 'Tue Jan  6 12:45:00 2026 Info: Start MID 201 ICID 12\n')
    const after = await opened.coverage(window, budget)
    expect((after.coverage.to ?? 0) - (before.coverage.to ?? 0)).toBe(897_000)
  })

  test('health', async () => {
    expect(await open(lay(both)).health(budget.deadline)).toEqual({
      ok: true,
      version: '15.0.0-104',
      utcOffset: 3600,
      gaps: [],
    })
  })
})
