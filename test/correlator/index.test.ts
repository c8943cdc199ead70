import { readFileSync } from 'node:fs'
import { correlate, said } from 'postmaster/correlator'
import { expect, it } from 'vitest'

const source = readFileSync(new URL('../../src/correlator/index.ts', import.meta.url), 'utf8')

/** The code of the first example in a doc comment. */
function example(): string {
  const code = source.split('```ts')[1]?.split('```')[0] ?? ''
  return code.replace(/^ \* ?/gm, '')
}

it('does what the example of its doc comment says', async () => {
  const printed: unknown[] = []
  const body = example().replace(/^import .*$/m, '')
  const run = Object.getPrototypeOf(async () => {}).constructor('correlate', 'said', 'console', body)
  await run(correlate, said, { log: (value: unknown) => printed.push(value) })
  expect(printed).toEqual(['BLOCKED_LIST', 3])
})
