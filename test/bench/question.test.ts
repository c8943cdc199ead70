import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { correlateAll } from '../../src/correlator/index.ts'
import { source } from '../../src/edges/sources/files.ts'
import { needlesExplaining, needlesNamed } from '../../src/gather/named.ts'
import { firstNeedles } from '../../src/gather/needles.ts'
import type { RawLine } from '../../src/gather/ports.ts'
import { relevantIn } from '../../src/gather/relevant.ts'
import { searchGateway } from '../../src/gather/search.ts'
import { defaultLimits } from '../../src/gather/settings.ts'
import type { Question } from '../../src/question/question.ts'
import { EVERYONE, generateLog, type Truth } from './generate.ts'

// A generated day says what is in it; the question is asked of it in every shape that a log comes in, and what comes
// back is held against a search that anybody could write: slow, and by regular expressions.

const folder = mkdtempSync(join(tmpdir(), 'question-'))
let truth: Truth
let text = ''

beforeAll(async () => {
  truth = await generateLog(join(folder, 'mail.log'), 6_000_000, 2)
  text = readFileSync(join(folder, 'mail.log'), 'utf8')
})
afterAll(() => rmSync(folder, { recursive: true }))

const day = Date.UTC(2026, 10, 20)
const end = day + 24 * 3_600_000

function asking(domain: string, window = { from: day - 3_600_000, to: end }): Question {
  return {
    about: { domain },
    recipient: null,
    window,
    windowStated: true,
    now: end,
    timeZone: 'UTC',
    gateways: [],
    language: 'en',
  }
}

async function ask(paths: readonly string[], question: Question, lines = 100_000) {
  const opened = source.open('esa1', { source: 'files', paths: [...paths] }, { secret: () => undefined, now: Date.now })
  const handedOver: RawLine[][] = []
  const read: RawLine[] = []
  try {
    const found = await searchGateway(
      {
        ...opened,
        async search(search, budget) {
          const result = await opened.search(search, budget)
          handedOver.push([...result.lines])
          return result
        },
      },
      {
        first: firstNeedles(question.about),
        later: Promise.resolve([]),
        window: { from: 0, to: end },
        focus: question.window,
        budget: { lines, bytes: 100_000_000, deadline: Date.now() + 60_000 },
        limits: defaultLimits,
        read: (more, utcOffset) => {
          read.push(...more)
          return correlateAll(
            read.map((line) => ({ ...line, gateway: 'esa1' })),
            { referenceTime: end, ...(utcOffset === null ? {} : { utcOffset }) },
          )
        },
        named: (log, isNarrowed) => needlesNamed(log, question, [], { gateway: 'esa1', isNarrowed }),
        explaining: (log) => needlesExplaining(log, question, []),
      },
    )
    const { attempts } = relevantIn(found.log, question, [])
    return { ...found, attempts, first: handedOver[0] ?? [], all: new Set(handedOver.flat().map((line) => line.text)) }
  } finally {
    await opened.close()
  }
}

/** Every line of these messages, of the connections they came by, and of the deliveries they went by but for others' mail. */
function byHand(mids: readonly number[]): string[] {
  const lines = text.trimEnd().split('\n')
  const wanted = new Set(mids)
  const ids = new Set(mids.map((mid) => `MID ${mid}`))
  for (const line of lines) {
    const [, start, icid] = /Start MID (\d+) ICID (\d+)$/.exec(line) ?? []
    if (start && wanted.has(Number(start))) ids.add(`ICID ${icid}`)
    const [, dcid, sent] = /Delivery start DCID (\d+) MID (\d+) /.exec(line) ?? []
    if (sent && wanted.has(Number(sent))) ids.add(`DCID ${dcid}`)
  }
  return lines.filter((line) => {
    const named = line.match(/\b[A-Z]+ID \d+/g) ?? []
    const others = named.some((id) => id.startsWith('MID ') && !ids.has(id))
    return named.some((id) => ids.has(id) && !(others && id.startsWith('DCID ')))
  })
}

const shapes: [name: string, lay: (at: string) => string[]][] = [
  ['one file', (at) => [write(at, 'mail.log', text)]],
  ['with carriage returns', (at) => [write(at, 'mail.log', text.replaceAll('\n', '\r\n'))]],
  ['packed', (at) => [write(at, 'mail.log.gz', gzipSync(text))]],
  ['a folder of rolled files, some packed, cut anywhere between two lines', (at) => [rolled(at)]],
]

function write(at: string, name: string, content: string | Buffer): string {
  writeFileSync(join(at, name), content)
  return join(at, name)
}

function rolled(at: string): string {
  const lines = text.trimEnd().split('\n')
  const parts = [0, 0.13, 0.4, 0.77, 1].map((share) => Math.floor(share * lines.length))
  for (const [nth, from] of parts.slice(0, -1).entries()) {
    const content = `${lines.slice(from, parts[nth + 1]).join('\n')}\n`
    const name = `mail.@20261120T0${nth}0000.s`
    if (nth % 2 === 0) write(at, name, content)
    else write(at, `${name}.gz`, gzipSync(content))
  }
  return at
}

describe.each(shapes)('%s', (name, lay) => {
  it('every line of every message of the domain is found, and no other domain is taken for it', async () => {
    const at = join(folder, name)
    mkdirSync(at)
    const { attempts, all, first, gaps } = await ask(lay(at), asking(truth.target.domain))
    expect(truth.target.mids.length).toBeGreaterThan(2)
    const found = new Set(attempts.map(({ mid }) => mid))
    expect(truth.target.mids.filter((mid) => !found.has(mid))).toEqual([])
    expect(byHand(truth.target.mids).filter((line) => !all.has(line))).toEqual([])
    expect(attempts.filter(({ mailFrom }) => mailFrom && !/[@.]example\.com$/i.test(mailFrom))).toEqual([])
    expect(first.filter(({ text }) => !/(?<![\w-])example\.com(?![\w-]|\.\w)/i.test(text)).length).toBeLessThan(10)
    expect(gaps).toEqual([])
  })
})

describe('a domain that is in nearly every message', () => {
  it('is answered from the latest lines in the time asked about, and says so', async () => {
    const path = join(folder, 'mail.log')
    for (const asked of [
      { from: day + 60_000, to: day + 240_000 },
      { from: day - 3_600_000, to: end },
    ]) {
      const { gaps, first, attempts } = await ask([path], asking(EVERYONE, asked), 300)
      expect(first.filter(({ text }) => /\.everyone\.example\b/i.test(text))).toHaveLength(300)
      expect(gaps.map(({ kind, detail }) => [kind, detail.replace(/\d+/g, '#')])).toContainEqual([
        'budget',
        "# of about # lines, from #-#-# #:#:# to #-#-# #:#:# by the log's clock",
      ])
      const times = attempts.map(({ time }) => time)
      expect(times.length).toBeGreaterThan(20)
      expect(times.every((time) => time >= asked.from && time < asked.to + 60_000)).toBe(true)
    }
  })

  it('but only as the domain of its recipients, is no sender, and nothing is left out to say so', async () => {
    const { gaps, attempts, first } = await ask([join(folder, 'mail.log')], asking('example.org'))
    expect([gaps, attempts]).toEqual([[], []])
    expect(first.length).toBeLessThan(1_000)
  })
})
