import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Fault } from '../../../src/demo/gateway.ts'
import { gapOf } from '../../../src/edges/ssh/trouble.ts'
import type { LogSource, Needle, SearchResult } from '../../../src/gather/ports.ts'
import {
  budget,
  closeAll,
  current,
  domain,
  files,
  lockedKeyFile,
  notAKey,
  now,
  open,
  otherKeyFile,
  reach,
  rolled,
  secrets,
  start,
  window,
} from './gateway-setup.ts'
import { handles, timers } from './handles.ts'

// Each row of the table in docs/gateways.md is one of these tests, and is written from it: `npx vitest run
// test/edges/sources/gateway-faults.test.ts --update`.

interface Row {
  /** What happens, as the table says it and as the test is called. */
  readonly what: string
  /** The kind of the gap that is told; `none` where nothing is missing. */
  readonly gap: string
  readonly does: string
}

const rows: Row[] = []
const wrongPin = `SHA256:${'A'.repeat(43)}`

/** A row of the table and its test, which leaves no connection and no timer behind. */
function row(what: string, gap: string, does: string, run: () => Promise<void>, timeout = 60_000): void {
  rows.push({ what, gap, does })
  test(
    what,
    async () => {
      const before = handles()
      const timersBefore = timers()
      await run()
      await closeAll()
      await vi.waitFor(() => expect(handles()).toEqual(before))
      expect(timers()).toBeLessThanOrEqual(timersBefore)
    },
    timeout,
  )
}

function search(opened: LogSource, needles: readonly Needle[] = [domain], more = {}): Promise<SearchResult> {
  return opened.search({ needles, window }, { ...budget, ...more })
}

/** Lines of a search that no log ever held: there is none but for whole lines of the files. */
function foreign({ lines }: SearchResult): string[] {
  return lines.map(({ text }) => text).filter((text) => !`${rolled}${current}`.includes(`${text}\n`))
}

interface Simple {
  readonly faults?: readonly Fault[]
  readonly config?: Record<string, unknown>
  /** Words of the gap. */
  readonly detail: string
  /** How many logins may be tried at most. */
  readonly logins?: number
  /** Milliseconds that the search may take; for a gateway that says nothing at all. */
  readonly ms?: number
}

function simple(
  what: string,
  gap: string,
  does: string,
  { faults = [], config = {}, detail, logins, ms }: Simple,
): void {
  row(what, gap, does, async () => {
    const gateway = await start({ faults, password: secrets.RIGHT ?? '' })
    const found = await search(reach(gateway, config), [domain], ms ? { deadline: now + ms } : {})
    const gaps = found.gaps.filter(({ kind }) => kind === gap)
    expect(found.gaps.map(({ kind }) => kind)).toContain(gap)
    expect(gaps[0]?.detail).toContain(detail)
    expect(found.gaps.every(({ where }) => where === 'esa1')).toBe(true)
    expect(foreign(found)).toEqual([])
    for (const secret of Object.values(secrets)) expect(JSON.stringify(found)).not.toContain(secret)
    if (logins !== undefined) expect(gateway.logins.length).toBeLessThanOrEqual(logins)
  })
}

const byPassword = (name: string) => ({ keyFile: undefined, passwordEnv: name })

