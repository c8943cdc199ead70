import { describe, expect, it } from 'vitest'
import { correlate, createCorrelator } from '../../src/correlator/correlate.ts'
import { describeEvent } from '../../src/correlator/describe.ts'
import { formsOf, links, stamped } from './lines.ts'

const head = 'CEF:0|Cisco|C100V|14.0.2-020|ESA_CONSOLIDATED_LOG_EVENT|Consolidated Log Event|5|'
const stamps = ['<166>Nov 20 10:00:05 consolidated_event: ', 'Fri Nov 20 10:00:05 2026: ', 'Fri Nov 20 10:00:05 2026 ']

function told(lines: readonly string[]) {
  const correlator = createCorrelator({ referenceTime: Date.UTC(2026, 10, 21) })
  for (const [at, text] of lines.entries()) correlator.add({ text, file: 'f', number: at + 1 }, 'esa1')
  return correlator.end()
}

describe('a consolidated event', () => {
  it.each(stamps)('is recognised and filed under the ids it names: %s', (stamp) => {
    const log = told([`${stamp}${head}ESAMID=5 ESAICID=7 ESADCID=3 act=DELIVERED`])
    expect(links(log)).toEqual({ injections: ['7: 5'], messages: ['5 icid 7 dcid 3'] })
    expect(log.deliveries.map(({ timeline }) => formsOf(timeline))).toEqual([['consolidated-event']])
    expect(log.summary).toMatchObject({ lines: 1, recognised: 1 })
    expect(log.messages[0]?.timeline[0]?.line.time).toBe(Date.UTC(2026, 10, 20, 10, 0, 5))
  })

  it('joins what the mail log tells of the same message', () => {
    const log = told([
      ...stamped(['Start MID 5 ICID 7', 'Message finished MID 5 done']),
      `${stamps[1]}${head}ESAMID=5 ESAICID=7 act=DELIVERED`,
    ])
    expect(log.messages.map(({ timeline }) => formsOf(timeline))).toEqual([
      ['message-start', 'message-finished', 'consolidated-event'],
    ])
  })

  it('names no connection by 0, and is loose where it names nothing', () => {
    expect(links(told([`${stamps[1]}${head}ESAMID=5 ESAICID=0 ESADCID=0`]))).toEqual({
      injections: [],
      messages: ['5'],
    })
    const log = told([`${stamps[1]}${head}act=ABORTED`])
    expect([formsOf(log.loose), log.messages]).toEqual([['consolidated-event'], []])
  })

  it('does not lend its header to the next line', () => {
    for (const stamp of stamps) {
      const log = told([
        `${stamp}${head}ESAMID=5`,
        `${stamp.replace(/:? $/, ': ').replace('2026:', '2026')}Info: ICID 7 close`,
      ])
      expect(log.injections.map(({ timeline }) => formsOf(timeline))).toEqual([['injection-close']])
    }
  })

  it('is the same when it is read as bytes', async () => {
    const text = `${stamps[0]}${head}ESAMID=5 ESAICID=7 suser=a@example.com act=DQ\n${stamps[0]}${head}ESAMID=6 ESAICID=7\n`
    const found: string[] = []
    for await (const finished of correlate([new TextEncoder().encode(text)])) {
      if ('kind' in finished) found.push(`${finished.kind} ${finished.timeline.map(describeEvent).join(' ')}`)
      else expect(finished.summary).toMatchObject({ lines: 2, recognised: 2 })
    }
    expect(found.sort()).toEqual([
      'injection The gateway summed up the message from a@example.com; it was held for a while. The gateway summed up the message.',
      'message The gateway summed up the message from a@example.com; it was held for a while.',
      'message The gateway summed up the message.',
    ])
  })
})
