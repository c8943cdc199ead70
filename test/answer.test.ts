import { describe, expect, it } from 'vitest'
import { commands } from '../commands/index.ts'
import { type AnswererParts, createAnswerer } from '../src/answer.ts'
import type { LogSource } from '../src/gather/ports.ts'
import type { Ask, Working } from '../src/reply/answerer.ts'
import { plain } from '../src/reply/fill.ts'
import type { Reply } from '../src/reply/reply.ts'
import { delivered, hour, logOf, portsOf, refused, settings } from './gather/ports.ts'

const anybody: AnswererParts['permitted'] = { channels: [], people: [], owner: 'the mail team' }

function answererOf(source: LogSource = logOf(refused({ minutesAgo: 60, id: 7 })), permitted = anybody) {
  const shown: Working[] = []
  const ports = portsOf([source])
  const answerer = createAnswerer({
    ports,
    settings,
    commands,
    permitted,
  })
  return {
    shown,
    answerer,
    ports,
    ask: (text: string, more: Partial<Ask> = {}) =>
      answerer.answer(
        { text, thread: 'C1:1.1', addressed: true, asker: 'U1', locale: '', timeZone: '', ...more },
        (working) => void shown.push(working),
      ),
  }
}

function json(reply: Reply | null): unknown {
  return reply?.json
}

describe('the words', () => {
  it.each<[string, string, object]>([
    [
      'a question',
      "why didn't mail from example.com arrive?",
      { question: { ask: 'why', about: { domain: 'example.com' } } },
    ],
    ['a question without a verb', 'mail from example.com?', { question: { ask: 'why' } }],
    ['a verb', 'trace ICID 7', { question: { ask: 'trace', about: { icid: 7 } } }],
    ['a verb in capitals', 'TRACE ICID 7', { question: { ask: 'trace' } }],
    ['a verb with a mark behind it', 'help?', { commands: expect.any(Array) }],
    ['a word that begins like a verb', 'whyever example.com?', { question: { ask: 'why' } }],
    ['nothing', '  ', { commands: expect.any(Array) }],
    ['a verb alone', 'status', { gateways: [{ gateway: 'esa1', ok: true }] }],
  ])('%s', async (_, text, wanted) => {
    const reply = await answererOf().ask(text)
    expect(json(reply)).toMatchObject(wanted)
    expect(reply?.status).toBe(0)
  })

  it.each<[string, string, RegExp, RegExp]>([
    [
      'that name nothing give two examples',
      'where is my mail',
      /did not find one in “where is my mail”/,
      /example\.com/,
    ],
    ['that hold no name give the word', 'why mail from foo@bar', /“foo@bar” is no domain/, /example\.com/],
    ['with a misspelt verb give the verb meant', 'tarce the thing', /no “tarce” here/, /^trace MID/],
    ['too few for a verb give its use', 'trace', /^trace <MID, .*: name a MID/, /^trace MID/],
  ])('%s', async (_, text, headline, example) => {
    const reply = await answererOf().ask(text)
    expect(reply).toMatchObject({ status: 2, whisper: true })
    expect(reply?.headline).toMatch(headline)
    const [section] = reply?.sections ?? []
    expect(section?.kind === 'list' ? section.items.map(plain)[0] : '').toMatch(example)
  })

  it('are answered in the language they are in, else in that of the asker, else in ours', async () => {
    const { ask } = answererOf()
    const language = async (text: string, locale: string) => json(await ask(text, { locale, thread: `C1:${text}` }))
    expect(await language('why did mail from example.com not arrive?', 'ja-JP')).toMatchObject({
      question: { language: 'en' },
    })
    expect(await language('example.com', '')).toMatchObject({ question: { language: 'en' } })
  })
})

