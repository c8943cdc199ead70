import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { gatewaysIn } from '../src/edges/logs/folders.ts'
import { draw } from '../src/edges/terminal/draw.ts'
import { ask, OURS } from './ask.ts'
import { answerJson } from './contract.ts'

/** What a case may set, as test/answers/README.md tells. */
const Options = z.strictObject({
  now: z.iso.datetime({ offset: true }),
  timezone: z.string(),
  since: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
  language: z.string().default('en'),
  ours: z
    .strictObject({ domains: z.array(z.string()), addresses: z.array(z.string()), mxHosts: z.array(z.string()) })
    .partial()
    .default({}),
})

/** What must come out. `why` is for whoever reads the case. */
const Expected = z.strictObject({
  cause: z.string(),
  certainty: z.enum(['proven', 'likely', 'possible']),
  not: z.array(z.string()).default([]),
  why: z.string(),
})

const folder = fileURLToPath(new URL('answers', import.meta.url))
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()

function read(name: string, file: string): string {
  return readFileSync(join(folder, name, file), 'utf8')
}

function answerOf(name: string) {
  const options = Options.parse(JSON.parse(read(name, 'options.json')))
  const here = join(folder, name)
  const single = existsSync(join(here, 'mail.log'))
  const now = Date.parse(options.now)
  return ask({
    question: read(name, 'question.txt'),
    now,
    timeZone: options.timezone,
    language: options.language,
    logs: single ? gatewaysIn([join(here, 'mail.log')], 'esa1') : gatewayFolders(here),
    zone: existsSync(join(here, 'zone.txt')) ? read(name, 'zone.txt') : null,
    ours: { ...OURS, ...(options.ours as Partial<typeof OURS>) },
    window: options.since
      ? { from: Date.parse(options.since), to: options.until ? Date.parse(options.until) : now }
      : null,
  })
}

function gatewayFolders(here: string) {
  const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.map(({ name }) => ({ name, paths: [join(here, name)] }))
}

describe('a whole case', () => {
  it('there are cases', () => expect(cases.length).toBeGreaterThan(20))

  it.each(cases)('%s', async (name) => {
    const reply = await answerOf(name)

    const { verdict } = answerJson.parse(reply.json)
    const expected = Expected.parse(JSON.parse(read(name, 'verdict.json')))
    expect(verdict).toMatchObject({ cause: expected.cause, certainty: expected.certainty })
    expect(expected.not).not.toContain(verdict?.cause)
    await expect(draw(reply, { columns: 100, styled: false })).toMatchFileSnapshot(
      join(folder, name, 'answer.golden.txt'),
    )
  })
})
