import type { CheckResult } from '../checks/check.ts'
import type { Attempt } from '../diagnosis/attempts.ts'
import type { Diagnosis } from '../diagnosis/diagnose.ts'
import type { Cite, Coverage, Evidence, Gap } from '../diagnosis/evidence.ts'
import type { Finding, Slots } from '../diagnosis/rule.ts'
import { checkSentence } from './check-sentence.ts'
import { fill, fillPlain, plain } from './fill.ts'
import { noteOf } from './note.ts'
import type { Action, Line, Reply, Section, Tone } from './reply.ts'
import type { Speech } from './speech.ts'
import { shortTime, zoneName } from './when.ts'

/** What compose needs beside the diagnosis: whose words, whose clock, and how long it took. */
export interface Occasion {
  readonly speech: Speech
  readonly elapsedMs: number
  /** The question as a person would type it again, for the buttons. */
  readonly ask: string
  readonly json: unknown
}

const rowsShown = 5
const linesShown = 12

/** Diagnosis × language → Reply. The verdict first, then what moves the reader on; what is long is folded. */
export function compose(evidence: Evidence, diagnosis: Diagnosis, occasion: Occasion): Reply {
  const { speech } = occasion
  const [leading, ...others] = diagnosis.findings
  const cites = citesOf(diagnosis.findings)
  const nothingRead = evidence.coverage.length > 0 && evidence.coverage.every(({ from }) => from === null)
  const sections: (Section | null)[] = [
    happened(evidence, leading, speech),
    attemptsTable(evidence.attempts, speech),
    missing(evidence.gaps, speech),
    next(leading, speech),
    also(others, speech),
    evidenceLines(cites, speech),
    ruledOut(diagnosis, speech),
    checks(evidence.checks, speech),
    leading ? noteOf(leading, evidence, speech) : null,
    searched(evidence, occasion),
  ]
  return {
    tone: toneOf(evidence, leading),
    headline: headlineOf(leading, nothingRead, speech),
    sections: sections.filter((section) => section !== null),
    actions: actions(evidence, occasion),
    ...(cites.length > linesShown ? { file: fileOf(cites, speech) } : {}),
    json: occasion.json,
    status: nothingRead ? 3 : 0,
  }
}

function toneOf(evidence: Evidence, leading: Finding | undefined): Tone {
  if (evidence.gaps.some(({ kind }) => gatewayGaps.has(kind))) return 'yellow'
  if (!leading) return 'white'
  if (['delivered', 'arrived'].includes(leading.cause)) return 'green'
  if (evidence.attempts.length === 0) return 'white'
  return leading.certainty === 'possible' ? 'yellow' : 'red'
}

/** Gaps by which the answer itself may be wrong: a gateway is missing or its answer is not whole. */
const gatewayGaps: ReadonlySet<Gap['kind']> = new Set([
  'unreachable',
  'refused',
  'timeout',
  'host-key',
  'login',
  'role',
  'no-log',
  'partial',
  'budget',
  'unreadable',
  'crashed',
])

function headlineOf(leading: Finding | undefined, nothingRead: boolean, speech: Speech): string {
  if (nothingRead) return speech.ui('nothingRead')
  if (!leading) return speech.ui('noVerdict')
  return fillPlain(speech.rule(leading, 'headline'), leading.slots, speech)
}

function happened(evidence: Evidence, leading: Finding | undefined, speech: Speech): Section {
  const lines: Line[] = []
  if (evidence.widened) {
    lines.push(fill(speech.ui('widened'), windowSlots(evidence.asked.window, speech), speech))
  }
  if (leading) lines.push(fill(speech.rule(leading, 'summary'), leading.slots, speech))
  else lines.push(fill(speech.ui('noVerdictSummary'), { count: evidence.attempts.length }, speech))
  if (leading) lines.push([speech.ui(leading.certainty)])
  return { kind: 'text', role: 'happened', lines }
}

function attemptsTable(attempts: readonly Attempt[], speech: Speech): Section | null {
  if (attempts.length < 2) return null
  const gateways = new Set(attempts.map(({ gateway }) => gateway)).size > 1
  const shown = attempts.slice(-rowsShown)
  const rows = shown.map((attempt) => [
    shortTime(attempt.time, speech.clockwork),
    ...(gateways ? [attempt.gateway] : []),
    attempt.mailFrom || attempt.ip || '',
    outcomeOf(attempt, speech),
  ])
  const earlier = attempts.length - shown.length
  if (earlier > 0) rows.unshift(['…', ...(gateways ? [''] : []), '', speech.say('moreAttempts', { count: earlier })])
  return {
    kind: 'table',
    role: 'attempts',
    head: [
      speech.ui('headTime'),
      ...(gateways ? [speech.ui('headGateway')] : []),
      speech.ui('headFrom'),
      speech.ui('headOutcome'),
    ],
    rows,
  }
}

function outcomeOf({ fate, sbrs }: Attempt, speech: Speech): string {
  const word = speech.ui(fate)
  // The minus sign people read, not the hyphen the log has.
  return fate === 'refused' && sbrs !== null ? `${word}, SBRS ${String(sbrs).replace('-', '−')}` : word
}

function missing(gaps: readonly Gap[], speech: Speech): Section | null {
  const shown = gaps.filter(({ kind }) => gatewayGaps.has(kind))
  if (shown.length === 0) return null
  const items = shown.map((gap) => fill(speech.gap(gap.kind), { where: gap.where, detail: gap.detail }, speech))
  return { kind: 'list', role: 'missing', title: speech.ui('missing'), items }
}

