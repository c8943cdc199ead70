import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test, vi } from 'vitest'
import { newKey } from '../../src/demo/gateway-keys.ts'
import { readHostKey } from '../../src/edges/ssh/read-host-key.ts'
import type { Needle } from '../../src/gather/ports.ts'
import { handles } from '../edges/sources/handles.ts'
import { budget, logHostCases, now, openOn, window } from '../edges/sources/log-host-cases.ts'
import { type Sshd, sshd, startSshd } from './sshd.ts'

// The same cases as against the stand-in, against OpenSSH's server.

const folder = mkdtempSync(join(tmpdir(), 'sshd-'))
afterAll(() => rmSync(folder, { recursive: true }))
const key = newKey()
const keyFile = join(folder, 'key')
writeFileSync(keyFile, key.private, { mode: 0o600 })

const start = (more: readonly string[] = []) => startSshd(folder, key.public, more)

if (sshd) logHostCases('a Unix host with OpenSSH', keyFile, () => start())
else console.info('passed over: OpenSSH’s server is not installed, so the log host was tried against the stand-in only')

test('a server that is named is there', () => {
  expect(process.env.SSHD === undefined || existsSync(process.env.SSHD)).toBe(true)
})

const icid: Needle = { kind: 'icid', id: 7 }
const day = 86_400_000

/** Ten rolled files, all but the last two packed, each with one line that is looked for among many others. */
function layTen(): string {
  const logs = mkdtempSync(join(folder, 'ten-'))
  for (let nth = 1; nth <= 10; nth++) {
    const at = now - (10 - nth) * day
    const stamp = (time: number) => {
      const [week, date, month, year, clock] = new Date(time).toUTCString().replace(',', '').split(' ')
      return `${week} ${month} ${String(Number(date)).padStart(2)} ${clock} ${year}`
    }
    const others = Array.from({ length: 3000 }, (_, n) => `${stamp(at)} Info: Start MID ${n} ICID 88\n`).join('')
    const begun = new Date(at - day).toISOString().replaceAll(/[-:]|\.\d+Z/g, '')
    const header = `${stamp(at - day)} Info: Begin Logfile\n${stamp(at - day)} Info: Time offset from UTC: 0 seconds\n`
    const text = `${header}${others}${stamp(at)} Info: Start MID ${nth} ICID 7\n${others}`
    const name = nth === 10 ? 'mail.current' : `mail.@${begun}.s${nth < 9 ? '.gz' : ''}`
    writeFileSync(join(logs, name), name.endsWith('.gz') ? gzipSync(text) : text)
    utimesSync(join(logs, name), at / 1000, at / 1000)
  }
  return logs
}

async function searchTen(more: readonly string[]) {
  const logs = layTen()
  const server = await start(more)
  const opened = openOn(server, keyFile, logs)
  const all = { from: now - 20 * day, to: now }
  const found = await opened.search({ needles: [icid], window: all }, budget)
  const few = await opened.search({ needles: [icid], window: { from: now - 3_600_000, to: now } }, budget)
  const { coverage } = await opened.coverage({ from: now - 9 * day, to: now }, budget)
  await opened.close()
  await server.close()
  const mids = ({ lines }: typeof found) => lines.flatMap(({ text }) => text.match(/MID (\d+) ICID 7$/)?.[1] ?? [])
  return { mids: mids(found), few: mids(few), gaps: [found.gaps, few.gaps], scanned: found.scanned, coverage }
}

