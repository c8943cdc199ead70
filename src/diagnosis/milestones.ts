import type { Event } from '../correlator/form.ts'
import type { Attempt } from './attempts.ts'
import type { Evidence } from './evidence.ts'
import { fatesAsked, slotsOf } from './proof.ts'
import type { Slots } from './rule.ts'
import { asOffered, told } from './story.ts'
import { isOnlyThought } from './whose.ts'

/**
 * The points of a mail's way, in their order. A mail is past one only where nothing before that point stopped it, so each
 * is the proof that the causes before it were not the reason. (CAUSES, stages 0 to 6.)
 */
export const milestones = [
  'connected',
  'let-in',
  'sender-taken',
  'recipient-taken',
  'received',
  'queued',
  'handed-over',
] as const

export type Milestone = (typeof milestones)[number]

/** What stands at our door is no matter of mail that a server of ours hands over to be sent out. */
const atTheDoor: ReadonlySet<Milestone> = new Set(['connected', 'let-in', 'sender-taken', 'recipient-taken'])

/**
 * What fills a milestone's text, where every attempt came past it: those of `slotsOf` for the latest, and its `bytes`.
 * Null where one attempt did not come so far, where none is there, or where one is only thought to be the sender's: a
 * cause is ruled out for all of them, or not at all.
 */
export function slotsPast(evidence: Evidence, milestone: Milestone): Slots | null {
  const all = known.get(evidence) ?? new Map<Milestone, Slots | null>()
  known.set(evidence, all)
  const before = all.get(milestone)
  if (before !== undefined) return before
  const slots = findPast(evidence, milestone)
  all.set(milestone, slots)
  return slots
}

/** Dozens of rules ask for each milestone. */
const known = new WeakMap<Evidence, Map<Milestone, Slots | null>>()

function findPast(evidence: Evidence, milestone: Milestone): Slots | null {
  const { attempts, widened } = evidence
  const meant = atTheDoor.has(milestone) ? attempts.filter(({ outbound }) => !outbound) : attempts
  const isPast = (attempt: Attempt) => !isOnlyThought(evidence, attempt) && past[milestone](evidence, attempt)
  const last = meant.at(-1)
  // What came around the time asked about says nothing of whether anything came in it.
  if (last === undefined || (widened && milestone === 'connected') || !meant.every(isPast)) return null
  return { ...slotsOf([{ attempt: last, events: [] }]), bytes: told(last, 'message-ready').at(-1)?.fields.bytes ?? 0 }
}

const past: Readonly<Record<Milestone, (evidence: Evidence, attempt: Attempt) => boolean>> = {
  // ICID 0 is no connection (grammar, trap 3).
  connected: (_, { icid }) => icid !== null && icid !== 0,
  'let-in': (_, attempt) => isLetIn(attempt),
  'sender-taken': (_, attempt) => isLetIn(attempt) && told(attempt, 'envelope-sender').length > 0,
  'recipient-taken': isRecipientTaken,
  received: (_, attempt) => told(attempt, 'message-ready').length > 0,
  queued: isQueued,
  'handed-over': (evidence, attempt) => fatesOf(evidence, attempt, ['delivered']),
}

function isLetIn(attempt: Attempt): boolean {
  const verb = told(attempt, 'hat-decision').at(-1)?.fields.action.toUpperCase()
  // With delayed rejection the refusal comes after the recipients (grammar, A5 to A7).
  const isLate = lateRefusals.some((form) => told(attempt, form).length > 0)
  return verb !== undefined && verb !== 'REJECT' && verb !== 'TCPREFUSE' && !isLate
}

const lateRefusals = [
  'delayed-reject',
  'delayed-reject-sender',
  'delayed-reject-recipient',
] as const satisfies readonly Event['form'][]

function isRecipientTaken(evidence: Evidence, attempt: Attempt): boolean {
  const refused = (event: Event | null) => event?.form === 'recipient-refused' || event?.form === 'bounce-refused'
  const isFree = fatesAsked(evidence, attempt).every(({ event }) => !refused(event))
  // A directory that did not answer accepted nobody (grammar, R15).
  const isAsked = told(attempt, 'ldap-requeued').length === 0
  return isLetIn(attempt) && isFree && isAsked && asOffered(attempt).length > 0
}

/** In the delivery queue, for every recipient asked about, without having been held on the way. */
function isQueued(evidence: Evidence, attempt: Attempt): boolean {
  const isHeld = holds.some((form) => told(attempt, form).length > 0)
  const isLeaving = told(attempt, 'message-queued').length > 0
  return !isHeld && isLeaving && fatesOf(evidence, attempt, ['queued', 'delivered', 'deferred', 'bounced'])
}

const holds = [
  'quarantined',
  'quarantine-enqueued',
  'spam-quarantine-tagged',
  'spam-quarantined',
  'rpc-delivered',
  'ldap-requeued',
] as const satisfies readonly Event['form'][]

function fatesOf(evidence: Evidence, attempt: Attempt, wanted: readonly Attempt['fate'][]): boolean {
  const fates = fatesAsked(evidence, attempt)
  return fates.length > 0 && fates.every(({ fate }) => wanted.includes(fate))
}

/** Whether every mail came to an end, for each recipient asked about, before the next server had it. */
export function endedOnTheWay(evidence: Evidence): boolean {
  const ends: readonly Attempt['fate'][] = ['refused', 'dropped', 'bounced']
  const isOver = (attempt: Attempt) =>
    attempt.message === null
      ? ends.includes(attempt.fate)
      : fatesAsked(evidence, attempt).every(({ fate }) => ends.includes(fate))
  return evidence.attempts.length > 0 && evidence.attempts.every(isOver)
}
