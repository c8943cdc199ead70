import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { decided, elsewhere } from '../../src/checks/catalogue.ts'
import { type CheckKey, texts } from '../../src/checks/texts.ts'

// docs/checks.md is written from src/checks: `npm run fix` writes it anew.

const ids = [...numbered('S', 27), ...numbered('R', 22)]
const keys = Object.keys(texts) as CheckKey[]

function numbered(letter: 'S' | 'R', count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${letter}${at + 1}`)
}

function inOrder<Entry extends { readonly id: string }>(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function page(): string {
  return `${[
    '# The checks',
    '',
    'What DNS and SMTP can prove of a sender (S) and of us (R). Every check ends as ok, problem or unknown; a time-out is',
    'never a problem. `postmaster dns <domain>` runs all of a domain, `postmaster probe` those of our listeners; a question',
    'runs those that the stage reached calls for. All look from the host of the bot, at the moment they are run.',
    '',
    row(['', 'what', 'decided how', 'proves', 'does not prove']),
    '| --- | --- | --- | --- | --- |',
    ...inOrder(decided).map(({ id, what, how, proves, doesNotProve }) => row([id, what, how, proves, doesNotProve])),
    '',
    '## Decided otherwise, or not',
    '',
    row(['', 'what', 'instead']),
    '| --- | --- | --- |',
    ...inOrder(elsewhere).map(({ id, what, instead }) => row([id, what, instead])),
    '',
    '## What each can say',
    '',
    ...inOrder(decided).map(({ id }) => `- ${id}: ${said(id).join(', ')}`),
    '',
    'This page is written from src/checks by test/checks/catalogue.test.ts.',
  ].join('\n')}\n`
}

function said(id: string): string[] {
  return keys.filter((key) => key.startsWith(`${id}.`)).map((key) => `\`${key}\``)
}

it('docs/checks.md says what the code does', async () => {
  const path = fileURLToPath(new URL('../../docs/checks.md', import.meta.url))
  await expect(page()).toMatchFileSnapshot(path)
})

it('tells of every check of the list once', () => {
  const told = [...decided, ...elsewhere].map(({ id }) => id)
  expect(told.toSorted()).toEqual(ids.toSorted())
})

it('calls decided what has texts, and nothing else', () => {
  const withTexts = new Set(keys.map((key) => key.slice(0, key.indexOf('.'))))
  expect([...withTexts].toSorted()).toEqual(decided.map(({ id }) => id).toSorted())
})

it('each can end as ok, and each but those without lookups or probes as unknown', () => {
  const without = decided.filter(({ id }) => !said(id).some((key) => /\.(unknown|refused|none|other)`/.test(key)))
  expect(without.map(({ id }) => id)).toEqual(['R11'])
})
