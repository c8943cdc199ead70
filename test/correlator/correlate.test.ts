import { describe, expect, it } from 'vitest'
import { correlate, createCorrelator, type Finished, type StreamOptions } from '../../src/correlator/correlate.ts'
import { formsOf, links, stamped, told } from './lines.ts'

const start =
  'New SMTP ICID 7 interface Data 1 (192.0.2.25) address 198.51.100.7 reverse dns host mx.example.com verified yes'

const cases: readonly (readonly [why: string, lines: readonly string[], injections: string[], messages: string[]])[] = [
  [
    'a connection refused by the HAT is an answer without a message',
    [start, 'ICID 7 REJECT SG BLOCKED_LIST match sbrs[-10.0:-3.0] SBRS -5.4', 'ICID 7 close'],
    ['7: '],
    [],
  ],
  [
    'two subscriptions write every line twice',
    [
      start,
      start,
      'Start MID 5 ICID 7',
      'Start MID 5 ICID 7',
      'MID 5 ICID 7 RID 0 To: <b@example.org>',
      'MID 5 ICID 7 RID 0 To: <b@example.org>',
    ],
    ['7: 5'],
    ['5 icid 7 to 0=b@example.org'],
  ],
  [
    'a message that becomes its own origin',
    [
      'MID 5 rewritten to MID 6 by antispam',
      'MID 6 rewritten to MID 5 by antispam',
      'MID 5 rewritten to MID 5 by antispam',
    ],
    [],
    ['5 became 6', '6 rewritten from 5'],
  ],
  [
    'several deliveries',
    [
      'Delivery start DCID 3 MID 5 to RID [0]',
      'Delivery start DCID 4 MID 5 to RID [1]',
      'Message done DCID 3 MID 5 to RID [0]',
    ],
    [],
    ['5 dcid 3,4'],
  ],
]

describe('what lines tie together', () => {
  for (const [why, lines, injections, messages] of cases) {
    it(why, () => {
      const log = told(lines)
      expect(links(log)).toEqual({ injections, messages })
      expect(log.summary.unrecognised).toBe(0)
    })
  }
})