simple('host key changed', 'host-key', 'tries no login, and none again for a minute', {
  config: { hostKey: wrongPin },
  detail: `but ${wrongPin} is`,
  logins: 0,
})
simple('host not in known_hosts', 'host-key', 'connects to nothing', {
  config: { hostKey: undefined, knownHosts: otherKeyFile },
  detail: 'not in the known_hosts file',
  logins: 0,
})
simple('no known_hosts file', 'host-key', 'connects to nothing', {
  config: { hostKey: undefined, knownHosts: '/nowhere' },
  detail: 'cannot be read',
  logins: 0,
})
simple('wrong key', 'login', 'tries it once, and not again for a minute: gateways lock users', {
  config: { keyFile: otherKeyFile },
  detail: 'tried: key file',
  logins: 1,
})
simple('no key file', 'login', 'connects to nothing', {
  config: { keyFile: '/nowhere' },
  detail: 'cannot be read',
  logins: 0,
})
simple('a key file that is none', 'login', 'connects to nothing', {
  config: { keyFile: notAKey },
  detail: 'not a private key',
  logins: 0,
})
simple('a key without its passphrase', 'login', 'connects to nothing', {
  config: { keyFile: lockedKeyFile },
  detail: 'its passphrase is missing or wrong',
  logins: 0,
})
simple('a key with another passphrase', 'login', 'connects to nothing', {
  config: { keyFile: lockedKeyFile, passphraseEnv: 'WRONG' },
  detail: 'its passphrase is missing or wrong',
  logins: 0,
})
simple('nothing to log in with', 'login', 'connects to nothing', {
  config: byPassword('UNSET'),
  detail: 'no key, agent or password',
  logins: 0,
})
simple('wrong password', 'login', 'gives it once, by one way only', {
  config: byPassword('WRONG'),
  detail: 'tried: keyboard-interactive',
  logins: 1,
})
simple('keyboard-interactive with a second question', 'login', 'answers it with nothing, and tells the question', {
  faults: ['second-question'],
  config: byPassword('RIGHT'),
  detail: '"Passcode:"',
  logins: 1,
})
simple('expired passphrase', 'login', 'sets no new one, and tells the question', {
  faults: ['expired'],
  config: byPassword('RIGHT'),
  detail: '"Your passphrase has expired. New passphrase: Retype new passphrase:"',
  logins: 1,
})
simple('login refused', 'login', 'tries once, not again for a minute, and then longer each time; says so', {
  faults: ['refuse-login'],
  detail: 'the login was refused',
  logins: 1,
})
simple('refused by role', 'role', 'tells the gateway’s own words', {
  faults: ['role'],
  detail: 'this login may not read the log: "You do not have permission',
})
simple('no such log', 'no-log', 'tells the gateway’s own words', {
  config: { log: 'other_logs' },
  detail: '"other_logs" is not the name',
})
simple('an unknown question', 'role', 'answers nothing, hangs up, and tells the question', {
  faults: ['question'],
  detail: 'asked a question instead of answering: "Are you sure you want to continue? [N]>"',
})
simple('session refused, the limit being reached', 'refused', 'asks for none again within this question', {
  faults: ['session-limit'],
  detail: 'no further session',
})
simple('silent server', 'timeout', 'gives up at the deadline', {
  faults: ['no-banner'],
  detail: 'no SSH server answered',
  ms: 500,
})
simple('cut before the banner', 'refused', 'says so', {
  faults: ['cut-before-banner'],
  detail: 'closed before the SSH handshake',
})
simple('old algorithms only, and modern ones wanted', 'refused', 'names what did not match', {
  faults: ['old-algorithms'],
  detail: 'no matching key exchange algorithm',
})
simple('a command that never ends', 'timeout', 'keeps the lines that came, and ends it from here', {
  faults: ['hang'],
  config: { seconds: 1 },
  detail: 'did not end in time',
})
simple('cut in the middle of a line', 'partial', 'keeps the whole lines that came, drops the torn one', {
  faults: ['cut-after:100'],
  detail: 'the connection was lost after 1 lines',
})
simple('half a line at the end', 'partial', 'drops the torn line', { faults: ['half-line'], detail: 'torn off' })

row(
  'a cluster’s question whether to switch the mode',
  'none',
  'says yes, for this one command, and reads on',
  async () => {
    const gateway = await start({ faults: ['mode-question'] })
    const found = await search(reach(gateway))
    expect(found).toEqual(await search(reach(await start())))
    expect(gateway.replies).toEqual(gateway.commands.map(() => 'Y\n'))
  },
)

row(
  'a role that may not use `grep`, but `findevent`',
  'role',
  'looks messages up by envelope and subject, and tells that it may not read the log',
  async () => {
    const gateway = await start({ faults: ['no-grep'] })
    for (const needle of [
      { kind: 'text', text: 'alice@example.com' },
      { kind: 'mid', id: 123 },
    ] satisfies Needle[]) {
      const { lines, gaps } = await search(reach(gateway), [needle])
      expect(lines.map(({ text }) => text)).toContain('Mon Jan  5 10:00:01 2026 Info: Start MID 123 ICID 7')
      expect(gaps.map(({ kind }) => kind)).toEqual(['role'])
    }
    const asked = gateway.commands.filter((command) => command.startsWith('findevent'))
    expect(asked).toEqual([
      ...['-f', '-t', '-s'].map((place) => `findevent -i ${place} alice@example[.]com mail_logs`),
      'findevent -m 123 mail_logs',
      'findevent -m 123 mail_logs',
    ])
  },
)

row('too broad a range of addresses', 'too-broad', 'does not ask for it', async () => {
  const { gaps } = await search(reach(await start()), [{ kind: 'ip', range: '10.0.0.0/8' }])
  expect(gaps).toEqual([{ where: 'esa1', kind: 'too-broad', detail: '10.0.0.0/8' }])
})

row('no way to the host, or no such name', 'unreachable', 'says so', async () => {
  for (const code of ['EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']) {
    expect(gapOf(Object.assign(new Error('connect'), { code }), 'esa1').kind).toBe('unreachable')
  }
})

