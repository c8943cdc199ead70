import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { lookThrough } from '../../../src/edges/logs/look.ts'
import { holds, sieveFor } from '../../../src/edges/logs/sieve.ts'
import { soughtBy } from '../../../src/edges/logs/sought.ts'
import { openWorkers } from '../../../src/edges/logs/workers.ts'
import type { Needle } from '../../../src/gather/ports.ts'

const folder = mkdtempSync(join(tmpdir(), 'look-'))
const workers = openWorkers()
afterAll(async () => {
  await workers.close()
  rmSync(folder, { recursive: true })
})

let made = 0
function fileOf(content: string | Uint8Array): string {
  const path = join(folder, String(made++))
  writeFileSync(path, content)
  return path
}

async function look(path: string, needles: readonly Needle[]): Promise<string[] | null> {
  const sieve = sieveFor(needles)
  const sought = soughtBy(sieve)
  if (!sought) throw new Error('this cannot be looked for')
  const out = { path, sieve, sought, openings: ['domain: ', 'Domain: A.'], most: 100_000, left: () => 60_000 }
  const { lines } = await lookThrough(out, workers)
  return lines?.map(({ text, number }) => `${number} ${text}`) ?? null
}

/** The same, line by line, as anybody would write it. */
function byLine(content: Uint8Array, needles: readonly Needle[]): string[] {
  const sieve = sieveFor(needles)
  const lines: string[] = []
  let from = 0
  for (let number = 1; from < content.length; number++) {
    const feed = content.indexOf(10, from)
    const end = feed < 0 ? content.length : feed
    const text = Buffer.from(content.subarray(from, end)).toString('utf8').replace(/\r$/, '')
    if (holds(sieve, text)) lines.push(`${number} ${text}`)
    from = end + 1
  }
  return lines
}

const id = fc.constantFrom('5', '12', '123', '1234', '99999999', '123456789', '4294967301', '0123')
const gap = fc.constantFrom(' ', ': ', ':', '  ', ' : ', '   ')
const word = fc.constantFrom(
  'MID',
  'mid',
  'ICID',
  'DCID',
  'Dcid',
  'Message',
  'rewritten to',
  'to',
  'RID',
  'XMID',
  'SMTP',
)
const piece = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(word, gap, id).map((all) => all.join('')) },
  fc.constantFrom('ESAMID=5', ' ESAICID=12 ', 'ESADCID=123', 'MID=5', 'Bounced: 5:0', ' Delayed: 12:1 '),
  fc.constantFrom('Info: 5 Sent to x', ': 12 Rcvd: y', 'Info: 123 Received from z', 'Debug: 1234 Sent: '),
  fc.constantFrom(
    'a@example.com',
    'x@EXAMPLE.COM',
    'notexample.com',
    'RID 0 To: <a@example.com>',
    "RID [0] Response '",
    '5 To: <',
    '> To: <',
    'example.com.evil.test',
    'mx.Example.com.',
    'domain: a.test',
    'domain: A.test',
    'domain: b.a.test',
    'domain: a.test.x',
  ),
  fc.constantFrom(
    '192.0.2.7',
    '(192.0.2.70)',
    '1192.0.2.7',
    '192.0.2.7.5',
    '1.192.0.2.7',
    '3.4',
    '2001:db8::7',
    '2001:DB8::7:1',
  ),
  fc.constantFrom(' ', '\n', '\n', '\r\n', ' ', 'x', "'", 'Info: ', '5', '.', 'é', '\u0000'),
)
const log = fc.array(piece, { maxLength: 60 }).map((all) => new TextEncoder().encode(all.join('')))
const needle: fc.Arbitrary<Needle> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('mid', 'icid', 'dcid'),
    id: fc.constantFrom(5, 12, 123, 1234, 99999999, 123456789, 4294967301),
  }),
  fc.constantFrom<Needle>(
    { kind: 'text', text: 'example.com', labels: true },
    { kind: 'text', text: 'Example.com' },
    { kind: 'text', text: 'example.com', labels: true, sender: true },
    { kind: 'text', text: 'domain: a' },
    { kind: 'text', text: 'domain: a.test', labels: true },
    { kind: 'text', text: 'Domain: a.', labels: true },
    { kind: 'text', text: 'éx' },
    { kind: 'ip', range: '192.0.2.7' },
    { kind: 'ip', range: '192.0.2.0/24' },
    { kind: 'ip', range: '2001:db8::/64' },
  ),
)

