import { describe, expect, it } from 'vitest'
import { correlateAll, type GatheredLine } from '../../src/correlator/correlate.ts'
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
