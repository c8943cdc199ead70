import { expect, test } from 'vitest'
import { matcher } from '../../../src/demo/gateway-pattern.ts'
import { beatPattern, headerPattern, hoursPattern } from '../../../src/edges/ssh/time-pattern.ts'

const day = 86_400_000
const at = (text: string) => Date.parse(`${text}Z`)
const beat = (stamp: string) => `${stamp} 2026 Info: Status: CPULd 3 DskIO 0`
const january = { from: at('2026-01-05T12:00:00'), to: at('2026-01-06T12:00:00') }
const turn = { from: at('2026-01-31T12:00:00'), to: at('2026-02-01T12:00:00') }

test.each<[pattern: string, line: string, fits: boolean]>([
  [headerPattern, 'Mon Jan  5 09:00:00 2026 Info: Begin Logfile', true],
  [headerPattern, 'Mon Jan  5 09:00:00 2026 Info: End Logfile', true],
  [headerPattern, 'Mon Jan  5 09:00:00 2026 Info: Time offset from UTC: -21600 seconds', true],
  [headerPattern, '<22>Jan  5 09:00:00 esa1 mail_logs: Info: Begin Logfile', true],
  [headerPattern, "Mon Jan  5 09:00:00 2026 Info: MID 1 Subject 'End of the logfile'", false],
  [headerPattern, 'Mon Jan  5 09:00:00 2026 Info: Message finished MID 1 done', false],
  [beatPattern(january, 'fifth'), beat('Tue Jan  6 00:05:02'), true],
  [beatPattern(january, 'fifth'), beat('Tue Jan  6 00:06:02'), false],
  [beatPattern(january, 'every'), beat('Tue Jan  6 00:06:02'), true],
  [beatPattern(january, 'every'), beat('Wed Jan  7 00:06:02'), false],
  [beatPattern(january, 'every'), 'Tue Jan  6 00:06:02 2026 Info: MID 5 ICID 6 From: <a@example.com>', false],
  [beatPattern(turn, 'fifth'), beat('Sat Jan 31 23:55:02'), true],
  [beatPattern(turn, 'fifth'), beat('Sun Feb  1 00:00:02'), true],
  [hoursPattern(at('2026-01-06T10:03:00')), beat('Tue Jan  6 09:59:00'), true],
  [hoursPattern(at('2026-01-06T10:03:00')), beat('Tue Jan  6 10:02:00'), true],
  [hoursPattern(at('2026-01-06T10:03:00')), beat('Tue Jan  6 08:59:00'), false],
  [hoursPattern(at('2026-01-06T00:03:00')), beat('Mon Jan  5 23:01:00'), true],
])('%s, %s', (pattern, line, fits) => {
  expect(matcher(pattern, true)(line)).toBe(fits)
  expect(new RegExp(pattern, 'i').test(line)).toBe(fits)
})

test('whatever the days, the pattern is short and portable', () => {
  for (let from = at('2026-01-01T00:00:00'); from < at('2027-01-01T00:00:00'); from += day) {
    for (const days of [0, 1, 7, 40, 500]) {
      const pattern = beatPattern({ from, to: from + days * day }, 'fifth')
      expect(pattern).toMatch(/^[A-Za-z0-9.:[\]]{30,120}$/)
    }
  }
})
