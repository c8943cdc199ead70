import { describe, expect, it } from 'vitest'
import { correlateAll } from '../../src/correlator/correlate.ts'
import type { Gap, GapKind } from '../../src/diagnosis/evidence.ts'
import type { LogSource, Needle, RawLine } from '../../src/gather/ports.ts'
import { type SearchPlan, searchGateway } from '../../src/gather/search.ts'
import { at, logOf, now } from './ports.ts'

const budget = { lines: 1_000, bytes: 1_000_000, deadline: now + 1_000 }
const limits = { lines: 1_000, bytes: 1_000_000, seconds: 1, rounds: 4, ids: 10 }
const first: Needle[] = [{ kind: 'text', text: 'example.com' }]

function planOf(more: Partial<SearchPlan> = {}): SearchPlan {
  return {
    first,
    later: Promise.resolve([]),
    window: { from: now - 1_000, to: now },
    focus: { from: now - 1_000, to: now },
    budget,
    limits,
    read: reader(),
    named: () => [],
    explaining: () => [],
    ...more,
  }
}

/** Correlates all that it was ever given. */
function reader(): SearchPlan['read'] {
  const all: RawLine[] = []
  return (found) => {
    all.push(...found)
    return correlateAll(all.map((line) => ({ ...line, gateway: 'esa1' })))
  }
}

function mids(...ids: number[]): Needle[] {
  return ids.map((id) => ({ kind: 'mid', id }))
}

/** A source that answers each search with the next of these. */
function scripted(
  answers: readonly { lines?: readonly RawLine[]; gaps?: readonly Gap[]; owed?: readonly Needle[] }[],
): LogSource & {
  readonly asked: Needle[][]
  readonly near: boolean[]
} {
  const asked: Needle[][] = []
  const near: boolean[] = []
  return {
    ...logOf(''),
    asked,
    near,
    async search(search) {
      const { lines = [], gaps = [], owed } = answers[asked.length] ?? {}
      asked.push([...search.needles])
      near.push(search.near === true)
      return { lines, gaps, utcOffset: null, scanned: lines.length, ...(owed && { owed }) }
    },
  }
}

const line = (text: string, number: number | null = null): RawLine => ({ text, file: 'mail.current', number })
const gap = (kind: GapKind): Gap => ({ where: 'esa1', kind, detail: 'x' })

describe('the rounds of a search', () => {
  it('ask for text first, then for addresses and what was named, until nothing new is', async () => {
    const source = scripted([])
    const named = [mids(1), mids(1, 2), mids(2)]
    const later = Promise.resolve<Needle[]>([{ kind: 'ip', range: '198.51.100.0/24' }])
    await searchGateway(source, planOf({ later, named: () => named[source.asked.length - 1] ?? [] }))
    expect(source.asked).toEqual([first, [...mids(1), { kind: 'ip', range: '198.51.100.0/24' }], mids(2)])
  })

  it('ask once more for what is owed, when nothing is named any more', async () => {
    const source = scripted([{}, { owed: mids(1, 2) }, { owed: mids(3) }, {}, { owed: mids(4) }])
    const named = [mids(1, 2), mids(1, 2, 3), mids(1, 2, 3), mids(1, 2, 3, 4)]
    await searchGateway(source, planOf({ named: () => named[Math.min(source.asked.length, 4) - 1] ?? [] }))
    expect(source.asked).toEqual([first, mids(1, 2), mids(3), mids(1, 2, 3), mids(4), mids(4)])
    expect(source.near).toEqual([true, true, true, false, true, false])
  })

  it('do not count those near among the rounds, and tell what stays owed', async () => {
    const owing = Array.from({ length: 20 }, (_, n) => ({ owed: mids(n) }))
    const source = scripted([{}, {}, ...owing])
    const { gaps } = await searchGateway(
      source,
      planOf({ limits: { ...limits, rounds: 2 }, named: () => mids(source.asked.length) }),
    )
    expect(gaps.map(({ kind }) => kind)).toEqual(['budget'])
    const near = scripted([{}, { owed: mids(1) }, { owed: mids(2) }, { owed: mids(3) }])
    const told = await searchGateway(
      near,
      planOf({ limits: { ...limits, rounds: 3 }, named: () => (near.asked.length < 4 ? mids(near.asked.length) : []) }),
    )
    expect([near.asked.at(-1), told.gaps]).toEqual([mids(1, 2, 3), []])
  })

  it('do not wait for the addresses before the first', async () => {
    const source = scripted([])
    let tell: (needles: readonly Needle[]) => void = () => {}
    const later = new Promise<readonly Needle[]>((resolve) => {
      tell = resolve
    })
    const found = searchGateway(source, planOf({ later }))
    await Promise.resolve()
    expect(source.asked).toEqual([first])
    tell([{ kind: 'ip', range: '198.51.100.7' }])
    await found
    expect(source.asked).toHaveLength(2)
  })

  it('end at their limit, and say what was left', async () => {
    const source = scripted([])
    const { gaps } = await searchGateway(source, planOf({ named: () => mids(source.asked.length) }))
    expect(source.asked).toEqual([first, mids(1), mids(2), mids(3)])
    expect(gaps).toEqual([{ where: 'esa1', kind: 'budget', detail: '1 ids and addresses not looked up' }])
  })

  it('take the latest ids first, and the others in the next round', async () => {
    const source = scripted([])
    const all = mids(...Array.from({ length: 25 }, (_, id) => id))
    const { gaps } = await searchGateway(source, planOf({ named: () => all }))
    expect(source.asked.slice(1)).toEqual([all.slice(15), all.slice(5, 15), all.slice(0, 5)])
    expect(gaps).toEqual([])
  })

  it('ask for more ids at once where that costs the source nothing', async () => {
    const source = { ...scripted([]), idsAtOnce: 20 }
    const all = mids(...Array.from({ length: 25 }, (_, id) => id))
    await searchGateway(source, planOf({ named: () => all }))
    expect(source.asked.slice(1)).toEqual([all.slice(5), all.slice(0, 5)])
  })

  it('tell only what was never asked for', async () => {
    const source = scripted([])
    const all = mids(...Array.from({ length: 45 }, (_, id) => id))
    const { gaps } = await searchGateway(source, planOf({ named: () => all }))
    expect(gaps).toEqual([{ where: 'esa1', kind: 'budget', detail: '15 ids and addresses not looked up' }])
  })

  it.each<GapKind>(['unreachable', 'refused', 'timeout', 'host-key', 'login', 'role', 'no-log', 'unreadable'])(
    'end where the gateway gives nothing but %s',
    async (kind) => {
      const source = scripted([{ gaps: [gap(kind)] }])
      const { gaps } = await searchGateway(source, planOf({ named: () => mids(1) }))
      expect(source.asked).toHaveLength(1)
      expect(gaps).toEqual([gap(kind)])
    },
  )

  it('go on after an answer that broke off, and tell each kind of gap once', async () => {
    const broken = { lines: [line('a')], gaps: [gap('timeout'), gap('partial')] }
    const source = scripted([broken, broken])
    const { gaps } = await searchGateway(source, planOf({ named: () => mids(1) }))
    expect(source.asked).toHaveLength(2)
    expect(gaps).toEqual([gap('timeout'), gap('partial')])
  })

  it('pass on a bug', async () => {
    const later = Promise.reject(new Error('a bug'))
    await expect(searchGateway(scripted([]), planOf({ later }))).rejects.toThrow('a bug')
  })
})

