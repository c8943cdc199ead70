import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { source } from '../../../src/edges/sources/asyncos.ts'
import type { Needle } from '../../../src/gather/ports.ts'
import {
  budget,
  current,
  day,
  domain,
  files,
  folder,
  linesFor,
  lockedKey,
  lockedKeyFile,
  now,
  open,
  otherKey,
  otherKeyFile,
  reach,
  rolled,
  secrets,
  start,
  window,
} from './gateway-setup.ts'

describe('what is found', () => {
  const cases: [needles: Needle[], starts: string[]][] = [
    [[domain], ['New SMTP ICID 7', 'MID 123 ICID 7 From']],
    [[{ kind: 'text', text: 'EXAMPLE.COM' }], ['New SMTP ICID 7', 'MID 123 ICID 7 From']],
    [[{ kind: 'text', text: 'nobody.example' }], []],
    [[{ kind: 'mid', id: 123 }], ['Start MID 123', 'MID 123 ICID 7', 'Message 123', 'MID: 123 RID']],
    [[{ kind: 'mid', id: 12 }], ["MID 1234 Subject 'MID 12"]],
    [
      [{ kind: 'icid', id: 7 }],
      ['New SMTP ICID 7 ', 'ICID 7 ACCEPT', 'Start MID 123', 'MID 123', 'SMTP Auth (ICID 7)'],
    ],
    [[{ kind: 'ip', range: '198.51.100.9' }], ['New SMTP ICID 7']],
    [[{ kind: 'ip', range: '198.51.100.0/24' }], ['New SMTP ICID 7', 'New SMTP ICID 8']],
    [[{ kind: 'ip', range: '198.51.100.64/26' }], ['New SMTP ICID 8']],
    [[{ kind: 'ip', range: '2001:db8:0:1::25' }], ['New SMTP ICID 9']],
    [[{ kind: 'ip', range: '2001:db8::/32' }], ['New SMTP ICID 9']],
    [
      [
        { kind: 'mid', id: 123 },
        { kind: 'mid', id: 124 },
        { kind: 'icid', id: 8 },
        { kind: 'ip', range: '198.51.100.90' },
      ],
      ['Start MID 123', 'MID 123 ICID 7', 'Message 123', 'MID: 123', 'New SMTP ICID 8'],
    ],
  ]
  test.each(cases)('%j', async (needles, starts) => {
    const found = await linesFor(reach(await start()), ...needles)
    expect(found.length, found.join('\n')).toBe(starts.length)
    for (const [place, line] of starts.entries()) expect(found[place]).toContain(line)
  })

  test('with the clock’s offset, and the file headers beside', async () => {
    const result = await reach(await start()).search({ needles: [domain], window }, budget)
    expect(result.gaps).toEqual([])
    expect(result.utcOffset).toBe(3600)
    expect(result.lines[0]).toEqual({
      text: 'Mon Jan  5 09:00:00 2026 Info: Begin Logfile',
      file: 'mail_logs',
      number: null,
    })
  })

  test('in the debug logs named in the configuration, by the connection', async () => {
    const at = 'Mon Jan  5 10:00:00 2026 Info:'
    const debug = [
      `${at} 7 Sent to '198.51.100.9': '220 mx1.example.org ESMTP\\015\\012'`,
      `${at} 7 Rcvd from '198.51.100.9': 'EHLO mx.example.com\\015\\012'`,
      `${at} 70 Rcvd from '198.51.100.90': 'ICID 7'`,
    ]
    const gateway = await start({ files: { ...files, 'smtp_debug/smtp_debug.current': `${debug.join('\n')}\n` } })
    const opened = reach(gateway, { debugLogs: ['smtp_debug', 'gone'] })
    const { lines, gaps } = await opened.search({ needles: [{ kind: 'icid', id: 7 }], window }, budget)
    expect(lines.filter(({ file }) => file === 'smtp_debug').map(({ text }) => text)).toEqual(debug.slice(0, 2))
    expect(gaps.map(({ kind, where }) => `${kind} ${where}`)).toEqual(['debug-log esa1'])
    expect((await opened.search({ needles: [domain], window }, budget)).gaps).toEqual([])
  })

  test('nothing at all is no match too', async () => {
    const opened = reach(await start({ faults: ['silent-no-match'], files: { 'mail.current': '' } }))
    expect(await opened.search({ needles: [domain], window }, budget)).toEqual({
      lines: [],
      gaps: [],
      utcOffset: null,
      scanned: 0,
    })
  })

  test('bytes that are no UTF-8 become replacement characters', async () => {
    const opened = reach(
      await start({ files: { 'mail.current': 'Mon Jan  5 10:00:02 2026 Info: MID 5 Subject \xe9\n' } }),
    )
    const { lines } = await opened.search({ needles: [{ kind: 'mid', id: 5 }], window }, budget)
    expect(lines.map(({ text }) => text.slice(-1))).toEqual(['é'])
  })

  test('a password in the one question, through a jump host, with old algorithms only', async () => {
    const inner = await start({ password: secrets.RIGHT ?? '', faults: ['old-algorithms'] })
    const jump = await start({ forwards: true, publicKey: otherKey.public })
    const opened = reach(inner, {
      keyFile: undefined,
      passwordEnv: 'RIGHT',
      algorithms: 'legacy',
      jump: { host: jump.host, port: jump.port, user: 'bot', keyFile: otherKeyFile, hostKey: jump.fingerprint },
    })
    expect((await linesFor(opened, domain)).length).toBe(2)
    expect(inner.logins).toEqual(['keyboard-interactive'])
  })

  test('by a key with a passphrase', async () => {
    const opened = reach(await start({ publicKey: lockedKey.public }), {
      keyFile: lockedKeyFile,
      passphraseEnv: 'RIGHT',
    })
    expect((await linesFor(opened, domain)).length).toBe(2)
  })

  test('by a known_hosts file', async () => {
    const gateway = await start()
    const knownHosts = join(folder, 'known_hosts')
    writeFileSync(knownHosts, `[127.0.0.1]:${gateway.port} ${gateway.publicHostKey}\n`)
    expect((await linesFor(open({ port: gateway.port, knownHosts }), domain)).length).toBe(2)
  })

  test('by a host that sends no exit status, and one that pages unasked', async () => {
    const many = Array.from({ length: 50 }, (_, n) => `Mon Jan  5 10:00:02 2026 Info: Start MID 5 ICID ${n}\n`).join('')
    for (const fault of ['no-exit-status', 'pager'] as const) {
      const opened = reach(await start({ faults: [fault], files: { 'mail.current': many } }))
      const { lines, gaps } = await opened.search({ needles: [{ kind: 'mid', id: 5 }], window }, budget)
      expect(gaps).toEqual([])
      expect(lines.map(({ text }) => `${text}\n`).join('')).toBe(many)
    }
  })
})

