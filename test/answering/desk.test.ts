import { describe, expect, it } from 'vitest'
import { commands } from '../../commands/index.ts'
import { createDesk } from '../../src/answering/desk.ts'
import { parseQuestion } from '../../src/question/parse.ts'
import { languageFor } from '../../src/question/words.ts'
import type { Form } from '../../src/reply/desk.ts'
import { anybody } from '../anybody.ts'
import { portsOf, settings } from '../gather/ports.ts'

const ports = portsOf([])
const now = ports.clock.now()
const hour = 3_600_000
const source = (gateway: string) => ({ gateway }) as (typeof ports.sources)[number]
const desk = createDesk({
  ports: { ...ports, sources: [source('esa1'), source('esa2')] },
  settings,
  commands,
  access: anybody,
})
const form: Form = { sender: 'example.com', recipient: '', when: 'day', gateway: '' }

describe('a form', () => {
  it.each<[string, Partial<Form>, object]>([
    ['of a domain', {}, { about: { domain: 'example.com' }, recipient: null, windowStated: false, gateways: [] }],
    [
      'of an address with its name',
      { sender: 'Alice <Alice@Example.com>' },
      { about: { address: 'alice@example.com' } },
    ],
    ['of an IP address', { sender: '192.0.2.1' }, { about: { ip: '192.0.2.1' } }],
    ['with a recipient', { recipient: 'bob@example.org' }, { recipient: 'bob@example.org' }],
    ['about one gateway', { gateway: 'esa2' }, { gateways: ['esa2'] }],
    ['about a gateway that is not there', { gateway: 'esa9' }, { gateways: [] }],
    ['about a week', { when: 'week' }, { window: { from: now - 168 * hour, to: now }, windowStated: true }],
    [
      'about a stretch',
      { when: { from: now - 5 * hour, to: now - hour } },
      { window: { from: now - 5 * hour, to: now - hour } },
    ],
  ])('%s is a question that is understood, in every language', (_, parts, question) => {
    for (const locale of ['en-GB', 'fr-CH', 'nl-NL', 'ja-JP']) {
      const asking = desk.asking({ ...form, ...parts }, { locale, timeZone: 'Europe/Zurich' })
      if (asking.kind !== 'asking') throw new Error(asking.words)
      const { domains } = settings.ours
      const reading = {
        now,
        timeZone: 'UTC',
        language: languageFor(locale),
        gateways: desk.gateways,
        domains,
        previous: null,
      }
      expect(parseQuestion(asking.text, reading)).toMatchObject({ kind: 'question', question })
      expect(asking.shown).not.toMatch(/\dT\d/)
    }
  })

  it.each<[Partial<Form>, string]>([
    [{ sender: 'nonsense' }, 'sender'],
    [{ sender: '<!channel>' }, 'sender'],
    [{ recipient: 'carol' }, 'recipient'],
    [{ recipient: '192.0.2.1' }, 'recipient'],
  ])('that names nothing says which field: %j', (parts, field) => {
    expect(desk.asking({ ...form, ...parts }, { locale: '', timeZone: '' })).toMatchObject({ kind: 'wrong', field })
  })
})
