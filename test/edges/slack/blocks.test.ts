import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerMessage } from '../../../src/edges/slack/blocks.ts'
import { visible } from '../../../src/edges/slack/escape.ts'
import { check } from '../../../src/edges/slack/limits.ts'
import type { Message } from '../../../src/edges/slack/message.ts'
import type { Action, Reply, Section, Tone } from '../../../src/reply/reply.ts'
import { HOSTILE } from './hostile.ts'

function reply(parts: Partial<Reply>): Reply {
  return { tone: 'red', headline: 'Our gateway refused it.', sections: [], actions: [], json: {}, status: 0, ...parts }
}

const text = (type: string, words: string, style?: object) => ({ type, text: words, ...(style ? { style } : {}) })
const headline = {
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [text('text', '🔴 '), text('text', 'Our gateway refused it.', { bold: true })],
    },
  ],
}
const rich = (...elements: object[]) => ({ type: 'rich_text', elements })
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements })
const cells = (...row: string[]) => row.map((words) => text('raw_text', words))

interface Case {
  readonly name: string
  readonly given: Partial<Reply>
  readonly blocks: readonly object[]
}

const CASES: readonly Case[] = [
  { name: 'the verdict alone', given: {}, blocks: [headline] },
  {
    name: 'a text with a title, bold, code and a link',
    given: {
      sections: [
        {
          kind: 'text',
          role: 'what',
          title: 'What happened',
          lines: [
            ['MID ', { code: '12' }, ' was ', { bold: 'dropped' }],
            [{ link: 'Talos', url: 'https://talos.example.com/' }],
          ],
        },
      ],
    },
    blocks: [
      headline,
      rich(
        section(text('text', 'What happened', { bold: true })),
        section(
          text('text', 'MID '),
          text('text', '12', { code: true }),
          text('text', ' was '),
          text('text', 'dropped', { bold: true }),
          text('text', '\n'),
          { type: 'link', url: 'https://talos.example.com/', text: 'Talos' },
        ),
      ),
    ],
  },
  {
    name: 'a link that hides where it leads is written out',
    given: {
      sections: [
        { kind: 'text', role: 'x', lines: [[{ link: 'bank.example.com', url: 'https://evil.example.net/' }]] },
      ],
    },
    blocks: [headline, rich(section(text('text', 'bank.example.com (https://evil.example.net/)')))],
  },
  {
    name: 'a link of another scheme is written out',
    given: { sections: [{ kind: 'text', role: 'x', lines: [[{ link: 'Press', url: 'javascript:alert(1)' }]] }] },
    blocks: [headline, rich(section(text('text', 'Press (javascript:alert(1))')))],
  },
  {
    name: 'a list',
    given: {
      sections: [{ kind: 'list', role: 'next', title: 'Next', items: [[{ bold: 'We' }, ' wait'], ['They mend']] }],
    },
    blocks: [
      headline,
      rich(section(text('text', 'Next', { bold: true })), {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [
          section(text('text', 'We', { bold: true }), text('text', ' wait')),
          section(text('text', 'They mend')),
        ],
      }),
    ],
  },
  {
    name: 'a table, empty and missing cells filled, a second one as text',
    given: {
      sections: [
        {
          kind: 'table',
          role: 'attempts',
          title: 'Attempts',
          head: ['time', 'from'],
          rows: [['09:12', ''], ['10:26']],
        },
        { kind: 'table', role: 'other', head: ['a', 'b'], rows: [['1', '2']] },
      ],
    },
    blocks: [
      headline,
      rich(section(text('text', 'Attempts', { bold: true }))),
      { type: 'table', rows: [cells('time', 'from'), cells('09:12', ' '), cells('10:26', ' ')] },
      rich({ type: 'rich_text_preformatted', elements: [text('text', 'a  b\n1  2')] }),
    ],
  },
  {
    name: 'log lines folded, and more of them than are shown',
    given: {
      sections: [
        { kind: 'lines', role: 'evidence', title: 'Log lines (2)', lines: ['one <!channel>', 'two'], folded: true },
        { kind: 'lines', role: 'shown', lines: Array.from({ length: 20 }, (_, index) => `line ${index + 1}`) },
      ],
    },
    blocks: [
      headline,
      rich({
        type: 'rich_text_preformatted',
        elements: [text('text', 'line 1\nline 2\nline 3\nline 4\nline 5\nline 6\nline 7\n… +13')],
      }),
      {
        type: 'container',
        title: { type: 'plain_text', text: 'Log lines (2)', emoji: false },
        child_blocks: [rich({ type: 'rich_text_preformatted', elements: [text('text', 'one <!channel>\ntwo')] })],
        is_collapsible: true,
        default_collapsed: true,
      },
    ],
  },
  {
    name: 'a draft under its title',
    given: { sections: [{ kind: 'draft', role: 'note', title: 'Note', subject: 'Your mail', body: 'Hello,\nno.' }] },
    blocks: [
      headline,
      rich(section(text('text', 'Note', { bold: true })), {
        type: 'rich_text_preformatted',
        elements: [text('text', 'Subject: Your mail\n\nHello,\nno.')],
      }),
    ],
  },
  {
    name: 'buttons before the small print; one without a question is left off',
    given: {
      sections: [{ kind: 'context', role: 'coverage', lines: [['esa1 · ', { code: '4.1 s' }]] }],
      actions: [
        { id: 'widen', label: 'Seven days', ask: 'why example.com last 7 days' },
        { id: 'again', label: 'Ask esa1 again', ask: 'why example.com on esa1' },
        { id: 'again', label: 'Ask esa2 again', ask: 'why example.com on esa2' },
        { id: 'lines', label: 'Log lines' },
      ],
    },
    blocks: [
      headline,
      {
        type: 'actions',
        elements: [
          ['postmaster_widen', 'Seven days', 'why example.com last 7 days'],
          ['postmaster_again', 'Ask esa1 again', 'why example.com on esa1'],
          ['postmaster_again_2', 'Ask esa2 again', 'why example.com on esa2'],
        ].map(([action_id, words, value]) => ({
          type: 'button',
          action_id,
          text: { type: 'plain_text', text: words, emoji: false },
          value,
        })),
      },
      { type: 'context', elements: [{ type: 'plain_text', text: 'esa1 · 4.1 s', emoji: false }] },
    ],
  },
  {
    name: 'the way round of a text is written out, and markup is left as the letters it is',
    given: { sections: [{ kind: 'text', role: 'x', lines: [['a\u202eb <@U1> `x`']] }] },
    blocks: [headline, rich(section(text('text', 'a\\u{202e}b <@U1> `x`')))],
  },
]

