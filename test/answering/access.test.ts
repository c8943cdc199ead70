import { describe, expect, it } from 'vitest'
import { type Access, type AccessRule, groupsIn, permitOf, type Standing } from '../../src/answering/access.ts'

const any: AccessRule = { channels: [], people: [], groups: [], gateways: [], verbs: [] }
const open: Access = { channels: [], people: [], groups: [], rules: [], hide: [], owner: 'us' }
const at = (channel = 'C1', asker = 'U1', groups: readonly string[] = []): Standing => ({
  channel,
  isDirect: channel.startsWith('D'),
  asker,
  groups,
})

describe('who may ask, and where', () => {
  it.each<[string, Partial<Access>, Standing, boolean]>([
    ['anybody, anywhere', {}, at('D9', 'U9'), true],
    ['in a channel named', { channels: ['C1'] }, at(), true],
    ['in another channel', { channels: ['C1'] }, at('C2'), false],
    ['in a direct message where only channels are named', { channels: ['C1'] }, at('D1'), false],
    ['in a direct message, by its word', { channels: ['direct'] }, at('D1'), true],
    ['in a channel where only direct messages may', { channels: ['direct'] }, at('C1'), false],
    ['a person named', { people: ['U1'] }, at(), true],
    ['another person', { people: ['U2'] }, at(), false],
    ['a member of a group', { groups: ['S1'] }, at('C1', 'U1', ['S1']), true],
    ['no member of it', { groups: ['S1'] }, at('C1', 'U1', ['S2']), false],
    ['a person named beside a group', { people: ['U1'], groups: ['S1'] }, at(), true],
    ['a person named, in the wrong channel', { people: ['U1'], channels: ['C2'] }, at(), false],
    ['whom no rule lets through', { rules: [{ ...any, people: ['U2'] }] }, at(), false],
    [
      'whom one of the rules lets through',
      {
        rules: [
          { ...any, people: ['U2'] },
          { ...any, channels: ['C1'] },
        ],
      },
      at(),
      true,
    ],
    ['whom a rule lets through, and the first lists do not', { people: ['U2'], rules: [any] }, at(), false],
  ])('%s', (_, access, standing, may) => {
    expect(permitOf({ ...open, ...access }, standing) !== null).toBe(may)
  })
})

describe('what may be asked', () => {
  const rules = [
    { ...any, channels: ['C1'], gateways: ['esa1'], verbs: ['why', 'trace'] },
    { ...any, people: ['U1'], gateways: ['esa2'], verbs: ['why'] },
    { ...any, groups: ['S1'] },
  ]
  it.each<[string, Standing, string, readonly string[] | null, boolean]>([
    ['by one rule', at('C1', 'U2'), 'trace', ['esa1'], true],
    ['by two rules, the gateways of both', at(), 'why', ['esa1', 'esa2'], true],
    ['a verb of one of two rules', at(), 'trace', ['esa1'], true],
    ['a verb of no rule', at(), 'probe', [], false],
    ['help, always', at('C1', 'U2'), 'help', [], true],
    ['by a rule without lists, all', at('C1', 'U1', ['S1']), 'probe', null, true],
  ])('%s', (_, standing, verb, gateways, may) => {
    const permit = permitOf({ ...open, rules }, standing)
    expect(permit?.gatewaysFor(verb)).toEqual(gateways)
    expect(permit?.verbs === null || permit?.verbs.includes(verb)).toBe(may)
  })

  it('needs the groups that the configuration names', () => {
    expect(groupsIn({ ...open, groups: ['S2'], rules: [...rules, { ...any, groups: ['S1', 'S2'] }] })).toEqual([
      'S2',
      'S1',
    ])
  })

  it('and where addresses are hidden', () => {
    const access = { ...open, hide: ['C2', 'direct'] }
    expect(['C1', 'C2', 'D5'].map((channel) => permitOf(access, at(channel))?.hides)).toEqual([false, true, true])
  })
})
