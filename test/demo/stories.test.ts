import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { command as why } from '../../commands/why.ts'
import { openSources, parseConfiguration, settingsOf } from '../../src/config.ts'
import { type Embedded, startEmbedded } from '../../src/demo/embedded.ts'
import { composeWorld } from '../../src/demo/world/compose.ts'
import { dnsResolver, parseServer } from '../../src/edges/dns/resolver.ts'
import { smtpProbe } from '../../src/edges/smtp/probe.ts'
import { memoryStore } from '../../src/edges/store/memory.ts'
import type { Ports } from '../../src/gather/ports.ts'
import type { Settings } from '../../src/gather/settings.ts'

let world: Embedded
let folder: string
let ports: Ports
let settings: Settings

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postmaster-stories-'))
  world = await startEmbedded({
    folder,
    port: 0,
    log: join(folder, 'bot.log'),
    save: (name, text) => writeFile(join(folder, name), text, { mode: 0o600 }),
  })
  const loaded = parseConfiguration(world.configuration)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  settings = settingsOf(loaded.configuration)
  const servers = loaded.configuration.dns.servers.flatMap((text) => parseServer(text) ?? [])
  ports = {
    sources: openSources(loaded.configuration, Date.now),
    resolver: dnsResolver({ servers }),
    probe: smtpProbe(settings.listeners),
    clock: { now: () => Date.now() },
    store: memoryStore(),
  }
})

afterAll(async () => {
  await Promise.all(ports.sources.map((source) => source.close()))
  await world.close()
  await rm(folder, { recursive: true, force: true })
})

const Verdict = z.object({ verdict: z.object({ cause: z.string(), certainty: z.string() }) })

describe('a story of the embedded world, asked over real SSH and DNS', () => {
  it.each(
    composeWorld({ now: Date.now(), seed: 1, utcOffset: 3600 }).stories.map(({ question, cause }) => [cause, question]),
  )('%s: %s', async (cause, question) => {
    const reply = await why.run(question, {
      ports,
      settings,
      language: 'en',
      answerIn: null,
      timeZone: settings.timeZone,
      now: Date.now(),
      previous: null,
      window: null,
      commands: [],
      understood() {},
      progress() {},
    })

    expect(Verdict.parse(reply.json).verdict.cause).toBe(cause)
  })
})

describe('the same in Slack', () => {
  it('is answered in the thread of the question, with the verdict in the text', async () => {
    const { slack } = world
    const asked = await slack.ask("why didn't mail from example.com arrive?")
    const answer = await slack.waitForAnswer(asked.channel, asked.ts, { timeoutMs: 15_000 })

    expect(answer.threadTs).toBe(asked.ts)
    expect(answer.text).toContain("Our gateway refused it: the sender's server has a bad reputation.")
    // The mark is set once the answer stands.
    const marks = () => slack.thread(asked.channel, asked.ts)[0]?.reactions.map(({ name }) => name)
    await expect.poll(marks, { timeout: 5_000 }).toContain('white_check_mark')
  })

  it('answers a follow-up without a mention', async () => {
    const { slack } = world
    const asked = await slack.ask("why didn't mail from example.com arrive?")
    await slack.waitForAnswer(asked.channel, asked.ts, { timeoutMs: 15_000 })
    const again = await slack.ask('and last week?', { thread: asked.ts })
    const answer = await slack.waitForAnswer(again.channel, again.ts, { timeoutMs: 15_000 })

    expect(answer.threadTs).toBe(asked.ts)
  })
})
