import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { peerCases, resultsOf } from './peers.ts'

// docs/spf.md is written from the cases as they run: `npm run fix` writes it anew.

const top = fileURLToPath(new URL('../../../', import.meta.url))
const { version } = JSON.parse(readFileSync(`${top}node_modules/mailauth/package.json`, 'utf8')) as { version: string }

test.each(peerCases)('$what', async (one) => {
  expect((await resultsOf(one)).ours).toBe(one.result)
})

test('docs/spf.md says how the cases end, here and elsewhere', async () => {
  const rows = await Promise.all(
    peerCases.map(async (one) => {
      const { ours, theirs } = await resultsOf(one)
      const mark = (result: string) => (result === one.result ? result : `**${result.replaceAll('|', '\\|')}**`)
      return `| ${one.what} | ${one.section} | ${one.result} | ${mark(ours)} | ${mark(theirs)} |`
    }),
  )
  const page = [
    '# SPF where libraries part ways',
    '',
    '`postmaster/spf` passes all 203 cases of the suite that was written beside RFC 7208 (test/checks/spf/suite.test.ts,',
    'where the suite is at hand). These are cases besides, from incidents: what the DNS cannot say is neither pass nor',
    `fail. Beside ours stands mailauth ${version}, the last that runs on Node 20, over the same answers. Bold is not what`,
    'the RFC says.',
    '',
    '| case | section | RFC 7208 | ours | mailauth |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    'This page is written from test/checks/spf/peers.ts by peers.test.ts.',
  ]
  await expect(`${page.join('\n')}\n`).toMatchFileSnapshot(`${top}docs/spf.md`)
})
