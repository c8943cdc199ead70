import { attemptsOf } from './attempts.ts'
import { cites } from './cite.ts'
import { concerns, domainAsked } from './concerns.ts'
import type { Cite, Evidence, Gap } from './evidence.ts'
import type { NextStep, Slots } from './rule.ts'
import { told } from './story.ts'
import { asksAboutOurMail } from './whither.ts'

/** What an answer about mail that never came speaks of: who, from when to when, how many addresses, which host of ours. */
export function absenceSlots(evidence: Evidence): Slots {
  const { about, window } = evidence.asked
  const sender = domainAsked(about) ?? String(Object.values(about)[0] ?? '?')
  return {
    sender: 'address' in about ? about.address : sender,
    fromAt: window.from,
    toAt: window.to,
    addresses: evidence.candidates.length,
    testHost: testHost(evidence),
  }
}

/** Gaps by which a server of the sender's may be none of the addresses looked for. */
const hidesAddresses: ReadonlySet<Gap['kind']> = new Set(['not-enumerable', 'too-broad', 'dns'])

/** Whether where the sender sends from could not be listed, or not all of it. */
export function isUnlisted({ candidates, gaps }: Evidence): boolean {
  return candidates.length === 0 || gaps.some(({ kind }) => hidesAddresses.has(kind))
}

/** Where the sender should try by hand: our first MX host; else the listener that we tried ourselves. */
function testHost({ ours, checks }: Evidence): string {
  const listener = checks.find(({ key }) => key === 'R8.ok')?.subject.replace(/:\d+$/, '')
  return ours.mxHosts[0] ?? listener ?? '?'
}

/**
 * What the sender does: looks into its log, and tries by hand (vendor note 118013). Where no host of ours is known there
 * is nothing to type.
 */
export function absenceSteps(evidence: Evidence): readonly NextStep[] {
  const byHand: NextStep = { who: 'sender', step: 'byHand' }
  return [{ who: 'sender', step: 'askSender' }, ...(testHost(evidence) === '?' ? [] : [byHand])]
}

const whereFrom: ReadonlySet<string> = new Set(['S1', 'S6', 'S9', 'S10'])

/** The lookups that say whether the sender's domain exists, and from where it sends (CHECKS S1, S6, S9, S10). */
export function senderLookups({ checks }: Evidence): readonly string[] {
  const named = checks.filter(({ id }) => whereFrom.has(id))
  return [...new Set(named.flatMap(({ lookups }) => lookups))]
}

/** Whether a question names a sender of another house, whose connections can be looked for. */
export function namesTheirs({ asked, ours }: Evidence): boolean {
  const ofNoSender = ['mid', 'icid', 'recipient'].some((kind) => kind in asked.about)
  return !ofNoSender && !asksAboutOurMail(asked, ours.domains)
}

/** What a question about mail of our own people names: its sender, its recipient, or the way from one to the other. */
export function aboutNames({ about, recipient }: Evidence['asked']): string {
  const names = [String(Object.values(about)[0] ?? '?'), ...(recipient === null ? [] : [recipient])]
  return [...new Set(names)].join(' → ')
}

interface OthersMail {
  readonly slots: Slots
  /** The lines of the last that name its recipients. */
  readonly cites: readonly Cite[]
}

/**
 * Mail of the sender asked about that came in that time for others, where the question names a recipient: `others` (how
 * many), `otherAt` and `otherRcptTo` of the last, `recipient`. Null where there is none.
 */
export function forOthers({ asked, log, candidates }: Evidence): OthersMail | null {
  const { about, recipient, window } = asked
  if (recipient === null || 'recipient' in about) return null
  const came = attemptsOf(log).filter(
    (attempt) =>
      attempt.time >= window.from &&
      attempt.time < window.to &&
      attempt.rcptTo.length > 0 &&
      concerns(attempt, about, null, candidates) !== null,
  )
  const last = came.at(-1)
  if (last === undefined) return null
  const slots = { recipient, others: came.length, otherAt: last.time, otherRcptTo: last.rcptTo.slice(0, 3) }
  return { slots, cites: cites(told(last, 'envelope-recipient')) }
}