describe('one connection', () => {
  test('is kept, and made again after a drop', async () => {
    const gateway = await start()
    const opened = reach(gateway)
    expect((await linesFor(opened, domain)).length).toBe(2)
    expect((await linesFor(opened, { kind: 'mid', id: 200 })).length).toBe(1)
    expect(gateway.open()).toBe(1)
    expect(gateway.logins.length).toBe(2)
    gateway.drop()
    expect((await linesFor(opened, domain)).length).toBe(2)
    expect(gateway.logins.length).toBe(4)
    await opened.close()
    await vi.waitFor(() => expect(gateway.open()).toBe(0))
  })

  test('the same search asked twice at once is fetched once', async () => {
    const gateway = await start()
    const opened = reach(gateway)
    const [first, second] = await Promise.all([linesFor(opened, domain), linesFor(opened, domain)])
    expect(second).toEqual(first)
    expect(gateway.commands.length).toBe(2)
  })

  test('many ids of one length take few commands', async () => {
    const gateway = await start()
    const needles = Array.from({ length: 400 }, (_, n): Needle => ({ kind: 'mid', id: 1000 + n }))
    const found = await linesFor(reach(gateway), ...needles)
    expect(found.length).toBe(2)
    expect(gateway.commands.length).toBeLessThanOrEqual(2 + 24)
  })

  test('a refused login is not tried again at once', async () => {
    const gateway = await start({ faults: ['refuse-login'] })
    const opened = reach(gateway)
    await opened.search({ needles: [domain], window }, budget)
    const { gaps } = await opened.search({ needles: [{ kind: 'mid', id: 1 }], window }, budget)
    expect(gaps.map(({ kind }) => kind)).toEqual(['login'])
    expect(gateway.logins.length).toBe(1)
  })
})

const monday = 'Mon Jan  5'
const tuesday = 'Tue Jan  6'

/** A status line each minute of a day's hours, but for those left out; by the gateway's clock, an hour ahead of UTC. */
function beats(date: string, from: string, to: string, without: (minute: number) => boolean = () => false): string {
  const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  let text = ''
  for (let minute = minuteOf(from); minute <= minuteOf(to); minute++) {
    if (without(minute)) continue
    const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
    text += `${date} ${clock}:07 2026 Info: Status: CPULd 3 DskIO 0 CrtMID 123 CrtICID 7 CrtDCID 9 WorkQ 0\n`
  }
  return text
}

const begin = (stamp: string) =>
  `${stamp} 2026 Info: Begin Logfile\n${stamp} 2026 Info: Time offset from UTC: 3600 seconds\n`