row('connection refused', 'refused', 'says so, and does not try again for five seconds', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  await new Promise((done) => server.close(done))
  const { gaps } = await search(open({ port, hostKey: wrongPin }))
  expect(gaps).toEqual([{ where: 'esa1', kind: 'refused', detail: 'nothing accepts connections on that port' }])
})

row('the connection drops between two questions', 'none', 'connects anew, once', async () => {
  const gateway = await start()
  const opened = reach(gateway)
  const before = await search(opened)
  gateway.drop()
  expect(await search(opened)).toEqual(before)
})

row('cut at any byte of an answer', 'partial', 'keeps whole lines only, and never calls the answer whole', async () => {
  const gateway = await start()
  for (let bytes = 0; bytes < 700; bytes += 23) {
    gateway.faults.clear()
    gateway.faults.add(`cut-after:${bytes}`)
    const found = await search(reach(gateway))
    expect(found.gaps.map(({ kind }) => kind)).toContain('partial')
    expect(foreign(found)).toEqual([])
  }
})

row('old algorithms only, and `algorithms: legacy`', 'none', 'connects', async () => {
  const gateway = await start({ faults: ['old-algorithms'] })
  expect((await search(reach(gateway, { algorithms: 'legacy' }))).gaps).toEqual([])
})

row(
  'a pager, though no terminal was asked for',
  'none',
  'presses a key, and takes the pager’s traces away',
  async () => {
    const many = Array.from({ length: 50 }, (_, n) => `Mon Jan  5 10:00:02 2026 Info: Start MID 5 ICID ${n}\n`)
    const gateway = await start({ faults: ['pager'], files: { 'mail.current': many.join('') } })
    const { lines, gaps } = await search(reach(gateway), [{ kind: 'mid', id: 5 }])
    expect([lines.map(({ text }) => `${text}\n`), gaps]).toEqual([many, []])
  },
)

row('no exit status', 'none', 'asks whether the gateway still answers; then the answer was whole', async () => {
  const { lines, gaps } = await search(reach(await start({ faults: ['no-exit-status'] })))
  expect([lines.filter(({ text }) => text.includes('xample.com')).length, gaps]).toEqual([2, []])
})

row('no match, in words or in none', 'none', 'takes both for nothing found', async () => {
  for (const faults of [[], ['silent-no-match']] as const) {
    const found = await search(reach(await start({ faults: [...faults], files: { 'mail.current': '' } })))
    expect([found.lines, found.gaps]).toEqual([[], []])
  }
})

row('bytes that are no UTF-8', 'none', 'reads them as U+FFFD, and the lines around them as ever', async () => {
  const bad = "Mon Jan  5 10:00:02 2026 Info: MID 5 Subject '\xe9t\xe9'\n"
  const gateway = await start({ files: { 'mail.current': `${bad}${current}` }, encoding: 'latin1' })
  const found = await search(reach(gateway), [
    { kind: 'mid', id: 5 },
    { kind: 'mid', id: 200 },
  ])
  const texts = found.lines.map(({ text }) => text).filter((text) => text.includes('MID'))
  expect(texts.map((text) => text.slice(31))).toEqual([
    "MID 5 Subject '\ufffdt\ufffd'",
    'MID 200 ICID 11 From: <bob@example.net>',
  ])
  expect(found.gaps).toEqual([])
})

row('more lines than the budget', 'budget', 'stops the command there', async () => {
  const many = 'Mon Jan  5 10:00:02 2026 Info: Start MID 5 ICID 7\n'.repeat(500)
  const opened = reach(await start({ files: { 'mail.current': many } }))
  const { lines, gaps } = await search(opened, [{ kind: 'mid', id: 5 }], { lines: 40 })
  expect([lines.length, gaps.map(({ kind }) => kind)]).toEqual([40, ['budget']])
})

/** The memory that is used at most while something runs, beyond what is used before, in bytes. */
async function memoryFor(run: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage.rss()
  let most = before
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  await run()
  clearInterval(look)
  return most - before
}

row(
  '1 GB of output, that comes faster than it is read',
  'none',
  'holds the gateway back, and reads it through in bounded memory',
  async () => {
    const opened = reach(await start({ faults: ['flood:1000000000'] }), { seconds: 600 })
    const far = { bytes: 5_000_000_000, deadline: now + 600_000 }
    const memory = await memoryFor(async () => {
      const { lines, gaps, scanned } = await search(opened, [{ kind: 'mid', id: 777 }], far)
      expect([lines, scanned]).toEqual([[], 2_000_000])
      // The question for the file headers is flooded too, and has a budget of its own.
      expect(gaps.map(({ kind }) => kind)).toEqual(['budget'])
    })
    expect(memory).toBeLessThan(300_000_000)
  },
  300_000,
)

