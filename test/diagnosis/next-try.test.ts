import { expect, it } from 'vitest'
import { correlateAll } from '../../src/correlator/correlate-all.ts'
import { attemptsOf } from '../../src/diagnosis/attempts.ts'
import { nextTryAt } from '../../src/diagnosis/next-try.ts'
import { coverageOf, evidenceOf } from '../reply/evidence.ts'

const [zurich, newYork] = ['Europe/Zurich', 'America/New_York']

/** When it was put off and until when, by the log's clock; its offset as the log says it; the zone known beside it. */
const cases: readonly (readonly [
  put: string,
  until: string,
  offset: number,
  zone: string | undefined,
  next: string,
])[] = [
  ['Fri Nov 20 09:00:00 2026', 'Fri Nov 20 09:15:00 2026', 3600, zurich, '2026-11-20T08:15:00Z'],
  // Summer time ends: the clock shows 2 to 3 twice.
  ['Sun Oct 25 01:50:00 2026', 'Sun Oct 25 03:10:00 2026', 7200, zurich, '2026-10-25T02:10:00Z'],
  ['Sun Oct 25 01:50:00 2026', 'Sun Oct 25 02:10:00 2026', 7200, zurich, '2026-10-25T00:10:00Z'],
  // It begins: the clock leaves 2 to 3 out.
  ['Sun Mar 29 01:50:00 2026', 'Sun Mar 29 03:10:00 2026', 3600, zurich, '2026-03-29T01:10:00Z'],
  ['Sun Nov  1 00:30:00 2026', 'Sun Nov  1 04:30:00 2026', -14400, newYork, '2026-11-01T09:30:00Z'],
  // A clock that counts in UTC is never changed, whatever zone the asker is in.
  ['Sun Oct 25 00:50:00 2026', 'Sun Oct 25 02:10:00 2026', 0, zurich, '2026-10-25T02:10:00Z'],
  ['Sun Oct 25 01:50:00 2026', 'Sun Oct 25 03:10:00 2026', 7200, undefined, '2026-10-25T01:10:00Z'],
]

it.each(cases)(
  'put off at %s until %s, %s seconds ahead of UTC, in %s: tried next at %s',
  (put, until, offset, zone, next) => {
    const info = (message: string) => `${put} Info: ${message}`
    const texts = [
      info(`Time offset from UTC: ${offset} seconds`),
      info('Start MID 12 ICID 7'),
      info('MID 12 ICID 7 From: <alice@example.com>'),
      info(`Message 12 to RID [0] pending till ${until}`),
    ]
    const log = correlateAll(
      texts.map((text, index) => ({ text, gateway: 'esa1', file: 'mail.current', number: index + 1 })),
      zone === undefined ? {} : { timeZone: zone },
    )
    const [attempt] = attemptsOf(log)
    if (!attempt) throw new Error('no attempt')
    const coverage = [coverageOf(zone === undefined ? {} : { timeZone: zone })]
    expect(nextTryAt(evidenceOf({ log, coverage }), attempt)).toBe(Date.parse(next))
  },
)
