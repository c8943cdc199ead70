import { type Event, said } from '../correlator/form.ts'
import type { Attempt } from './attempts.ts'
import type { Evidence } from './evidence.ts'
import { contentRefused } from './our-reply.ts'
import { linesOf, told } from './story.ts'

/** How a transfer ended before the message was complete, where no line says that we refused it. */
export interface Abort {
  readonly event: Event
  /** `Receiving aborted by sender`: the other side gave up within SMTP. */
  readonly bySender: boolean
  /** `ICID … lost` before or with it: the connection ended below SMTP. */
  readonly lost: Event | null
  /** The last line of this connection or message before the end. */
  readonly before: Event | null
  /** Milliseconds from that line to the end. */
  readonly silence: number
  /** Milliseconds from `Start MID` to the end. */
  readonly lasted: number
}

/**
 * The unexplained end of a transfer; null where there is none. Refused recipients, a size or loop failure and failed
 * authentication explain one (they end in the very same line), and are told by rules of their own.
 */
export function abortOf(attempt: Attempt): Abort | null {
  if (attempt.fate !== 'aborted' || attempt.message === null) return null
  const bySender = told(attempt, 'receiving-aborted-by-sender').at(-1)
  const event = bySender ?? told(attempt, 'receiving-aborted').at(-1)
  if (event === undefined || authenticationFailed(attempt).length > 0 || contentRefused(attempt)) return null
  // We ended it ourselves, and say so (C6, C11).
  if (told(attempt, 'injection-killed').length > 0 || told(attempt, 'injection-too-long').length > 0) return null
  const story = linesOf(attempt)
  const lost = told(attempt, 'injection-lost').find(({ line }) => line.time <= event.line.time) ?? null
  const end = lost ?? event
  const before = story.findLast((line) => line.line.time <= end.line.time && !isEnd(line)) ?? null
  const start = told(attempt, 'message-start').at(0)?.line.time ?? attempt.time
  return {
    event,
    bySender: bySender !== undefined,
    lost,
    before,
    silence: before === null ? 0 : end.line.time - before.line.time,
    lasted: end.line.time - start,
  }
}

/** Whether we hung up on that address at that moment for its unknown recipients: the warning names no connection (C13). */
export function isCutForHarvest({ log }: Evidence, attempt: Attempt): boolean {
  const end = abortOf(attempt)?.event.line ?? attempt.injection?.timeline.at(-1)?.line
  return said(log.loose, 'directory-harvest').some(({ line, fields }) => {
    const near = end !== undefined && Math.abs(line.time - end.time) <= 5_000
    return near && fields.ip === attempt.ip && line.gateway === attempt.gateway
  })
}

/** The end is told by several lines of one second, in any order (grammar, trap 1). */
function isEnd({ form }: Event): boolean {
  return form === 'injection-lost' || form === 'injection-close' || /^(receiving-aborted|message-finished)/.test(form)
}

/** Vendor note 118295: unsuccessful inbound connections are given five minutes by default. */
const inboundTimeout = 300_000

/** Whether our own time-out ended it: as long a silence as we allow, and no `lost` line, since we hung up. */
export function isIdle(abort: Abort): boolean {
  return !abort.bySender && abort.lost === null && Math.abs(abort.silence - inboundTimeout) <= 20_000
}

/** Whether a transfer ended below SMTP, and not by our own time-out: the network, or something in it, may be the reason. */
export function isBrokenOff(attempt: Attempt): boolean {
  const abort = abortOf(attempt)
  return abort !== null && !abort.bySender && !isIdle(abort)
}

/**
 * The lines that say SPF or DMARC failed, of a message that was refused on that account as far as one can tell: it was
 * never complete, and the connection was not lost. The refusal itself is told to the sender only (grammar F3, F5b).
 */
export function authenticationFailed(attempt: Attempt): readonly Event[] {
  if (attempt.message === null || attempt.fate !== 'aborted') return []
  if (told(attempt, 'injection-lost').length > 0) return []
  return [...dmarcFailed(attempt), ...spfFailed(attempt)]
}

/** F5, F5b */
export function dmarcFailed(attempt: Attempt): readonly Event[] {
  return [
    ...told(attempt, 'dmarc').filter(({ fields }) => /^fail/i.test(fields.result)),
    ...told(attempt, 'dmarc-verification').filter(({ fields }) => /^fail/i.test(fields.result)),
  ]
}

/** F3: only `Fail` may be refused; SoftFail and the errors are not, by default. */
export function spfFailed(attempt: Attempt) {
  return told(attempt, 'spf').filter(({ fields }) => fields.result.toLowerCase() === 'fail')
}

/** Whether SPF or DKIM was aligned, as a slot; none where the log does not tell it. */
export function alignment(aligned: string | undefined): string | readonly string[] {
  return aligned === undefined || aligned === '?' ? [] : aligned
}
