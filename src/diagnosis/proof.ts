import type { Event } from '../correlator/form.ts'
import type { Attempt } from './attempts.ts'
import { cites } from './cite.ts'
import type { Cite, Evidence } from './evidence.ts'
import { fatesFor, type RecipientFate, wholeFate } from './fate.ts'
import type { Finding, Outcome, Slots } from './rule.ts'
import { linesOf } from './story.ts'

/** An attempt, and the lines of it (or, where it says so, about it) that show something. */
export interface Proof {
  readonly attempt: Attempt
  readonly events: readonly Event[]
  /** The recipients it holds for; all that were named where not given. */
  readonly rcptTo?: readonly string[]
}

/** The attempts for which `show` finds lines, in order of time. */
export function proofsOf(evidence: Evidence, show: (attempt: Attempt) => readonly Event[]): readonly Proof[] {
  const proofs: Proof[] = []
  for (const attempt of evidence.attempts) {
    const events = show(attempt)
    if (events.length > 0) proofs.push({ attempt, events })
  }
  return proofs
}

/** The fates of the recipients asked about; of all, where none was asked about or it is known by another name. */
export function fatesAsked({ asked }: Evidence, attempt: Attempt): readonly RecipientFate[] {
  const { message, recipients = [] } = attempt
  if (message === null) return []
  if (recipients.length === 0) return [{ rcptTo: '', message, ...wholeFate(message) }]
  return fatesFor(asked.recipient, recipients)
}

/**
 * The attempts whose last disposition, for a recipient asked about, is one that `is` knows; each with that line. This
 * is what keeps a mail that was held and then released from being told as held.
 */
export function dispositions(evidence: Evidence, is: (event: Event, fate: RecipientFate) => boolean): readonly Proof[] {
  const proofs: Proof[] = []
  for (const attempt of evidence.attempts) {
    const fates = fatesAsked(evidence, attempt).filter((fate) => fate.event !== null && is(fate.event, fate))
    if (fates.length === 0) continue
    const rcptTo = [...new Set(fates.map((fate) => fate.rcptTo))].filter((address) => address !== '')
    const events = [...new Set(fates.flatMap(({ event }) => (event === null ? [] : [event])))]
    proofs.push({ attempt, events, ...(rcptTo.length > 0 && { rcptTo }) })
  }
  return proofs
}

type Told = Omit<Finding, 'attempts' | 'cites' | 'slots'> & {
  readonly proofs: readonly Proof[]
  readonly slots?: Slots
  /** Lines of other mail that it speaks of. */
  readonly others?: readonly Cite[]
}

/** One finding over all proofs. Its slots are those of `slotsOf`, and what the rule adds. */
export function found({ proofs, slots, others = [], ...told }: Told): Outcome {
  const attempts = proofs.map(({ attempt }) => attempt)
  const isUnseen = proofs.some(({ events }) => events.some(({ retold }) => retold?.isSeen === false))
  const finding: Finding = {
    ...told,
    // Another log tells it in words that were not seen, or that leave room: that fits, and proves nothing.
    certainty: isUnseen && told.certainty === 'proven' ? 'likely' : told.certainty,
    attempts,
    cites: [...cites(proofs.flatMap(({ events }) => events)), ...others],
    slots: { ...slotsOf(proofs), ...slots },
  }
  return { outcome: 'found', findings: [finding] }
}

/**
 * What every text may speak of: `count`, `firstAt` and `lastAt` (when the attempts began; none where no line tells), and of the latest attempt
 * `ip`, `host`, `server` (both in one), `mailFrom`, `rcptTo`, `id` (`MID 12`, or `ICID 7` where there is no message),
 * `sbrs`, `group` and `table` (whether its policies are among the `Incoming` or the `Outgoing` ones in the menus). The last
 * two are our own affair and have no place in a note.
 */
export function slotsOf(proofs: readonly Proof[]): Slots {
  const last = proofs.at(-1)
  const [first, latest] = [proofs.at(0)?.attempt, last?.attempt]
  if (!last || !latest || !first) return { count: 0 }
  const { ip, host, mid, icid, sbrs, senderGroup, mailFrom } = latest
  const named = [...new Set(proofs.flatMap(({ attempt, rcptTo }) => rcptTo ?? attempt.rcptTo))]
  return {
    count: proofs.length,
    firstAt: timeOf(first),
    lastAt: timeOf(latest),
    ip: ip ?? '',
    host: host ?? '',
    server: [ip ?? '', host === null ? '' : `(${host})`].filter((part) => part !== '').join(' ') || '?',
    mailFrom: mailFrom === '' ? '<>' : (mailFrom ?? '?'),
    rcptTo: named.length > 0 ? named.slice(0, 3).join(', ') + (named.length > 3 ? ' …' : '') : '?',
    id: mid !== null ? `MID ${mid}` : icid !== null ? `ICID ${icid}` : '',
    sbrs: sbrs === null ? '?' : sbrs.toFixed(1).replace('-', '−'),
    group: senderGroup ?? '?',
    table: latest.outbound ? 'Outgoing' : 'Incoming',
  }
}

const notTold: readonly string[] = []

/** When a mail came. One of which the log tells no more than that it could not be delivered came earlier: hours, or days. */
function timeOf(attempt: Attempt): number | readonly string[] {
  const form = linesOf(attempt).at(0)?.form
  const isLate = form === 'delivery-bounced' || form === 'delivery-delayed' || form?.startsWith('bounce-log-')
  return isLate ? notTold : attempt.time
}
