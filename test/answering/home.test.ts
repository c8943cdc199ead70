import { describe, expect, it } from 'vitest'
import { commands } from '../../commands/index.ts'
import { createHomes } from '../../src/answering/home.ts'
import { plain } from '../../src/reply/fill.ts'
import type { Home } from '../../src/reply/home.ts'
import { speak } from '../../src/reply/speech.ts'
import { anybody } from '../anybody.ts'
import { logOf, now, portsOf } from '../gather/ports.ts'

const speech = speak('en', 'UTC', now)
const visitor = { asker: 'U1', groups: [], speech }

function homesOf(access = anybody) {
  let health = 0
  const counted = (gateway: string, gaps: Parameters<typeof logOf>[1] = {}) => {
    const source = logOf('', { gateway, ...gaps })
    return {
      ...source,
      async health(deadline: number) {
        health += 1
        return await source.health(deadline)
      },
    }
  }
  const dead = { gaps: [{ where: 'esa2', kind: 'unreachable' as const, detail: 'ECONNREFUSED' }] }
  const ports = portsOf([])
  const homes = createHomes({
    ports: { ...ports, sources: [counted('esa1'), counted('esa2', dead)] },
    commands,
    access,
  })
  return {
    asked: () => health,
    async show(): Promise<readonly Home[]> {
      const shown: Home[] = []
      await homes.show(visitor, async (home) => void shown.push(home))
      return shown
    },
  }
}

describe("the asker's own page", () => {
  it('shows what is known at once, and the gateways when they have answered', async () => {
    const [first, second, ...others] = await homesOf().show()
    expect(others).toEqual([])
    expect(first).toMatchObject({ checkedAt: null, gateways: [{ state: 'asking' }, { state: 'asking' }] })
    expect(second).toMatchObject({ checkedAt: now, gateways: [{ state: 'ok' }, { state: 'failed' }] })
    expect(second?.gateways.map(({ words }) => plain(words))).toEqual([
      'esa1: 16.0.0, clock UTC+0',
      'esa2: cannot be reached (ECONNREFUSED), so this may be incomplete.',
    ])
  })

  it('asks each gateway once a minute at most, whoever looks', async () => {
    const homes = homesOf()
    await Promise.all([homes.show(), homes.show()])
    expect(await homes.show()).toHaveLength(1)
    expect(homes.asked()).toBe(2)
  })

  it.each<[string, Partial<typeof anybody>, Partial<Home>]>([
    [
      'nothing to who may ask nothing',
      { people: ['U2'] },
      { gateways: [], commands: [], refused: expect.stringContaining('the mail team') },
    ],
    [
      'only the gateways and commands that the asker may use',
      { rules: [{ channels: [], people: [], groups: [], gateways: ['esa1'], verbs: ['status'] }] },
      { gateways: [expect.objectContaining({ gateway: 'esa1' })], commands: [expect.anything(), expect.anything()] },
    ],
    [
      'the health of no gateway to who may ask about one, but not how it is',
      { rules: [{ channels: [], people: [], groups: [], gateways: ['esa1'], verbs: ['why'] }] },
      { refused: null, gateways: [] },
    ],
    [
      'nothing of a gateway whose rule is for other people or another group',
      {
        rules: [
          { channels: [], people: ['U1'], groups: [], gateways: ['esa2'], verbs: [] },
          { channels: [], people: ['U2'], groups: ['S1'], gateways: ['esa1'], verbs: [] },
        ],
      },
      { gateways: [expect.objectContaining({ gateway: 'esa2', state: 'failed' })] },
    ],
    [
      'nothing to who may ask in a channel alone',
      { rules: [{ channels: ['C1'], people: [], groups: [], gateways: [], verbs: [] }] },
      { gateways: [], commands: [], refused: expect.stringContaining('the mail team') },
    ],
  ])('shows %s', async (_, access, wanted) => {
    const shown = await homesOf({ ...anybody, ...access }).show()
    expect(shown.at(-1)).toMatchObject(wanted)
  })
})
