import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { newKey } from '../../src/demo/gateway-keys.ts'
import { esa1 } from '../../src/demo/world/gateway.ts'
import { source } from '../../src/edges/sources/log-host.ts'
import { memoryStore } from '../../src/edges/store/memory.ts'
import { gather } from '../../src/gather/gather.ts'
import type { LogSource, Ports } from '../../src/gather/ports.ts'
import { defaultLimits } from '../../src/gather/settings.ts'
import { type Sshd, startSshd } from '../real/sshd.ts'
import { idsIn } from './by-hand.ts'
import { BEGINS, EVERYONE, generateLog, type Start } from './generate.ts'

// npm run bench:ssh -- --gigabytes 1,10
// A log host on loopback: OpenSSH's server, a gigabyte of log a day, rolled once a day. The same question is asked of
// the bot and by hand, through the same wire, in one run. All files were read once before, so that they are in the page
// cache for both, as far as memory goes.

/** One who wrote a few times on one day, the last but one, and one who writes every day. */
const rare = 'rare.example'
const daily = `kim.lee@sender17.${EVERYONE}`

interface Row {
  readonly what: string
  /** Seconds from the question to the first line of the log, and to the answer. */
  readonly first: number
  readonly answer: number
  readonly commands: number
  /** Bytes over the wire, both ways. */
  readonly bytes: number
  /** Lines that name the one who is asked about, to see that both found the same. */
  readonly named: number
}

interface LogHost {
  readonly sshd: Sshd
  readonly logs: string
  readonly files: readonly string[]
  readonly keyFile: string
  readonly knownHosts: string
  /** When the newest line was written. */
  readonly now: number
  /** Counts what goes over the wire. */
  readonly wire: { readonly port: number; bytes: number }
  commands(): Promise<number>
}

const { values } = parseArgs({
  options: {
    gigabytes: { type: 'string', default: '1,10' },
    json: { type: 'boolean', default: false },
  },
})
const sizes = values.gigabytes.split(',').map(Number)
if (!sizes.every((size) => Number.isInteger(size) && size >= 1))
  throw new Error('--gigabytes takes numbers such as 1,10')

