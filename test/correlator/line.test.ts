import { describe, expect, it } from 'vitest'
import { type ClockOptions, lineState, readLine } from '../../src/correlator/line.ts'

function read(text: string, clock: ClockOptions = {}) {
  const line = readLine(text, 1, lineState('esa1', 'mail.current', clock))
  return line && `${new Date(line.time).toISOString().slice(0, 19)} ${line.level} ${line.message}`
}

/** The times of several lines of one file, in order. */
function times(texts: readonly string[], clock: ClockOptions = {}) {
  const state = lineState('esa1', 'mail.current', clock)
  const lines = texts.map((text) => readLine(text, null, state))
  return lines.map((line) => (line ? new Date(line.time).toISOString().slice(0, 19) : null))
}

const envelopes: readonly (readonly [row: string, text: string, read: string])[] = [
  ['H1', 'Fri Nov 20 09:16:46 2026 Info: ICID 7 close', '2026-11-20T09:16:46 Info ICID 7 close'],
  ['H1, padded day', 'Wed Jun  2 14:58:14 2004 Info: ICID 7 close', '2004-06-02T14:58:14 Info ICID 7 close'],
  ['H1, day of one digit', 'Wed Feb 2 23:43:11 2028 Info: ICID 7 close', '2028-02-02T23:43:11 Info ICID 7 close'],
  ['H5', 'Fri Nov 20 09:16:46 2026 Warning: Low', '2026-11-20T09:16:46 Warning Low'],
  ['H5', 'Fri Nov 20 09:16:46 2026 Critical: Low', '2026-11-20T09:16:46 Critical Low'],
  ['H5', 'Fri Nov 20 09:16:46 2026 Alert: Low', '2026-11-20T09:16:46 Alert Low'],
  ['H5', 'Fri Nov 20 09:16:46 2026 Debug: Low', '2026-11-20T09:16:46 Debug Low'],
  ['H5', 'Fri Nov 20 09:16:46 2026 Trace: Low', '2026-11-20T09:16:46 Trace Low'],
  ['H6', '<166>Mar 17 18:24:37 mail_logs: Info: Start MID 6 ICID 5', '2026-03-17T18:24:37 Info Start MID 6 ICID 5'],
  ['H7', '<94>Nov 19 14:22:57 esa.example.net mail_logs: Info: MID 2 queued', '2026-11-19T14:22:57 Info MID 2 queued'],
  ['H8', 'Feb  1 08:32:59 c60 smail: Info: ICID 7 close', '2026-02-01T08:32:59 Info ICID 7 close'],
  [
    'H9',
    'Oct 19 06:33:29 2011 mx07.example.net syslog_mail: Info: Start MID 1',
    '2011-10-19T06:33:29 Info Start MID 1',
  ],
  [
    'H10',
    '2019 Sep 28 16:13:51 gate mail [info] maillogs:nopid Info: MID 6 DLP violation',
    '2019-09-28T16:13:51 Info MID 6 DLP violation',
  ],
  [
    "H11, the gateway's own stamp wins",
    '<166>Aug 10 11:00:00 relay app: Mon Aug 10 09:52:59 2020 Info: ICID 4 close',
    '2020-08-10T09:52:59 Info ICID 4 close',
  ],
  [
    'H11, syslog in syslog',
    '<111>Aug  3 00:00:10 relay app: Aug  2 23:59:52 192.0.2.1 MAIL_SecurityAudit: Info: MID 3 queued',
    '2026-08-02T23:59:52 Info MID 3 queued',
  ],
  [
    'H11, host and tag behind the native stamp',
    '<111>Aug 10 09:12:40 relay app: Mon Aug 10 09:12:39 2020 192.0.2.9 maillog: Info: Version: 8',
    '2020-08-10T09:12:39 Info Version: 8',
  ],
  [
    'H11, syslog in syslog, each with a host and a tag',
    '<22>Nov 20 09:16:47 relay esa: Nov 20 09:16:46 192.0.2.1 mail_logs: Info: ICID 7 close',
    '2026-11-20T09:16:46 Info ICID 7 close',
  ],
  ['H12, any name', 'Nov 20 09:00:00 esa1 smail: Info: x', '2026-11-20T09:00:00 Info x'],
  ['H12, any name', 'Nov 20 09:00:00 esa1 ESA_mail_logs: Info: x', '2026-11-20T09:00:00 Info x'],
  ['H12, any name', 'Nov 20 09:00:00 esa1 Kunde-Zürich: Info: x', '2026-11-20T09:00:00 Info x'],
  ['H12, any name, no host', 'Nov 20 09:00:00 SplunkMailSyslog: Info: x', '2026-11-20T09:00:00 Info x'],
  ['H12, any level', 'Nov 20 09:00:00 error_logs: Critical: x', '2026-11-20T09:00:00 Critical x'],
  [
    'the consolidated log, which has no level',
    '<166>Mar 17 18:24:37 consolidated_event: CEF:0|Cisco|x',
    '2026-03-17T18:24:37 Info CEF:0|Cisco|x',
  ],
  [
    'the same, by the gateway itself',
    'Tue Aug 13 15:15:49 2019: CEF:0|Cisco|x',
    '2019-08-13T15:15:49 Info CEF:0|Cisco|x',
  ],
  [
    'the same, by a relay, without a tag',
    'Nov 20 09:00:00 esa1 CEF:0|Cisco|x',
    '2026-11-20T09:00:00 Info CEF:0|Cisco|x',
  ],
  ['the same, without a colon', 'Sun Aug 25 12:37:08 2019 CEF:0|Cisco|x', '2019-08-25T12:37:08 Info CEF:0|Cisco|x'],
  [
    'a relay that writes ISO 8601',
    '2026-11-20T10:00:00.123456+01:00 esa1 mail_logs: Info: ICID 7 close',
    '2026-11-20T09:00:00 Info ICID 7 close',
  ],
  ['ISO 8601 in UTC', '<22>2026-11-20T10:00:00Z esa1 mail_logs: Info: x', '2026-11-20T10:00:00 Info x'],
  ['fractions', 'Nov 20 09:00:00.250 esa1 mail_logs: Info: x', '2026-11-20T09:00:00 Info x'],
  ['a CR at the end', 'Fri Nov 20 09:16:46 2026 Info: ICID 7 close\r', '2026-11-20T09:16:46 Info ICID 7 close'],
  [
    'a blank at the end',
    'Fri Nov 20 09:16:46 2026 Info: antivirus negative ',
    '2026-11-20T09:16:46 Info antivirus negative',
  ],
  ['a mark at the beginning of the file', '\ufeffFri Nov 20 09:16:46 2026 Info: x', '2026-11-20T09:16:46 Info x'],
  ['no message', 'Fri Nov 20 09:16:46 2026 Info:', '2026-11-20T09:16:46 Info '],
  ['a leap second', 'Sat Dec 31 23:59:60 2016 Info: x', '2016-12-31T23:59:59 Info x'],
]

