import { describe, expect, it } from 'vitest'
import { openQueue, QueueFull } from '../../src/answering/queue.ts'
import type { Working } from '../../src/reply/answerer.ts'

/** A queue whose work ends when it is told to. */
function queueOf(atOnce: number, most?: number) {
  const queue = openQueue<string>(() => 0, atOnce, most)
  const begun: string[] = []
  const ends = new Map<string, (error?: Error) => void>()
  const shows = new Map<string, (working: Working) => void>()
  const shown: string[] = []
  const waits: number[] = []
  const ask = (key: string, lane = 'C1', name = key) =>
    queue.run({
      key,
      lane,
      work(show) {
        begun.push(key)
        shows.set(key, show)
        return new Promise((resolve, reject) => ends.set(key, (error) => (error ? reject(error) : resolve(key))))
      },
      show: ({ title }) => void shown.push(`${name}: ${title}`),
      waits: (before) => void waits.push(before),
    })
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
  return { queue, begun, ends, shows, shown, waits, ask, settled }
}

describe('the queue', () => {
  it('runs so many at once, in the order they came, and says how many come first', async () => {
    const { ask, begun, ends, waits, settled, queue } = queueOf(2)
    const all = ['a', 'b', 'c', 'd'].map((key) => ask(key))
    await settled()
    expect(begun).toEqual(['a', 'b'])
    expect(waits).toEqual([2, 3])
    ends.get('b')?.()
    await settled()
    expect(begun).toEqual(['a', 'b', 'c'])
    expect([queue.running(), queue.waiting()]).toEqual([2, 1])
    for (const key of ['a', 'c']) ends.get(key)?.()
    await settled()
    ends.get('d')?.()
    expect((await Promise.all(all)).map(({ result }) => result)).toEqual(['a', 'b', 'c', 'd'])
    expect([queue.running(), queue.waiting()]).toEqual([0, 0])
  })

  it('goes round the channels', async () => {
    const { ask, begun, ends, settled } = queueOf(1)
    const all = [ask('a1', 'A'), ask('a2', 'A'), ask('a3', 'A'), ask('b1', 'B'), ask('c1', 'C'), ask('b2', 'B')]
    for (let turn = 0; turn < 6; turn += 1) {
      await settled()
      ends.get(begun.at(-1) ?? '')?.()
    }
    await Promise.all(all)
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2'])
  })

  it('asks the same question once, and shows every asker what is done', async () => {
    const { ask, begun, ends, shows, shown, settled } = queueOf(1)
    const first = ask('same', 'A', 'first')
    await settled()
    shows.get('same')?.({ title: 'esa1', tasks: [] })
    const second = ask('same', 'B', 'second')
    shows.get('same')?.({ title: 'esa2', tasks: [] })
    ends.get('same')?.()
    expect(await first).toMatchObject({ merged: false })
    expect(await second).toMatchObject({ merged: true, result: 'same' })
    expect(begun).toEqual(['same'])
    expect(shown).toEqual(['first: esa1', 'second: esa1', 'first: esa2', 'second: esa2'])
  })

  it('asks anew once the answer is there', async () => {
    const { ask, begun, ends, settled } = queueOf(1)
    for (let time = 0; time < 2; time += 1) {
      const asked = ask('same')
      await settled()
      ends.get('same')?.()
      await asked
    }
    expect(begun).toEqual(['same', 'same'])
  })

  it('goes on after a work that fails, for all who asked it', async () => {
    const { ask, ends, settled } = queueOf(1)
    const failing = [ask('bad'), ask('bad')]
    const next = ask('good')
    await settled()
    ends.get('bad')?.(new Error('a bug'))
    for (const each of failing) await expect(each).rejects.toThrow('a bug')
    await settled()
    ends.get('good')?.()
    expect((await next).result).toBe('good')
  })

  it('turns away what is too much', async () => {
    const { ask, ends, settled } = queueOf(1, 1)
    const kept = [ask('a'), ask('b'), ask('b')]
    await expect(ask('c')).rejects.toThrow(QueueFull)
    for (const key of ['a', 'b']) {
      await settled()
      ends.get(key)?.()
    }
    await Promise.all(kept)
  })
})
