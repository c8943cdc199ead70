import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as correlator from 'postmaster/correlator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const source = fs.readFileSync(new URL('../../src/correlator/index.ts', import.meta.url), 'utf8')
const page = fs.readFileSync(new URL('../../docs/correlator.md', import.meta.url), 'utf8')

/** The blocks of a page, in order, without their fences. */
function blocks(text: string): { readonly kind: string; readonly body: string }[] {
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, kind = '', body = '']) => ({ kind, body }))
}

/** What an example prints when it is run in that folder. */
async function printedBy(code: string, folder: string): Promise<string[]> {
  const printed: string[] = []
  const body = code
    .replace(/^import (\{.*\}) from '(.*)'$/gm, "const $1 = modules['$2']")
    .replace(/(createReadStream|readFileSync)\('/g, `$1('${folder}/`)
  const run = Object.getPrototypeOf(async () => {}).constructor('modules', 'console', body)
  const log = (...values: unknown[]) => void printed.push(values.join(' '))
  await run({ 'postmaster/correlator': correlator, 'node:fs': fs }, { log })
  return printed
}

it('does what the example of its doc comment says', async () => {
  const [example] = blocks(source.replace(/^ \* ?/gm, ''))
  expect(await printedBy(example?.body ?? '', '.')).toEqual(['BLOCKED_LIST', '3'])
})

describe('docs/correlator.md', () => {
  const [log, ...examples] = blocks(page)
  let folder = ''
  beforeAll(() => {
    folder = fs.mkdtempSync(join(tmpdir(), 'postmaster-page-'))
    fs.writeFileSync(join(folder, 'mail.current'), log?.body ?? '')
  })
  afterAll(() => fs.rmSync(folder, { recursive: true }))

  const codes = examples.filter(({ kind }) => kind === 'ts')
  it.each(codes.map(({ body }) => body))('%s', async (code) => {
    const told = examples[examples.findIndex(({ body }) => body === code) + 1]
    expect(`${(await printedBy(code, folder)).join('\n')}\n`).toBe(told?.body)
  })

  it('names all that the library gives', () => {
    expect(Object.keys(correlator).filter((name) => !page.includes(`\`${name}`) && !page.includes(`${name}(`))).toEqual(
      [],
    )
    expect(codes).toHaveLength(3)
  })
})
