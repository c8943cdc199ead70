import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { Form } from '../../../src/correlator/form.ts'
import { forms } from '../../../src/correlator/forms/index.ts'
import { catalogue, formsOf, type Row } from './rows.ts'

// docs/forms.md is written from the forms and the rows, so that it cannot say less or more than the correlator reads.

const rows = catalogue.flatMap((group) => group.rows)
const all = Object.values<Form>(forms).sort((a, b) => (a.name < b.name ? -1 : 1))

function otherOf(row: Row): { readonly header?: string; readonly leftOut?: string } {
  const other = row[2]
  return typeof other === 'object' ? other : {}
}

/** Who reads a row, in the words of the table. */
function readBy(row: Row): string {
  const { header, leftOut } = otherOf(row)
  if (header) return `the reader of headers: ${header}`
  if (leftOut) return `left out: ${leftOut}`
  return formsOf(row)
    .map((name) => `[${name}](#${name})`)
    .join(', ')
}

/** How many of the rows that are marked so are read. Only the best mark of a row counts. */
function countOf(mark: string): string {
  const marked = rows.filter(([, marks]) => marks.split(', ')[0] === mark)
  const left = marked.filter((row) => otherOf(row).leftOut)
  return `${marked.length - left.length} of ${marked.length}`
}

function table(): string {
  const templates = all.flatMap(({ lines }) => lines).length
  const left = rows.filter((row) => otherOf(row).leftOut).length
  const header = rows.filter((row) => otherOf(row).header).length
  const text = [
    '# Line forms',
    '',
    'What the correlator reads of the logs of a Cisco Secure Email Gateway. Written by test/correlator/forms/table.test.ts',
    'from the forms themselves; to write it anew: `npx vitest run test/correlator/forms/table.test.ts --update`.',
    '',
    '| | |',
    '|---|---|',
    `| rows of the catalogue | ${rows.length} |`,
    `| read by a form | ${rows.length - left - header} |`,
    `| read with the header of a line | ${header} |`,
    `| left out, with the reason | ${left} |`,
    `| read of those that were seen in a log | ${countOf('seen')} |`,
    `| of those only in the vendor's documents | ${countOf('doc')} |`,
    `| of those only known from a template of some tool | ${countOf('tmpl')} |`,
    `| of those with no such mark | ${countOf('-')} |`,
    `| forms | ${all.length} |`,
    `| templates of lines in them | ${templates} |`,
    '',
    'A row is one shape in the catalogue; several may be variants of one form. What no form reads is not lost: the line is',
    'kept, its ids are still found, and the summary counts it by its shape. To have such a line added, send what',
    '`postmaster correlate --summary mail.current` prints as `shape` and `count`: the fixed words of the line, without',
    'addresses, domains, quoted texts and numbers. Its `sample` is a line of your log: look at it, and keep it.',
    '',
  ]
  for (const group of catalogue) {
    text.push(`## ${group.title}`, '', '| row | known from | read by |', '|---|---|---|')
    for (const row of group.rows) text.push(`| ${row[0]} | ${row[1]} | ${readBy(row)} |`)
    text.push('')
  }
  text.push('## Every form', '')
  for (const { name, says, lines } of all) {
    text.push(`### ${name}`, '', says, '', '```text', ...lines, '```', '')
  }
  return text.join('\n')
}

it('docs/forms.md says what is read', async () => {
  await expect(table()).toMatchFileSnapshot(fileURLToPath(new URL('../../../docs/forms.md', import.meta.url)))
})
