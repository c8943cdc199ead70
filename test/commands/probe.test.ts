import { expect, it } from 'vitest'
import { command } from '../../commands/probe.ts'
import type { ProbeResult, ProbeStage } from '../../src/gather/ports.ts'
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

async function probed(result: Partial<ProbeResult>) {
  const probe = {
    probe: async () => [
      { ...target, address: '192.0.2.25', stages: [], extensions: [], tls: null, gap: null, ...result },
    ],
  }
  const ports = { ...contextOf().ports, probe }
  return command.run('', contextOf({ ports, settings: { ...settings, listeners: [target] } }))
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

it('has nothing to test where no listener is configured', async () => {
  expect(await command.run('', contextOf())).toMatchObject({
    status: 0,
    tone: 'none',
    headline: 'No listener of ours is configured, so there is nothing to test.',
    sections: [],
  })
})