row('1 GB of output, all of it wanted', 'budget', 'stops it at the budget of bytes or lines', async () => {
  const gateway = await start({ faults: ['flood:1000000000'] })
  const memory = await memoryFor(async () => {
    const { lines, gaps } = await search(reach(gateway), [{ kind: 'mid', id: 1 }], { bytes: 2_000_000 })
    expect(lines.length).toBeLessThanOrEqual(10_000)
    expect(gaps.map(({ kind }) => kind)).toContain('budget')
  })
  expect(memory).toBeLessThan(300_000_000)
})

row('the log is rolled over between two commands', 'none', 'misses no line, and takes none twice', async () => {
  let calls = 0
  const gateway = await start({
    onCommand() {
      calls += 1
      if (calls !== 2) return
      gateway.rename('mail.current', 'mail.@20260106T000002.s')
      gateway.append('mail.current', 'Tue Jan  6 12:00:00 2026 Info: Begin Logfile\n')
    },
  })
  const found = await search(reach(gateway), [
    { kind: 'mid', id: 123 },
    { kind: 'mid', id: 200 },
  ])
  const whole = await search(reach(await start({ files })), [
    { kind: 'mid', id: 123 },
    { kind: 'mid', id: 200 },
  ])
  const messages = ({ lines }: SearchResult) => lines.map(({ text }) => text).filter((text) => text.includes('MID'))
  expect(messages(found)).toEqual(messages(whole))
  expect(found.gaps).toEqual([])
})

row('two gateways, one dead', 'refused', 'answers from the other, and says which is missing', async () => {
  const dead = await start()
  const port = dead.port
  await dead.close()
  const [one, other] = await Promise.all([
    search(reach(await start())),
    search(open({ port, hostKey: dead.fingerprint })),
  ])
  expect([one?.gaps, other?.lines, other?.gaps.map(({ kind }) => kind)]).toEqual([[], [], ['refused']])
  expect(one?.lines.filter(({ text }) => text.includes('xample.com'))).toHaveLength(2)
})

row('200 questions at once', 'none', 'keeps one connection, and runs two commands at once at most', async () => {
  const gateway = await start()
  const opened = reach(gateway)
  const found = await Promise.all(Array.from({ length: 200 }, (_, n) => search(opened, [{ kind: 'mid', id: 100 + n }])))
  expect(found.flatMap(({ gaps }) => gaps)).toEqual([])
  expect(found.flatMap(({ lines }) => lines.filter(({ text }) => text.includes('MID 200 ')))).toHaveLength(1)
  expect([gateway.logins.length, gateway.open(), gateway.mostAtOnce()]).toEqual([2, 1, 2])
})

row('one question asked many times at once', 'none', 'fetches it once', async () => {
  const gateway = await start()
  const opened = reach(gateway)
  const found = await Promise.all(Array.from({ length: 50 }, () => search(opened)))
  expect(new Set(found.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(gateway.commands.length).toBe(2)
})

row('any text of an asker', 'none', 'sends letters, digits and `@_.:[]-` and nothing else', async () => {
  const gateway = await start()
  const opened = reach(gateway)
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), fc.nat(), async (text, id) => {
      const needles: Needle[] = [
        { kind: 'text', text },
        { kind: 'ip', range: text },
        { kind: 'icid', id },
      ]
      await search(opened, needles)
    }),
    { numRuns: 100 },
  )
  for (const command of gateway.commands)
    expect(command).toMatch(/^grep -i -e [A-Za-z0-9@_[][A-Za-z0-9@_.:[\]-]* mail_logs$/)
})

test('the table of the documentation is the table of these tests', async () => {
  const lines = [
    '# What a gateway can do to the bot',
    '',
    'What happens, what the bot does, and the kind of the gap that its answer then names. Each row is a test of',
    '`test/edges/sources/gateway-faults.test.ts`, by the same name, against a stand-in that is reached over real SSH; this',
    'page is written by it. After each, no connection and no timer is left. Log hosts have a page of their own:',
    '[log-hosts.md](log-hosts.md).',
    '',
    '| What happens | What the bot does | Gap |',
    '| --- | --- | --- |',
    ...rows.map(({ what, does, gap }) => `| ${what} | ${does} | ${gap} |`),
    '',
  ]
  const page = fileURLToPath(new URL('../../../docs/gateways.md', import.meta.url))
  await expect(lines.join('\n')).toMatchFileSnapshot(page)
})
