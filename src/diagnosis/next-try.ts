import type { EventOfForm } from '../correlator/form.ts'
import { readHeader, type Stamp } from '../correlator/header.ts'
import { namedZone } from '../correlator/zone.ts'
import type { Attempt } from './attempts.ts'
import type { Evidence } from './evidence.ts'
import { told } from './story.ts'

/**
 * When the gateway tries a waiting mail next, as far as its last `pending till` line says (grammar U2); null where there is
 * none. That line has a date without a zone, by the clock that stamped the line itself. Across a change of the clocks it is
 * right where the gateway's zone is known; else what lies between the two stamps is added to the line's time.
 */
export function nextTryAt({ coverage }: Evidence, attempt: Attempt): number | null {
  const line = told(attempt, 'retry-pending').at(-1)
  const timeZone = coverage.find(({ gateway }) => gateway === attempt.gateway)?.timeZone
  return line === undefined ? null : pendingTill(line, timeZone)
}

function pendingTill({ line, fields }: EventOfForm<'retry-pending'>, timeZone: string | undefined): number | null {
  const till = readHeader(`${fields.until} Info: `)?.stamp
  const stamped = readHeader(line.text)?.stamp
  if (!till || till.year === null || !stamped) return null
  // Syslog's own stamp has no year: that of the retry, unless the year ends between the two.
  const year = stamped.year ?? (stamped.month > till.month ? till.year - 1 : till.year)
  const offset = onClock(stamped, year) - line.time
  const wall = onClock(till, till.year)
  const zone = timeZone === undefined ? null : namedZone(timeZone)
  // A clock that shows something else than the zone does is not changed with it.
  return zone?.offsetAt(line.time) === offset / 1000 ? zone.toUtc(wall, line.time) : wall - offset
}

function onClock({ month, day, seconds }: Stamp, year: number): number {
  return Date.UTC(year, month, day) + seconds * 1000
}
