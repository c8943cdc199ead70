import { isBlinding } from '../diagnosis/before.ts'
import type { Coverage, Evidence, Gap } from '../diagnosis/evidence.ts'
import type { Slots } from '../diagnosis/rule.ts'
import type { Line, Section } from './reply.ts'
import type { Speech } from './speech.ts'
import { stretch, zoneName } from './when.ts'

/** Gaps by which the answer itself may be wrong: a gateway is missing, its answer is not whole, or a rule of ours failed. */
export function isGatewayGap(gap: Gap): boolean {
  return isBlinding(gap) || gap.kind === 'crashed'
}

/** Whether no gateway gave anything: then nothing can be said. */
export function nothingRead({ coverage }: Evidence): boolean {
  return coverage.length > 0 && coverage.every(({ from }) => from === null)
}

/** Small print: which logs were searched for which time, how much of them, and what was left out on purpose. */
export function searched(evidence: Evidence, speech: Speech, elapsedMs: number): Section {
  const whole = evidence.coverage.filter(({ complete }) => complete)
  const lines: Line[] = []
  if (whole.length > 0) {
    const gateways = whole.map(({ gateway }) => gateway).join(', ')
    lines.push([speech.say('coverageComplete', { gateways, ...windowSlots(evidence.asked.window, speech) })])
  }
  for (const coverage of evidence.coverage) {
    if (!coverage.complete) lines.push([partialCoverage(coverage, speech)])
  }
  const assumed = evidence.coverage.filter(({ assumedTimeZone }) => assumedTimeZone !== undefined)
  if (assumed.length > 0) {
    const gateways = assumed.map(({ gateway }) => gateway)
    lines.push([speech.say('zoneAssumed', { gateways, zone: assumed[0]?.assumedTimeZone ?? '' })])
  }
  let read = 0
  let unknown = 0
  for (const coverage of evidence.coverage) {
    read += coverage.lines
    unknown += coverage.unrecognised
  }
  const parts = [speech.say('searched', { lines: read, seconds: (elapsedMs / 1000).toFixed(1) })]
  if (unknown > 0) parts.push(speech.say('coverageUnrecognised', { count: unknown }))
  for (const gap of evidence.gaps) if (!isGatewayGap(gap)) parts.push(speech.gapSentence(gap))
  lines.push([parts.join(' · ')])
  return { kind: 'context', role: 'searched', lines }
}

function partialCoverage({ gateway, from, to }: Coverage, speech: Speech): string {
  if (from === null || to === null) return speech.say('coverageNone', { gateway })
  return speech.say('coveragePartial', { gateway, ...windowSlots({ from, to }, speech) })
}

/** A stretch of time as slots, in words already: `fromAt`, `toAt` and the name of the zone. */
export function windowSlots({ from, to }: { readonly from: number; readonly to: number }, speech: Speech): Slots {
  const [fromAt, toAt] = stretch(from, to, speech.clockwork)
  return { fromAt, toAt, zone: zoneName(to, speech.clockwork) }
}
