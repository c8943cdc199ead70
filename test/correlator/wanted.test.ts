import { describe, expect, it } from 'vitest'
import type { Injection, Message } from '../../src/correlator/mail-log.ts'
import { namedIds } from '../../src/correlator/wanted.ts'
import { told } from './lines.ts'

const lines = [
  'Start MID 5 ICID 7',
  'Start MID 6 ICID 7',
  'Start MID 50 ICID 8',
  "MID 5 rewritten to MID 15 by add-footer filter 'x'",
  "MID 25 was generated based on MID 5 by bcc filter 'x'",
  'Delivery start DCID 3 MID 15 to RID [0]',
  'Delivery start DCID 3 MID 50 to RID [0]',
  "Bounced: DCID 0 MID 15 From: <a@example.com> To: <b@example.org> RID 0 - 5.1.2 - Bad destination host ('000', ['x'])",
]

const cases: readonly (readonly [why: string, seed: string, icids: number[], mids: number[], dcids: number[]])[] = [
  ['a message: its connection, what it became, its deliveries', 'MID 5', [7], [5, 15], [3]],
  ['what a message became: the message it was', 'MID 15', [7], [5, 15], [3]],
  ['a copy: what it was copied from', 'MID 25', [7], [5, 15, 25], [3]],
  ['a connection: all its messages', 'ICID 7', [7], [5, 6, 15], [3]],
  ['another mail on the same delivery: nothing of the first', 'MID 50', [8], [50], [3]],
  ['nothing', 'MID 99', [], [], []],
]

describe('namedIds', () => {
  for (const [why, seed, icids, mids, dcids] of cases) {
    it(`from ${why}`, () => {
      const name = (item: Injection | Message) => (item.kind === 'message' ? `MID ${item.mid}` : `ICID ${item.icid}`)
      const named = namedIds(told(lines), (item) => name(item) === seed)
      const own = named.get('esa1')
      const sorted = (ids: ReadonlySet<number> | undefined) => [...(ids ?? [])].sort((a, b) => a - b)
      expect([sorted(own?.icids), sorted(own?.mids), sorted(own?.dcids)]).toEqual([icids, mids, dcids])
    })
  }

  it('keeps gateways apart', () => {
    const one = told(lines)
    const two = told(['Start MID 5 ICID 9'], 'esa2')
    const log = { ...one, messages: [...one.messages, ...two.messages] }
    const named = namedIds(log, (item) => item.kind === 'message' && item.mid === 5 && item.gateway === 'esa2')
    expect([...named.keys()]).toEqual(['esa2'])
  })
})