describe('what is filed where', () => {
  it('an event is filed under every id it names', () => {
    const log = told([
      'New SMTP DCID 3 interface 192.0.2.25 address 203.0.113.9 port 25',
      'Delivery start DCID 3 MID 5 to RID [0]',
      'Delivery start DCID 3 MID 6 to RID [0]',
      'MID 5 antivirus negative',
    ])
    expect(log.deliveries.map(({ timeline }) => formsOf(timeline))).toEqual([
      ['delivery-connect', 'delivery-start', 'delivery-start'],
    ])
    expect(log.messages.map(({ timeline }) => formsOf(timeline))).toEqual([
      ['delivery-start', 'antivirus'],
      ['delivery-start'],
    ])
  })

  it("a recipient's timeline holds the events that name it, before or behind its own line", () => {
    const log = told([
      'Start MID 5 ICID 7',
      'Delivery start DCID 3 MID 5 to RID [0, 1]',
      'MID 5 ICID 7 RID 0 To: <a@example.org>',
      'MID 5 ICID 7 RID 1 To: <b@example.org>',
      'Message done DCID 3 MID 5 to RID [1]',
      "Delayed: DCID 3 MID 5 From: <x@example.com> To: <a@example.org> RID 0 - 4.3.2 - Not accepting messages at this time ('421', ['later'])",
    ])
    expect(log.messages[0]?.recipients.map(({ timeline }) => formsOf(timeline))).toEqual([
      ['delivery-start', 'envelope-recipient', 'delivery-delayed'],
      ['delivery-start', 'envelope-recipient', 'delivery-done'],
    ])
  })

  it('a recipient is known from a bounce where the beginning of the message was not read', () => {
    const log = told([
      "Bounced: DCID 3 MID 5 From: <x@example.com> To: <a@example.org> RID 4 - 5.1.1 - Bad address ('550', ['no'])",
    ])
    expect(log.messages[0]?.recipients.map(({ rid, rcptTo }) => [rid, rcptTo])).toEqual([[4, 'a@example.org']])
  })

  it.each([
    ['MID 5 sings to RID 2 over RCID 9', { mid: 5, rid: 2, rcid: 9 }],
    ['sings (ICID 7) of RID [0, 1]', { icid: 7 }],
    ['RCID: 9 sings', { rcid: 9 }],
    ["sings of 'MID 5 RID 1'", {}],
    ['CrtRID 5 and OVERRID 6', {}],
    ['MID 1234567890123456 sings', {}],
  ])('of a line that no form matches: %s', (message, ids) => {
    const log = told([message])
    const [event] = [...log.injections, ...log.messages].flatMap(({ timeline }) => timeline).concat(log.loose)
    expect(event?.fields).toEqual({ text: message, ...ids })
  })

  it('a line that no form matches is kept under the ids it names, before what may be quoted', () => {
    const log = told([
      'MID 5 ICID 7 sings DCID 3',
      "MID 6 hums 'MID 9'",
      'CrtMID 8 CrtICID 8 grows',
      'Message 10 to sing',
      'MID: 11, sings',
    ])
    expect(log.messages.map(({ mid, timeline }) => [mid, ...formsOf(timeline)])).toEqual(
      [5, 6, 10, 11].map((mid) => [mid, 'unrecognised']),
    )
    expect([log.injections.length, log.deliveries.length, log.loose.length]).toEqual([1, 1, 1])
    expect(log.messages[0]?.timeline[0]?.fields).toEqual({
      text: 'MID 5 ICID 7 sings DCID 3',
      icid: 7,
      mid: 5,
      dcid: 3,
    })
    expect(log.summary).toMatchObject({ lines: 5, recognised: 0, unrecognised: 5 })
    expect(log.summary.shapes).toContainEqual({ shape: "MID # hums ''", count: 1, sample: "MID 6 hums 'MID 9'" })
  })

  it('a sample of a long unrecognised line is its beginning', () => {
    const correlator = createCorrelator()
    const [text = ''] = stamped([`MID 6 hums ${'la '.repeat(1000)}`])
    correlator.add({ text, file: 'f', number: 1 }, 'esa1')
    expect(correlator.end().summary.shapes.map(({ sample }) => sample)).toEqual([
      `${`MID 6 hums ${'la '.repeat(1000)}`.slice(0, 1000)}…`,
    ])
  })

  it('ids of different gateways are different', () => {
    const correlator = createCorrelator()
    for (const gateway of ['esa1', 'esa2']) {
      for (const [at, text] of stamped([start, 'Start MID 5 ICID 7']).entries())
        correlator.add({ text, file: 'f', number: at + 1 }, gateway)
    }
    const log = correlator.end()
    expect(log.messages.map(({ gateway, mid, injection }) => [gateway, mid, injection?.gateway])).toEqual([
      ['esa1', 5, 'esa1'],
      ['esa2', 5, 'esa2'],
    ])
  })
})

