import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const top = fileURLToPath(new URL('../../../', import.meta.url))

it('code.ts is what the source compiles to', async () => {
  const { compiled } = await import(`${top}scripts/finder.mjs`)
  expect(readFileSync(`${top}src/correlator/finder/code.ts`, 'utf8')).toBe(await compiled())
})
