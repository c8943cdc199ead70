import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { diagnose, verdictOf } from '../../src/diagnosis/diagnose.ts'
import { type Finding, keysOf, type Rule } from '../../src/diagnosis/rule.ts'
import { rules } from '../../src/diagnosis/rules/index.ts'
import { cases } from './cases/index.ts'
import { lookAlikeCases } from './cases/look-alikes.ts'
import { evidenceOf } from './evidence-of.ts'

function ruleOf(cause: string): Rule {
  const rule = rules.find((known) => known.cause === cause)
  if (!rule) throw new Error(`no rule ${cause}`)
  return rule
}

function slotsIn(text: string): string[] {
  return [...text.matchAll(/\{([A-Za-z]+)/g)].map(([, slot]) => slot ?? '')
}

/** Slots that the note gets from the reply beside those of the finding. */
const noteSlots = ['ourDomain', 'ourMx', 'period', 'fromAt', 'toAt', 'period']

describe('each rule', () => {
  it.each(cases)('$cause: $name', (told) => {
    const { cause, outcome, certainty, variant, way, noteTo, cites = [], slots, verdict } = told
    const evidence = evidenceOf(told)
    const result = ruleOf(cause).examine(evidence)
    expect(result.outcome).toBe(outcome)
    if (result.outcome === 'clear' && slots) expect(result.slots).toMatchObject(slots)
    if (result.outcome === 'found') {
      const [finding] = result.findings
      if (!finding) throw new Error('found, and no finding')
      if (certainty) expect(finding.certainty).toBe(certainty)
      if (variant) expect(finding.variant ?? 'default').toBe(variant)
      if (way) expect(finding.way ?? 'in').toBe(way)
      if (noteTo) expect(finding.note ? (finding.noteTo ?? 'sender') : 'nobody').toBe(noteTo)
      if (slots) expect(finding.slots).toMatchObject(slots)
      for (const part of cites) expect(finding.cites.map(({ text }) => text).join('\n')).toContain(part)
      expectWhole(finding, ruleOf(cause))
    }
    const leads = verdict ?? (outcome === 'found' && certainty !== 'possible' ? cause : undefined)
    if (leads) expect(verdictOf(diagnose(evidence))?.cause).toBe(leads)
  })

  it.each(rules.map(({ cause }) => cause))(
    '%s has a case for found, clear, not-applicable and a look-alike',
    (cause) => {
      const outcomes = new Set(cases.filter((told) => told.cause === cause).map(({ outcome }) => outcome))
      expect([...outcomes]).toEqual(expect.arrayContaining(['found', 'clear', 'not-applicable']))
      expect(lookAlikeCases.map((told) => told.cause)).toContain(cause)
    },
  )

  it('is named by its file', () => {
    const folder = fileURLToPath(new URL('../../src/diagnosis/rules', import.meta.url))
    const files = readdirSync(folder).filter((file) => file !== 'index.ts')
    expect(rules.map(({ cause }) => `${cause}.ts`).sort()).toEqual(files.sort())
  })

  it.each(rules)('$cause says what its term means, and its note tells nothing of ours', ({ texts }) => {
    expect(texts.meaning.length).toBeGreaterThan(60)
    const { note: toSender, noteToRecipient: toRecipient, noteToColleague: toColleague } = texts
    const note = [toSender, toRecipient, toColleague].map((text) => `${text?.subject} ${text?.body}`).join(' ')
    for (const inner of ['group', 'filter', 'policy', 'quarantine', 'match', 'id', 'gateway', 'entry']) {
      expect(slotsIn(note)).not.toContain(inner)
    }
  })
})

/** Nothing is proven without a seen line of that very attempt, and no text asks for a slot that is not there. */
function expectWhole(finding: Finding, rule: Rule): void {
  const { texts } = rule
  const { variant = 'default' } = finding
  expect(finding.cause).toBe(rule.cause)
  // That nothing came, or that it could not be read, rests on the coverage alone where no lookup was made.
  const rests = finding.cites.length + (finding.lookups ?? []).length > 0
  expect(rests || ['never-connected', 'never-relayed', 'logs-incomplete'].includes(finding.cause)).toBe(true)
  expect({ ...texts.headline, ...texts.summary }).toHaveProperty(variant)
  const text = (part: Readonly<Record<string, string>>) => part[keysOf(finding).find((key) => key in part) ?? ''] ?? ''
  if (finding.certainty === 'proven') {
    expect(rule.evidence).toBe('seen')
    expect(finding.cites.length).toBeGreaterThan(0)
    expect(finding.attempts.length).toBeGreaterThan(0)
  }
  const speech = [text(texts.headline), text(texts.summary)]
  for (const slot of speech.flatMap(slotsIn)) expect(finding.slots).toHaveProperty(slot)
  for (const { step, slots } of finding.nextSteps) {
    expect(texts.steps).toHaveProperty(step)
    for (const slot of slotsIn(texts.steps[step] ?? '')) expect({ ...finding.slots, ...slots }).toHaveProperty(slot)
  }
  if (!finding.note) return
  const to = {
    sender: texts.note,
    recipient: texts.noteToRecipient,
    colleague: texts.noteToColleague ?? texts.note,
  }
  const note = to[finding.noteTo ?? 'sender']
  expect(note).toBeDefined()
  for (const slot of slotsIn(`${note?.subject} ${note?.body}`)) {
    if (!noteSlots.includes(slot)) expect(finding.slots).toHaveProperty(slot)
  }
}
