import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { z } from 'zod'
import type { Answer, RecordOf, RecordType, Resolver } from '../../../src/checks/resolver.ts'
import { checkHost } from '../../../src/checks/spf/index.ts'

/** The openspf.org suite for RFC 7208. It stands beside the tree, not in it. */
const suite = new URL('../../../../shared/spf-suite/rfc7208-tests.yml', import.meta.url)

const textOrTexts = z.union([z.string(), z.array(z.string())])
const entry = z.union([
  z.literal('TIMEOUT'),
  z.strictObject({ A: z.string() }),
  z.strictObject({ AAAA: z.string() }),
  z.strictObject({ PTR: z.string() }),
  z.strictObject({ CNAME: z.string() }),
  z.strictObject({ MX: z.tuple([z.number(), z.string()]) }),
  z.strictObject({ TXT: textOrTexts }),
  z.strictObject({ SPF: textOrTexts }),
])
const scenario = z.object({
  description: z.string(),
  tests: z.record(
    z.string(),
    z.object({
      helo: z.string(),
      host: z.string(),
      mailfrom: z.string(),
      result: textOrTexts,
      explanation: z.string().optional(),
    }),
  ),
  zonedata: z.record(z.string(), z.array(entry)),
})
type Entry = z.infer<typeof entry>

function plain(name: string): string {
  return name.toLowerCase().replace(/\.$/, '')
}

/** SPF entries stand for TXT where the name has no TXT of its own, as the suite's header says. */
function recordsOf<T extends RecordType>(entries: readonly Entry[], type: T): RecordOf[RecordType][] {
  const records: RecordOf[RecordType][] = []
  const ownTxt = entries.some((one) => one !== 'TIMEOUT' && 'TXT' in one)
  for (const one of entries) {
    if (one === 'TIMEOUT') continue
    if (type === 'A' && 'A' in one) records.push(one.A)
    if (type === 'AAAA' && 'AAAA' in one) records.push(one.AAAA)
    if (type === 'PTR' && 'PTR' in one) records.push(plain(one.PTR))
    if (type === 'MX' && 'MX' in one) records.push({ priority: one.MX[0], exchange: one.MX[1] })
    if (type === 'TXT' && 'TXT' in one && one.TXT !== 'NONE') records.push([one.TXT].flat())
    if (type === 'TXT' && 'SPF' in one && !ownTxt) records.push([one.SPF].flat())
  }
  return records
}

function suiteResolver(zone: Readonly<Record<string, Entry[]>>): Resolver {
  const names = new Map(Object.entries(zone).map(([name, entries]) => [plain(name), entries]))
  function look<T extends RecordType>(name: string, type: T, passed: readonly string[]): Answer<RecordOf[T]> {
    const entries = names.get(plain(name))
    if (!entries) return { kind: 'no-such-name' }
    if (passed.includes(plain(name))) return { kind: 'temporary-error', reason: 'CNAME loop' }
    const records = recordsOf(entries, type)
    if (records.length > 0) return { kind: 'records', records: records as RecordOf[T][] }
    for (const one of entries) {
      if (one === 'TIMEOUT') return { kind: 'temporary-error' }
      if ('CNAME' in one) return look(one.CNAME, type, [...passed, plain(name)])
    }
    return { kind: 'no-data' }
  }
  return { resolve: async (name, type) => look(name, type, []) }
}

const scenarios = existsSync(suite)
  ? parseAllDocuments(readFileSync(suite, 'utf8'), { uniqueKeys: false }).map((document) =>
      scenario.parse(document.toJS()),
    )
  : []

describe.each(scenarios)('$description', ({ tests, zonedata }) => {
  test.each(Object.entries(tests))('%s', async (_, { host, mailfrom, helo, result, explanation }) => {
    const outcome = await checkHost({ ip: host, mailFrom: mailfrom, helo }, suiteResolver(zonedata))
    expect([result].flat(), outcome.trace.join('\n')).toContain(outcome.result)
    if (explanation !== undefined) {
      expect(outcome.explanation ?? 'DEFAULT').toBe(explanation)
    }
  })
})

test('the whole suite is there, or it is said that it is not', () => {
  if (!existsSync(suite)) {
    console.info('passed over: the RFC 7208 suite (../shared/spf-suite is not there)')
  }
  const count = scenarios.reduce((sum, { tests }) => sum + Object.keys(tests).length, 0)
  expect([0, 203]).toContain(count)
})
