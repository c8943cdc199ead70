import { expect, it } from 'vitest'
import { command } from '../../commands/status.ts'
import type { LogSource } from '../../src/gather/ports.ts'
import { plain } from '../../src/reply/fill.ts'
import { logOf, portsOf } from '../gather/ports.ts'
import { contextOf } from './context.ts'

const well = logOf('')
const dead = logOf('', { gateway: 'esa2', gaps: [{ where: 'esa2', kind: 'host-key', detail: 'SHA256:x' }] })

it.each<[string, readonly LogSource[], object, readonly string[]]>([
  [
    'all can be read',
    [well],
    { status: 0, tone: 'green', headline: '1 of 1 gateway can be read.' },
    ['esa1: 16.0.0, clock UTC+0'],
  ],
  [
    'one cannot',
    [well, dead],
    { status: 0, tone: 'yellow', headline: '1 of 2 gateways can be read.' },
    ['esa1: 16.0.0, clock UTC+0', expect.stringMatching(/^esa2: shows another host key/)],
  ],
  ['none can', [dead], { status: 3, tone: 'red' }, [expect.stringContaining('esa2')]],
])('%s', async (_, sources, wanted, words) => {
  const reply = await command.run('', contextOf({ ports: portsOf(sources) }))
  expect(reply).toMatchObject(wanted)
  const [section] = reply.sections
  expect(section?.kind === 'list' ? section.items.map(plain) : []).toEqual(words)
})