const servers: [name: string, more: string[], moved: number][] = [
  ['commands', [], 60],
  ['an account for SFTP alone', ['Subsystem sftp internal-sftp', 'ForceCommand internal-sftp'], 70_000],
]
if (sshd) {
  test.each(servers)('ten rolled files, by %s', async (_, more, moved) => {
    const { mids, few, gaps, scanned, coverage } = await searchTen(more)
    expect(mids).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
    expect(few).toEqual(['9', '10'])
    expect(gaps).toEqual([[], []])
    expect(scanned).toBeLessThan(moved)
    expect([coverage.from, coverage.to, coverage.gaps]).toEqual([now - 10 * day, now, []])
  })

  test('where the host key is another one, no login is tried', async () => {
    const server = await start()
    const opened = openOn({ ...server, fingerprint: `SHA256:${'A'.repeat(43)}` }, keyFile, folder)
    const { gaps } = await opened.search({ needles: [icid], window }, budget)
    await opened.close()
    await server.close()
    expect(gaps.map(({ kind }) => kind)).toEqual(['host-key'])
    expect(server.log()).not.toMatch(/Accepted|Failed|Connection from .* user/)
  })

  test('shows its host key before it is trusted', async () => {
    const server = await start()
    const over = { algorithms: 'modern', surroundings: { secret: () => undefined, now: Date.now } } as const
    const shown = await readHostKey('127.0.0.1', server.port, Date.now() + 20_000, over)
    await server.close()
    expect(shown).toEqual({ kind: 'ssh-ed25519', fingerprint: server.fingerprint })
    expect(server.log()).not.toMatch(/Accepted|Failed/)
  })

  /** The processes that serve the connections of a server. */
  const serving = ({ pid }: Sshd) => {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return children.split(' ').filter(Boolean).map(Number)
  }
  const begun = Array.from({ length: 9 }, (_, n) => `Tue Jan  6 10:00:0${n} 2026 Info: Start MID ${n} ICID 7\n`).join(
    '',
  )
  interface Ending {
    readonly seconds: number
    readonly keepalive?: { readonly everyMs: number; readonly unanswered: number }
  }
  /** Lets a search answer its first 400 bytes, and then waits for as long as the file `held` is there. */
  const holding = (logs: string) => `#!/bin/sh
case $SSH_ORIGINAL_COMMAND in *"grep -F"*) ;; *) exec sh -c "$SSH_ORIGINAL_COMMAND";; esac
sh -c "$SSH_ORIGINAL_COMMAND" | head -c 400
touch ${logs}/held
while test -e ${logs}/held; do sleep 0.1; done
`
  const lost = 'the connection was lost in the middle of an answer'
  const ends: [what: string, signal: NodeJS.Signals, more: Ending, kind: string, detail: string][] = [
    ['killed', 'SIGKILL', { seconds: 3 }, 'partial', lost],
    ['stopped', 'SIGSTOP', { seconds: 3 }, 'timeout', 'a command did not end in time'],
    // The time of the command is far from over: it is the silence that ends it.
    [
      'stopped, and its silence found out',
      'SIGSTOP',
      { seconds: 600, keepalive: { everyMs: 100, unanswered: 3 } },
      'partial',
      lost,
    ],
  ]
  const withProcesses = test.runIf(existsSync('/proc/self/task'))
  withProcesses.each(ends)(
    'where the server is %s in the middle of an answer, that is told',
    async (_, signal, { seconds, keepalive }, kind, detail) => {
      const before = handles()
      const logs = mkdtempSync(join(folder, 'logs-'))
      writeFileSync(join(logs, 'mail.current'), begun)
      utimesSync(join(logs, 'mail.current'), now / 1000, now / 1000)
      writeFileSync(join(logs, 'hold.sh'), holding(logs), { mode: 0o755 })
      const server = await start([`ForceCommand ${join(logs, 'hold.sh')}`])
      const opened = openOn(server, keyFile, logs, { seconds, files: 'mail.*' }, keepalive ? { keepalive } : {})
      const asked = opened.search({ needles: [icid], window }, budget)
      await vi.waitFor(() => expect(existsSync(join(logs, 'held'))).toBe(true), { timeout: 10_000 })
      const [session = 0, ...others] = serving(server)
      expect(others).toEqual([])
      process.kill(session, signal)
      const { lines, gaps } = await asked
      await opened.close()
      await vi.waitFor(() => expect(handles()).toEqual(before))
      if (signal === 'SIGSTOP') process.kill(session, 'SIGKILL')
      rmSync(join(logs, 'held'))
      await server.close()
      expect(gaps).toEqual([{ where: 'esa1', kind, detail }])
      for (const { text } of lines) expect(begun).toContain(`${text}\n`)
    },
  )

  test('where the key was taken away, one login is tried however often one asks', async () => {
    const server = await start(['LogLevel VERBOSE'])
    writeFileSync(join(folder, 'authorized_keys'), '')
    const opened = openOn(server, keyFile, folder)
    for (const id of [1, 2, 3]) {
      const { gaps } = await opened.search({ needles: [{ kind: 'mid', id }], window }, budget)
      expect(gaps.map(({ kind }) => kind)).toEqual(['login'])
    }
    await opened.close()
    await server.close()
    expect(server.log().match(/Connection from/g)).toHaveLength(1)
  })

  test('an account that may do neither is told so', async () => {
    const server = await start(['ForceCommand echo no entry here'])
    const opened = openOn(server, keyFile, folder)
    const { gaps } = await opened.search({ needles: [icid], window }, budget)
    await opened.close()
    await server.close()
    expect(gaps.map(({ kind }) => kind)).toContain('role')
    expect(gaps[0]?.detail).toBe('the host runs no commands: "no entry here"')
  })
}
