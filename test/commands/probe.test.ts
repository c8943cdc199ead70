import { expect, it } from 'vitest'
import { command } from '../../commands/probe.ts'
import type { ProbeResult, ProbeStage, SmtpProbe } from '../../src/gather/ports.ts'
import type { Settings } from '../../src/gather/settings.ts'
import { plain } from '../../src/reply/fill.ts'
import { settings } from '../gather/ports.ts'
import { contextOf } from './context.ts'

const target = { host: 'mx1.example.org', port: 25 }
const stage = (name: ProbeStage['stage'], code: number | null, text: string): ProbeStage => ({
  stage: name,
  ok: code !== null && code < 400,
  code,
  text,
  ms: 3,
})

async function probed(result: Partial<ProbeResult>, more: Partial<Settings> = {}, typed = '') {
  const named: (string | null)[] = []
  const probe: SmtpProbe = {
    async probe(_, rcptTo) {
      named.push(rcptTo)
      return [{ ...target, address: '192.0.2.25', stages: [], extensions: [], tls: null, gap: null, ...result }]
    },
  }
  const ports = { ...contextOf().ports, probe }
  const reply = await command.run(typed, contextOf({ ports, settings: { ...settings, listeners: [target], ...more } }))
  return { ...reply, named }
}

it('tells stage by stage what our listener says', async () => {
  const stages = [
    stage('connect', null, ''),
    stage('banner', 220, '220 mx1.example.org ESMTP'),
    stage('ehlo', 250, '250 STARTTLS'),
    stage('quit', 221, '221 bye'),
  ].map((each) => ({ ...each, ok: true }))
  const reply = await probed({ stages, extensions: ['STARTTLS', 'SIZE 33554432'] })
  expect(reply).toMatchObject({ status: 0, tone: 'green', headline: 'Our listener answers as it should.' })
  const [first] = reply.sections
  expect(first).toMatchObject({ kind: 'list', title: 'mx1.example.org:25' })
  expect(first?.kind === 'list' ? plain(first.items[1] ?? []) : '').toBe('✓ banner 220 220 mx1.example.org ESMTP 3 ms')
})

const connected = { ...stage('connect', null, ''), ok: true }

it('tells what is wrong with it, and how to see it by hand', async () => {
  const reply = await probed({ stages: [connected, stage('banner', 421, '421 too many connections')] })
  expect(reply).toMatchObject({ status: 0, tone: 'red', headline: 'Our listeners have 1 problem.' })
  expect(JSON.stringify(reply.sections)).toContain('swaks --server mx1.example.org --quit-after FIRST-HELO')
})

it('takes a refusal of the probe for no verdict: others may be let in', async () => {
  const reply = await probed({ stages: [connected, stage('banner', 554, '554 go away')] })
  expect(reply).toMatchObject({ status: 0, tone: 'white', headline: expect.stringContaining('554') })
})

it('tells a listener that cannot be reached', async () => {
  const gap = { where: 'mx1.example.org:25', kind: 'timeout', detail: 'no answer' } as const
  const reply = await probed({ gap, stages: [stage('connect', null, '')] })
  expect(reply).toMatchObject({ tone: 'white' })
  expect(JSON.stringify(reply.sections)).toContain('no answer in time')
})

it.each<[what: string, code: number, text: string, tone: string, headline: string]>([
  ['takes it', 250, '2.1.5 ok', 'green', 'Our listener answers as it should.'],
  ['refuses it', 550, '#5.1.0 Address rejected.', 'red', 'Our listeners have 1 problem.'],
  [
    'puts it off',
    451,
    '4.7.1 later',
    'white',
    'mx1.example.org:25 puts the recipient postmaster@example.org off with 451 (4.7.1 later): a limit, greylisting, or a directory that does not answer.',
  ],
])('names the address of the configuration, never the one that is typed: a listener that %s', async (...row) => {
  const [, code, text, tone, headline] = row
  const stages = [
    connected,
    stage('banner', 220, 'ESMTP'),
    stage('ehlo', 250, 'mx1'),
    stage('mail', 250, '2.1.0 ok'),
    stage('rcpt', code, text),
  ]
  const recipient = { probeRecipient: 'postmaster@example.org' }
  const reply = await probed({ stages, extensions: ['STARTTLS'] }, recipient, 'boss@example.org')
  expect(reply).toMatchObject({ named: ['postmaster@example.org'], tone, headline })
  expect(JSON.stringify(reply.sections)).not.toContain('ours.probeRecipient')
})

it('says so where no recipient is named', async () => {
  const reply = await probed({ stages: [connected, stage('banner', 220, 'ESMTP')] })
  expect(reply.named).toEqual([null])
  expect(JSON.stringify(reply.sections)).toContain('RCPT TO was not tried')
})

it('has nothing to test where no listener is configured', async () => {
  expect(await command.run('', contextOf())).toMatchObject({
    status: 0,
    tone: 'none',
    headline: 'No listener of ours is configured, so there is nothing to test.',
    sections: [],
  })
})