const end = (stamp: string) => `${stamp} 2026 Info: End Logfile\n`
const fullMonday = begin('Mon Jan  5 09:00:00') + beats(monday, '09:00', '23:59') + end('Tue Jan  6 00:00:02')
const tuesdayBut = (without: (minute: number) => boolean) =>
  begin('Tue Jan  6 00:00:02') + beats(tuesday, '00:00', '12:59', without)
const between = (from: number, to: number) => (minute: number) => minute >= from * 60 && minute < to * 60
const fresh = 'Tue Jan  6 12:30:00 2026 Info: MID 201 queued for delivery\n'

describe('how far the log reaches', () => {
  interface Reaching {
    readonly name: string
    readonly files: Readonly<Record<string, string>>
    readonly from: string | null
    readonly to: string | null
    readonly complete: boolean
    readonly gaps?: readonly (readonly [from: string, to: string])[]
    /** Headers, status lines, and where there are none whether it is still written to. */
    readonly commands: number
  }
  const first = '2026-01-05T08:00:00Z'
  const noon = '2026-01-06T12:00:00Z'
  const turn = '2026-01-05T23:00:02Z'
  const cases: readonly Reaching[] = [
    {
      name: 'a status line each minute',
      files: { 'mail.@20260105T090000.s': fullMonday, 'mail.current': tuesdayBut(() => false) },
      from: first,
      to: noon,
      complete: true,
      commands: 2,
    },
    {
      name: 'an hour without status lines, though the headers tell of nothing',
      files: { 'mail.@20260105T090000.s': fullMonday, 'mail.current': tuesdayBut(between(6, 7)) },
      from: first,
      to: noon,
      complete: false,
      gaps: [['2026-01-06T04:55:07Z', '2026-01-06T06:00:07Z']],
      commands: 2,
    },
    {
      name: 'two holes, one of them where a file is missing',
      files: {
        'mail.@20260105T090000.s': begin('Mon Jan  5 09:00:00') + beats(monday, '09:00', '17:59'),
        'mail.current': tuesdayBut(between(3, 4)),
      },
      from: first,
      to: noon,
      complete: false,
      gaps: [
        ['2026-01-05T16:55:07Z', '2026-01-05T23:00:07Z'],
        ['2026-01-06T01:55:07Z', '2026-01-06T03:00:07Z'],
      ],
      commands: 2,
    },
    {
      name: 'a few minutes are no hole',
      files: { 'mail.@20260105T090000.s': fullMonday, 'mail.current': tuesdayBut((minute) => minute % 60 < 10) },
      from: first,
      to: noon,
      complete: true,
      commands: 2,
    },
    {
      name: 'status lines at other minutes than each fifth',
      files: {
        'mail.@20260105T090000.s': begin('Mon Jan  5 09:00:00') + beats(monday, '09:00', '23:59', (m) => m % 5 !== 2),
        'mail.current': tuesdayBut((minute) => minute % 5 !== 2),
      },
      from: first,
      to: noon,
      complete: true,
      commands: 3,
    },
    {
      name: 'a log that fell silent while its file stands open',
      files: { 'mail.@20260105T090000.s': fullMonday, 'mail.current': tuesdayBut((minute) => minute > 600) },
      from: first,
      to: '2026-01-06T09:00:07Z',
      complete: false,
      commands: 2,
    },
    {
      name: 'no status lines, and a line of late',
      files: { ...files, 'mail.current': current + fresh },
      from: first,
      to: noon,
      complete: true,
      commands: 4,
    },
    { name: 'no status lines, and no line of late', files, from: first, to: turn, complete: false, commands: 4 },
    {
      name: 'the current file only',
      files: { 'mail.current': current + fresh },
      from: turn,
      to: noon,
      complete: false,
      commands: 4,
    },
    {
      name: 'a log that was stopped',
      files: { 'mail.@20260105T090000.s': rolled },
      from: first,
      to: turn,
      complete: false,
      commands: 3,
    },
    { name: 'nothing', files: { 'mail.current': '' }, from: null, to: null, complete: false, commands: 1 },
    {
      name: 'a forged begin',
      files: {
        'mail.current': `${end('Tue Jan  6 00:00:02')}Mon Jan  5 01:00:00 2026 Info: MID 1 Subject 'Info: Begin Logfile'\n`,
      },
      from: null,
      to: null,
      complete: false,
      commands: 3,
    },
    {
      name: 'forged status lines',
      files: {
        'mail.@20260105T090000.s': fullMonday,
        'mail.current': tuesdayBut(between(6, 7)).replace(
          `${tuesday} 07:00`,
          `${Array.from({ length: 60 }, (_, n) => `${tuesday} 06:${String(n).padStart(2, '0')}:00 2026 Info: MID 1 Subject 'x Info: Status: CPULd 3'\n`).join('')}${tuesday} 07:00`,
        ),
      },
      from: first,
      to: noon,
      complete: false,
      gaps: [['2026-01-06T04:55:07Z', '2026-01-06T06:00:07Z']],
      commands: 2,
    },
  ]
  test.each(cases)('$name', async ({ files: logs, from, to, complete, gaps = [], commands }) => {
    const gateway = await start({ files: logs })
    const { coverage, gaps: told } = await reach(gateway).coverage(window, budget)
    const time = (at: number | null) =>
      at === null ? null : new Date(Math.floor(at / 1000) * 1000).toISOString().replace('.000', '')
    expect({
      from: time(coverage.from),
      to: time(coverage.to),
      complete: coverage.complete,
      gaps: coverage.gaps.map((gap) => [time(gap.from), time(gap.to)]),
      told,
      commands: gateway.commands.length,
    }).toEqual({ from, to, complete, gaps, told: [], commands })
  })

  test('a log that names no zone is read in the asker’s, which is told', async () => {
    const told = (await reach(await start({ files })).coverage(window, budget, 'Asia/Tokyo')).coverage
    expect(told.assumedTimeZone).toBeUndefined()
    const without = Object.fromEntries(
      Object.entries(files).map(([name, log]) => [name, log.replace(/^.*Time offset.*\n/gm, '')]),
    )
    const { coverage } = await reach(await start({ files: without })).coverage(window, budget, 'Asia/Tokyo')
    expect(coverage.assumedTimeZone).toBe('Asia/Tokyo')
    expect((told.from ?? 0) - (coverage.from ?? 0)).toBe(8 * 3_600_000)
  })

  test('a log without status lines is not searched for them at each question', async () => {
    const gateway = await start({ files: { ...files, 'mail.current': current + fresh } })
    const opened = reach(gateway)
    await Promise.all([opened.coverage(window, budget), opened.coverage(window, budget)])
    expect(gateway.commands.length).toBe(4)
    await opened.coverage(window, budget)
    expect(gateway.commands.length).toBe(5)
  })

  test('an answer that was cut proves nothing', async () => {
    const gateway = await start({ files: { 'mail.current': tuesdayBut(() => false) }, faults: ['half-line'] })
    const { coverage, gaps } = await reach(gateway).coverage({ from: day(turn) + 1000, to: now }, budget)
    expect([coverage.complete, gaps.map(({ kind }) => kind)]).toEqual([false, ['partial']])
  })
})