describe('what is found is what a search line by line finds', () => {
  test('at once, and round by round', async () => {
    await fc.assert(
      fc.asyncProperty(
        log,
        fc.array(fc.array(needle, { maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        async (content, rounds) => {
          const path = fileOf(content)
          for (const needles of rounds) expect(await look(path, needles)).toEqual(byLine(content, needles))
        },
      ),
      { numRuns: 400 },
    )
  })

  test('packed', async () => {
    await fc.assert(
      fc.asyncProperty(
        log,
        fc.array(needle, { maxLength: 4 }),
        fc.array(needle, { maxLength: 4 }),
        fc.constantFrom(0, 0, 5_000),
        async (middle, first, then, more) => {
          const filler = new TextEncoder().encode('Info: Start MID 1 ICID 2\n'.repeat(more))
          const content = Buffer.concat([filler, middle, filler])
          const path = fileOf(gzipSync(content))
          for (const needles of [first, then]) expect(await look(path, needles)).toEqual(byLine(content, needles))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('in a file that grows between two rounds, from the middle of a line on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(log, { maxLength: 4 }), fc.array(needle, { maxLength: 4 }), async (parts, needles) => {
        const path = fileOf('')
        for (const [nth, part] of parts.entries()) {
          appendFileSync(path, part)
          expect(await look(path, needles)).toEqual(byLine(Buffer.concat(parts.slice(0, nth + 1)), needles))
        }
      }),
      { numRuns: 100 },
    )
  })

  test('in a file that has become another', async () => {
    const path = fileOf('MID 5 a\nMID 6 b\n')
    await look(path, [])
    writeFileSync(path, 'MID 6 another\nMID 7\nMID 5 and longer\n')
    expect(await look(path, [{ kind: 'mid', id: 5 }])).toEqual(['3 MID 5 and longer'])
  })
})

const rounds: readonly (readonly Needle[])[] = [
  [{ kind: 'text', text: 'example.com', labels: true }],
  [
    { kind: 'mid', id: 77 },
    { kind: 'dcid', id: 88 },
  ],
]

test('wherever a block or a chunk ends in a line', async () => {
  const line = 'Info: MID 77 ICID 5 From: <a@example.com>\n'
  for (const border of [64 * 1024, 1024 * 1024]) {
    for (let shift = -1; shift <= line.length + 1; shift++) {
      const before = 'x'
        .repeat(99)
        .concat('\n')
        .repeat(Math.floor(border / 100) - 2)
      const fill = `${'y'.repeat(border - before.length - shift - 1)}\n`
      const content = Buffer.from(`${before}${fill}${line}Info: DCID 88 close\n`)
      const path = fileOf(content)
      for (const needles of rounds) expect(await look(path, needles)).toEqual(byLine(content, needles))
      rmSync(path)
    }
  }
})

test('wherever two threads meet in a line', async () => {
  const line = 'Info: MID 77 ICID 5 From: <a@example.com>\r\n'
  for (let shift = 0; shift <= line.length; shift += 2) {
    const half = 4 * 1024 * 1024 + 50_000
    const fill = 'Info: Start MID 1 ICID 2\n'.repeat(2 * Math.ceil(half / 25)).slice(0, half - shift - 1)
    const content = Buffer.from(`${fill}\n${line}${fill}\nInfo: DCID 88 close`)
    const path = fileOf(content)
    for (const needles of rounds) {
      const above = fill.split('\n').length
      const [first, last] = [`${above + 1} ${line.trim()}`, `${2 * above + 2} Info: DCID 88 close`]
      expect(await look(path, needles)).toEqual(needles[0]?.kind === 'text' ? [first] : [first, last])
    }
    rmSync(path)
  }
})

test('of too many lines there are only counts', async () => {
  const path = fileOf('MID 5\n'.repeat(500))
  const sieve = sieveFor([{ kind: 'mid', id: 5 }])
  const sought = soughtBy(sieve) ?? { texts: [], keys: [] }
  const found = await lookThrough({ path, sieve, sought, openings: [], most: 499, left: () => 60_000 }, workers)
  expect([found.lines, [...found.blocks.hits]]).toEqual([null, [500]])
})
