import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../src/cli.ts'
import { streamsOf } from './command-line/streams.ts'
import { answerJson } from './contract.ts'
import { delivered, refused } from './gather/ports.ts'

const log = `${delivered({ minutesAgo: 3 * 60, id: 6 })}\n${refused({ minutesAgo: 60, id: 7 })}\n`
const now = '2026-11-20T12:00:00Z'
const question = "why didn't mail from example.com arrive?"

let folder = ''
const at = (...names: string[]) => join(folder, ...names)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'postmaster-test-'))
  for (const name of ['both/esa1', 'both/esa2', 'empty', 'esa3']) mkdirSync(at(name), { recursive: true })
  writeFileSync(at('mail.log'), log)
  writeFileSync(at('mail.log.gz'), gzipSync(log))
  writeFileSync(at('torn.gz'), gzipSync(log).subarray(0, 100))
  writeFileSync(at('both/esa1/mail.current'), delivered({ minutesAgo: 180, id: 6 }))
  writeFileSync(at('both/esa2/mail.current'), refused({ minutesAgo: 60, id: 6 }))
  writeFileSync(at('esa3/old.log'), delivered({ minutesAgo: 3 * 60, id: 6 }))
  writeFileSync(at('esa3/new.log'), refused({ minutesAgo: 60, id: 7 }))
  writeFileSync(at('broken.yml'), 'gateways: {\n')
  writeFileSync(at('wrong.yml'), 'gateways: { esa1: { source: ftp } }\nours: { domains: [] }\n')
  writeFileSync(
    at('good.yml'),
    `gateways:\n  esa1: { source: files, paths: [${at('mail.log')}] }\n  esa2: { source: files, paths: [${at('gone')}] }\nours: { domains: [example.org] }\n`,
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

async function run(argv: readonly string[], input = '') {
  const { streams, output, errors } = streamsOf(input)
  const status = await runCli(argv, streams)
  return { status, output: output(), errors: errors() }
}

/** `why` over the small log, without a DNS, at the moment after it. */
function why(...argv: string[]): Promise<{ status: number; output: string; errors: string }> {
  return run(['why', question, '--no-dns', '--timezone', 'UTC', '--now', now, ...argv])
}

async function answer(...argv: string[]) {
  const { status, output, errors } = await why('--json', ...argv)
  expect(errors).toBe('')
  expect(status).toBe(0)
  return answerJson.parse(JSON.parse(output))
}

describe('why, over given logs', () => {
  it('answers in words', async () => {
    const { status, output } = await why('--logs', at('mail.log'))
    expect(status).toBe(0)
    expect(output).toMatch(/^🔴 Our gateway refused it/)
    expect(output).toContain('ICID 7 REJECT SG BLOCKED_LIST')
  })

  it.each<[string, string, () => string[], string?]>([
    ['a file', 'mail.log', () => ['--logs', at('mail.log')]],
    ['a file that is packed', 'mail.log.gz', () => ['--logs', at('mail.log.gz')]],
    ['a folder', 'esa3', () => ['--logs', at('esa3')]],
    ['two files of a folder', 'esa3', () => ['--logs', at('esa3/old.log'), '--logs', at('esa3/new.log')]],
    ['files here and there', '-', () => ['--logs', at('esa3/old.log'), '--logs', at('mail.log')]],
    ['standard input', 'stdin', () => ['--logs', '-'], log],
    ['the same twice', 'mail.log', () => ['--logs', at('mail.log'), '--logs', at('mail.log')]],
  ])('takes %s, called %s', async (_, name, argv, input) => {
    const { status, output } = await run(
      ['why', question, '--no-dns', '--json', '--timezone', 'UTC', '--now', now, ...argv()],
      input,
    )
    expect(status).toBe(0)
    const { verdict, attempts } = answerJson.parse(JSON.parse(output))
    expect(verdict).toMatchObject({ cause: 'hat-reject-reputation', certainty: 'proven' })
    expect(attempts).toMatchObject([{ mid: 6, gateway: name }, { icid: 7 }])
  })

  it('takes a folder of gateways, each with numbers of its own', async () => {
    const { attempts, coverage, question: asked } = await answer('--logs', at('both'))
    expect(attempts).toMatchObject([
      { gateway: 'esa1', icid: 6, mid: 6, fate: 'delivered' },
      { gateway: 'esa2', icid: 6, mid: null, fate: 'refused' },
    ])
    expect(coverage.map(({ gateway }) => gateway)).toEqual(['esa1', 'esa2'])
    expect(asked.gateways).toEqual(['esa1', 'esa2'])
  })

  it('asks one of them, where it is told which', async () => {
    const { attempts, question: asked } = await answer('--logs', at('both'), '--gateway', 'esa2')
    expect(attempts).toMatchObject([{ gateway: 'esa2', fate: 'refused' }])
    expect(asked.gateways).toEqual(['esa2'])
  })

  it('names them as it is told', async () => {
    const { attempts } = await answer('--logs', at('mail.log'), '--gateway', 'esa7')
    expect(attempts.map(({ gateway }) => gateway)).toEqual(['esa7', 'esa7'])
  })

  it('tells a file that is not there as missing, beside the answer from the others', async () => {
    const { gaps, attempts } = await answer('--logs', at('mail.log'), '--logs', at('gone'))
    expect(gaps).toEqual([expect.objectContaining({ kind: 'unreadable' })])
    expect(attempts).toHaveLength(2)
  })

  it('gives the same answer at the same clock, but for how long it took', async () => {
    const [one, other] = [await answer('--logs', at('mail.log')), await answer('--logs', at('mail.log'))]
    expect({ ...one, elapsedMs: 0 }).toEqual({ ...other, elapsedMs: 0 })
    expect(one.question.window).toEqual({ from: '2026-11-19T12:00:00Z', to: now })
  })

  it('reads a log of years ago, at its clock', async () => {
    const old = log.replaceAll('2026', '2014').replaceAll('Fri Nov', 'Thu Nov')
    const { output } = await run(
      ['why', question, '--no-dns', '--json', '--logs', '-', '--timezone', 'UTC', '--now', '2014-11-20T12:00:00Z'],
      old,
    )
    expect(answerJson.parse(JSON.parse(output))).toMatchObject({
      verdict: { cause: 'hat-reject-reputation' },
      gaps: [],
    })
  })

  it('looks as far as the logs reach where neither words nor clock name a time', async () => {
    const { output } = await run(['why', question, '--no-dns', '--json', '--timezone', 'UTC', '--logs', at('mail.log')])
    expect(answerJson.parse(JSON.parse(output)).question.window).toEqual({
      from: '2026-11-20T09:00:00Z',
      to: '2026-11-20T11:00:01Z',
    })
  })
})

describe('the time asked about', () => {
  it.each<[string, string[], object]>([
    ['--since', ['--since', '2026-11-20T10:00'], { from: '2026-11-20T10:00:00Z', to: now }],
    ['--until', ['--until', '2026-11-20T10:00'], { from: '2026-11-19T10:00:00Z', to: '2026-11-20T10:00:00Z' }],
    [
      'both',
      ['--since', '2026-11-18', '--until', '2026-11-20'],
      { from: '2026-11-18T00:00:00Z', to: '2026-11-20T00:00:00Z' },
    ],
    ['a zone', ['--since', '2026-11-20 10:00', '--timezone', 'Asia/Tokyo'], { from: '2026-11-20T01:00:00Z', to: now }],
    ['words', ['--since', 'yesterday'], { from: '2026-11-19T00:00:00Z', to: now }],
    [
      'a clock in the zone',
      ['--now', '2026-11-20 12:00', '--timezone', 'Asia/Tokyo'],
      { from: '2026-11-19T03:00:00Z', to: '2026-11-20T03:00:00Z' },
    ],
  ])('%s', async (_, argv, window) => {
    expect((await answer('--logs', at('mail.log'), ...argv)).question.window).toEqual(window)
  })
})

describe('languages', () => {
  it('are those of the words, or the one that is asked for', async () => {
    expect((await answer('--logs', at('mail.log'), '--language', 'en-GB')).question.language).toBe('en')
  })
})

describe('exit status 2', () => {
  it.each<[string, () => string[], RegExp]>([
    ['nothing to do', () => [], /Usage: postmaster/],
    ['an unknown verb', () => ['wy', 'example.com'], /unknown command 'wy'[\s\S]*why/],
    ['an unknown option', () => ['why', question, '--lgos', 'x'], /unknown option '--lgos'[\s\S]*--logs/],
    ['an option without its value', () => ['why', question, '--logs'], /argument missing/],
    ['no question', () => ['why', '--logs', at('mail.log'), '--no-dns'], /^I can look for/],
    [
      'a question that names nothing',
      () => ['why', 'where is it', '--logs', at('mail.log'), '--no-dns'],
      /^I can look for/,
    ],
    [
      'a clock that is none',
      () => ['why', question, '--logs', at('mail.log'), '--now', 'noon'],
      /^--now noon: write a time/,
    ],
    [
      'a day that is none',
      () => ['why', question, '--logs', at('mail.log'), '--now', '2026-13-45'],
      /^--now 2026-13-45/,
    ],
    [
      'a since that is none',
      () => ['why', question, '--logs', at('mail.log'), '--since', 'noonish'],
      /^--since noonish/,
    ],
    ['an until that is none', () => ['why', question, '--logs', at('mail.log'), '--until', 'x'], /^--until x/],
    [
      'a stretch that ends before it begins',
      () => ['why', question, '--logs', at('mail.log'), '--since', '2026-11-20', '--until', '2026-11-19'],
      /no time between/,
    ],
    ['a zone that is none', () => ['why', question, '--logs', at('mail.log'), '--timezone', 'Mars'], /such as Europe/],
    ['a language that is none', () => ['why', question, '--logs', at('mail.log'), '--language', 'xx'], /there are en/],
    ['a name server that is none', () => ['why', question, '--logs', at('mail.log'), '--dns', 'x y'], /^--dns x y/],
    [
      'no configuration',
      () => ['why', question, '--config', at('gone.yml')],
      /gone\.yml cannot be used:\n {2}there is no/,
    ],
    [
      'a broken configuration',
      () => ['why', question, '--config', at('broken.yml')],
      /broken\.yml cannot be used:\n.*line/,
    ],
    [
      'a wrong configuration, with all that is wrong',
      () => ['why', question, '--config', at('wrong.yml')],
      /gateways\.esa1\.source: must be one of[\s\S]*ours\.domains: name/,
    ],
    [
      'a gateway nobody knows',
      () => ['why', question, '--config', at('good.yml'), '--gateway', 'esa9'],
      /There are: esa1, esa2/,
    ],
    [
      'a gateway that has no folder',
      () => ['why', question, '--logs', at('both'), '--gateway', 'esa9'],
      /There are: esa1, esa2/,
    ],
    ['dns of nothing', () => ['dns', 'nothing here', '--no-dns'], /name one domain/],
    ['a page on no port', () => ['demo', '--port', 'x'], /port number/],
    [
      'a broken configuration for the doctor',
      () => ['doctor', '--config', at('broken.yml')],
      /✗ .*broken\.yml: .*line/,
    ],
  ])('%s', async (_, argv, words) => {
    const { status, output, errors } = await run(argv())
    expect(output + errors).toMatch(words)
    expect(output + errors).not.toMatch(/\n\s+at .*:\d+:\d+/)
    expect(status).toBe(2)
  })

  it('comes as one object too', async () => {
    const { status, output } = await run(['why', 'where is it', '--logs', at('mail.log'), '--no-dns', '--json'])
    expect(status).toBe(2)
    expect(JSON.parse(output)).toEqual({ version: 1, error: expect.any(String), examples: expect.any(Array) })
  })
})

describe('exit status 3', () => {
  it.each<[string, () => string[]]>([
    ['a log that is not there', () => ['why', question, '--no-dns', '--logs', at('gone')]],
    ['the same for a trace', () => ['trace', 'MID 6', '--no-dns', '--logs', at('gone')]],
    ['an empty folder', () => ['why', question, '--no-dns', '--logs', at('empty')]],
    ['no gateway that can be read', () => ['status', '--logs', at('gone')]],
    ['a log to correlate that is not there', () => ['correlate', at('gone')]],
    ['a folder to correlate', () => ['correlate', at('both')]],
    ['a log to correlate that is torn', () => ['correlate', at('torn.gz')]],
    ['no DNS to ask', () => ['dns', 'example.com', '--no-dns']],
  ])('%s', async (_, argv) => {
    const { status, output, errors } = await run(argv())
    expect(output + errors).not.toMatch(/\n\s+at .*:\d+:\d+/)
    expect(status).toBe(3)
  })
})

describe('with a configuration', () => {
  it('asks its gateways, and tells the one that cannot be read', async () => {
    const { attempts, gaps, coverage } = await answer('--config', at('good.yml'))
    expect(attempts).toMatchObject([{ gateway: 'esa1' }, { gateway: 'esa1' }])
    expect(gaps).toEqual([expect.objectContaining({ where: 'esa2', kind: 'unreadable' })])
    expect(coverage).toHaveLength(2)
  })

  it('asks the one that is named', async () => {
    const { gaps, question: asked } = await answer('--config', at('good.yml'), '--gateway', 'esa1')
    expect(gaps).toEqual([])
    expect(asked.gateways).toEqual(['esa1'])
  })

  it('tells how the gateways are', async () => {
    const { status, output } = await run(['status', '--config', at('good.yml')])
    expect(status).toBe(0)
    expect(output).toMatch(/^🟡 1 of 2 gateways can be read\./)
  })
})

describe('commands that need no gateway', () => {
  it.each<[string, string[], RegExp]>([
    ['explain', ['explain', 'ICID 7 REJECT SG BLOCKED_LIST match sbrs[-10.0:-3.0] SBRS -5.4'], /BLOCKED_LIST: REJECT/],
    ['explain, several words', ['explain', '--', 'ICID', '7', 'close'], /connection/i],
    ['help', ['help'], /Ask why mail did not arrive/],
    ['--help', ['--help'], /Usage: postmaster/],
    ['--help of a verb', ['why', '--help'], /--logs <path>[\s\S]*Examples:\n {2}postmaster why "/],
  ])('%s', async (_, argv, words) => {
    const { status, output } = await run(argv)
    expect(output).toMatch(words)
    expect(status).toBe(0)
  })
})

describe('explain, of a file', () => {
  it.each<[string, () => string, string?]>([
    ['a log', () => at('mail.log')],
    ['one that is packed', () => at('mail.log.gz')],
    ['standard input', () => '-', log],
  ])('%s', async (_, path, input) => {
    const { status, output } = await run(['explain', '--logs', path()], input)
    expect(status).toBe(0)
    expect(output).toContain('17 of 17 lines are known.')
    expect(output).toMatch(/\n- MID 6 · \S+ → \S+ · delivered\n/)
  })

  it.each([
    ['one that is not there', 'gone'],
    ['a folder', 'both'],
    ['one that is torn', 'torn.gz'],
  ])('%s', async (_, name) => {
    const { status, output, errors } = await run(['explain', '--logs', at(name)])
    expect({ status, output }).toEqual({ status: 3, output: '' })
    expect(errors).toContain(`${at(name)}: cannot be read (`)
  })

  it('one that is too long', async () => {
    writeFileSync(at('long.log'), log.repeat(1000))
    expect(await run(['explain', '--logs', at('long.log')])).toMatchObject({ status: 2 })
  })

  it('not where lines are pasted as well', async () => {
    const { output } = await run(['explain', '--logs', at('mail.log'), 'ICID 7 close'])
    expect(output).toBe('The connection ended.\n')
  })
})

/** What a shell gives for `<(zcat mail.log.gz)`. */
function pipeOf(text: string): string {
  execFileSync('mkfifo', [at('pipe')])
  void writeFile(at('pipe'), text)
  return at('pipe')
}

describe('correlate', () => {
  const lines = (output: string) =>
    output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))

  it.each<[string, () => string[], string?]>([
    ['a file', () => [at('mail.log')]],
    ['a file that is packed', () => [at('mail.log.gz')]],
    ['a pipe with a name', () => [pipeOf(log)]],
    ['standard input', () => ['-'], log],
    ['standard input, unnamed', () => [], log],
    ['lines with carriage returns', () => ['-'], log.replaceAll('\n', '\r\n')],
    ['a last line without its end', () => ['-'], log.trimEnd()],
  ])('prints one object a line for %s', async (_, argv, input) => {
    const { status, output } = await run(['correlate', ...argv()], input)
    expect(status).toBe(0)
    const all = lines(output)
    expect(all.map(({ kind }) => kind).sort()).toEqual(['delivery', 'injection', 'injection', 'message', undefined])
    expect(all.find(({ kind }) => kind === 'message')).toMatchObject({
      mid: 6,
      icid: 6,
      dcids: [6],
      recipients: [{ rid: 0 }],
    })
    expect(all.find(({ icid, kind }) => kind === 'injection' && icid === 7)).toMatchObject({
      gateway: '-',
      mids: [],
      timeline: [
        {
          form: 'injection-start',
          fields: { ip: '198.51.100.7' },
          level: 'Info',
          time: '2026-11-20T11:00:00.000Z',
          line: 15,
        },
        { form: 'hat-decision', fields: { action: 'REJECT' } },
        { form: 'injection-close' },
      ],
    })
    expect(all.at(-1)).toMatchObject({ summary: { lines: 17, recognised: 17, unrecognised: 0 } })
  })

  it('prints the summary alone', async () => {
    const { output } = await run(['correlate', '--summary', at('mail.log')])
    expect(lines(output)).toEqual([{ summary: expect.objectContaining({ lines: 17 }) }])
  })

  it('takes the year from when the file was written, where its stamps have none', async () => {
    const stamps = ['Dec 31 23:59:59', 'Jan  1 00:00:01']
    const relayed = stamps.map((stamp, icid) => `<22>${stamp} esa1 mail_logs: Info: ICID ${icid + 1} close\n`)
    writeFileSync(at('relayed.log'), relayed.join(''))
    const written = new Date('2026-01-02T00:00:00Z')
    utimesSync(at('relayed.log'), written, written)
    const { output } = await run(['correlate', at('relayed.log')])
    expect(lines(output).flatMap(({ timeline = [] }) => timeline.map(({ time }: { time: string }) => time))).toEqual([
      '2025-12-31T23:59:59.000Z',
      '2026-01-01T00:00:01.000Z',
    ])
  })

  it('takes binary rubbish for what it is', async () => {
    const { status, output } = await run(['correlate', '-'], '\u0000\u0001\n{"a":1}\n')
    expect(status).toBe(0)
    expect(lines(output)).toEqual([{ summary: expect.objectContaining({ recognised: 0 }) }])
  })
})

it('leaves nothing behind in the folder for temporary files', async () => {
  const left = () => readdirSync(tmpdir()).filter((name) => /^postmaster-[A-Za-z0-9]{6}$/.test(name)).length
  const before = left()
  await run(['why', question, '--no-dns', '--logs', '-', '--since', 'noonish'], log)
  await run(['why', question, '--no-dns', '--logs', '-', '--gateway', 'a'], log)
  expect(left()).toBe(before)
})
