import { domainAsked } from './concerns.ts'
import type { Evidence } from './evidence.ts'
import type { NextStep, Slots } from './rule.ts'

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
