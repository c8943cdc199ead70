import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inOrder, lookUp, newTable, put, takeOut } from '../../src/correlator/id-table.ts'

describe('a table of numbers', () => {
  it('holds what a Map holds, in the order in which it was put in last', () => {
    const id = fc.oneof(
      fc.nat(300),
      fc.nat(50).map((times) => times * 65_536),
      fc.nat(50).map((more) => 2 ** 40 + more),
    )
    const step = fc.record({ id, out: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 600 }), (steps) => {
        const table = newTable<string>()
        const map = new Map<number, string>()
        for (const [at, { id, out }] of steps.entries()) {
          map.delete(id)
          if (out) takeOut(table, id)
          else {
            put(table, id, `${id} ${at}`)
            map.set(id, `${id} ${at}`)
          }
          expect(lookUp(table, id)).toBe(map.get(id) ?? null)
        }
        expect(table.size).toBe(map.size)
        expect(inOrder(table)).toEqual([...map.values()])
        for (const [id, value] of map) expect(lookUp(table, id)).toBe(value)
      }),
    )
  })
})
