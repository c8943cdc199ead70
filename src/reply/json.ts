import type { Attempt } from '../diagnosis/attempts.ts'
import { type ChangedPart, changedOf } from '../diagnosis/changed.ts'
import type { Diagnosis } from '../diagnosis/diagnose.ts'
import { dialoguesOf } from '../diagnosis/dialogue.ts'
import type { Cite, Evidence } from '../diagnosis/evidence.ts'
import type { Finding, Slots } from '../diagnosis/rule.ts'
import { checkSentence } from './check-sentence.ts'
import { dialogueJson } from './dialogue.ts'
import { fillWords } from './fill.ts'
import { noteOf } from './note.ts'
import { becauseOf } from './sections.ts'
import type { Speech } from './speech.ts'
import { tellWords } from './told.ts'

/** The question in the shape that `--json` prints. */
export interface AskedJson {
  readonly ask: string
  readonly gateways: readonly string[]
  readonly language: string
}

/**
 * The answer as the one object that `--json` prints; others read it, so its shape only grows (version 1). Times are
 * ISO 8601 in UTC.
 */
export function toJson(evidence: Evidence, diagnosis: Diagnosis, asked: AskedJson, speech: Speech, elapsedMs: number) {
  const leading = diagnosis.findings[0]
  const { about, recipient, window } = evidence.asked
  return {
    version: 1,
    question: {
      ask: asked.ask,
      about,
      recipient,
      window: { from: iso(window.from), to: iso(window.to) },
      gateways: asked.gateways,
      language: asked.language,
    },
    verdict: leading
      ? {
          cause: leading.cause,
          certainty: leading.certainty,
          headline: tellWords(leading, 'headline', speech),
        }
      : null,
    changed: leading ? changedJson(evidence, leading, speech) : null,
    findings: diagnosis.findings.map((finding) => findingJson(finding, evidence, speech)),
    ruledOut: diagnosis.ruledOut.map((one) => ({
      cause: one.cause,
      because: fillWords(...becauseOf(one, speech), speech),
    })),
    attempts: evidence.attempts.map(attemptJson),
    checks: evidence.checks.map((check) => ({
      id: check.id,
      status: check.status,
      summary: checkSentence(check, speech),
      lookups: check.lookups,
    })),
    candidates: evidence.candidates,
    coverage: evidence.coverage.map((coverage) => ({
      gateway: coverage.gateway,
      from: coverage.from === null ? null : iso(coverage.from),
      to: coverage.to === null ? null : iso(coverage.to),
      complete: coverage.complete,
      lines: coverage.lines,
      unrecognised: coverage.unrecognised,
      gaps: coverage.gaps.map(({ from, to }) => ({ from: iso(from), to: iso(to) })),
      ...(coverage.assumedTimeZone && { assumedTimeZone: coverage.assumedTimeZone }),
    })),
    gaps: evidence.gaps.map(({ where, kind, detail }) => ({ where, kind, detail })),
    elapsedMs,
  }
}

/**
 * What differs from the last mail of the sender that was taken, before the attempts of the verdict; null where nothing does.
 * `now` and `before` are null where there is none: a name that is lost, encryption that is not used.
 */
function changedJson(evidence: Evidence, leading: Finding, speech: Speech) {
  const changed = changedOf(evidence, leading)
  return (
    changed && {
      takenAt: iso(changed.takenAt),
      differences: changed.differences.map(({ what, slots }) => ({
        what,
        now: asValue(what, slots.now ?? slots.count),
        before: asValue(what, slots.before ?? slots.usual),
        text: speech.say(`changed.${what}`, slots),
      })),
    }
  )
}

/** A score as a number: people read a minus sign, programs a hyphen. */
function asValue(what: ChangedPart, value: Slots[string] | undefined): string | number | null {
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return null
  return what === 'sbrs' ? Number(value.replace('−', '-')) : value
}

function findingJson(finding: Finding, evidence: Evidence, speech: Speech) {
  const note = noteOf(finding, evidence, speech)
  const dialogues = finding.attempts.flatMap(dialoguesOf)
  return {
    cause: finding.cause,
    certainty: finding.certainty,
    count: finding.attempts.length,
    summary: tellWords(finding, 'summary', speech),
    cites: finding.cites.map(citeJson),
    lookups: finding.lookups ?? [],
    nextSteps: finding.nextSteps.map((step) => ({
      who: step.who,
      text: fillWords(speech.step(finding, step.step), { ...finding.slots, ...step.slots }, speech),
      ...(step.command ? { command: step.command } : {}),
    })),
    ...(dialogues.length > 0 && { conversations: dialogues.map((dialogue) => dialogueJson(dialogue, speech)) }),
    note: note?.kind === 'draft' ? `Subject: ${note.subject}\n\n${note.body}` : null,
  }
}

function citeJson({ gateway, file, number, text }: Cite) {
  return { gateway, file, line: number, text }
}

/** `recipients` is there where they fared differently; `fate` is then the best that came of it. */
function attemptJson(attempt: Attempt) {
  const { gateway, time, ip, host, icid, mid, mailFrom, rcptTo, senderGroup, sbrs, fate, recipients = [] } = attempt
  const differ = recipients.some((recipient) => recipient.fate !== fate)
  return {
    ...{ gateway, time: iso(time), ip, host, icid, mid, mailFrom, rcptTo, senderGroup, sbrs, fate },
    ...(differ && { recipients: recipients.map((recipient) => ({ rcptTo: recipient.rcptTo, fate: recipient.fate })) }),
  }
}

/** `2026-11-20T09:12:00Z`; a log's clock has whole seconds. */
function iso(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z')
}
