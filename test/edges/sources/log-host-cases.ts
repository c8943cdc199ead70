import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { source } from '../../../src/edges/sources/log-host.ts'
import type { Surroundings } from '../../../src/edges/sources/source.ts'
import type { Budget, LogSource, Needle } from '../../../src/gather/ports.ts'

/** Where a log host can be reached. */
export interface Reachable {
  readonly port: number
  readonly fingerprint: string
  readonly user: string
}

export const now = Date.parse('2026-01-06T12:00:00Z')
export const window = { from: Date.parse('2026-01-05T12:00:00Z'), to: now }
export const budget: Budget = { lines: 10_000, bytes: 10_000_000, deadline: now + 60_000 }

const file = (begun: string, offset: number, lines: readonly string[]) =>
  [
    `${begun} 2026 Info: Begin Logfile`,
    `${begun} 2026 Info: Time offset from UTC: ${offset} seconds`,
    ...lines,
    '',
  ].join('\n')

const logs = {
  old: file('Sun Jan  4 09:00:00', 3600, ['Sun Jan  4 10:00:01 2026 Info: Start MID 5 ICID 7']),
  rolled: file('Mon Jan  5 09:00:00', 3600, [
    'Mon Jan  5 10:00:00 2026 Info: New SMTP ICID 7 interface Data 1 (192.0.2.1) address 198.51.100.9 reverse dns host mx.example.com verified yes',
    'Mon Jan  5 10:00:01 2026 Info: Start MID 123 ICID 7',
    'Mon Jan  5 10:00:01 2026 Info: Start MID 1234 ICID 70',
    "Mon Jan  5 10:00:02 2026 Info: MID 1234 Subject 'a\u0000b'",
    'Mon Jan  5 10:00:02 2026 Info: MID: 123 RID: 0 is late',
    'Tue Jan  6 00:00:02 2026 Info: End Logfile',
  ]),
  current: file('Tue Jan  6 00:00:02', 3600, [
    'Tue Jan  6 12:30:03 2026 Info: MID 200 ICID 11 From: <Bob@Example.com>',
  ]),
}

/** Opens a log-host source; `config` is laid over a good one. */
export function openOn(
  host: Reachable,
  keyFile: string,
  folder: string,
  config: Record<string, unknown> = {},
  more: Pick<Surroundings, 'keepalive'> = {},
): LogSource {
  const parsed = source.config.parse({
    source: 'log-host',
    host: '127.0.0.1',
    port: host.port,
    user: host.user,
    keyFile,
    hostKey: host.fingerprint,
    folder,
    ...config,
  })
  const began = performance.now()
  return source.open('esa1', parsed, { secret: () => undefined, now: () => now + performance.now() - began, ...more })
}

