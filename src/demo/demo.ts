import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stderr, stdout } from 'node:process'
import { type Embedded, startEmbedded } from './embedded.ts'
import { threadText } from './thread-text.ts'

/**
 * `postmaster demo` starts the embedded world, the bot and a page to ask on, until it is interrupted.
 * `postmaster demo ask "…"` asks one question in it, prints the whole thread and ends.
 */
export async function demo(words: readonly string[], options: { readonly port?: number }): Promise<number> {
  const [verb, ...rest] = words
  if (verb !== undefined && (verb !== 'ask' || rest.join(' ').trim() === '')) {
    stderr.write('Usage: npm run demo, or npm run demo -- ask "why didn\'t mail from example.com arrive?"\n')
    return 2
  }
  const folder = await mkdtemp(join(tmpdir(), 'postmaster-demo-'))
  let world: Embedded | null = null
  try {
    world = await startEmbedded({
      folder,
      port: options.port ?? 0,
      log: join(folder, 'bot.log'),
      save: (name, text) => writeFile(join(folder, name), text, { mode: 0o600 }),
    })
    return verb === 'ask' ? await askOne(world, rest.join(' ')) : await serve(world)
  } finally {
    await world?.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function askOne(world: Embedded, question: string): Promise<number> {
  const { slack } = world
  const { channel, ts } = await slack.ask(question)
  const columns = stdout.columns ?? 100
  try {
    const answer = await slack.waitForAnswer(channel, ts, { timeoutMs: 60_000 })
    const posts = slack.thread(channel, answer.threadTs ?? ts)
    // A word for the asker alone may stand in the channel and not in the thread.
    const inThread = posts.some((post) => post.ts === answer.ts)
    stdout.write(threadText(inThread ? posts : [...posts, answer], columns))
    return 0
  } catch {
    stdout.write(threadText(slack.thread(channel, ts), columns))
    stderr.write('No answer within 60 seconds.\n')
    return 3
  }
}

async function serve(world: Embedded): Promise<number> {
  stdout.write(
    [
      '',
      `  Ask on this page:  ${world.slack.url}`,
      '',
      '  Behind it, on loopback: two gateways over SSH, a DNS server, an SMTP listener, a stand-in for Slack,',
      '  and the bot as it runs in production. Nothing leaves this machine. Ctrl-C ends it.',
      '',
      ...world.stories.filter(({ chip }) => chip).map(({ question }) => `    ${question}`),
      '',
      '',
    ].join('\n'),
  )
  await new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve())
  })
  return 0
}
