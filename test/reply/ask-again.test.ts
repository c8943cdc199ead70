import { describe, expect, it } from 'vitest'
import { parseQuestion, type Reading } from '../../src/question/parse.ts'
import type { Question } from '../../src/question/question.ts'
import { askAgain } from '../../src/reply/ask-again.ts'
import { languages } from '../../src/reply/languages/index.ts'
import { speak } from '../../src/reply/speech.ts'
import { hour, now, questionOf } from '../gather/ports.ts'

const reading: Reading = {
  now,
  timeZone: 'UTC',
  language: 'en',
  gateways: ['esa1', 'esa2'],
  domains: ['example.org'],
  previous: null,
}

function understood(text: string, language: string): Question | null {
  const found = parseQuestion(text, { ...reading, language: language === 'ja' ? 'ja' : 'en' })
  return found.kind === 'question' ? found.question : null
}

const abouts: readonly Question['about'][] = [
  { domain: 'example.com' },
  { address: 'alice@example.com' },
  { ip: '198.51.100.7' },
  { ip: '2001:db8::7' },
  { mid: 7 },
  { icid: 8 },
  { messageId: 'a.b-c@mail.example.com' },
]

describe.each(languages.map(({ tag }) => tag))('a question in %s', (tag) => {
  const speech = speak(tag, 'UTC', now)

  it.each(abouts)('about %j is understood when it is asked again', (about) => {
    const { same } = askAgain(questionOf(about), speech)
    expect(understood(same, tag)).toMatchObject({ about, recipient: null, gateways: [] })
  })

  it('keeps its recipient, its gateways and its time', () => {
    const window = { from: now - 50 * hour, to: now - 20 * hour }
    const more = { recipient: 'bob@example.org', gateways: ['esa2'], window, windowStated: true }
    const { same } = askAgain(questionOf({ domain: 'example.com' }, more), speech)
    expect(understood(same, tag)).toMatchObject({ about: { domain: 'example.com' }, ...more })
  })

  it('asks about a week instead', () => {
    const { week } = askAgain(questionOf({ domain: 'example.com' }, { recipient: 'bob@example.org' }), speech)
    expect(understood(week, tag)).toMatchObject({
      recipient: 'bob@example.org',
      window: { from: now - 7 * 24 * hour, to: now },
      windowStated: true,
    })
  })

  it('stays in its language', () => {
    const { same, week } = askAgain(questionOf({ domain: 'example.com' }, { recipient: 'bob@example.org' }), speech)
    expect([understood(same, 'en')?.language, understood(week, 'en')?.language]).toEqual([tag, tag])
  })
})
