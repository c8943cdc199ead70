import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Run {
  readonly seconds: number
  /** What it printed; empty where `keep` was not asked for. */
  readonly output: string
  /** Megabytes (10^6 bytes) of resident memory at most; null where the program does not say. */
  readonly peak: number | null
  /** How long its event loop was held up; null where the program has none. */
  readonly loop: Loop | null
}

/** Milliseconds that an event loop was held up: 99 of 100 times for less, and at most. */
export interface Loop {
  readonly usual: number
  readonly most: number
}

const reporter = new URL('./report.js', import.meta.url).href
const inProcess = fileURLToPath(new URL('./running.js', import.meta.url))
const cli = fileURLToPath(new URL('../../cli/postmaster.js', import.meta.url))

/** Runs a program to its end in a process of its own, its start included. Rejects where it fails. */
export function run(program: string, argv: readonly string[], keep: boolean): Promise<Run> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(program, argv, { stdio: ['ignore', keep ? 'pipe' : 'ignore', 'pipe'] })
    const output: Buffer[] = []
    let errors = ''
    child.stdout?.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => {
      errors += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', (status) => {
      const seconds = (performance.now() - started) / 1000
      const [, peak, usual, most] = /\npeak (\d+) loop (\d+) (\d+)\n$/.exec(errors) ?? []
      if (status === 0) {
        resolve({
          seconds,
          output: Buffer.concat(output).toString(),
          peak: peak ? (Number(peak) * 1024) / 1e6 : null,
          loop: usual && most ? { usual: Number(usual) / 1e3, most: Number(most) / 1e3 } : null,
        })
      } else reject(new Error(`${program} ${argv.join(' ')} ended with ${status}: ${errors.slice(0, 500)}`))
    })
  })
}

/** Runs the built command line. */
export function postmaster(argv: readonly string[], keep: boolean): Promise<Run> {
  return run(process.execPath, ['--import', reporter, cli, ...argv], keep)
}

/** A question in a process that has answered others: time and loop are the question's alone, and the log new to it. */
export async function running(log: string, ends: number, folder: string, question: string): Promise<Run> {
  const argv = ['--import', reporter, inProcess, log, String(ends), `${folder}/logs`, question]
  const whole = await run(process.execPath, argv, true)
  const { seconds, loop } = JSON.parse(whole.output) as Pick<Run, 'seconds' | 'loop'>
  return { ...whole, seconds, loop }
}

/** The middle one of several runs, by time, with the most memory of any of them. */
export async function median(times: number, once: () => Promise<Run>): Promise<Run> {
  const runs: Run[] = []
  for (let i = 0; i < times; i++) runs.push(await once())
  runs.sort((a, b) => a.seconds - b.seconds)
  const middle = runs[times >> 1]
  if (!middle) throw new Error('nothing was run')
  const peaks = runs.flatMap(({ peak }) => peak ?? [])
  return { ...middle, peak: peaks.length > 0 ? Math.max(...peaks) : null }
}
