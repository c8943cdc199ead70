import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { command as why } from '../commands/why.ts'
import { zoneResolver } from '../src/demo/zone.ts'
import { gatewaysIn } from '../src/edges/logs/folders.ts'
import { source as files } from '../src/edges/sources/files.ts'
import { memoryStore } from '../src/edges/store/memory.ts'
import { draw } from '../src/edges/terminal/draw.ts'
import { defaultLimits } from '../src/gather/settings.ts'
import { languageFor } from '../src/question/words.ts'
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

const ours = {
  domains: ['example.org'],
  addresses: ['192.0.2.11', '192.0.2.12'],
  mxHosts: ['mx1.example.org', 'mx2.example.org'],
}

const folder = fileURLToPath(new URL('answers', import.meta.url))
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()

function read(name: string, file: string): string {
  return readFileSync(join(folder, name, file), 'utf8')
}

/** Question, log and zone → the whole way, as the command line goes it. The clock stands still. */
async function answerOf(name: string) {
  const options = Options.parse(JSON.parse(read(name, 'options.json')))
  const now = Date.parse(options.now)
  const here = join(folder, name)
  const logs = existsSync(join(here, 'mail.log'))
    ? [join(here, 'mail.log')]
    : readdirSync(here, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [join(here, entry.name)] : [],
      )
  const named = existsSync(join(here, 'mail.log'))
    ? gatewaysIn(logs, 'esa1')
    : logs.map((path) => ({ name: path.split('/').at(-1) ?? '', paths: [path] }))
  const sources = named.map((own) =>
    files.open(own.name, { source: 'files', paths: [...own.paths] }, { secret: () => undefined, now: () => now }),
  )
  const reply = await why.run(read(name, 'question.txt'), {
    ports: {
      sources,
      resolver: existsSync(join(here, 'zone.txt')) ? zoneResolver(read(name, 'zone.txt')) : null,
      probe: null,
      clock: { now: () => now },
      store: memoryStore(),
    },
    settings: {
      ours: { ...ours, ...(options.ours as Partial<typeof ours>) },
      listeners: [],
      timeZone: options.timezone,
      language: options.language,
      zones: {},
      limits: defaultLimits,
    },
    language: languageFor(options.language),
    answerIn: null,
    timeZone: options.timezone,
    now,
    previous: null,
    window: options.since
      ? { from: Date.parse(options.since), to: options.until ? Date.parse(options.until) : now, stated: true }
      : null,
    commands: [],
    understood() {},
    progress() {},
  })
  await Promise.all(sources.map((source) => source.close()))
  return reply
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
