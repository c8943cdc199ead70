import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../src/demo/embedded.ts'

export interface Asked {
  readonly question: string
  /** Milliseconds from the question to the bot's first word in the thread, and to the answer. */
  readonly firstWord: number
  readonly answer: number
}

/**
 * Asks in the embedded world, as a person does in Slack: over Socket Mode, two gateways over SSH, DNS and SMTP, all on
 * loopback. Each question is about another incident, so that none was asked before.
 */
export async function askEmbedded(questions: number): Promise<readonly Asked[]> {
  const folder = await mkdtemp(join(tmpdir(), 'postmaster-bench-'))
  const save = (name: string, text: string) => writeFile(join(folder, name), text, { mode: 0o600 })
  const world = await startEmbedded({ folder, port: 0, log: join(folder, 'bot.log'), save })
  try {
    const asked: Asked[] = []
    for (const { question } of world.stories.slice(0, questions)) {
      const started = performance.now()
      let firstWord = Number.NaN
      const stop = world.slack.watch(({ post }) => {
        if (post.author === world.slack.bot && Number.isNaN(firstWord)) firstWord = performance.now() - started
      })
      const { channel, ts } = await world.slack.ask(question)
      await world.slack.waitForAnswer(channel, ts, { timeoutMs: 60_000 })
      stop()
      asked.push({ question, firstWord, answer: performance.now() - started })
    }
    return asked
  } finally {
    await world.close()
    await rm(folder, { recursive: true, force: true })
  }
}
