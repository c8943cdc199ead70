import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Answered } from '../../../src/answering/answered.ts'
import { openAudit } from '../../../src/edges/store/audit.ts'
import { recordingLog, within } from '../slack/scripted.ts'

const folder = mkdtempSync(join(tmpdir(), 'postmaster-audit-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const answered: Answered = {
  at: Date.parse('2026-11-20T12:00:00Z'),
  asker: 'U1',
  thread: 'C1:1700000000.000100',
  asked: 'why example.com',
  verb: 'why',
  gateways: ['esa1', 'esa2'],
  outcome: 'answered',
  cause: 'hat-reject-reputation',
  ms: 812,
  waitedMs: 3,
  merged: false,
}

function open(name: string, more: { bytes?: number; files?: number; secrets?: string[] } = {}) {
  const file = join(folder, name)
  const log = recordingLog()
  return { file, log, audit: openAudit({ file, bytes: 1_000_000, files: 3, secrets: [], log, ...more }) }
}

it('writes a line for each question, for its owner alone', async () => {
  const { file, audit } = open('a.jsonl')
  audit.record(answered)
  audit.record({ ...answered, asked: 'a\nb "c"', outcome: 'refused' })
  await audit.close()
  const lines = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines[0]).toEqual({
    time: '2026-11-20T12:00:00.000Z',
    channel: 'C1',
    thread: 'C1:1700000000.000100',
    asked: 'why example.com',
    asker: 'U1',
    verb: 'why',
    gateways: ['esa1', 'esa2'],
    outcome: 'answered',
    cause: 'hat-reject-reputation',
    ms: 812,
    waitedMs: 3,
    merged: false,
  })
  expect(lines[1]).toMatchObject({ asked: 'a\nb "c"', outcome: 'refused' })
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

it('writes a line for each answer that somebody said was right or wrong', async () => {
  const { file, audit } = open('rated.jsonl')
  const { at, asker, thread } = answered
  audit.rated({ at, asker, thread, post: '1700000000.000200', right: false, about: 'hat-reject-reputation proven' })
  await audit.close()
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    time: '2026-11-20T12:00:00.000Z',
    channel: 'C1',
    thread: 'C1:1700000000.000100',
    asker: 'U1',
    post: '1700000000.000200',
    right: false,
    about: 'hat-reject-reputation proven',
  })
})

it('begins a new file when one is full, and keeps so many', async () => {
  const { audit } = open('b.jsonl', { bytes: 2_000, files: 3 })
  for (let i = 0; i < 100; i += 1) audit.record({ ...answered, ms: i })
  await audit.close()
  const files = readdirSync(folder)
    .filter((name) => name.startsWith('b.jsonl'))
    .sort()
  expect(files).toEqual(['b.jsonl', 'b.jsonl.1', 'b.jsonl.2', 'b.jsonl.3'])
  const read = (name: string) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n').filter(Boolean)
  for (const name of files) expect(statSync(join(folder, name)).size).toBeLessThan(4_000)
  const kept = files
    .toReversed()
    .flatMap(read)
    .map((line) => JSON.parse(line).ms)
  expect(kept.at(-1)).toBe(99)
  expect(kept).toEqual(Array.from({ length: kept.length }, (_, i) => 100 - kept.length + i))
})

it('holds no token, and no more of a question than helps', async () => {
  const { file, audit } = open('c.jsonl', { secrets: ['hunter2-hunter2'] })
  audit.record({ ...answered, asked: `why xoxb-12345678-abc xapp-1-A0B-99 hunter2-hunter2 ${'x'.repeat(9_000)}` })
  await audit.close()
  const text = readFileSync(file, 'utf8')
  expect(text).toContain('why ••• ••• ••• xxx')
  expect(text.length).toBeLessThan(1_000)
})

it('costs no answer where it cannot be written: the log says so once', async () => {
  const { audit, log, file } = open('no-such-folder/a-folder/d.jsonl')
  rmSync(join(folder, 'no-such-folder'), { recursive: true, force: true })
  mkdirSync(file, { recursive: true })
  for (let i = 0; i < 10; i += 1) audit.record(answered)
  await within(log.lines, ({ message }) => message === 'the audit log failed')
  for (let i = 0; i < 10; i += 1) audit.record(answered)
  await audit.close()
  expect(log.lines).toHaveLength(1)
})

it('drops what the disk does not take in time, and counts it', async () => {
  const { audit, file } = open('e.jsonl', { bytes: 100_000_000 })
  for (let i = 0; i < 12_000; i += 1) audit.record({ ...answered, asked: 'x'.repeat(500) })
  const dropped = audit.dropped()
  expect(dropped).toBeGreaterThan(0)
  await audit.close()
  expect(readFileSync(file, 'utf8').split('\n').length - 1 + dropped).toBe(12_000)
})