describe('correlate', () => {
  async function stream(
    lines: Iterable<string> | AsyncIterable<string>,
    options: StreamOptions = {},
  ): Promise<Finished[]> {
    const all: Finished[] = []
    for await (const finished of correlate(lines, options)) all.push(finished)
    return all
  }

  function shown(finished: Finished): string {
    if ('summary' in finished) return `${finished.summary.lines} lines`
    if (finished.kind === 'message') return `MID ${finished.mid}`
    return finished.kind === 'injection' ? `ICID ${finished.icid}` : `DCID ${finished.dcid}`
  }

  /** As many lines of another message as make the stream look for what is complete. */
  const filler = Array.from({ length: 256 }, () => '10:05:00 MID 99 antivirus negative')
  const story = [
    start,
    'Start MID 5 ICID 7',
    'ICID 7 close',
    '10:00:10 Message finished MID 5 done',
    '10:00:20 DCID 3 close',
  ]

  it('yields what is complete as soon as it is, then what is open, then the summary', async () => {
    const told: string[] = []
    const lines = stamped([...story, ...filler, '10:06:00 Start MID 6 ICID 8'])
    let read = 0
    function* reading() {
      for (const line of lines) {
        read += 1
        yield line
      }
    }
    for await (const finished of correlate(reading(), { gateway: 'esa1' })) {
      told.push(`${shown(finished)}${read < lines.length ? '' : ' at the end'}`)
    }
    expect(told).toEqual([
      'ICID 7',
      'MID 5',
      'DCID 3',
      'ICID 8 at the end',
      'MID 99 at the end',
      'MID 6 at the end',
      '262 lines at the end',
    ])
  })

  it('does not wait for many lines where few come', async () => {
    const told: string[] = []
    const lines = stamped([...story, '10:05:00 Start MID 6 ICID 8', '10:05:01 MID 6 antivirus negative'])
    function* reading() {
      yield* lines
      told.push('at the end')
    }
    for await (const finished of correlate(reading())) told.push(shown(finished))
    expect(told.slice(0, 4)).toEqual(['ICID 7', 'MID 5', 'DCID 3', 'at the end'])
  })

  it('does not keep until the end what ended before time went back', async () => {
    const told: string[] = []
    function* reading() {
      yield* stamped([...story, ...filler.map((line) => line.replace('10:05', '09:05'))])
      told.push('at the end')
    }
    for await (const finished of correlate(reading())) told.push(shown(finished))
    expect(told.slice(0, 4)).toEqual(['ICID 7', 'MID 5', 'DCID 3', 'at the end'])
  })

  it('reads lines that come one by one', async () => {
    async function* reading() {
      yield* stamped(story)
    }
    expect((await stream(reading())).map(shown)).toEqual(['ICID 7', 'MID 5', 'DCID 3', '5 lines'])
  })

  it('waits for lines that come late', async () => {
    const late = stamped([
      ...story,
      ...filler.map((line) => line.replace('10:05', '10:01')),
      "10:01:00 MID 6 was generated based on MID 5 by bcc filter 'x'",
    ])
    const finished = await stream(late, { grace: 120_000 })
    const message = finished.find((each) => 'kind' in each && each.kind === 'message' && each.mid === 5)
    expect(message && 'timeline' in message && formsOf(message.timeline)).toEqual([
      'message-start',
      'message-finished',
      'message-generated',
    ])
  })

  it('holds no more than it may', async () => {
    const many = Array.from({ length: 2000 }, (_, at) => `Start MID ${at} ICID ${at + 1}`)
    let held = 0
    let most = 0
    function* reading() {
      for (const line of stamped(many)) {
        held += 2
        yield line
        most = Math.max(most, held)
      }
    }
    for await (const finished of correlate(reading(), { most: 100 })) if ('kind' in finished) held -= 1
    expect(most).toBeLessThanOrEqual(2 * (100 + 256))
    expect(held).toBe(0)
  })

  it.each([
    ['one text', 'Fri Nov 20 10:00:00 2026 Info: ICID 7 close', /not as one text/],
    ['bytes that are not in pieces', new Uint8Array(4), /texts or bytes: .* number/],
    ['something else', [{ text: 'ICID 7 close' }], /texts or bytes: .* object/],
  ])('says what is wrong with %s', async (_, log, message) => {
    const first = correlate(log as unknown as string[]).next()
    await expect(first).rejects.toThrow(TypeError)
    await expect(first).rejects.toThrow(message)
  })

  it('tells what names no id to who wants it', async () => {
    const loose: string[] = []
    await stream(stamped(['Begin Logfile']), { loose: ({ form }) => loose.push(form) })
    expect(loose).toEqual(['log-begin'])
  })
})
