import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { Certainty, Rule } from '../../src/diagnosis/rule.ts'
import { rules } from '../../src/diagnosis/rules/index.ts'
import { toldWithOthers } from '../../src/diagnosis/told-with-others.ts'
import { expectedOf, names } from '../whole-cases.ts'
import { cases } from './cases/index.ts'

// docs/causes.md is written from the rules and their cases: `npm run fix`, or
// `npx vitest run test/diagnosis/causes.test.ts --update`, writes it anew.

const top = fileURLToPath(new URL('../..', import.meta.url))

const stages = [
  'never connected',
  'connection',
  'envelope',
  'data',
  'work queue',
  'held',
  'delivery',
  'after delivery',
  'the search itself',
] as const

const surest: readonly Certainty[] = ['proven', 'likely', 'possible']

const whole = names.map(expectedOf)

/** How many whole cases give this cause as the verdict, and how many tell it besides. */
function wholeCases(cause: string) {
  return {
    first: whole.filter((told) => told.cause === cause).length,
    besides: whole.filter(({ also }) => also.includes(cause)).length,
  }
}

function row({ cause, stage, evidence, cites }: Rule): string {
  const own = cases.filter((told) => told.cause === cause)
  const found = own.filter(({ outcome }) => outcome === 'found')
  const most = surest.find((certainty) => found.some((told) => told.certainty === certainty)) ?? '−'
  const { first, besides } = wholeCases(cause)
  const answers = besides > 0 ? `${first} (+ ${besides})` : first
  const file = `[${cause}](../src/diagnosis/rules/${cause}.ts)`
  return `| ${file} | ${stage} ${stages[stage]} | ${most} | ${evidence} | ${found.length} + ${own.length - found.length} | ${answers} | ${cites.join(' · ').replaceAll('|', '\\|')} |`
}

function page(): string {
  const byStage = [...rules].sort((one, other) => one.stage - other.stage || (one.cause < other.cause ? -1 : 1))
  return `${[
    '# The causes',
    '',
    'Why expected mail did not arrive: every cause that is told, in the order of how far the mail came. Written by',
    'test/diagnosis/causes.test.ts from the rules and their cases.',
    '',
    'At most: the surest word that its cases show. `proven` rests on a line of that very attempt, in words that were seen in',
    'a real log or a page of the vendor; what only a check or the clock says is never more than `likely`. Evidence: whether',
    'the text of the log was `seen`, or its behaviour only `documented`, or neither. Cases: found + not found. Whole cases:',
    'questions of test/answers with this cause as the verdict, and in brackets those that tell it besides another one.',
    '',
    `${rules.length} rules, ${cases.length} cases, ${whole.length} whole cases.`,
    '',
    '| cause | stage | at most | evidence | cases | whole cases | rests on |',
    '|---|---|---|---|---|---|---|',
    ...byStage.map(row),
    '',
    '## Without a rule of their own',
    '',
    'They look the same from our side; the verdict names all of them and asks the question that tells them apart.',
    '',
    '| cause | told by | because |',
    '|---|---|---|',
    ...toldWithOthers.map(({ cause, toldBy, because }) => `| ${cause} | ${toldBy} | ${because} |`),
  ].join('\n')}\n`
}

it('docs/causes.md says what the rules and their cases say', async () => {
  await expect(page()).toMatchFileSnapshot(`${top}docs/causes.md`)
})

it('has two whole cases of every cause', () => {
  const told = (cause: string) => Object.values(wholeCases(cause)).reduce((sum, count) => sum + count)
  expect(rules.map(({ cause }) => cause).filter((cause) => told(cause) < 2)).toEqual([])
})

it('tells a cause by one rule only, and by a rule that there is', () => {
  const known = rules.map(({ cause }) => cause)
  expect(toldWithOthers.filter(({ cause }) => known.includes(cause))).toEqual([])
  expect(toldWithOthers.filter(({ toldBy }) => !known.includes(toldBy))).toEqual([])
})

const list = `${top}../shared/reference/CAUSES.md`

/** The ids of the list of causes, and the four that it names beyond its table. */
function listed(text: string): readonly string[] {
  const numbered = [...text.matchAll(/^\| \d+ \| `([a-z0-9-]+)` \|/gm)].map(([, cause = '']) => cause)
  return [...numbered, 'smtp-auth-failed', 'dlp-action', 'global-unsubscribe', 'remediated-after-delivery']
}

const there = existsSync(list)
if (!there) console.info('passed over: the list of causes is not here')

it.runIf(there)('leaves out no cause of the list', () => {
  const told = new Set([...rules, ...toldWithOthers].map(({ cause }) => cause))
  const ids = listed(readFileSync(list, 'utf8'))
  expect(ids.length).toBe(88)
  expect(ids.filter((cause) => !told.has(cause))).toEqual([])
})
