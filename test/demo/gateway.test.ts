import { once } from 'node:events'
import ssh2 from 'ssh2'
import { afterEach, describe, expect, test } from 'vitest'
import { type Gateway, type GatewayOptions, startGateway } from '../../src/demo/gateway.ts'
import { commandsOf } from '../../src/demo/gateway-cli.ts'
import { newKey } from '../../src/demo/gateway-keys.ts'
import { matcher } from '../../src/demo/gateway-pattern.ts'
import { pagerText } from '../../src/demo/gateway-shell.ts'

const key = newKey()
const files = {
  'mail.current': [
    'Tue Jan  6 00:00:02 2026 Info: Begin Logfile',
    'Tue Jan  6 00:00:02 2026 Info: Time offset from UTC: 3600 seconds',
    'Tue Jan  6 00:00:03 2026 Info: Start MID 12 ICID 8',
    "Tue Jan  6 00:00:03 2026 Info: MID 12 Subject 'Order 1234'",
    '',
  ].join('\n'),
  'mail.@20260105T000000.s': [
    'Mon Jan  5 10:00:00 2026 Info: New SMTP ICID 7 interface Data 1 (192.0.2.1) address 198.51.100.9 reverse dns host mx.example.com verified yes',
    'Mon Jan  5 10:00:01 2026 Info: Start MID 1 ICID 7',
    'Mon Jan  5 10:00:01 2026 Info: MID 1 ICID 7 From: <Alice@Example.com>',
    'Mon Jan  5 10:00:02 2026 Info: Delivery start DCID 3 MID 1 to RID [0]',
    'Mon Jan  5 10:00:02 2026 Info: Message finished MID 1 done',
    'Mon Jan  5 10:00:03 2026 Info: DCID 3 close',
    'Mon Jan  5 10:00:03 2026 Info: ICID 7 close',
    '',
  ].join('\n'),
  'amp/amp.current': 'Mon Jan  5 10:00:00 2026 Info: amp\n',
}

const running: Gateway[] = []
const clients: ssh2.Client[] = []

async function start(options: Partial<GatewayOptions> = {}): Promise<Gateway> {
  const gateway = await startGateway({
    name: 'esa1.example.org',
    user: 'bot',
    publicKey: key.public,
    files,
    ...options,
  })
  running.push(gateway)
  return gateway
}

async function login(gateway: Gateway): Promise<ssh2.Client> {
  const client = new ssh2.Client()
  client.on('error', () => client.destroy())
  clients.push(client)
  client.connect({ host: gateway.host, port: gateway.port, username: 'bot', privateKey: key.private })
  await once(client, 'ready')
  return client
}

async function ask(client: ssh2.Client, command: string, pty = false): Promise<{ text: string; status: unknown }> {
  const channel = await new Promise<ssh2.ClientChannel>((done, failed) =>
    client.exec(command, { pty }, (error, opened) => (error ? failed(error) : done(opened))),
  )
  let text = ''
  channel.on('data', (bytes: Buffer) => {
    text += bytes.toString('utf8')
    if (text.endsWith(pagerText)) channel.write(' ')
  })
  const [status] = await once(channel, 'close')
  return { text, status }
}

afterEach(async () => {
  for (const client of clients.splice(0)) client.end()
  for (const gateway of running.splice(0)) await gateway.close()
})

describe('what a pattern finds', () => {
  const cases: [pattern: string, ignoreCase: boolean, line: string, found: boolean][] = [
    ['example[.]com', true, 'From: <a@EXAMPLE.com>', true],
    ['example[.]com', true, 'From: <a@example-com>', false],
    ['example[.]com', false, 'EXAMPLE.com', false],
    ['MID.1234', true, 'MID 12345', true],
    ['MID.12[03]', true, 'MID 123', true],
    ['MID.12[03]', true, 'MID 121', false],
    ['MID.12[0-3]', true, 'MID 121', true],
    ['a.c', false, 'ac', false],
    ['(a+)+$', false, 'aaaa', false],
    ['(a+)+$', false, 'x (a+)+$', true],
    ['[', false, 'a [0]', true],
  ]
  test.each(cases)('%s, ignoring case %s, in %s: %s', (pattern, ignoreCase, line, found) => {
    expect(matcher(pattern, ignoreCase)(line)).toBe(found)
  })
})

describe('how a command is split into words', () => {
  const cases: [typed: string, words: string[][]][] = [
    ['grep -i -e a[.]b mail_logs', [['grep', '-i', '-e', 'a[.]b', 'mail_logs']]],
    ['grep "a b;c" mail_logs; version', [['grep', 'a b;c', 'mail_logs'], ['version']]],
    ['grep "a\\"b" x', [['grep', 'a"b', 'x']]],
    [' ; ;', []],
  ]
  test.each(cases)('%s', (typed, words) => {
    expect(commandsOf(typed)).toEqual(words)
  })
})

