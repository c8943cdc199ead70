import { type CheckResult, isUnremarkable } from '../checks/check.ts'
import { domainAsked } from '../diagnosis/concerns.ts'
import type { Diagnosis, RuledOut } from '../diagnosis/diagnose.ts'
import type { Evidence, Gap } from '../diagnosis/evidence.ts'
import { milestones } from '../diagnosis/milestones.ts'
import type { Finding, Slots } from '../diagnosis/rule.ts'
import { underWay } from '../diagnosis/waiting.ts'
import { whatChanged } from './changed.ts'
import { checkLine } from './check-sentence.ts'
import { fill, fillWords, plain } from './fill.ts'
import type { Inline, Line, Section } from './reply.ts'
import { isGatewayGap, nothingRead, windowSlots } from './searched.ts'
import type { Speech } from './speech.ts'
import { tell, tellWords } from './told.ts'
import { zonedTime } from './when.ts'

/** What happened, and how sure that is. */
export function happened(evidence: Evidence, leading: Finding | undefined, speech: Speech): Section {
  const lines: Line[] = []
  if (evidence.widened) {
    lines.push(fill(speech.ui('widened'), windowSlots(evidence.asked.window, speech), speech))
  }
  if (leading) {
    lines.push(tell(leading, 'summary', speech))
    const changed = whatChanged(evidence, leading, speech)
    if (changed !== null) lines.push([changed])
    // Where nothing could be read, nothing fits and nothing is proved.
    if (!nothingRead(evidence)) lines.push([speech.ui(leading.certainty)])
    if (leading.onlyClaimed) {
      lines.push([speech.say('onlyClaimed', { domain: domainAsked(evidence.asked.about) ?? leading.slots.host ?? '' })])
    }
    const words = leading.aside ? underWayWords(evidence, speech) : null
    if (words !== null) lines.push([words, ' ', speech.ui('underWaySummary')])
  } else if (evidence.attempts.length === 0) lines.push([speech.ui('nothingFoundSummary')])
  else if (underWay(evidence)) lines.push([speech.ui('underWaySummary')])
  else lines.push(fill(speech.ui('noVerdictSummary'), { count: evidence.attempts.length }, speech))
  lines.push(...listenerLines(evidence, speech))
  return { kind: 'text', role: 'happened', lines }
}

/** That the mail was taken just now; null where it was not. */
export function underWayWords(evidence: Evidence, speech: Speech): string | null {
  const taken = underWay(evidence)
  return taken && speech.say('underWay', { taken: zonedTime(taken.takenAt, speech.clockwork) })
}

/** Where nothing came, that our own listener answers, and how fast, is half of the answer. */
function listenerLines({ attempts, checks }: Evidence, speech: Speech): readonly Line[] {
  const answers = attempts.length > 0 ? [] : checks.filter(({ key }) => key === 'R9.ok')
  return answers.map((check, index) => {
    const line = checkLine(check, speech)
    return index === answers.length - 1 ? [...line, ' ', speech.ui('probeLimits')] : line
  })
}

/** What could not be read, and rules of ours that failed: the answer may be wrong by them. */
export function missing(gaps: readonly Gap[], crashed: readonly string[], speech: Speech): Section | null {
  const failed = crashed.map((cause): Gap => ({ where: cause, kind: 'crashed', detail: 'see the log' }))
  const items = [...gaps.filter(isGatewayGap), ...failed].map((gap) =>
    fill(speech.gap(gap.kind), { where: gap.where, detail: gap.detail }, speech),
  )
  return items.length === 0 ? null : { kind: 'list', role: 'missing', title: speech.ui('missing'), items }
}

/** Who does what next. A command or menu path that the sentence holds already is not said twice. */
export function next(leading: Finding | undefined, speech: Speech): Section | null {
  if (!leading || leading.nextSteps.length === 0) return null
  const items = leading.nextSteps.map(({ who, step, slots, command }): Line => {
    const text = fill(speech.step(leading, step), { ...leading.slots, ...slots }, speech)
    const shown: Inline[] = command && !plain(text).includes(command) ? [' ', { code: command }] : []
    return [{ bold: `${speech.ui(who)}:` }, ' ', ...text, ...shown]
  })
  return { kind: 'list', role: 'next', title: speech.ui('next'), items }
}

/** What was found besides, each in its own words. */
export function also(findings: readonly Finding[], speech: Speech): Section | null {
  if (findings.length === 0) return null
  const items = findings.map(
    (finding): Line => [
      { bold: tellWords(finding, 'headline', speech) },
      ' ',
      ...tell(finding, 'summary', speech),
      ' ',
      speech.ui(finding.certainty),
    ],
  )
  return { kind: 'list', role: 'also', title: speech.ui('otherFindings'), items, folded: true }
}

/**
 * What was looked at and is fine, each thing once. How far the mail came is one line, whatever number of causes that rules
 * out; of mail that arrived it goes without saying.
 */
export function ruledOut(diagnosis: Diagnosis, speech: Speech): Section | null {
  const arrived = diagnosis.findings[0]?.cause === 'delivered'
  const seen = diagnosis.ruledOut.flatMap((one): Line[] =>
    one.past || one.unsaid ? [] : [fill(...becauseOf(one, speech), speech)],
  )
  const items = [...(arrived ? [] : trail(diagnosis, speech)), ...seen]
  const distinct = new Map(items.map((line) => [plain(line), line]))
  if (distinct.size === 0) return null
  return { kind: 'list', role: 'ruled-out', title: speech.ui('ruledOut'), items: [...distinct.values()], folded: true }
}

/** The text by which a cause is ruled out, and what fills it. */
export function becauseOf({ cause, past, slots }: RuledOut, speech: Speech): readonly [template: string, slots: Slots] {
  return [past ? speech.ui(`past.${past}`) : (speech.clear(cause) ?? ''), slots]
}

/** `On its way: let in (…) · sender accepted · recipient accepted.` Empty where the mail came past nothing. */
function trail({ ruledOut }: Diagnosis, speech: Speech): readonly Line[] {
  const slotsOf = new Map(ruledOut.map(({ past, slots }) => [past, slots]))
  const parts = milestones.flatMap((milestone): string[] => {
    const slots = slotsOf.get(milestone)
    // Whatever happened at our gateway happened to mail that reached it.
    return slots && milestone !== 'connected' ? [fillWords(speech.ui(`past.${milestone}`), slots, speech)] : []
  })
  return parts.length === 0 ? [] : [fill(speech.ui('trail'), { trail: parts.join(' · ') }, speech)]
}

/** What could not be told for want of something. Where the log proves the cause, nobody needs it. */
export function notTold({ unknowns }: Diagnosis, leading: Finding | undefined, speech: Speech): Section | null {
  if (leading?.certainty === 'proven') return null
  const texts = unknowns.map(({ cause, missing: key }) => (key === null ? null : speech.unknown(cause, key)))
  const items = [...new Set(texts)].flatMap((text): Line[] => (text === null ? [] : [fill(text, {}, speech)]))
  if (items.length === 0) return null
  return { kind: 'list', role: 'not-told', title: speech.ui('checksUnknown'), items, folded: true }
}

export function checks(results: readonly CheckResult[], speech: Speech): Section | null {
  const told = results.filter((result) => !isUnremarkable(result))
  if (told.length === 0) return null
  const items = told.map((check) => checkLine(check, speech))
  return { kind: 'list', role: 'checks', title: speech.ui('checks'), items, folded: true }
}
