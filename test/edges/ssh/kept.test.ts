import { expect, test } from 'vitest'
import { keepWithin } from '../../../src/edges/ssh/kept.ts'

const bytes = (count: number) => Buffer.alloc(count)

test('what was not asked for longest goes first, and the bound holds', () => {
  const kept = keepWithin(10_000)
  for (const key of ['a', 'b', 'c']) kept.set(key, bytes(3_000))
  expect(kept.get('a')).not.toBeNull()
  kept.set('d', bytes(3_000))
  const held = ['a', 'b', 'c', 'd'].filter((key) => kept.get(key))
  expect(held).toEqual(['a', 'c', 'd'])
  for (let n = 0; n < 1_000; n++) kept.set(`${n}`, bytes(10))
  const all = Array.from({ length: 1_000 }, (_, n) => kept.get(`${n}`)?.length ?? 0)
  expect(all.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(10_000)
  expect(all.at(-1)).toBe(10)
})

test('what would take half of it alone is not kept, and pushes nothing out', () => {
  const kept = keepWithin(10_000)
  kept.set('small', bytes(100))
  kept.set('big', bytes(5_001))
  expect([kept.get('small')?.length, kept.get('big')]).toEqual([100, null])
})

test('what is set anew counts once', () => {
  const kept = keepWithin(10_000)
  kept.set('other', bytes(4_000))
  for (let n = 0; n < 10; n++) kept.set('same', bytes(4_000))
  expect(kept.get('other')).not.toBeNull()
})