describe('what a command answers', () => {
  const cases: [command: string, says: string[], not: string[]][] = [
    ['grep -i -e example[.]com mail_logs', ['New SMTP ICID 7', 'Alice@Example.com'], ['MID 12']],
    ['grep -e example[.]com mail_logs', ['mx.example.com'], ['Alice']],
    ['grep MID mail_logs', ['Start MID 1 ICID 7', 'Start MID 12'], ['New SMTP']],
    ['grep "Order 1234" mail_logs', ['Subject'], ['Start']],
    ['grep -i -e nobody mail_logs', ['No results were found'], []],
    ['grep -i -e x nosuch_logs', ['"nosuch_logs" is not the name of a log subscription.'], []],
    ['grep', ['usage: grep'], []],
    ['findevent -m 1 mail_logs', ['New SMTP ICID 7', 'DCID 3 close', 'Message finished MID 1 done'], ['MID 12']],
    ['findevent -i -f alice@ mail_logs', ['MID 1\n'], ['MID 12']],
    ['findevent -s Order mail_logs', ['MID 12\n'], []],
    ['clustermode cluster; version', ['Current Version\n', 'Version: 15.0.0-104\n'], ['Unknown']],
    ['commit', ['Unknown command or missing feature key: commit'], []],
    ['tail mail_logs', ['use grep'], []],
  ]
  test('over exec, and the log of commands', async () => {
    const gateway = await start()
    const client = await login(gateway)
    for (const [command, says, not] of cases) {
      const { text, status } = await ask(client, command)
      for (const part of says) expect(text, command).toContain(part)
      for (const part of not) expect(text, command).not.toContain(part)
      expect(status).toBe(0)
    }
    expect(gateway.commands).toEqual(cases.map(([command]) => command))
  })

  test('rolled files come oldest first, and appended lines are found', async () => {
    const gateway = await start()
    const client = await login(gateway)
    gateway.append('mail.current', 'Tue Jan  6 00:00:09 2026 Info: Start MID 13 ICID 9\n')
    const { text } = await ask(client, 'grep -e Start.MID mail_logs')
    expect([...text.matchAll(/Start MID (\d+)/g)].map(([, mid]) => mid)).toEqual(['1', '12', '13'])
  })
})

test('the pager comes with a terminal only, and is erased by 25 blanks', async () => {
  const lines = Array.from({ length: 45 }, (_, n) => `Mon Jan  5 10:00:00 2026 Info: Start MID ${n} ICID 7`)
  const gateway = await start({ files: { 'mail.current': `${lines.join('\n')}\n` } })
  const client = await login(gateway)
  const plain = await ask(client, 'grep MID mail_logs')
  expect(plain.text).toBe(`${lines.join('\n')}\n`)
  const paged = await ask(client, 'grep MID mail_logs', true)
  expect(paged.text.split(`${pagerText}\r${' '.repeat(25)}\r`).map((part) => part.split('\r\n').length - 1)).toEqual([
    20, 20, 5,
  ])
})

test('a shell greets, prompts and echoes', async () => {
  const gateway = await start()
  const client = await login(gateway)
  const channel = await new Promise<ssh2.ClientChannel>((done, failed) =>
    client.shell((error, opened) => (error ? failed(error) : done(opened))),
  )
  let text = ''
  channel.on('data', (bytes: Buffer) => {
    text += bytes.toString('utf8')
  })
  channel.write('versiom\x7fn\rexit\r')
  await once(channel, 'close')
  expect(text).toContain('\r\r\nAsyncOS 15.0.0 for Cisco C100V build 104\r\n\r\n')
  expect(text).toContain('esa1.example.org> versiom\b \bn\r\nCurrent Version\r\n')
  expect(gateway.commands).toEqual(['version'])
})

test('only the right key or password is let in', async () => {
  const gateway = await start({ password: 'right' })
  const tries: [ssh2.ConnectConfig, boolean][] = [
    [{ privateKey: key.private }, true],
    [{ privateKey: newKey().private }, false],
    [{ password: 'right' }, true],
    [{ password: 'wrong' }, false],
  ]
  for (const [how, letIn] of tries) {
    const client = new ssh2.Client()
    clients.push(client)
    const ended = new Promise<boolean>((done) => {
      client.on('ready', () => done(true))
      client.on('error', () => done(false))
    })
    client.connect({ host: gateway.host, port: gateway.port, username: 'bot', ...how })
    expect(await ended).toBe(letIn)
  }
})
