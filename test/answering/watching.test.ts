import { afterEach, describe, expect, it } from 'vitest'
import { createWatching, type Watching } from '../../src/answering/watching.ts'
import { memoryStore } from '../../src/edges/store/memory.ts'
import type { LogSource, Ports } from '../../src/gather/ports.ts'
import type { Question } from '../../src/question/question.ts'
import type { Reply } from '../../src/reply/reply.ts'
import { delivered, hour, logOf, now, portsOf, refused, settings } from '../gather/ports.ts'

const question: Question = {
  about: { domain: 'example.com' },
  recipient: null,
  window: { from: now - hour, to: now },
  windowStated: false,
  gateways: [],
  language: 'en',
  timeZone: 'UTC',
  now,
}
const by = { thread: 'C1:1.1', asker: 'U1', hides: false, permitted: null }
const minute = 60_000
/** Looks follow each other at once: the clock of `processOf` runs ahead of their timers. */
const pace = { every: 1, longest: 10 * minute, slowest: 2 }
const opened: Watching[] = []
afterEach(async () => {
  for (const watching of opened.splice(0)) await watching.stop()
})

interface Told {
  readonly thread: string
  readonly reply: Reply
}

/** A process that watches. Its clock goes on by a minute each time it is read. */
function processOf(source: LogSource, store = memoryStore({ now: () => now }), refuse = 0) {
  let time = now - minute
  const clock = {
    now() {
      time += minute
      return time
    },
  }
  const ports: Ports = { ...portsOf([source]), clock, store }
  const failures: unknown[] = []
  const told: Told[] = []
  let left = refuse
  let tellFirst: (told: Told) => void = () => {}
  const first = new Promise<Told>((resolve) => {
    tellFirst = resolve
  })
  const watching = createWatching({
    ports,
    settings,
    pace,
    failed: (error) => void failures.push(error),
    async report({ thread }, reply) {
      if (left-- > 0) throw new Error('Slack is away')
      told.push({ thread, reply })
      tellFirst({ thread, reply })
    },
  })
  opened.push(watching)
  return { watching, store, first, failures, told }
}

/** Mail that comes a minute after the watch began. */
const arriving = () => logOf(refused({ minutesAgo: -1, id: 9 }))
const kept = async (store: ReturnType<typeof memoryStore>) => (await store.list('watch ')).map(({ key }) => key)

describe('what is watched', () => {
  it('is reported in its thread, once, and is then forgotten', async () => {
    const { watching, store, first, told } = processOf(arriving())
    await watching.start()
    await watching.begin(question, by)
    expect(await first).toMatchObject({ thread: 'C1:1.1', reply: { tone: 'red', status: 0 } })
    expect((await first).reply.headline).toMatch(/^The next attempt is there\. Our gateway refused/)
    await watching.stop()
    expect(told).toHaveLength(1)
    expect(await kept(store)).toEqual([])
  })

  it('is closed with a word when the time is over', async () => {
    const { watching, first } = processOf(logOf(refused({ minutesAgo: 600, id: 9 })))
    await watching.start()
    await watching.begin(question, by)
    const { reply } = await first
    expect(reply.headline).toBe('No mail from example.com to anyone came until 12:10 UTC. I have stopped looking.')
    expect(reply.actions).toEqual([{ id: 'watch', label: 'Tell me when it arrives', ask: 'watch why example.com' }])
  })

  it('says so where not all could be read', async () => {
    const { watching, first } = processOf(logOf('', { complete: false }))
    await watching.start()
    await watching.begin(question, by)
    expect((await first).reply.headline).toMatch(/could not read everything\.$/)
  })

  it('goes on in the next process', async () => {
    const before = processOf(arriving())
    await before.watching.begin(question, by)
    await before.watching.stop()
    expect(await kept(before.store)).toEqual(['watch C1:1.1'])
    const after = processOf(arriving(), before.store)
    await after.watching.start()
    expect((await after.first).thread).toBe('C1:1.1')
  })

  it('is reported later where it could not be at first', async () => {
    const { watching, first, failures } = processOf(arriving(), undefined, 2)
    await watching.start()
    await watching.begin(question, by)
    await first
    expect(failures).toHaveLength(2)
  })

  it('shows no people where the channel hides them, and searches only what its asker may', async () => {
    const hidden = processOf(logOf(delivered({ minutesAgo: -1, id: 9 })))
    await hidden.watching.start()
    await hidden.watching.begin(question, { ...by, hides: true })
    expect(JSON.stringify((await hidden.first).reply.sections)).toContain('•••@example.com')
    const closed = processOf(arriving())
    await closed.watching.start()
    await closed.watching.begin(question, { ...by, permitted: [] })
    expect((await closed.first).reply.headline).toMatch(/could not read everything\.$/)
  })

  it('can be ended, and a new one takes its place', async () => {
    const { watching, store } = processOf(arriving())
    await watching.begin(question, by)
    await watching.begin({ ...question, about: { domain: 'example.net' } }, by)
    expect(await kept(store)).toEqual(['watch C1:1.1'])
    expect(await watching.end('C1:1.1')).toMatchObject({ question: { about: { domain: 'example.net' } } })
    expect(await watching.end('C1:1.1')).toBeNull()
    expect(await kept(store)).toEqual([])
  })

  it('is not more than the gateways can bear', async () => {
    const { watching } = processOf(arriving())
    for (let each = 0; each < 100; each += 1) {
      expect(await watching.begin(question, { ...by, thread: `C1:${each}.0` })).not.toBeNull()
    }
    expect(await watching.begin(question, { ...by, thread: 'C1:100.0' })).toBeNull()
    expect(await watching.begin(question, { ...by, thread: 'C1:7.0' })).not.toBeNull()
  })

  it('by another version, in another shape, is let go', async () => {
    const store = memoryStore({ now: () => now })
    await store.set('watch C1:1.1', '{"thread":1}', null)
    await store.set('watch C1:1.2', 'nonsense', null)
    const { watching } = processOf(arriving(), store)
    await watching.start()
    expect(await kept(store)).toEqual([])
  })
})
