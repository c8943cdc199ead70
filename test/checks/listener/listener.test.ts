import { expect, test } from 'vitest'
import { judgeListener } from '../../../src/checks/listener/listener.ts'
import type { ProbeSeen } from '../../../src/checks/listener/seen.ts'
import type { ProbeResult } from '../../../src/gather/ports.ts'

type Stage = ProbeResult['stages'][number]

function stage(name: Stage['stage'], code: number | null, text = '', ms = 5): Stage {
  return { stage: name, ok: code === null ? name === 'connect' : code < 400, code, text, ms }
}

const listener = { host: 'mx.example.org', port: 25, address: '', tls: null }
const connect = stage('connect', null)
const banner = stage('banner', 220, 'mx.example.org ESMTP')
const ehlo = stage('ehlo', 250, 'mx.example.org')
const down: Stage = { ...connect, ok: false }

const cases: readonly {
  what: string
  stages: readonly Stage[]
  extensions?: readonly string[]
  gap?: ProbeSeen['gap']
  found: readonly string[]
}[] = [
  {
    what: 'all is well',
    stages: [connect, banner, ehlo, stage('starttls', 220, 'TLSv1.3')],
    extensions: ['SIZE 1000', 'STARTTLS'],
    found: ['ok R8.ok', 'ok R9.ok', 'ok R10.ok', 'ok R11.ok'],
  },
  {
    what: 'refused',
    stages: [down],
    gap: { kind: 'refused', detail: 'ECONNREFUSED' },
    found: ['problem R8.refused'],
  },
  {
    what: 'no way there',
    stages: [down],
    gap: { kind: 'timeout', detail: 'ETIMEDOUT' },
    found: ['unknown R8.unknown'],
  },
  { what: 'not ours', stages: [], gap: { kind: 'refused', detail: 'not ours' }, found: ['unknown R8.unknown'] },
  { what: 'slow', stages: [connect, { ...banner, ms: 30_000 }], found: ['ok R8.ok', 'problem R9.slow'] },
  { what: 'silent', stages: [connect, stage('banner', null)], found: ['ok R8.ok', 'problem R9.silent'] },
  { what: 'masked', stages: [connect, stage('banner', 220, '*****')], found: ['ok R8.ok', 'problem R9.masked'] },
  { what: 'busy', stages: [connect, stage('banner', 421)], found: ['ok R8.ok', 'problem R9.busy'] },
  { what: 'HAT says no to us', stages: [connect, stage('banner', 554)], found: ['ok R8.ok', 'unknown R9.refused'] },
  {
    what: 'EHLO refused',
    stages: [connect, banner, stage('ehlo', 502)],
    found: ['ok R8.ok', 'ok R9.ok', 'problem R10.refused'],
  },
  {
    what: 'EHLO unanswered',
    stages: [connect, banner, stage('ehlo', null)],
    found: ['ok R8.ok', 'ok R9.ok', 'unknown R10.unknown'],
  },
  {
    what: 'STARTTLS masked',
    stages: [connect, banner, ehlo],
    extensions: ['XXXXXXXA'],
    found: ['ok R8.ok', 'ok R9.ok', 'problem R10.masked'],
  },
  {
    what: 'no STARTTLS, though a word begins like a mask',
    stages: [connect, banner, ehlo],
    extensions: ['XCLIENT NAME', 'XFORWARD'],
    found: ['ok R8.ok', 'ok R9.ok', 'problem R10.plain'],
  },
  {
    what: 'handshake fails',
    stages: [connect, banner, ehlo, { ...stage('starttls', 220, 'no shared cipher'), ok: false }],
    extensions: ['starttls'],
    found: ['ok R8.ok', 'ok R9.ok', 'ok R10.ok', 'problem R11.failed'],
  },
]

test.each(cases)('$what', ({ stages, extensions = [], gap = null, found }) => {
  const results = judgeListener({ ...listener, stages, extensions, gap })
  expect(results.map(({ status, key }) => `${status} ${key}`)).toEqual(found)
})

test('reads the size limit, and lets no line break of the other side through', () => {
  const seen = { ...listener, stages: [connect, { ...banner, text: 'a\nb' }, ehlo], gap: null }
  const results = judgeListener({ ...seen, extensions: ['SIZE 10485760'] })
  expect(results.map(({ facts }) => facts)).toMatchObject([{}, { text: 'a\\010b' }, { size: 10_485_760 }])
})
