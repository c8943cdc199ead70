import { describe, expect, it } from 'vitest'
import { correlateAll, type GatheredLine } from '../../src/correlator/correlate.ts'
import { newGathering } from '../../src/correlator/correlate-all.ts'
import { atOnce } from '../../src/correlator/steps.ts'
import { stamped } from './lines.ts'

function gathered(messages: readonly string[], over: Partial<GatheredLine> = {}): GatheredLine[] {
  return stamped(messages).map((text, at) => ({ gateway: 'esa1', file: 'mail.current', number: at + 1, text, ...over }))
}

describe('correlateAll', () => {
  it('puts what several searches brought in the order of time', () => {
    const lines = gathered([
      '10:00:00 Start MID 5 ICID 7',
      '10:00:01 MID 5 antivirus negative',
      '10:00:01 Message finished MID 5 done',
    ])
    const log = correlateAll([...lines].reverse())
    expect(log.messages.map(({ timeline }) => timeline.map(({ line }) => line.number))).toEqual([[1, 2, 3]])
  })

  it('keeps what continues a line behind it', () => {
    const first = gathered(['10:00:05 MID 5 antivirus negative'], { number: null })
    const second = gathered(['10:00:00 Start MID 5 ICID 7'], { number: null, search: 2 })
    const log = correlateAll([
      ...first,
      { gateway: 'esa1', file: 'mail.current', number: null, text: '  more' },
      ...second,
    ])
    expect(log.messages[0]?.timeline.map(({ form }) => form)).toEqual(['message-start', 'antivirus', 'continuation'])
  })

  it('removes a line that was brought again by its number, where that is asked', () => {
    const lines = gathered(['Start MID 5 ICID 7', 'ICID 7 close'])
    expect(correlateAll([...lines, ...lines], { unique: true }).summary.lines).toBe(2)
    expect(correlateAll([...lines, ...lines]).summary.lines).toBe(4)
  })

  it('without numbers keeps a line as often as one search brought it', () => {
    const twice = ['MID 5 antivirus negative', 'MID 5 antivirus negative']
    const searches = [
      ...gathered(twice, { number: null, search: 1 }),
      ...gathered([...twice, 'ICID 7 close'], { number: null, search: 2 }),
      ...gathered([twice[0] ?? '', ...twice], { number: null, search: 3 }),
    ]
    expect(correlateAll(searches, { unique: true }).summary.lines).toBe(4)
  })

  it('tells gateways and files apart', () => {
    const line = gathered(['MID 5 antivirus negative'])
    const lines = [
      ...line,
      ...line.map((each) => ({ ...each, file: 'mail.@20261119T000000.s' })),
      ...line.map((each) => ({ ...each, gateway: 'esa2' })),
    ]
    expect(correlateAll(lines, { unique: true }).summary.lines).toBe(3)
  })

  it('reads each gateway by its own clock', () => {
    const lines = [...gathered(['Start MID 5 ICID 7']), ...gathered(['Start MID 5 ICID 7'], { gateway: 'esa2' })]
    const log = correlateAll(lines, { clocks: { esa2: { utcOffset: 3600 } } })
    expect(log.messages.map(({ gateway, timeline }) => [gateway, timeline[0]?.line.time])).toEqual([
      ['esa2', Date.UTC(2026, 10, 20, 9)],
      ['esa1', Date.UTC(2026, 10, 20, 10)],
    ])
  })
})

describe('lines without a header of their own', () => {
  const message = 'Fri Nov 20 10:00:00 2026 Info: MID 5 Subject'
  it.each<readonly [why: string, lines: readonly (readonly [number | null, string])[], kept: number]>([
    [
      'continue the line before',
      [
        [10, message],
        [11, ' one'],
        [12, ' two'],
      ],
      2,
    ],
    [
      'do not continue one that is farther away',
      [
        [10, message],
        [500, ' one'],
      ],
      0,
    ],
    [
      'nor one from which a line is missing',
      [
        [10, message],
        [11, ' one'],
        [13, ' three'],
      ],
      1,
    ],
    [
      'continue the line before where nobody knows numbers',
      [
        [null, message],
        [null, ' one'],
      ],
      1,
    ],
  ])('%s', (_, lines, kept) => {
    const log = correlateAll(lines.map(([number, text]) => ({ gateway: 'esa1', file: 'mail.current', number, text })))
    expect(log.messages[0]?.timeline.filter(({ form }) => form === 'continuation')).toHaveLength(kept)
    expect(log.summary).toMatchObject({ lines: lines.length, continuations: lines.length - 1 })
  })
})

describe('lines that come search by search', () => {
  const lines = [
    ...gathered([
      '09:59:59 Begin Logfile',
      '09:59:59 Version: 14.2.0-620 SN: 4229C7A5A1D2B3E4F5A6-1B2C3D4E5F6A',
      '09:59:59 Time offset from UTC: 3600 seconds',
      '10:00:00 New SMTP ICID 7 interface Data 1 (192.0.2.25) address 198.51.100.7 reverse dns host mx.example.com verified yes',
      '10:00:01 Start MID 5 ICID 7',
      '10:00:01 MID 5 ICID 7 From: <a@example.com>',
      '10:00:01 MID 5 ICID 7 RID 0 To: <b@example.org>',
      '10:00:02 MID 5 is something that nobody knows',
      '10:00:03 New SMTP DCID 9 interface 192.0.2.25 address 192.0.2.30 port 25',
      '10:00:03 Delivery start DCID 9 MID 5 to RID [0]',
      '10:00:04 Message finished MID 5 done',
      '10:00:05 DCID 9 close',
    ]),
    ...gathered(['10:00:02 MID 5 queued for delivery'], { file: 'mail.@20261119T000000.s' }),
    { gateway: 'esa1', file: 'mail.@20261119T000000.s', number: 2, text: '  with more of it' },
    ...gathered(
      [
        `10:00:04 Bounced: 5:0 From:<a@example.com> To:<b@example.org> Reason: "5.1.0 - Unknown" Response: "('550', ['No'])"`,
      ],
      { file: 'bounces' },
    ),
  ]
  const options = { retold: true, timeZone: 'UTC', referenceTime: Date.UTC(2026, 10, 21) }

  it.each([1, 2, 3, 5, 7, 11])('are correlated as if they had come at once, %i at a time', (count) => {
    const gathering = newGathering(options)
    for (let from = 0; from < lines.length; from += count) {
      atOnce(gathering.add(lines.slice(from, from + count)))
      expect(atOnce(gathering.mailLog())).toEqual(correlateAll(lines.slice(0, from + count), options))
    }
    const [message] = atOnce(gathering.mailLog()).messages
    expect(message?.timeline[0]?.line.time).toBe(Date.UTC(2026, 10, 20, 9, 0, 1))
    expect(message?.timeline.filter(({ retold }) => retold)).toHaveLength(1)
  })

  it('are read and filed in steps', () => {
    const gathering = newGathering(options)
    const many = Array.from({ length: 1_000 }, (_, at) => ({
      ...(lines[at % lines.length] as GatheredLine),
      number: at,
    }))
    expect([...gathering.add(many)].length).toBeGreaterThan(10)
    expect([...gathering.mailLog()].length).toBeGreaterThan(3)
  })
})