const folder = await mkdtemp(join(tmpdir(), 'postmaster-bench-'))
try {
  const all: { readonly gigabytes: number; readonly rows: readonly Row[] }[] = []
  for (const gigabytes of sizes) all.push({ gigabytes, rows: await measured(gigabytes) })
  if (values.json) console.log(JSON.stringify({ node: process.versions.node, all }, null, 2))
  else for (const { gigabytes, rows } of all) print(gigabytes, rows)
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function measured(gigabytes: number): Promise<readonly Row[]> {
  const logs = join(folder, `logs-${gigabytes}`)
  await mkdir(logs)
  const { files, now } = await layLogs(logs, gigabytes)
  const key = newKey()
  const keyFile = join(folder, 'key')
  await writeFile(keyFile, key.private, { mode: 0o600 })
  const said = join(folder, 'commands')
  await writeFile(said, '')
  const wrapper = join(folder, 'wrapper')
  await writeFile(wrapper, `#!/bin/sh\necho >>${said}\nexec sh -c "$SSH_ORIGINAL_COMMAND"\n`)
  await chmod(wrapper, 0o755)
  const sshd = await startSshd(folder, key.public, [`ForceCommand ${wrapper}`])
  const { wire, close } = await openWire(sshd.port)
  const knownHosts = join(folder, 'known_hosts')
  await writeFile(knownHosts, `[127.0.0.1]:${wire.port} ${sshd.publicHostKey}\n`)
  const commands = async () => (await readFile(said, 'utf8')).length
  const host: LogHost = { sshd, logs, files, keyFile, knownHosts, now, wire, commands }
  try {
    await shell(host, `cat ${files.map((name) => join(logs, name)).join(' ')} >/dev/null`)
    const rows: Row[] = []
    for (const about of [rare, daily]) {
      const bot = open(host)
      rows.push(await counted(host, `${about}, by hand: three greps over ssh`, () => askByHand(host, about)))
      rows.push(await counted(host, `${about}, the bot, for the first time`, () => askBot(host, bot, about)))
      rows.push(await counted(host, `${about}, the bot, once more`, () => askBot(host, bot, about)))
      await bot.close()
    }
    return rows
  } finally {
    close()
    await sshd.close()
    await rm(logs, { recursive: true })
  }
}

async function layLogs(logs: string, gigabytes: number) {
  const files: string[] = []
  let start: Start | undefined
  for (let nth = 1; nth <= gigabytes; nth++) {
    const begun = new Date((start?.at ?? BEGINS) + 3_600_000).toISOString().replaceAll(/[-:]|\.\d+Z/g, '')
    const name = nth === gigabytes ? 'mail.current' : `mail.@${begun}.s`
    const from = { at: BEGINS, ids: esa1.firstIds, ...start }
    const last = nth === Math.max(1, gigabytes - 1) ? { rare } : {}
    const { end } = await generateLog(join(logs, name), 1e9, nth, { ...from, ...last })
    await utimes(join(logs, name), end.at / 1000, end.at / 1000)
    files.push(name)
    start = end
  }
  return { files, now: (start?.at ?? BEGINS) + 1000 }
}

async function openWire(port: number) {
  const wire = { port: 0, bytes: 0 }
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.setNoDelay(true)
      one.on('data', (chunk) => {
        wire.bytes += chunk.length
      })
      one.on('error', () => other.destroy())
      one.pipe(other)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  wire.port = (server.address() as AddressInfo).port
  return { wire, close: () => server.close() }
}

type Asked = Pick<Row, 'first' | 'answer' | 'named'>

async function counted(host: LogHost, what: string, ask: () => Promise<Asked>): Promise<Row> {
  const [bytes, commands] = [host.wire.bytes, await host.commands()]
  const asked = await ask()
  return { what, ...asked, bytes: host.wire.bytes - bytes, commands: (await host.commands()) - commands }
}

function open({ sshd, keyFile, logs, wire }: LogHost): LogSource {
  const config = source.config.parse({
    source: 'log-host',
    host: '127.0.0.1',
    port: wire.port,
    user: sshd.user,
    keyFile,
    hostKey: sshd.fingerprint,
    folder: logs,
    seconds: 600,
  })
  return source.open('esa1', config, { secret: () => undefined, now: Date.now })
}

/** Asks as the bot does, from the question as it was understood to the evidence of its answer. */
async function askBot({ now }: LogHost, bot: LogSource, about: string): Promise<Asked> {
  const started = performance.now()
  let first = Number.NaN
  const watched: LogSource = {
    ...bot,
    async search(search, budget) {
      const found = await bot.search(search, budget)
      if (Number.isNaN(first) && found.lines.length > 3) first = performance.now() - started
      return found
    },
  }
  const ports: Ports = {
    sources: [watched],
    resolver: null,
    probe: null,
    clock: { now: Date.now },
    store: memoryStore(),
  }
  const settings = {
    ours: { domains: ['example.org'], addresses: [], mxHosts: [] },
    listeners: [],
    timeZone: 'UTC',
    language: 'en',
    zones: {},
    limits: { ...defaultLimits, seconds: 600 },
  }
  const question = {
    about: about.includes('@') ? { address: about } : { domain: about },
    recipient: null,
    window: { from: BEGINS, to: now },
    windowStated: true,
    gateways: [],
    language: 'en',
    timeZone: 'UTC',
    now,
  }
  const evidence = await gather(question, ports, settings, () => undefined)
  const answer = performance.now() - started
  if (evidence.gaps.length > 0) console.error(`the bot told of gaps: ${JSON.stringify(evidence.gaps)}`)
  const named = evidence.log.messages
    .flatMap(({ timeline }) => timeline)
    .filter(({ line }) => line.text.toLowerCase().includes(about))
  return { first: first / 1000, answer: answer / 1000, named: new Set(named.map(({ line }) => line.text)).size }
}

/** What a person types: the name, then the messages found, then their connections, each over all files. */
async function askByHand(host: LogHost, about: string): Promise<Asked> {
  const started = performance.now()
  const where = host.files.map((name) => join(host.logs, name)).join(' ')
  const named = await shell(host, `grep -haiF ${about} ${where}`)
  const first = performance.now() - started
  const mids = await shell(host, `grep -hawFf - ${where}`, [...idsIn(named, ['MID'])].join('\n'))
  await shell(host, `grep -hawFf - ${where}`, [...idsIn(mids, ['MID', 'ICID', 'DCID'])].join('\n'))
  const answer = performance.now() - started
  const lines = new Set(named.split('\n').filter((line) => / MID \d/.test(line)))
  return { first: first / 1000, answer: answer / 1000, named: lines.size }
}

async function shell({ wire, sshd, keyFile, knownHosts }: LogHost, command: string, stdin = ''): Promise<string> {
  const options = [
    '-F',
    'none',
    '-o',
    `UserKnownHostsFile=${knownHosts}`,
    '-o',
    'IdentitiesOnly=yes',
    '-o',
    'BatchMode=yes',
  ]
  const argv = [...options, '-i', keyFile, '-p', String(wire.port), `${sshd.user}@127.0.0.1`, command]
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn('ssh', argv, {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(stdin)
  const parts: Buffer[] = []
  for await (const part of child.stdout) parts.push(part)
  if (child.exitCode === null) await once(child, 'exit')
  if (child.exitCode !== 0 && child.exitCode !== 1) throw new Error(`ssh ended with ${child.exitCode}`)
  return Buffer.concat(parts).toString()
}

function print(gigabytes: number, rows: readonly Row[]): void {
  console.log(`\n${gigabytes} GB of logs in ${gigabytes} ${gigabytes === 1 ? 'file' : 'files'}`)
  const cells = [
    ['', 'first evidence s', 'answer s', 'commands', 'kB moved', 'lines that name it'],
    ...rows.map(({ what, first, answer, commands, bytes, named }) => [
      what,
      first.toFixed(2),
      answer.toFixed(2),
      String(commands),
      String(Math.round(bytes / 1000)),
      String(named),
    ]),
  ]
  const widths = (cells[0] ?? []).map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)))
  for (const row of cells) {
    console.log(
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    )
  }
}
