import { mkdtemp, rm } from 'node:fs/promises'
import { arch, cpus, platform, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { peerCases, resultsOf } from '../checks/spf/peers.ts'
import { searchByHand } from './by-hand.ts'
import { checkCold } from './dns.ts'
import { askEmbedded } from './embedded.ts'
import { EVERYONE, generateLog, PARTNER, type Truth } from './generate.ts'
import { tellIncidents } from './incidents/run.ts'
import { type Loop, median, postmaster, type Run, run, running } from './measure.ts'
import { askAMinute } from './questions.ts'

// npm run bench -- --megabytes 1000 --times 5 --json
// npm run bench -- --incidents 5000 --seed 1: composed incidents, the verdict of each checked; nothing is timed
// npm run bench -- --questions 200: as many questions in a minute, three times over, asked of the bot in Slack
// Every figure is taken in this one run, over one file, each program in a process of its own, its start included. The
// file was just written, so it is in the page cache for all of them.

interface Row {
  readonly what: string
  readonly seconds: number
  readonly megabytesPerSecond: number | null
  readonly linesPerSecond: number | null
  /** How many times as long as `grep -cF` over the same file; null where there is nothing to compare. */
  readonly timesGrep: number | null
  /** How many times as long as the same question by hand; null where it is not one. */
  readonly timesByHand?: number
  readonly peakMegabytes: number | null
  /** How long the event loop was held up. On the command line most of it is the loading of modules. */
  readonly loopMilliseconds?: Loop | null
}

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '200' },
    times: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
    incidents: { type: 'string' },
    questions: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
})
if (values.incidents !== undefined) {
  process.exit(await tellIncidents(Number(values.incidents), Number(values.seed)))
}
if (values.questions !== undefined) process.exit(await askAMinute(Number(values.questions)))
const megabytes = Number(values.megabytes)
const times = Number(values.times)
if (!(megabytes >= 1) || !(times >= 1)) throw new Error('--megabytes and --times are numbers from 1 on')

