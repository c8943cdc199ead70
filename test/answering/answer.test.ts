import { describe, expect, it } from 'vitest'
import { commands } from '../../commands/index.ts'
import { type AnswererParts, createAnswerer } from '../../src/answering/answer.ts'
import type { Answered } from '../../src/answering/answered.ts'
import { openQueue } from '../../src/answering/queue.ts'
import { recentOf } from '../../src/answering/thread-memory.ts'
import { createWatching } from '../../src/answering/watching.ts'
import type { LogSource } from '../../src/gather/ports.ts'
import type { Ask, Working } from '../../src/reply/answerer.ts'
import { plain } from '../../src/reply/fill.ts'
import type { Reply } from '../../src/reply/reply.ts'
import { delivered, hour, logOf, portsOf, refused, settings } from '../gather/ports.ts'

const any = { channels: [], people: [], groups: [] }
const anybody: AnswererParts['access'] = { ...any, rules: [], hide: [], owner: 'the mail team' }

function answererOf(
  source: LogSource = logOf(refused({ minutesAgo: 60, id: 7 })),
  access = anybody,
  others: readonly LogSource[] = [],
) {
  const shown: Working[] = []
  const observed: Answered[] = []
  const ports = portsOf([source, ...others])
  const answerer = createAnswerer({
    ports,
    settings,
    commands,
    access,
    watching: createWatching({ ports, settings, report: async () => {}, failed: () => {} }),
    queue: openQueue(ports.clock.now, 2),
    observe: (answered) => void observed.push(answered),
  })
  return {
    shown,
    observed,
    answerer,
    ports,
    ask: (text: string, more: Partial<Ask> = {}) =>
      answerer.answer(
        {
          text,
          thread: 'C1:1.1',
          addressed: true,
          asker: 'U1',
          isDirect: false,
          groups: [],
          locale: '',
          timeZone: '',
          ...more,
        },
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
    [
      'a wish to be told',
      'tell me when mail from example.com arrives',
      { watch: expect.stringContaining('example.com') },
    ],
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

describe('the buttons under an answer', () => {
  it('show its lines and its note without another search', async () => {
    const source = logOf(refused({ minutesAgo: 60, id: 7 }))
    const { ask } = answererOf(source)
    const reply = await ask('why example.com')
    const searches = source.asked.length
    const pressed = (id: string) => ask(reply?.actions.find((action) => action.id === id)?.ask ?? '')
    expect((await pressed('lines'))?.file?.text).toContain('ICID 7')
    expect((await pressed('note'))?.sections[0]).toMatchObject({ kind: 'draft' })
    expect(source.asked).toHaveLength(searches)
    await ask('lines example.com last 3 days')
    expect(source.asked.length).toBeGreaterThan(searches)
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

describe('a rule about who may ask what', () => {
  const source = (gateway: string) => ({ ...logOf(delivered({ minutesAgo: 60, id: 7 })), gateway })
  const only = (rule: object) => ({
    ...anybody,
    rules: [{ channels: [], people: [], groups: [], gateways: [], verbs: [], ...rule }],
  })

  it.each<[string, object, string, string]>([
    [
      'a verb that is not let through',
      { verbs: ['dns'] },
      'why example.com',
      'You are not allowed to ask for “why” here.',
    ],
    ['another channel', { channels: ['C2'] }, 'why example.com', 'You are not allowed to ask that here.'],
    [
      'a gateway named that is not let through',
      { gateways: ['esa1'] },
      'why example.com only esa2',
      'You are not allowed to ask about esa2 here.',
    ],
  ])('refuses %s, to the asker alone', async (_, rule, text, headline) => {
    const { ask, observed } = answererOf(source('esa1'), only(rule), [source('esa2')])
    const reply = await ask(text)
    expect(reply).toMatchObject({ whisper: true, status: 2, headline: `${headline} Ask the mail team.` })
    expect(observed).toMatchObject([{ outcome: 'refused', gateways: [] }])
  })

  it('searches the gateways let through, and says that the others were not', async () => {
    const other = source('esa2')
    const { ask, observed } = answererOf(source('esa1'), only({ gateways: ['esa1'] }), [other])
    const reply = await ask('why example.com')
    expect(other.asked).toEqual([])
    expect(json(reply)).toMatchObject({ gaps: [{ where: 'esa2', kind: 'not-permitted', detail: '' }] })
    expect(JSON.stringify(reply?.sections)).toContain('esa2: may not be searched from here')
    expect(observed).toMatchObject([{ outcome: 'answered', gateways: ['esa1'] }])
  })

  it('never says that nothing came where a gateway may not be searched', async () => {
    const { ask } = answererOf({ ...logOf(''), gateway: 'esa1' }, only({ gateways: ['esa1'] }), [source('esa2')])
    expect(json(await ask('why example.com'))).toMatchObject({ verdict: { cause: 'logs-incomplete' } })
  })

  it('lets a member of a user group through', async () => {
    const { ask } = answererOf(source('esa1'), only({ groups: ['S1'] }))
    expect(await ask('why example.com', { groups: ['S1'] })).toMatchObject({ status: 0 })
    expect(await ask('why example.com')).toMatchObject({ status: 2 })
  })

  it('shows in the help what may be asked', async () => {
    const { ask } = answererOf(source('esa1'), only({ verbs: ['dns'] }))
    const { commands: shown } = json(await ask('help')) as { commands: { name: string }[] }
    expect(shown.map(({ name }) => name).sort()).toEqual(['dns', 'help'])
  })
})

describe('in a channel where people are hidden', () => {
  it('neither the answer nor what is being done names anybody', async () => {
    const log = logOf(delivered({ minutesAgo: 60, id: 7 }))
    const { ask, shown } = answererOf(log, { ...anybody, hide: ['C1'] })
    const reply = await ask('why alice@example.com to bob@example.org')
    const { actions, ...visible } = reply ?? { actions: [] }
    expect(JSON.stringify([visible, shown])).not.toMatch(/alice|bob/)
    expect(JSON.stringify(shown)).toContain('•••@example.com')
    expect(actions[0]?.ask).toContain('alice@example.com')
    expect(JSON.stringify(await ask('why alice@example.com', { thread: 'C2:1.1' }))).toContain('alice@example.com')
  })
})

describe('the same question of several', () => {
  it('is searched for once, and answered to each', async () => {
    const log = logOf(refused({ minutesAgo: 60, id: 7 }))
    const { ask, observed, answerer } = answererOf(log)
    const searchedOnce = await answererOf(logOf(refused({ minutesAgo: 60, id: 7 }))).ask('why example.com')
    const threads = ['C1:1', 'C1:2', 'C2:3', 'C3:4']
    const replies = await Promise.all(threads.map((thread) => ask('why  example.com', { thread })))
    expect(new Set(replies.map((reply) => reply?.headline))).toEqual(new Set([searchedOnce?.headline]))
    expect(observed.map(({ merged }) => merged)).toEqual([false, true, true, true])
    expect(await Promise.all(threads.map((thread) => answerer.knows(thread)))).toEqual([true, true, true, true])
  })
})

describe('what became of a question', () => {
  it.each<[string, string, Partial<Answered>]>([
    [
      'answered',
      'why example.com',
      { verb: 'why', outcome: 'answered', gateways: ['esa1'], cause: 'hat-reject-reputation' },
    ],
    ['not understood', 'why oh why', { verb: 'why', outcome: 'not-understood', gateways: [], cause: null }],
    ['a verb of no gateway', 'help', { verb: 'help', outcome: 'answered', gateways: [], cause: null }],
  ])('is observed: %s', async (_, text, wanted) => {
    const { ask, observed } = answererOf()
    await ask(text)
    expect(observed).toMatchObject([{ asker: 'U1', thread: 'C1:1.1', asked: text, merged: false, ...wanted }])
  })

  it('is observed of a bug, and of what a stop leaves behind', async () => {
    let fail = (_: Error) => {}
    const search = () =>
      new Promise<never>((_, reject) => {
        fail = reject
      })
    const { ask, observed, answerer } = answererOf({ ...logOf(''), search })
    const asked = ask('why example.com')
    await new Promise((resolve) => setImmediate(resolve))
    answerer.stop()
    expect(observed).toMatchObject([{ outcome: 'stopped', verb: 'why' }])
    fail(new Error('a bug'))
    await expect(asked).rejects.toThrow('a bug')
    expect(observed).toHaveLength(1)
    const again = ask('why example.com')
    await new Promise((resolve) => setImmediate(resolve))
    fail(new Error('a bug'))
    await expect(again).rejects.toThrow('a bug')
    expect(observed.at(-1)).toMatchObject({ outcome: 'failed' })
  })

  it('is what the asker asked lately, each once, the latest first', async () => {
    const { ask, ports } = answererOf()
    for (const text of ['why example.com', 'why example.net', 'why example.com', 'why oh why']) await ask(text)
    expect((await recentOf(ports.store, 'U1')).map(({ text }) => text)).toEqual(['why example.com', 'why example.net'])
    expect(await recentOf(ports.store, 'U2')).toEqual([])
  })
})
