import { spawn } from 'node:child_process'
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Embedded, startEmbedded } from '../../src/demo/embedded.ts'

const main = fileURLToPath(new URL('../../src/main.js', import.meta.url))
const rounds = 3
const minute = 60_000
/** Garbage is collected every three seconds, so that what is left is what is kept. */
const collecting = ['--expose-gc', '--import', 'data:text/javascript,setInterval(gc, 3000).unref()']
const channels = ['operations', 'helpdesk', 'incident-42']

interface Asked {
  readonly firstWordMs: number
  readonly answerMs: number
}

/**
 * What an incident is like: so many questions within a minute, at even distances, in five channels and about all the
 * stories of the embedded world in turn; three minutes one after the other, to see whether memory grows. The bot is a
 * process of its own, and its memory what its metrics say. Prints a line for each minute. Out: 0, or 1 where a question
 * was left without an answer.
 */
export async function askAMinute(questions: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'postmaster-bench-'))
  const save = (name: string, text: string) => writeFile(join(folder, name), text, { mode: 0o600 })
  const world = await startEmbedded({ folder, port: 0, log: '', save, bot: false, moreChannels: channels })
  const health = await freePort()
  const configuration = join(folder, 'postmaster.yml')
  await appendFile(configuration, `health: { port: ${health} }\n`)
  const { slack } = world
  const env = { PATH: process.env.PATH ?? '', SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken }
  const bot = spawn(process.execPath, [...collecting, main, '--config', configuration], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => bot.once('close', resolve))
  try {
    await new Promise<void>((resolve) => bot.stdout.on('data', (said) => String(said).includes('"ready"') && resolve()))
    console.log(`\n${questions} questions in a minute, ${rounds} times, in ${channels.length + 2} channels\n`)
    console.log(
      'answered  first word: median  worst  answer: median  worst  acknowledged: worst  memory MB  heap MB  CPU s  merged',
    )
    for (let round = 0; round < rounds; round += 1) {
      const acknowledged = slack.acknowledgements().length
      const asked = await askRound(world, questions)
      const acknowledgements = slack.acknowledgements().slice(acknowledged)
      const { memory, heap, cpu, merged } = await metrics(health)
      const answered = asked.filter(({ answerMs }) => Number.isFinite(answerMs))
      const words = sorted(answered.map(({ firstWordMs }) => firstWordMs))
      const answers = sorted(answered.map(({ answerMs }) => answerMs))
      const acks = sorted(acknowledgements.map(({ afterMs }) => afterMs ?? 0))
      const cells = [
        `${answered.length}/${questions}`,
        ...[middle(words), words.at(-1), middle(answers), answers.at(-1), acks.at(-1)].map((ms) =>
          ((ms ?? Number.NaN) / 1000).toFixed(2),
        ),
        String(Math.round(memory / 1e6)),
        String(Math.round(heap / 1e6)),
        cpu.toFixed(0),
        String(merged),
      ]
      const widths = [8, 20, 7, 16, 7, 21, 11, 9, 7, 8]
      console.log(cells.map((cell, at) => cell.padStart(widths[at] ?? 0)).join(''))
      if (answered.length < questions) return 1
    }
    return 0
  } finally {
    bot.kill('SIGTERM')
    await ended
    await world.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function askRound({ slack, stories }: Embedded, questions: number): Promise<readonly Asked[]> {
  const places = [slack.channel, slack.direct, ...channels]
  const waiting: Promise<Asked>[] = []
  const startedAt = performance.now()
  for (let nth = 0; nth < questions; nth += 1) {
    await pause(Math.max(0, startedAt + (nth * minute) / questions - performance.now()))
    const text = stories[nth % stories.length]?.question ?? ''
    waiting.push(askOne(slack, text, places[nth % places.length] ?? slack.channel))
  }
  return Promise.all(waiting)
}

async function askOne(slack: Embedded['slack'], text: string, channel: string): Promise<Asked> {
  const startedAt = performance.now()
  let firstWordMs = Number.NaN
  const asked = slack.ask(text, { channel, mention: true })
  const { ts, channel: id } = await asked
  const stop = slack.watch(({ post }) => {
    const isFirst = post.author === slack.bot && post.threadTs === ts && post.channel === id
    if (isFirst && Number.isNaN(firstWordMs)) firstWordMs = performance.now() - startedAt
  })
  try {
    await slack.waitForAnswer(id, ts, { timeoutMs: 5 * minute })
    const answerMs = performance.now() - startedAt
    return { firstWordMs: Number.isNaN(firstWordMs) ? answerMs : firstWordMs, answerMs }
  } catch {
    return { firstWordMs, answerMs: Number.POSITIVE_INFINITY }
  } finally {
    stop()
  }
}

interface Metrics {
  readonly memory: number
  readonly heap: number
  readonly cpu: number
  readonly merged: number
}

async function metrics(port: number): Promise<Metrics> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN)
  return {
    memory: value('process_resident_memory_bytes'),
    heap: value('nodejs_heap_size_used_bytes'),
    cpu: value('process_cpu_seconds_total'),
    merged: value('postmaster_questions_merged_total'),
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

function sorted(values: readonly number[]): readonly number[] {
  return [...values].sort((a, b) => a - b)
}

function middle(values: readonly number[]): number {
  return values[values.length >> 1] ?? Number.NaN
}
