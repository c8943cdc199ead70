import type { Event, EventOfForm } from '../correlator/form.ts'
import type { Attempt } from './attempts.ts'
import type { Evidence } from './evidence.ts'
import { stateLines } from './gateway-state.ts'

/** Whether a line refuses a recipient for a limit of a mail flow policy (grammar R8, R9). */
export function isOverLimit(event: Event): event is EventOfForm<'recipient-refused'> {
  return event.form === 'recipient-refused' && /^(receiving|injection) control/i.test(event.fields.by)
}

/** Limits of recipients per message that policies commonly have; 50 is what the default policy prints. */
const common: ReadonlySet<number> = new Set([10, 20, 25, 30, 40, 50, 75, 100, 150, 200, 250, 300, 500, 1_000])

/**
 * How many recipients of one message were taken before the others were put off, where that looks like the limit for one
 * message: a round number, or the same in each of several messages. Null where it does not: then the limit of the hour fits.
 */
export function takenOfOne(attempt: Attempt, all: readonly Attempt[]): number | null {
  const taken = takenIn(attempt)
  if (taken === null || taken < 2) return null
  const same = all.filter((other) => takenIn(other) === taken).length
  return common.has(taken) || same > 1 ? taken : null
}

function takenIn({ message, recipients = [] }: Attempt): number | null {
  const refused = recipients.some(({ event }) => event !== null && isOverLimit(event))
  return message !== null && refused ? message.recipients.length : null
}

/** Alerts that say the gateway limits this very sender, within an hour of the attempt (CAUSES 36). */
export function senderLimited(evidence: Evidence, { mailFrom, time, gateway }: Attempt): readonly Event[] {
  if (!mailFrom) return []
  const alerts = stateLines(evidence, /\brate limiting envelope sender\b/i)
  const address = mailFrom.toLowerCase()
  return alerts.filter(({ line }) => {
    const near = Math.abs(line.time - time) <= 3_600_000 && line.gateway === gateway
    return near && line.message.toLowerCase().includes(address)
  })
}