function next(leading: Finding | undefined, speech: Speech): Section | null {
  if (!leading || leading.nextSteps.length === 0) return null
  const items = leading.nextSteps.map((step): Line => {
    const text = fill(speech.step(leading, step.step), { ...leading.slots, ...step.slots }, speech)
    const command = step.command ? [' ', { code: step.command }] : []
    return [{ bold: `${speech.ui(step.who)}:` }, ' ', ...text, ...command]
  })
  return { kind: 'list', role: 'next', title: speech.ui('next'), items }
}

function also(findings: readonly Finding[], speech: Speech): Section | null {
  if (findings.length === 0) return null
  const items = findings.map(
    (finding): Line => [
      { bold: fillPlain(speech.rule(finding, 'headline'), finding.slots, speech) },
      ' ',
      ...fill(speech.rule(finding, 'summary'), finding.slots, speech),
      ' ',
      speech.ui(finding.certainty),
    ],
  )
  return { kind: 'list', role: 'also', title: speech.ui('otherFindings'), items, folded: true }
}

function citesOf(findings: readonly Finding[]): readonly Cite[] {
  const seen = new Map<string, Cite>()
  for (const { cites } of findings) {
    for (const cite of cites) seen.set(`${cite.gateway} ${cite.file} ${cite.number} ${cite.text}`, cite)
  }
  return [...seen.values()].sort((a, b) => a.time - b.time)
}

function evidenceLines(cites: readonly Cite[], speech: Speech): Section | null {
  if (cites.length === 0) return null
  const lines = cites.slice(0, linesShown).map(lineOf)
  const rest = cites.length - lines.length
  if (rest > 0) lines.push(speech.say('evidenceCut', { count: rest }))
  return {
    kind: 'lines',
    role: 'evidence',
    title: speech.say('evidence', { count: cites.length }),
    lines,
    folded: true,
  }
}

function lineOf({ gateway, text }: Cite): string {
  return gateway === '-' ? text : `${gateway}: ${text}`
}

function fileOf(cites: readonly Cite[], speech: Speech) {
  return { name: 'log-lines.txt', title: speech.ui('evidenceFile'), text: `${cites.map(lineOf).join('\n')}\n` }
}

function ruledOut(diagnosis: Diagnosis, speech: Speech): Section | null {
  const items = diagnosis.ruledOut.flatMap(({ cause, slots }): Line[] => {
    const text = speech.clear(cause)
    return text ? [fill(text, slots, speech)] : []
  })
  if (items.length === 0) return null
  return { kind: 'list', role: 'ruled-out', title: speech.ui('ruledOut'), items, folded: true }
}

const marks = { ok: '✓', problem: '✗', unknown: '?' } as const

function checks(results: readonly CheckResult[], speech: Speech): Section | null {
  if (results.length === 0) return null
  const items = results.map((check): Line => [`${marks[check.status]} `, checkSentence(check, speech)])
  return { kind: 'list', role: 'checks', title: speech.ui('checks'), items, folded: true }
}

function searched(evidence: Evidence, { speech, elapsedMs }: Occasion): Section {
  const whole = evidence.coverage.filter(({ complete }) => complete)
  const lines: Line[] = []
  if (whole.length > 0) {
    const { from, to } = evidence.asked.window
    const gateways = whole.map(({ gateway }) => gateway).join(', ')
    lines.push([speech.say('coverageComplete', { gateways, ...windowSlots({ from, to }, speech) })])
  }
  for (const coverage of evidence.coverage.filter(({ complete }) => !complete)) {
    lines.push([partialCoverage(coverage, speech)])
  }
  const read = evidence.coverage.reduce((sum, coverage) => sum + coverage.lines, 0)
  const unknown = evidence.coverage.reduce((sum, coverage) => sum + coverage.unrecognised, 0)
  const seconds = (elapsedMs / 1000).toFixed(1)
  const parts = [speech.say('searched', { lines: read, seconds })]
  if (unknown > 0) parts.push(speech.say('coverageUnrecognised', { count: unknown }))
  for (const gap of evidence.gaps.filter(({ kind }) => !gatewayGaps.has(kind))) {
    parts.push(plain(fill(speech.gap(gap.kind), { where: gap.where, detail: gap.detail }, speech)))
  }
  lines.push([parts.join(' · ')])
  return { kind: 'context', role: 'searched', lines }
}

function partialCoverage(coverage: Coverage, speech: Speech): string {
  if (coverage.from === null || coverage.to === null) return speech.say('coverageNone', { gateway: coverage.gateway })
  return speech.say('coveragePartial', {
    gateway: coverage.gateway,
    ...windowSlots({ from: coverage.from, to: coverage.to }, speech),
  })
}

function windowSlots({ from, to }: { from: number; to: number }, speech: Speech): Slots {
  return { fromAt: from, toAt: to, zone: zoneName(to, speech.clockwork) }
}

function actions(evidence: Evidence, { speech, ask }: Occasion): readonly Action[] {
  const week = 7 * 24 * 3_600_000
  const wide = evidence.asked.window.to - evidence.asked.window.from >= week
  return [
    ...(wide ? [] : [{ id: 'widen', label: speech.ui('actionWiden'), ask: `${ask} last 7 days` } as const]),
    { id: 'again', label: speech.ui('actionAgain'), ask } as const,
  ]
}
