import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { commands } from '../commands/index.ts'
import type { Command } from '../src/answering/command.ts'
import { answersPage } from './answers-page.ts'

// docs/commands.md is written from the commands themselves, docs/answers.md from the kept answers of test/answers/:
// `npm run fix` writes both anew.

const top = fileURLToPath(new URL('..', import.meta.url))

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

function row({ name, usage, summary, examples }: Command): string {
  const words = [name, usage].filter(Boolean).join(' ')
  return `| \`${cell(words)}\` | ${cell(summary)} | ${examples.map((example) => `\`${cell(example)}\``).join('<br>')} |`
}

function page(all: readonly Command[]): string {
  const lines = [
    '# What can be asked',
    '',
    'Each of these is a verb in Slack (`/mail dns example.com`, `@postmaster dns example.com`) and on the command line',
    '(`npx postmaster dns example.com`). Words that begin with no verb are taken as a question for `why`.',
    '',
    '| ask | it | for example |',
    '| --- | --- | --- |',
    ...all.map(row),
    '',
    'The command line has three verbs more: `correlate [PATH|-]` prints each connection, message and delivery of a log as',
    'one JSON object a line, `doctor` says what to mend in the set-up, and `demo` starts a world of its own to try it in.',
    '`npx postmaster <verb> --help` lists the options of a verb.',
    '',
    'This page is written from `commands/` by test/docs.test.ts.',
  ]
  return `${lines.join('\n')}\n`
}

it('docs/commands.md says what the commands say of themselves', async () => {
  await expect(page(commands)).toMatchFileSnapshot(`${top}docs/commands.md`)
})

it('docs/answers.md shows the answers as they are kept beside their cases', async () => {
  await expect(answersPage()).toMatchFileSnapshot(`${top}docs/answers.md`)
})

it('README leads there, once there is a README', () => {
  const readme = `${top}README.md`
  const text = existsSync(readme) ? readFileSync(readme, 'utf8') : 'docs/commands.md'
  expect(text).toContain('docs/commands.md')
})