describe('the lines of a search', () => {
  const twice = at(1, 'MID 1 queued for delivery')

  it.each<[string, readonly (readonly RawLine[])[], number]>([
    ['that come back in another round count once, by their number', [[line('a', 1)], [line('a', 1), line('b', 2)]], 2],
    ['with equal text and their own numbers are two', [[line(twice, 1), line(twice, 2)]], 2],
    ['with equal text and no number are two where one answer holds both', [[line(twice), line(twice)]], 2],
    [
      'are two, too, where both rounds hold both',
      [
        [line(twice), line(twice)],
        [line(twice), line(twice)],
      ],
      2,
    ],
    ['are three where a later answer holds three', [[line(twice)], [line(twice), line(twice), line(twice)]], 3],
    ['of the same number in another file are others', [[line('a', 1), { ...line('a', 1), file: 'mail.1' }]], 2],
  ])('%s', async (_, answers, count) => {
    const source = scripted(answers.map((lines) => ({ lines })))
    const read: RawLine[] = []
    const plan = planOf({
      named: () => (source.asked.length < answers.length ? mids(source.asked.length) : []),
      read(lines) {
        read.push(...lines)
        return correlateAll([])
      },
    })
    await searchGateway(source, plan)
    expect(read).toHaveLength(count)
  })

  it('that were read leave less of the budget, and none of it ends the search', async () => {
    const text = [1, 2, 3, 4].map((id) => at(id, `MID ${id} ICID ${id} From: <a@example.com>`)).join('\n')
    const source = logOf(text)
    const small = { ...budget, lines: 4 }
    const { gaps, log } = await searchGateway(source, planOf({ budget: small, named: () => mids(1, 2) }))
    expect(source.asked.map(({ budget: { lines } }) => lines)).toEqual([4])
    expect(gaps).toEqual([{ where: 'esa1', kind: 'budget', detail: '2 ids and addresses not looked up' }])
    expect(log.summary.lines).toBe(4)
  })

  it('are counted in bytes too', async () => {
    const text = at(1, 'MID 1 ICID 1 From: <a@example.com>')
    const source = logOf(text)
    const plan = planOf({ budget: { ...budget, bytes: text.length + 7 }, named: () => mids(source.asked.length) })
    await searchGateway(source, plan)
    expect(source.asked[1]?.budget.bytes).toBe(7)
  })
})