const folder = await mkdtemp(join(tmpdir(), 'postmaster-bench-'))
try {
  const log = join(folder, 'mail.log')
  const truth = await generateLog(log, megabytes * 1e6, 1)
  const rows = [...(await overFile(log, truth)), ...(await inEmbeddedWorld()), await dnsCold()]
  print(truth, rows)
  if (!values.json) console.log(`\n${await spfCompared()}`)
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function overFile(log: string, truth: Truth): Promise<Row[]> {
  const { domain } = truth.target
  const grep = await median(times, () => run('grep', ['-cF', domain, log], true))
  const row = (what: string, one: Run): Row => ({
    what,
    seconds: one.seconds,
    megabytesPerSecond: truth.bytes / 1e6 / one.seconds,
    linesPerSecond: truth.lines / one.seconds,
    timesGrep: one.seconds / grep.seconds,
    peakMegabytes: one.peak,
    loopMilliseconds: one.loop,
  })
  const summary = await median(times, () => postmaster(['correlate', '--summary', log], true))
  const counted = JSON.parse(summary.output)
  if (counted.summary?.recognised !== truth.lines) throw new Error(`not every line was recognised: ${summary.output}`)
  return [
    row(`grep -cF ${domain}`, grep),
    row('correlate: every line recognised and filed', summary),
    row('correlate: and all of it printed as JSON', await median(1, () => postmaster(['correlate', log], false))),
    ...(await asked(domain)),
    ...(await asked(PARTNER)),
    // In nearly every message: narrowed to the latest of it, which nobody does by hand.
    row(`why … ${EVERYONE}: narrowed to the latest`, await why(EVERYONE)),
  ]

  function why(about: string): Promise<Run> {
    return median(times, () => postmaster(['why', questionAbout(about), '--logs', log, '--no-dns', '--json'], true))
  }

  async function asked(about: string): Promise<Row[]> {
    const byHand = await median(times, () => searchByHand(log, about, folder))
    const answered = await why(about)
    const { attempts } = JSON.parse(answered.output)
    const inBot = await median(times, () => running(log, truth.end.at, folder, questionAbout(about)))
    return [
      {
        ...row(`why … ${about}: from the raw file to the answer, ${attempts.length} attempts`, answered),
        timesByHand: answered.seconds / byHand.seconds,
      },
      {
        ...row(`the same of a process that runs already: ${JSON.parse(inBot.output).attempts} attempts`, inBot),
        timesByHand: inBot.seconds / byHand.seconds,
      },
      row(`by hand: three greps for ${about}`, byHand),
    ]
  }
}

function questionAbout(domain: string): string {
  return `why didn't mail from ${domain} arrive?`
}

async function inEmbeddedWorld(): Promise<Row[]> {
  const asked = await askEmbedded(5)
  const row = (what: string, milliseconds: readonly number[], at: number): Row => ({
    what,
    seconds: ([...milliseconds].sort((a, b) => a - b)[at] ?? Number.NaN) / 1000,
    megabytesPerSecond: null,
    linesPerSecond: null,
    timesGrep: null,
    peakMegabytes: null,
  })
  const answers = asked.map(({ answer }) => answer)
  const words = asked.map(({ firstWord }) => firstWord)
  return [
    row('asked in Slack: to the first word, median of 5', words, 2),
    row('asked in Slack: to the answer, median of 5', answers, 2),
    row('asked in Slack: to the answer, worst of 5', answers, 4),
  ]
}

/** The cases of docs/spf.md, run anew. */
async function spfCompared(): Promise<string> {
  const results = await Promise.all(peerCases.map(async (one) => ({ wanted: one.result, ...(await resultsOf(one)) })))
  const right = (whose: 'ours' | 'theirs') => results.filter((result) => result[whose] === result.wanted).length
  return `SPF cases of docs/spf.md as RFC 7208 has them: ours ${right('ours')}, mailauth ${right('theirs')} of ${results.length}`
}

/** 30 ms a lookup, so the time divided by 30 is how many waits one after the other it takes. */
async function dnsCold(): Promise<Row> {
  const { checks, questions, milliseconds } = await checkCold(5)
  const middle = [...milliseconds].sort((a, b) => a - b)[2] ?? Number.NaN
  return {
    what: `${checks} DNS checks of a domain, cold: ${questions} questions of 30 ms each`,
    seconds: middle / 1000,
    megabytesPerSecond: null,
    linesPerSecond: null,
    timesGrep: null,
    peakMegabytes: null,
  }
}

function print(truth: Truth, rows: readonly Row[]): void {
  const processors = cpus()
  const machine = `${processors.length} × ${processors[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${arch()}, Node ${process.versions.node}`
  const { lines, bytes, injections, messages } = truth
  if (values.json) {
    console.log(JSON.stringify({ machine, log: { lines, bytes, injections, messages }, times, rows }, null, 2))
    return
  }
  const count = (value: number) => Math.round(value).toLocaleString('en')
  console.log(`\n${machine}`)
  console.log(
    `A log of ${count(bytes)} bytes, ${count(lines)} lines, ${count(messages)} messages; median of ${times}\n`,
  )
  const shown = (value: number | null, digits = 0) => (value === null ? '' : value.toFixed(digits))
  const cells = [
    ['', 's', 'MB/s', 'lines/s', '× grep', '× by hand', 'peak MB', 'loop ms', 'at most'],
    ...rows.map((row) => [
      row.what,
      shown(row.seconds, 3),
      shown(row.megabytesPerSecond),
      row.linesPerSecond === null ? '' : count(row.linesPerSecond),
      shown(row.timesGrep, 1),
      shown(row.timesByHand ?? null, 2),
      shown(row.peakMegabytes),
      shown(row.loopMilliseconds?.usual ?? null),
      shown(row.loopMilliseconds?.most ?? null),
    ]),
  ]
  const widths = (cells[0] ?? []).map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)))
  for (const row of cells) {
    const padded = row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
    console.log(padded.join('  ').trimEnd())
  }
}
