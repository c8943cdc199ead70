import { describe, expect, it } from 'vitest'
import { keepAnswers } from '../../src/answering/kept-answers.ts'
import type { Question } from '../../src/question/question.ts'
import type { Reply } from '../../src/reply/reply.ts'

const question: Question = {
  about: { domain: 'example.com' },
  recipient: null,
  window: { from: 1_000_500, to: 2_000_900 },
  windowStated: false,
  gateways: ['esa1', 'esa2'],
  language: 'en',
  timeZone: 'UTC',
  now: 0,
}
const reply = (headline: string): Reply => ({ tone: 'none', headline, sections: [], actions: [], json: {}, status: 0 })
const parts = { lines: reply('lines'), note: reply('note') }

function keeping() {
  let time = 0
  const kept = keepAnswers(() => time)
  kept.for(null).keep(question, parts)
  const after = (ms: number) => {
    time = ms
  }
  return { kept, after }
}

describe('what was just found out', () => {
  it('is there for the buttons, which name its time to the second', () => {
    const own = keeping().kept.for(null)
    expect(own.get(question, 'lines')).toBe(parts.lines)
    const asked: Question = { ...question, window: { from: 1_000_000, to: 2_000_000 }, windowStated: true, now: 9 }
    expect(own.get({ ...asked, gateways: ['esa2', 'esa1'] }, 'note')).toBe(parts.note)
  })

  it.each<[string, Partial<Question>]>([
    ['another sender', { about: { domain: 'example.net' } }],
    ['another recipient', { recipient: 'bob@example.org' }],
    ['another time', { window: { from: 1_000_500, to: 3_000_000 } }],
    ['other gateways', { gateways: [] }],
    ['another language', { language: 'fr' }],
    ['another zone', { timeZone: 'Asia/Tokyo' }],
  ])('is not for %s', (_, more) =>
    expect(
      keeping()
        .kept.for(null)
        .get({ ...question, ...more }, 'lines'),
    ).toBeNull(),
  )

  it('is not for who may search less', () => expect(keeping().kept.for(['esa1']).get(question, 'lines')).toBeNull())

  it('is let go after a while', () => {
    const { kept, after } = keeping()
    after(16 * 60_000)
    expect(kept.for(null).get(question, 'lines')).toBeNull()
  })

  it('is let go for newer ones, and not kept where it is long', () => {
    const own = keeping().kept.for(null)
    for (let id = 0; id < 50; id += 1) own.keep({ ...question, about: { mid: id } }, parts)
    expect(own.get(question, 'lines')).toBeNull()
    expect(own.get({ ...question, about: { mid: 49 } }, 'lines')).toBe(parts.lines)
    const file = { name: 'x', title: 'x', text: 'x'.repeat(200_001) }
    own.keep(question, { ...parts, lines: { ...parts.lines, file } })
    expect(own.get(question, 'note')).toBeNull()
  })
})
