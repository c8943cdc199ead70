import { expect, it } from 'vitest'
import { memoryStore } from '../../../src/edges/store/memory.ts'

it('keeps what was set last', async () => {
  const store = memoryStore()
  expect(await store.get('a')).toBeNull()
  await store.set('a', '1')
  await store.set('a', '2')
  expect(await store.get('a')).toBe('2')
})

it('forgets first what was longest unused', async () => {
  const store = memoryStore(2)
  await store.set('a', '1')
  await store.set('b', '2')
  await store.get('a')
  await store.set('c', '3')
  expect(await Promise.all(['a', 'b', 'c'].map((key) => store.get(key)))).toEqual(['1', null, '3'])
})

it('takes any key for what it is', async () => {
  const store = memoryStore()
  expect(await store.get('__proto__')).toBeNull()
  await store.set('constructor', 'x')
  expect(await store.get('constructor')).toBe('x')
})