describe('a thread', () => {
  const log = () =>
    logOf(
      `${delivered({ minutesAgo: 48 * 60, id: 6, to: 'carol@example.org' })}\n${refused({ minutesAgo: 60, id: 7 })}`,
    )

  it('is known once a question in it was understood', async () => {
    const { answerer, ask } = answererOf()
    expect(await answerer.knows('C1:1.1')).toBe(false)
    await ask('help')
    await ask('why oh why')
    expect(await answerer.knows('C1:1.1')).toBe(false)
    await ask('why example.com')
    expect(await answerer.knows('C1:1.1')).toBe(true)
    expect(await answerer.knows('C1:2.2')).toBe(false)
  })

  it.each<[string, object]>([
    ['and last 3 days?', { about: { domain: 'example.com' }, window: { from: '2026-11-17T12:00:00Z' } }],
    ['to carol?', { about: { domain: 'example.com' }, recipient: 'carol@example.org' }],
    ['and example.net?', { about: { domain: 'example.net' } }],
  ])('answers the follow-up “%s” without being addressed', async (text, wanted) => {
    const { ask } = answererOf(log())
    await ask('why example.com')
    const reply = await ask(text, { addressed: false })
    expect(json(reply)).toMatchObject({ question: wanted })
  })

  it.each(['thanks', 'thanks, that was example.com indeed', 'I will call them tomorrow', 'ok?', 'x'.repeat(500)])(
    'says nothing to “%s”',
    async (text) => {
      const { ask } = answererOf(log())
      await ask('why example.com')
      expect(await ask(text, { addressed: false })).toBeNull()
    },
  )

  it('says nothing to a follow-up of nothing', async () => {
    expect(await answererOf().ask('and last week?', { addressed: false })).toBeNull()
  })

  it('remembers the last question, not the one before, and not that of another thread', async () => {
    const { ask } = answererOf(log())
    await ask('why example.com')
    await ask('why example.net')
    expect(json(await ask('and last 2 days?'))).toMatchObject({ question: { about: { domain: 'example.net' } } })
    expect(await ask('and last 2 days?', { thread: 'C1:9.9' })).toMatchObject({ status: 2 })
  })
})

describe('who may ask', () => {
  it.each<[string, { channels?: string[]; people?: string[] }, boolean]>([
    ['anybody, anywhere', {}, true],
    ['in this channel', { channels: ['C1'] }, true],
    ['in another channel', { channels: ['C2'] }, false],
    ['this person', { people: ['U1'] }, true],
    ['another person', { people: ['U2'] }, false],
    ['this person, in this channel', { channels: ['C1'], people: ['U1'] }, true],
    ['this person, in another channel', { channels: ['C2'], people: ['U1'] }, false],
    ['another person, in this channel', { channels: ['C1'], people: ['U2'] }, false],
  ])('%s', async (_, lists, allowed) => {
    const source = logOf('')
    const { ask } = answererOf(source, { ...anybody, ...lists })
    const reply = await ask('why example.com')
    expect(source.asked.length > 0).toBe(allowed)
    if (allowed) expect(reply?.status).not.toBe(2)
    else {
      expect(reply).toMatchObject({ status: 2, whisper: true, sections: [] })
      expect(reply?.headline).toBe('You are not allowed to ask that here. Ask the mail team.')
    }
  })
})

describe('what is being done', () => {
  it('is told in words as it goes, the question first', async () => {
    const { ask, shown } = answererOf()
    await ask('why example.com to bob@example.org')
    expect(shown[0]).toEqual({
      title: 'Looking for mail from example.com to bob@example.org, Thu 19 Nov 12:00 to Fri 20 Nov 12:00 UTC',
      tasks: [],
    })
    expect(shown.at(-1)?.tasks).toEqual([{ id: 'gateway:esa1', state: 'done', title: 'esa1: 3 lines, 1 attempt' }])
  })

  it('is not told of a question that was not understood', async () => {
    const { ask, shown } = answererOf()
    await ask('why oh why')
    expect(shown).toEqual([])
  })

  it('passes on a bug, and remembers nothing of it', async () => {
    const source = { ...logOf(''), search: () => Promise.reject(new Error('a bug')) }
    const { ask, answerer } = answererOf(source)
    await expect(ask('why example.com')).rejects.toThrow('a bug')
    expect(await answerer.knows('C1:1.1')).toBe(false)
  })
})

describe('the buttons under an answer', () => {
  it('ask the same again, or about a week', async () => {
    const { ask } = answererOf()
    const reply = await ask('why example.com to bob@example.org on esa1 since 2026-11-19 15:00')
    const asks = Object.fromEntries((reply?.actions ?? []).map(({ id, ask: words }) => [id, words ?? '']))
    const again = json(await ask(asks.again ?? ''))
    expect(again).toMatchObject({
      question: {
        about: { domain: 'example.com' },
        recipient: 'bob@example.org',
        gateways: ['esa1'],
        window: { from: '2026-11-19T15:00:00Z', to: '2026-11-20T12:00:00Z' },
      },
    })
    const week = json(await ask(asks.widen ?? ''))
    const from = new Date(Date.parse('2026-11-20T12:00:00Z') - 7 * 24 * hour).toISOString().replace('.000', '')
    expect(week).toMatchObject({ question: { recipient: 'bob@example.org', window: { from } } })
  })
})