/** The cases that hold on any Unix host, whichever server lets one in. */
export function logHostCases(
  name: string,
  keyFile: string,
  start: () => Promise<Reachable & { close(): Promise<void> }>,
) {
  describe(name, () => {
    let host: Reachable & { close(): Promise<void> }
    const folder = mkdtempSync(join(tmpdir(), 'log-host-'))
    const opened: LogSource[] = []
    const lay = (file: string, content: string | Buffer, written: string) => {
      writeFileSync(join(folder, file), content)
      utimesSync(join(folder, file), Date.parse(written) / 1000, Date.parse(written) / 1000)
    }
    const open = (config: Record<string, unknown> = {}): LogSource => {
      const one = openOn(host, keyFile, folder, config)
      opened.push(one)
      return one
    }
    beforeAll(async () => {
      host = await start()
      lay('mail.@20260103T090000.s', 'Sat Jan  3 09:00:00 2026 Info: Start MID 123 ICID 1\n', '2026-01-03T10:00:00Z')
      lay('mail.@20260104T090000.s.gz', gzipSync(logs.old), '2026-01-04T20:00:00Z')
      lay('mail.@20260105T090000.s', logs.rolled, '2026-01-05T23:00:02Z')
      lay('mail.current', logs.current, '2026-01-06T11:59:00Z')
      lay("odd $(touch x)'name.log", 'MID 123\n', '2026-01-06T11:59:00Z')
    })
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.close()
    })
    afterAll(async () => {
      await host.close()
      rmSync(folder, { recursive: true })
    })

    const cases: [needles: Needle[], found: string[]][] = [
      [[{ kind: 'text', text: 'EXAMPLE.com' }], ['20260105:3', 'current:3']],
      [[{ kind: 'text', text: '\nexample.com\n\n' }], []],
      [[{ kind: 'mid', id: 123 }], ['20260105:4', '20260105:7']],
      [[{ kind: 'mid', id: 5 }], ['20260104:3']],
      [[{ kind: 'mid', id: 1234 }], ['20260105:5', '20260105:6']],
      [[{ kind: 'icid', id: 7 }], ['20260104:3', '20260105:3', '20260105:4']],
      [[{ kind: 'ip', range: '198.51.100.0/29' }], []],
      [[{ kind: 'ip', range: '198.51.100.8/29' }], ['20260105:3']],
    ]
    test.each(cases)('finds %j', async (needles, found) => {
      const { lines, utcOffset, gaps } = await open().search({ needles, window }, budget)
      const places = lines
        .filter(({ text }) => !/ogfile|offset from/.test(text))
        .map(({ file, number }) => `${file.match(/\d{8}|current/)?.[0]}:${number}`)
      expect(places).toEqual(found)
      expect(utcOffset).toBe(3600)
      expect(gaps.map(({ kind, detail }) => [kind, detail])).toEqual([
        ['unreadable', '1 files with unusual characters in their names were passed over'],
      ])
    })

    test('numbered files, packed in every way, the oldest first', async () => {
      const line = (minute: number, mid: number) => `Tue Jan  6 10:0${minute}:00 2026 Info: Start MID ${mid} ICID 77\n`
      const packed = mkdtempSync(join(tmpdir(), 'packed-'))
      const put = (name: string, content: string | Buffer) => {
        writeFileSync(join(packed, name), content)
        utimesSync(join(packed, name), now / 1000 - 60, now / 1000 - 60)
      }
      put('mail.log', line(4, 5))
      put('mail.log.1', line(3, 4))
      put('mail.log.2.gz', gzipSync(line(2, 3)))
      const programs: [program: string, ending: string][] = [
        ['xz', 'xz'],
        ['zstd', 'zst'],
      ]
      const expected = [3, 4, 5]
      for (const [place, [program, ending]] of programs.entries()) {
        const { stdout, error } = spawnSync(program, ['-c'], { input: line(1 - place, 2 - place) })
        if (error) {
          console.info(`passed over: there is no ${program} here`)
          continue
        }
        put(`mail.log.${place + 3}.${ending}`, stdout)
        expected.unshift(2 - place)
      }
      const one = openOn(host, keyFile, packed)
      const { lines, gaps } = await one.search({ needles: [{ kind: 'icid', id: 77 }], window }, budget)
      await one.close()
      rmSync(packed, { recursive: true })
      expect(gaps).toEqual([])
      expect(lines.map(({ text }) => Number(text.match(/MID (\d+)/)?.[1]))).toEqual(expected)
    })

    test('what cannot be unpacked to its end is a gap, and its torn line no fact', async () => {
      const torn = mkdtempSync(join(tmpdir(), 'torn-'))
      const text = Array.from(
        { length: 2000 },
        (_, n) => `Tue Jan  6 10:00:00 2026 Info: Start MID ${n} ICID 77\n`,
      ).join('')
      const packed = gzipSync(text, { level: 0 })
      writeFileSync(join(torn, 'mail.log.1.gz'), packed.subarray(0, 30_000))
      utimesSync(join(torn, 'mail.log.1.gz'), now / 1000, now / 1000)
      const one = openOn(host, keyFile, torn)
      const { lines, gaps } = await one.search({ needles: [{ kind: 'icid', id: 77 }], window }, budget)
      await one.close()
      rmSync(torn, { recursive: true })
      expect(gaps.map(({ kind }) => kind)).toEqual(['partial'])
      expect(gaps[0]?.detail).toContain('mail.log.1.gz')
      for (const line of lines) expect(text).toContain(`${line.text}\n`)
    })

    test('tells how far the files reach', async () => {
      const { coverage } = await open({ files: 'mail.*' }).coverage(window, budget)
      const ends = ['2026-01-04T08:00:00Z', '2026-01-06T11:30:03Z']
      expect([coverage.from, coverage.to]).toEqual(ends.map((at) => Date.parse(at)))
      expect([coverage.gaps, coverage.complete]).toEqual([[], true])
    })

    test('is well, or says what is wrong', async () => {
      expect((await open().health(budget.deadline)).utcOffset).toBe(3600)
      const wrong: [config: Record<string, unknown>, kind: string, detail: string][] = [
        [{ folder: '/nowhere' }, 'no-log', '/nowhere'],
        [{ files: 'amp.*' }, 'no-log', 'no file amp.*'],
        [{ hostKey: `SHA256:${'A'.repeat(43)}` }, 'host-key', 'is pinned'],
        [{ keyFile: '/nowhere' }, 'login', 'key file cannot be read'],
      ]
      for (const [config, kind, detail] of wrong) {
        const { ok, gaps } = await open(config).health(budget.deadline)
        const gap = gaps.find((one) => one.kind === kind)
        expect([ok, gap?.detail.includes(detail)], JSON.stringify(gaps)).toEqual([false, true])
      }
    })
  })
}
