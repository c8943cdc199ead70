import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const top = fileURLToPath(new URL('../../', import.meta.url))
const { compiled, modules }: { compiled(module: string): Promise<string>; modules: object } = await import(
  `${top}scripts/assemble.mjs`
)

describe('what is written in AssemblyScript', () => {
  it.each(Object.keys(modules))('%s/code.ts is what the source compiles to', async (module) => {
    expect(readFileSync(`${top}src/correlator/${module}/code.ts`, 'utf8')).toBe(await compiled(module))
  })
})
