import type { EventOfForm } from '../correlator/form.ts'
import { readHeader, type Stamp } from '../correlator/header.ts'
import type { Attempt } from './attempts.ts'
import { told } from './story.ts'

/**
 * When the gateway tries a waiting mail next, as far as its last `pending till` line says (grammar U2); null where there is
 * none. That line has a date without a zone, by the clock that stamped the line itself; what lies between the two is added
 * to the line's time. Across a change of the clocks it is an hour wrong.
 */
export function nextTryAt(attempt: Attempt): number | null {
  const line = told(attempt, 'retry-pending').at(-1)
  return line === undefined ? null : pendingTill(line)
}

export function pendingTill({ line, fields }: EventOfForm<'retry-pending'>): number | null {
  const till = readHeader(`${fields.until} Info: `)?.stamp
  const stamped = readHeader(line.text)?.stamp
  if (!till || till.year === null || !stamped) return null
  // Syslog's own stamp has no year: that of the retry, unless the year ends between the two.
  const year = stamped.year ?? (stamped.month > till.month ? till.year - 1 : till.year)
  return line.time + onClock(till, till.year) - onClock(stamped, year)
}

function onClock({ month, day, seconds }: Stamp, year: number): number {
  return Date.UTC(year, month, day) + seconds * 1000
}
