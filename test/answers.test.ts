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

/** What a case may set; all times ISO 8601. */
const Options = z.strictObject({
  now: z.iso.datetime(),
  timezone: z.string().default('Europe/Zurich'),
  language: z.string().default('en'),
  ours: z
    .strictObject({
      domains: z.array(z.string()).default(['example.org']),
      addresses: z.array(z.string()).default(['192.0.2.11', '192.0.2.12']),
      mxHosts: z.array(z.string()).default(['mx1.example.org', 'mx2.example.org']),
    })
    .default({
      domains: ['example.org'],
      addresses: ['192.0.2.11', '192.0.2.12'],
      mxHosts: ['mx1.example.org', 'mx2.example.org'],
    }),
})

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
      ours: options.ours,
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
    window: null,
    commands: [],
    understood() {},
    progress() {},
  })
  await Promise.all(sources.map((source) => source.close()))
  return reply
}

const Verdict = z.object({ verdict: z.object({ cause: z.string(), certainty: z.string() }).nullable() })

describe('a whole case', () => {
  it('there are cases', () => expect(cases.length).toBeGreaterThan(20))

  it.each(cases)('%s', async (name) => {
    const reply = await answerOf(name)

    const { verdict } = Verdict.parse(reply.json)
    expect({ cause: verdict?.cause, certainty: verdict?.certainty }).toEqual(JSON.parse(read(name, 'verdict.json')))
    await expect(draw(reply, { columns: 100, styled: false })).toMatchFileSnapshot(
      join(folder, name, 'answer.golden.txt'),
    )
  })
})
