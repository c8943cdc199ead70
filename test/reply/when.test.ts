import { describe, expect, it } from 'vitest'
import { offsetInWords, shortTime, utcTime, zonedTime, zoneName } from '../../src/reply/when.ts'

const now = Date.UTC(2026, 10, 20, 10, 0)
const zurich = { timeZone: 'Europe/Zurich', locale: 'en-GB', now }

describe('a time', () => {
  it.each([
    ['2026-11-20T08:12:00Z', '09:12'],
    ['2026-11-19T23:30:00Z', '00:30'],
    ['2026-11-19T22:30:00Z', 'Thu 19 Nov 23:30'],
    ['2026-07-01T08:12:00Z', 'Wed 1 Jul 10:12'],
    ['2025-11-20T08:12:00Z', 'Thu 20 Nov 2025 09:12'],
    ['2026-11-21T08:12:00Z', 'Sat 21 Nov 09:12'],
  ])('%s is %s in Zurich', (at, wanted) => {
    expect(shortTime(Date.parse(at), zurich)).toBe(wanted)
  })

  it.each([
    ['Europe/Zurich', 'CET'],
    ['America/New_York', 'GMT-5'],
    ['Asia/Tokyo', 'GMT+9'],
    ['UTC', 'UTC'],
  ])('in %s names its zone %s', (timeZone, wanted) => {
    expect(zoneName(now, { ...zurich, timeZone })).toBe(wanted)
  })

  it.each([
    [0, 'UTC+0'],
    [3600, 'UTC+1'],
    [-12_600, 'UTC-3:30'],
    [20_700, 'UTC+5:45'],
  ])('%i seconds ahead of UTC is %s', (seconds, wanted) => {
    expect(offsetInWords(seconds)).toBe(wanted)
  })

  it('has the zone behind it', () => expect(zonedTime(now, zurich)).toBe('11:00 CET'))

  it('is UTC with its date where it leaves the house', () => {
    expect(utcTime(Date.parse('2026-11-20T08:12:00Z'), 'en-GB')).toBe('20 November 2026, 08:12 UTC')
    expect(utcTime(Date.parse('2026-11-20T08:12:00Z'), 'ja-JP')).toBe('2026年11月20日 08:12 UTC')
  })
})
