// npm run new rule|form|command|source <name>: writes the file and its test, ready to be filled in.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import process from 'node:process'

const camel = (name) => name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase())

const kinds = {
  rule: (name) => ({
    [`src/diagnosis/rules/${name}.ts`]: `import { defineRule } from '../rule.ts'

// FILL IN: what the log says, row of the catalogue of forms, and what this must not be mistaken for.
export const rule = defineRule({
  cause: '${name}',
  stage: 4,
  cites: ['FILL IN: where the evidence is documented'],
  evidence: 'unverified',
  past: 'queued', // FILL IN: where a mail comes past this point, the cause did not stop it.
  texts: {
    headline: { default: 'FILL IN: the verdict in one sentence a support agent understands.' },
    summary: { default: 'FILL IN: what happened, with {time} and {id}.' },
    steps: {},
    meaning: 'FILL IN: what the term means.',
  },
  examine: () => ({ outcome: 'not-applicable' }),
})
`,
    [`test/diagnosis/rules/${name}.test.ts`]: `import { expect, it } from 'vitest'
import { rule } from '../../../src/diagnosis/rules/${name}.ts'

it('is filled in', () => {
  expect(JSON.stringify(rule)).not.toContain('FILL IN')
})
`,
  }),
  form: (name) => ({
    [`src/correlator/forms/${name}.ts`]: `import { defineForm } from '../form.ts'

// FILL IN: row of the catalogue, and the trap a reader must know.
export const ${camel(name)} = defineForm({
  name: '${name}',
  lines: ['MID {mid} FILL IN {what}'],
  says: 'FILL IN: one plain sentence.',
  samples: ['MID 7 FILL IN something'],
})
`,
    [`test/correlator/forms/${name}.test.ts`]: `import { expect, it } from 'vitest'
import { ${camel(name)} } from '../../../src/correlator/forms/${name}.ts'

it('is filled in', () => {
  expect(JSON.stringify(${camel(name)})).not.toContain('FILL IN')
})
`,
  }),
  command: (name) => ({
    [`commands/${name}.ts`]: `import { z } from 'zod'
import { defineCommand } from '../src/answering/command.ts'

export const command = defineCommand({
  name: '${name}',
  summary: 'FILL IN: one clause that begins with a verb',
  usage: '<FILL IN>',
  examples: ['${name} FILL IN'],
  args: z.string().min(1, 'FILL IN: what to write'),

  async run(words) {
    return { tone: 'none', headline: \`FILL IN: \${words}\`, sections: [], actions: [], json: { version: 1 }, status: 0 }
  },
})
`,
    [`test/commands/${name}.test.ts`]: `import { expect, it } from 'vitest'
import { command } from '../../commands/${name}.ts'

it('is filled in', () => {
  expect(JSON.stringify(command)).not.toContain('FILL IN')
})
`,
  }),
  source: (name) => ({
    [`src/edges/sources/${name}.ts`]: `import { z } from 'zod'
import { timeZone } from '../logs/time-zone.ts'
import { defineSource } from './source.ts'

export const source = defineSource({
  name: '${name}',
  config: z.strictObject({ source: z.literal('${name}'), timeZone }),
  open: (gateway) => ({
    gateway,
    // FILL IN: what the world does wrong is a Gap, never an exception.
    search: async () => ({ lines: [], gaps: [], utcOffset: null, scanned: 0 }),
    coverage: async () => ({
      coverage: { gateway, from: null, to: null, complete: false, lines: 0, unrecognised: 0, gaps: [] },
      gaps: [],
    }),
    health: async () => ({ ok: false, version: null, utcOffset: null, gaps: [] }),
    close: async () => {},
  }),
})
`,
    [`test/edges/sources/${name}.test.ts`]: `import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('is filled in', () => {
  const text = readFileSync(new URL('../../../src/edges/sources/${name}.ts', import.meta.url), 'utf8')
  expect(text).not.toContain('FILL IN')
})
`,
  }),
}

const [kind, name] = process.argv.slice(2)
const files =
  Object.hasOwn(kinds, kind ?? '') && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name ?? '') ? kinds[kind](name) : null
if (!files) {
  process.stderr.write('Usage: npm run new rule|form|command|source <name-in-kebab-case>\n')
  process.exit(2)
}
const there = Object.keys(files).filter((path) => existsSync(path))
if (there.length > 0) {
  process.stderr.write(`There already: ${there.join(', ')}\n`)
  process.exit(2)
}
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  process.stdout.write(`wrote ${path}\n`)
}
process.stdout.write('Then: npm run fix (writes the list of its folder), and fill in what says FILL IN.\n')