describe('readLine', () => {
  const referenceTime = Date.UTC(2026, 10, 20, 12)
  for (const [row, text, expected] of envelopes) {
    it(`reads ${row}: ${text.slice(0, 60)}`, () => {
      expect(read(text, { referenceTime })).toBe(expected)
    })
  }

  for (const text of [
    '',
    '   for <bob@example.org>; Fri Nov 20 09:16:46 2026 Info: x',
    'Message-ID: <1@example.com>',
    ' Fri Nov 20 09:16:46 2026 Info: MID 7 queued for delivery',
    '\tFri Nov 20 09:16:46 2026 Info: a folded header',
    'Info: ICID 7 close',
    'Fri Nov 20 09:16:46 2026 ICID 7 Info: close',
    'Fri Nov 20 09:16:46 2026 esa1 mail_logs: MID 7 Subject Info: Message aborted MID 8',
    'Fri Nov 31 09:16:46 2026 Info: x',
    'Fri Feb 29 09:16:46 2026 Info: x',
    'Fri Nov 20 24:16:46 2026 Info: x',
    'Fri Nov 20 09:16:46 2026 Information: x',
    'Fri Nov 20 09:16:46 2026 Info:x',
    'Fri Nov 20 09:16:46 2026 esa1 mail CEF:0|Cisco|x',
    'CEF:0|Cisco|x',
    '<166Mar 17 18:24:37 mail_logs: Info: x',
    '2026-11-20T10:00:00 esa1 mail_logs: Info: no zone',
    '2026-13-20T10:00:00Z esa1 mail_logs: Info: x',
    '2026-11 20T10:00:00Z esa1 mail_logs: Info: x',
    '2026-11ü20T10:00:00Z esa1 mail_logs: Info: x',
    '2026-11-20T10:00:00+01ü00 esa1 mail_logs: Info: x',
    `Nov 20 09:16:46 ${'word '.repeat(6)}mail_logs: Info: x`,
  ]) {
    it(`takes for a continuation: ${text.slice(0, 60)}`, () => {
      expect(read(text)).toBeNull()
    })
  }

  it('gives the whole line, and what the caller knows of it', () => {
    const line = readLine('Fri Nov 20 09:16:46 2026 Info: x \r', 12, lineState('esa1', 'mail.current', {}))
    expect(line).toEqual({
      gateway: 'esa1',
      file: 'mail.current',
      number: 12,
      text: 'Fri Nov 20 09:16:46 2026 Info: x ',
      time: Date.UTC(2026, 10, 20, 9, 16, 46),
      level: 'Info',
      message: 'x',
    })
  })

  it('does not take the next line for one of the same second where it only begins alike', () => {
    const stamp = 'Fri Nov 20 09:16:46 2026 Info:'
    expect(times([stamp, `${stamp}x`, `${stamp}  x`, `${stamp} x`])).toEqual([
      '2026-11-20T09:16:46',
      null,
      '2026-11-20T09:16:46',
      '2026-11-20T09:16:46',
    ])
  })
})