describe('a reply as blocks', () => {
  it.each(CASES)('$name', ({ given, blocks }) => {
    const message = answerMessage(reply(given))
    expect(message.blocks).toEqual(blocks)
    expect(check(message)).toEqual([])
  })

  it.each([
    ['red', '🔴 Refused &lt;!channel&gt; &amp; gone'],
    ['yellow', '🟡 Refused &lt;!channel&gt; &amp; gone'],
    ['green', '🟢 Refused &lt;!channel&gt; &amp; gone'],
    ['white', '⚪ Refused &lt;!channel&gt; &amp; gone'],
    ['none', 'Refused &lt;!channel&gt; &amp; gone'],
  ] satisfies [Tone, string][])('says the verdict in text, escaped, behind its circle: %s', (tone, expected) => {
    expect(answerMessage(reply({ tone, headline: 'Refused <!channel> & gone' })).text).toBe(expected)
  })

  it('keeps the file of a long answer out of the way of what is shown', () => {
    const long = Array.from({ length: 400 }, (_, index) => `${index} ${'x'.repeat(300)}`)
    const shown: Section = { kind: 'text', role: 'what', lines: [['Three connections were refused.']] }
    const folded: Section = { kind: 'lines', role: 'evidence', title: 'Log lines', lines: long, folded: true }
    const message = answerMessage(reply({ sections: [folded, shown] }))
    expect(JSON.stringify(message.blocks[1])).toContain('Three connections were refused.')
    const types = message.blocks.map((block) => block.type)
    expect(types).toEqual(['rich_text', 'rich_text', 'container'])
    expect(JSON.stringify(message.blocks)).toMatch(/… \+3\d\d/)
  })
})

/** Every place of a reply that takes text, filled from one source. */
function filled(next: () => string, many: number): Reply {
  const line = () => [
    next(),
    { bold: next() },
    { code: next() },
    { link: next(), url: `https://example.com/${next()}` },
  ]
  const times = <Thing>(make: () => Thing) => Array.from({ length: many }, make)
  const sections = ([false, true] as const).flatMap((folded): Section[] => [
    { kind: 'text', role: next(), title: next(), lines: times(line), folded },
    { kind: 'list', role: next(), title: next(), items: times(line), folded },
    { kind: 'table', role: next(), title: next(), head: times(next), rows: times(() => times(next)), folded },
    { kind: 'lines', role: next(), title: next(), lines: times(next), folded },
    { kind: 'draft', role: next(), title: next(), subject: next(), body: next(), folded },
    { kind: 'context', role: next(), lines: times(line), folded },
  ])
  const ids: Action['id'][] = ['widen', 'again', 'lines', 'note', 'probe', 'watch', 'unwatch']
  const actions = times(() => ids.map((id) => ({ id, label: next(), ask: next() }))).flat()
  const rating = { asked: next(), right: next(), wrong: next(), about: next() }
  return { tone: 'yellow', headline: next(), sections, actions, rating, json: null, status: 0 }
}

/** No place may hold markup that mentions, and none a character that hides or turns text. */
function expectHarmless(message: Message): void {
  expect(check(message)).toEqual([])
  expect(check({ text: message.plain })).toEqual([])
  expect(message.text + message.plain).not.toContain('<')
  const words = JSON.stringify([message.text, message.plain, message.blocks])
  expect(words).not.toContain('"mrkdwn"')
  expect(JSON.parse(words)).toEqual([message.text, message.plain, message.blocks])
  for (const place of [...stringsIn(message.blocks), message.text, message.plain]) {
    expect(place).toBe(visible(place))
  }
}

function stringsIn(value: unknown, field = ''): string[] {
  if (typeof value === 'string') return field === 'value' || field === 'url' ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => stringsIn(inner, name))
}

describe('hostile text', () => {
  it.each(HOSTILE.map((words) => [words.slice(0, 24), words]))(
    'neither mentions, hides nor breaks a limit: %s',
    (_, words) => {
      expectHarmless(answerMessage(filled(() => words, 3)))
      expectHarmless(answerMessage(filled(() => words, 120)))
    },
  )

  it('of any other kind does neither', () => {
    const strange = fc.oneof(
      fc.constantFrom(...HOSTILE.slice(0, 15)),
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    )
    const strangeReply = fc.tuple(fc.array(strange, { minLength: 1, maxLength: 12 }), fc.integer({ min: 0, max: 25 }))
    fc.assert(
      fc.property(strangeReply, ([words, many]) => {
        let turn = 0
        const next = () => words[turn++ % words.length] ?? ''
        expectHarmless(answerMessage(filled(next, many)))
      }),
      { numRuns: 60 },
    )
  })
})
