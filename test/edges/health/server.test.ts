import { afterEach, expect, it } from 'vitest'
import type { Answered } from '../../../src/answering/answered.ts'
import { openMeters } from '../../../src/edges/health/meters.ts'
import { type HealthServer, startHealth } from '../../../src/edges/health/server.ts'

const answered: Answered = {
  at: 0,
  asker: 'U1',
  thread: 'C1:1',
  asked: 'why secret@example.com',
  verb: 'why',
  gateways: ['esa1'],
  outcome: 'answered',
  cause: null,
  ms: 1_500,
  waitedMs: 700,
  merged: true,
}
let isConnected = true
let server: HealthServer | null = null
afterEach(() => server?.close())

async function start(port = 0) {
  const looks = {
    connected: () => isConnected,
    running: () => 2,
    waiting: () => 3,
    auditDropped: () => 0,
  }
  const meters = openMeters(looks)
  server = await startHealth({ host: '127.0.0.1', port, looks, meters })
  return { meters, get: (path: string, method = 'GET') => fetch(`http://127.0.0.1:${server?.port}${path}`, { method }) }
}

it('tells a supervisor whether Slack can reach the bot', async () => {
  const { get } = await start()
  const well = await get('/healthz')
  isConnected = false
  const ill = await get('/healthz')
  isConnected = true
  expect([well.status, await well.json()]).toEqual([200, { slack: 'connected', running: 2, waiting: 3 }])
  expect([ill.status, await ill.json()]).toEqual([503, { slack: 'gone', running: 2, waiting: 3 }])
})

it('counts what was asked, and holds none of it', async () => {
  const { meters, get } = await start()
  meters.observe(answered)
  meters.observe({ ...answered, outcome: 'refused', gateways: [], merged: false, verb: '' })
  const response = await get('/metrics')
  const text = await response.text()
  expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4')
  const lines = text.split('\n').filter((line) => line.startsWith('postmaster_') && !line.includes('_bucket'))
  expect(lines).toEqual([
    'postmaster_questions_total{verb="why",outcome="answered"} 1',
    'postmaster_questions_total{verb="none",outcome="refused"} 1',
    'postmaster_gateway_questions_total{gateway="esa1"} 1',
    'postmaster_questions_merged_total 1',
    'postmaster_question_seconds_sum 3',
    'postmaster_question_seconds_count 2',
    'postmaster_question_wait_seconds_sum 1.4',
    'postmaster_question_wait_seconds_count 2',
    'postmaster_slack_connected 1',
    'postmaster_questions_running 2',
    'postmaster_questions_waiting 3',
    'postmaster_audit_dropped_lines 0',
  ])
  expect(text).toContain('process_resident_memory_bytes')
  expect(text).not.toMatch(/example\.com|U1|C1/)
})

it('is only read, and knows nothing else', async () => {
  const { get } = await start()
  expect([
    (await get('/healthz', 'POST')).status,
    (await get('/')).status,
    (await get('/metrics', 'HEAD')).status,
  ]).toEqual([405, 404, 200])
})

it('says that its address is taken', async () => {
  await start()
  const taken = server
  await expect(start(taken?.port)).rejects.toThrow('EADDRINUSE')
})
