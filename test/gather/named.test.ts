import { describe, expect, it } from 'vitest'
import { gather } from '../../src/gather/gather.ts'
import { stateTexts } from '../../src/gather/ports.ts'
import type { Question } from '../../src/question/question.ts'
import { delivered, hour, type LogInMemory, logOf, now, portsOf, questionOf, refused, settings } from './ports.ts'

const domain = { domain: 'example.com' }
const exclusive = { ip: '203.0.113.99', host: 'unknown' }
const ids = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, nth) => from + nth)

async function ask(text: readonly string[], more: Partial<Question> = {}) {
  const log = logOf(text.join('\n'))
  const evidence = await gather(questionOf(domain, more), portsOf([log]), settings, () => {})
  return { log, evidence }
}

/** What was asked for in each round, by kind. */
function rounds({ asked }: LogInMemory) {
  return asked.map(({ search: { needles } }) => ({
    texts: needles.flatMap((needle) => (needle.kind === 'text' ? [needle.text] : [])),
    icids: needles.flatMap((needle) => (needle.kind === 'icid' ? [needle.id] : [])).sort((a, b) => a - b),
    mids: needles.flatMap((needle) => (needle.kind === 'mid' ? [needle.id] : [])),
  }))
}

describe('an address that only the log ties to the sender', () => {
  const own = delivered({ minutesAgo: 600, id: 1, ...exclusive })

  it('has a few of its connections read first, and the others where it turns out to be the sender’s own', async () => {
    const refusals = ids(11, 60).map((id) => refused({ minutesAgo: 100 - id, id, ...exclusive }))
    const { log, evidence } = await ask([own, ...refusals])
    expect(evidence.attempts.filter(({ fate }) => fate === 'refused')).toHaveLength(50)
    const connections = rounds(log).map(({ icids }) => icids.filter((id) => id > 1))
    expect(connections.filter(({ length }) => length > 0)).toEqual([ids(41, 60), ids(11, 40)])
  })

  it('has none of the others read where mail of somebody else is among those', async () => {
    const theirs = ids(11, 60).map((id) =>
      delivered({ minutesAgo: 100 - id, id, ...exclusive, from: 'carol@example.net' }),
    )
    const { log, evidence } = await ask([own, ...theirs])
    expect(evidence).toMatchObject({ attempts: [{ mid: 1 }], candidates: [], gaps: [] })
    expect(new Set(rounds(log).flatMap(({ icids }) => icids))).toEqual(new Set([1, ...ids(41, 60)]))
  })
})

describe('what came before the time asked about', () => {
  const week = ids(101, 200).map((id) => delivered({ minutesAgo: 24 * 60 + 300 - id, id }))
  const today = delivered({ minutesAgo: 60, id: 300 })

  it('is read as far as its latest mails, and counted beyond them', async () => {
    const { log, evidence } = await ask([...week, today])
    expect(new Set(rounds(log).flatMap(({ mids }) => mids))).toEqual(new Set([...ids(171, 200), 300]))
    expect(evidence.history).toHaveLength(100)
    expect(evidence.history.at(-1)).toMatchObject({ mid: 200, fate: 'delivered' })
    expect(evidence.gaps).toEqual([])
  })

  it('is read a day back where the time asked about holds nothing', async () => {
    const { evidence } = await ask(week, { windowStated: true })
    expect(evidence).toMatchObject({ widened: true, history: [], gaps: [] })
    expect(evidence.attempts.filter(({ fate }) => fate === 'delivered')).toHaveLength(100)
  })

  it('is read for one recipient among the latest of all, since whom a mail is for is known only then', async () => {
    const bob = { recipient: 'bob@example.org' }
    const others = ids(101, 150).map((id) => delivered({ minutesAgo: 2000 - id, id, to: 'ann@example.org' }))
    const early = delivered({ minutesAgo: 2000, id: 99 })
    const { log, evidence } = await ask([early, ...others, today], bob)
    expect(rounds(log).flatMap(({ mids }) => mids)).not.toContain(99)
    expect(evidence.attempts).toMatchObject([{ mid: 300, fate: 'delivered' }])
    // Where nothing came for him in the time, all of the sender's mail is read to find his.
    const { evidence: other } = await ask([early, ...others], { ...bob, windowStated: true })
    expect(other).toMatchObject({ attempts: [{ mid: 99, fate: 'delivered' }], widened: true })
  })

  it('does not hold up what came after it', async () => {
    const window = { from: now - 48 * hour, to: now - 24 * hour }
    const inside = delivered({ minutesAgo: 30 * 60, id: 50 })
    const { log, evidence } = await ask([inside, today], { window, windowStated: true })
    expect(evidence.attempts).toMatchObject([{ mid: 50 }])
    expect(rounds(log).flatMap(({ mids }) => mids)).toEqual([50])
  })
})

describe('a first search that gave only the latest lines', () => {
  const to = (id: number, recipient: string) => delivered({ minutesAgo: 1000 - id, id, to: recipient })
  const others = ids(101, 150).map((id) => to(id, 'ann@example.org'))
  const theirs = delivered({ minutesAgo: 700, id: 90, from: 'carol@example.net', host: 'mx.example.net' })
  const mails = [to(95, 'bob@example.org'), theirs, ...others]
  const gap = { where: 'esa1', kind: 'budget', detail: '', read: { from: now - 14 * hour, to: now } } as const

  /** As a file with very many lines of that name would be read. */
  async function narrowed(recipient: string | null) {
    const log = logOf(mails.join('\n'), {
      answer: (result, round) => (round > 0 ? result : { ...result, lines: result.lines.slice(-60), gaps: [gap] }),
    })
    const evidence = await gather(questionOf(domain, { recipient }), portsOf([log]), settings, () => {})
    return { texts: rounds(log).flatMap(({ texts }) => texts), mids: rounds(log).flatMap(({ mids }) => mids), evidence }
  }

  it('is followed by one for the recipient that was asked about', async () => {
    const { texts, mids, evidence } = await narrowed('bob@example.org')
    expect(texts).toContain('bob@example.org')
    expect(mids).toContain(95)
    expect(evidence.attempts).toMatchObject([{ mid: 95, rcptTo: ['bob@example.org'], fate: 'delivered' }])
    expect(evidence.gaps).toMatchObject([{ kind: 'budget' }])
  })

  it.each([null, 'example.org'])('is not where that is %s', async (recipient) => {
    const { texts, mids } = await narrowed(recipient)
    expect(texts).not.toContain(recipient)
    expect(mids).not.toContain(95)
  })
})

describe('what may explain what was found', () => {
  const waiting = delivered({ minutesAgo: 60, id: 7 })
    .split('\n')
    .filter((line) => !/DCID|Response|finished/.test(line))

  it('is asked for at the very end, once the mail is known to wait', async () => {
    const { log } = await ask(waiting)
    expect(rounds(log).map(({ texts }) => texts)).toEqual([
      ['example.com'],
      [],
      ['domain: example.org', 'Failure example.org', ...stateTexts.notDelivered],
    ])
  })

  it('is not asked for where the mail was delivered', async () => {
    const { log } = await ask([delivered({ minutesAgo: 60, id: 7 })])
    expect(rounds(log).flatMap(({ texts }) => texts)).toEqual(['example.com'])
  })

  it('is what the gateway said of itself, where nothing came', async () => {
    const { log } = await ask([delivered({ minutesAgo: 60, id: 7, from: 'x@example.net', host: 'unknown' })])
    expect(rounds(log).map(({ texts }) => texts)).toEqual([['example.com'], stateTexts.nothingCame])
  })
})