describe('health', () => {
  test('of a gateway that is well', async () => {
    expect(await reach(await start()).health(budget.deadline)).toEqual({
      ok: true,
      version: '15.0.0-104',
      utcOffset: 3600,
      gaps: [],
    })
  })
  test('of a login that may not read the log', async () => {
    const health = await reach(await start({ faults: ['role'] })).health(budget.deadline)
    expect([health.ok, health.version, health.gaps.map(({ kind }) => kind)]).toEqual([false, '15.0.0-104', ['role']])
  })
})

describe('nothing but the portable alphabet is ever sent', () => {
  const hostile = [
    'example.com";commit',
    "a';reboot;'",
    '-e.example.com',
    '--help',
    'a\nversion\n.example',
    '$(reboot).example.com',
    '`reboot`',
    'a\\"b\\".example',
    'exämple.com',
    'a[b]c^d*e+f?g{h}i|j(k)l',
    ']'.repeat(50),
    ' ',
    '',
    '\u0000\u0007abc',
    'x'.repeat(5000),
  ]
  test.each(hostile)('%j', async (text) => {
    const gateway = await start()
    await reach(gateway).search(
      {
        needles: [
          { kind: 'text', text },
          { kind: 'ip', range: text },
        ],
        window,
      },
      budget,
    )
    for (const command of gateway.commands)
      expect(command).toMatch(/^grep -i -e [A-Za-z0-9@_[][A-Za-z0-9@_.:[\]-]* mail_logs$/)
    expect(gateway.commands.every((command) => command.length < 250)).toBe(true)
  })
})

describe('a configuration', () => {
  const good = { source: 'asyncos', host: 'esa1.example.org', user: 'bot', hostKey: `SHA256:${'A'.repeat(43)}` }
  const cases: [name: string, config: Record<string, unknown>, ok: boolean][] = [
    ['that is whole', good, true],
    ['without a pinned key', { ...good, hostKey: undefined }, false],
    ['with a key of another form', { ...good, hostKey: 'MD5:aa' }, false],
    ['with an unknown field', { ...good, password: 'x' }, false],
    ['with a log that is a command', { ...good, log: 'mail_logs; commit' }, false],
    ['with a zone that is none', { ...good, timeZone: 'Mars/Olympus' }, false],
    ['with an unpinned jump host', { ...good, jump: { host: 'jump.example.org', user: 'bot' } }, false],
  ]
  test.each(cases)('%s', (_name, config, ok) => {
    expect(source.config.safeParse(config).success).toBe(ok)
  })
})
