import { type Event, type EventOfForm, said } from '../correlator/form.ts'
import type { Attempt } from './attempts.ts'
import type { Evidence } from './evidence.ts'
import { stateLines } from './gateway-state.ts'
import { linesOf, told } from './story.ts'

/** Whether a line refuses a recipient for a limit of a mail flow policy (grammar R8, R9). */
export function isOverLimit(event: Event): event is EventOfForm<'recipient-refused'> {
  return event.form === 'recipient-refused' && /^(receiving|injection) control/i.test(event.fields.by)
}

/** A key of the consolidated event log that names a limit of ours (grammar, section 16 (c)). */
type LimitKey = 'ESARateLimitedIP' | 'ESADHASource'

/** Whether a line of the consolidated event log names this limit as what stopped a mail. */
export function isLimitNamed(event: Event, key: LimitKey): event is EventOfForm<'receiving-failed'> {
  return event.form === 'receiving-failed' && event.fields.reason.startsWith(`${key}=`)
}

/** The lines of an attempt that do. */
export function limitNamed(attempt: Attempt, key: LimitKey): readonly Event[] {
  return told(attempt, 'receiving-failed').filter((event) => isLimitNamed(event, key))
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

/** The warnings of the gateway that it hung up on an address for guessing at recipients (grammar C13); they name no connection. */
export function harvestWarnings({ log, asked }: Evidence): readonly EventOfForm<'directory-harvest'>[] {
  return said(log.loose, 'directory-harvest').filter(({ line }) => line.time >= asked.window.from - 3_600_000)
}

/** Each connection that is cut has its own warning: one that ended otherwise within the hour was not cut for it. */
export function isCutBy(attempt: Attempt, { line, fields }: EventOfForm<'directory-harvest'>): boolean {
  const ended = linesOf(attempt).at(-1)?.line.time ?? attempt.time
  const during = line.time >= attempt.time - 1_000 && line.time <= ended + 5_000
  const stopped = attempt.fate === 'refused' || attempt.fate === 'aborted'
  return stopped && during && attempt.ip === fields.ip && attempt.gateway === line.gateway
}