describe('a stamp without a year', () => {
  for (const [read, stamp, time] of [
    ['2026-11-20T12:00', 'Nov 20 11:59:59', '2026-11-20T11:59:59'],
    ['2026-11-20T12:00', 'Nov 21 11:00:00', '2026-11-21T11:00:00'],
    ['2026-11-20T12:00', 'Nov 22 11:00:00', '2025-11-22T11:00:00'],
    ['2027-01-01T00:10', 'Dec 31 23:59:59', '2026-12-31T23:59:59'],
    ['2026-12-31T23:50', 'Jan  1 00:00:01', '2027-01-01T00:00:01'],
    ['2027-06-01T00:00', 'Feb 29 10:00:00', '2024-02-29T10:00:00'],
  ] as const) {
    it(`${stamp}, read on ${read}, is of ${time.slice(0, 4)}`, () => {
      expect(times([`${stamp} esa1 mail_logs: Info: x`], { referenceTime: Date.parse(`${read}Z`) })).toEqual([time])
    })
  }
})

describe("the gateway's clock", () => {
  const zurich = { timeZone: 'Europe/Zurich' }
  const header = (time: string, seconds: number) => [
    `${time} Info: Begin Logfile`,
    `${time} Info: Version: 14.2.0 SN: 0000`,
    `${time} Info: Time offset from UTC: ${seconds} seconds`,
  ]

  it('is UTC where nothing is known', () => {
    expect(times(['Fri Nov 20 09:00:00 2026 Info: x'])).toEqual(['2026-11-20T09:00:00'])
  })

  it('is what the caller says', () => {
    expect(times(['Fri Nov 20 09:00:00 2026 Info: x'], { utcOffset: -21_600 })).toEqual(['2026-11-20T15:00:00'])
    expect(times(['Fri Nov 20 09:00:00 2026 Info: x'], zurich)).toEqual(['2026-11-20T08:00:00'])
  })

  it('is what the file says, from its first line on', () => {
    const file = header('Wed Nov 18 09:00:00 2026', -21_600)
    const state = lineState('esa1', 'mail.current', { utcOffset: 3600 })
    const lines = [...file, 'Wed Nov 18 09:00:01 2026 Info: x'].map((text) => readLine(text, null, state))
    expect(lines.map((line) => new Date(line?.time ?? 0).toISOString().slice(11, 19))).toEqual([
      '15:00:00',
      '15:00:00',
      '15:00:00',
      '15:00:01',
    ])
  })

  it('follows the zone through both changes of the clocks', () => {
    expect(
      times(
        [
          ...header('Sun Oct 25 00:30:00 2026', 7200),
          'Sun Oct 25 02:10:00 2026 Info: first',
          'Sun Oct 25 02:50:00 2026 Info: first',
          'Sun Oct 25 02:49:59 2026 Info: first, out of order',
          'Sun Oct 25 02:05:00 2026 Info: again',
          'Sun Oct 25 02:50:00 2026 Info: again',
          'Sun Oct 25 03:00:00 2026 Info: x',
          'Sun Mar 28 01:59:59 2027 Info: x',
          'Sun Mar 28 03:00:00 2027 Info: x',
        ],
        zurich,
      ).slice(3),
    ).toEqual([
      '2026-10-25T00:10:00',
      '2026-10-25T00:50:00',
      '2026-10-25T00:49:59',
      '2026-10-25T01:05:00',
      '2026-10-25T01:50:00',
      '2026-10-25T02:00:00',
      '2027-03-28T00:59:59',
      '2027-03-28T01:00:00',
    ])
  })

  it("is the file's where the zone contradicts it", () => {
    const lines = [...header('Wed Nov 18 09:00:00 2026', 0), 'Wed Nov 18 09:00:01 2026 Info: x']
    expect(times(lines, zurich).at(-1)).toBe('2026-11-18T09:00:01')
  })

  it('is the offset that was read elsewhere where the zone contradicts it', () => {
    const referenceTime = Date.UTC(2026, 10, 20)
    const line = ['Fri Nov 20 09:00:00 2026 Info: x']
    expect(times(line, { ...zurich, referenceTime, utcOffset: 0 })).toEqual(['2026-11-20T09:00:00'])
    expect(times(line, { ...zurich, referenceTime, utcOffset: 3600 })).toEqual(['2026-11-20T08:00:00'])
  })

  it('takes no nonsense for an offset', () => {
    for (const offset of ['x', '999999', '-999999']) {
      const lines = [`Fri Nov 20 09:00:00 2026 Info: Time offset from UTC: ${offset} seconds`]
      expect(times(lines)).toEqual(['2026-11-20T09:00:00'])
    }
  })

  it('has a zone that there is', () => {
    expect(() => lineState('esa1', 'mail.current', { timeZone: 'Europe/Nowhere' })).toThrow(RangeError)
  })
})
