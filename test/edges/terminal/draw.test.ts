import { describe, expect, it } from 'vitest'
import { draw } from '../../../src/edges/terminal/draw.ts'
import type { Reply, Section } from '../../../src/reply/reply.ts'

const plain = { columns: 40, styled: false }

function replyOf(sections: readonly Section[], headline = 'Refused.'): Reply {
  return { tone: 'red', headline, sections, actions: [], json: {}, status: 0 }
}

describe('a reply on a terminal', () => {
  it('shows every kind of section, nothing folded', () => {
    const reply = replyOf([
      { kind: 'text', role: 'happened', lines: [['It ', { bold: 'was' }, ' ', { code: 'refused' }, '.']] },
      {
        kind: 'table',
        role: 'attempts',
        title: 'Attempts',
        head: ['time', 'from'],
        rows: [['09:12', '差出人@example.com']],
      },
      { kind: 'list', role: 'next', title: 'Next', items: [['Look for mail that nobody meant to send, then ask.']] },
      {
        kind: 'lines',
        role: 'evidence',
        title: 'Log lines (1)',
        folded: true,
        lines: ['a line that is longer than forty columns stays whole'],
      },
      {
        kind: 'draft',
        role: 'note',
        title: 'Note',
        folded: true,
        subject: 'Your mail',
        body: 'Hello,\n\nmail from your server was refused at connection.',
      },
      { kind: 'context', role: 'searched', lines: [['see ', { link: 'the page', url: 'https://example.com/x' }]] },
    ])
    expect(draw(reply, plain)).toMatchInlineSnapshot(`
      "🔴 Refused.

      It was \`refused\`.

      Attempts
        time   from
        09:12  差出人@example.com

      Next
      - Look for mail that nobody meant to
        send, then ask.

      Log lines (1)
        a line that is longer than forty columns stays whole

      Note
        Subject: Your mail

        Hello,

        mail from your server was refused at
        connection.

      see the page <https://example.com/x>
      "
    `)
  })

  it('shows the same in bold and colour where the terminal can', () => {
    const reply = replyOf([{ kind: 'text', role: 'happened', lines: [[{ bold: 'was' }, ' ', { code: 'refused' }]] }])
    expect(draw(reply, { columns: 40, styled: true })).toBe(
      '🔴 \u001b[1mRefused.\u001b[22m\n\n\u001b[1mwas\u001b[22m \u001b[36mrefused\u001b[39m\n',
    )
  })

  it('leaves out sections without content', () => {
    const reply = { ...replyOf([{ kind: 'list', role: 'x', items: [] }]), tone: 'none' as const }
    expect(draw(reply, plain)).toBe('Refused.\n')
  })
})

const hostile: readonly (readonly [string, string, string])[] = [
  ['moves the cursor', '\u001b[2J\u001b[1;1H🟢 Delivered', '\\x1b[2J\\x1b[1;1H🟢 Delivered'],
  ['begins a line', 'x\n🟢 Delivered', 'x\\x0a🟢 Delivered'],
  ['goes back to the start of the line', 'x\rDelivered', 'x\\x0dDelivered'],
  ['uses a C1 control', '\u009b31mred', '\\x9b31mred'],
  ['turns the text around', 'txt.\u202egnp.exe', 'txt.\\u{202e}gnp.exe'],
  ['hides letters', 'a\u200bb\u{e0041}c\ufeffd', 'a\\u{200b}b\\u{e0041}c\\u{feff}d'],
  ['holds half a letter', 'a\ud83db', 'a\\u{d83d}b'],
  ['breaks lines as Unicode does', 'a\u2028b\u0085c', 'a\\u{2028}b\\x85c'],
]

describe('foreign text that', () => {
  const wide = { columns: 400, styled: false }
  const places: readonly ((text: string) => Reply)[] = [
    (text) => replyOf([], text),
    (text) => replyOf([{ kind: 'text', role: 'x', lines: [[text]] }]),
    (text) => replyOf([{ kind: 'text', role: 'x', title: text, lines: [['x']] }]),
    (text) => replyOf([{ kind: 'text', role: 'x', lines: [[{ bold: text }, { code: text }]] }]),
    (text) => replyOf([{ kind: 'context', role: 'x', lines: [[{ link: text, url: text }]] }]),
    (text) => replyOf([{ kind: 'list', role: 'x', items: [[text]] }]),
    (text) => replyOf([{ kind: 'table', role: 'x', head: [text], rows: [[text]] }]),
    (text) => replyOf([{ kind: 'lines', role: 'x', lines: [text] }]),
    (text) => replyOf([{ kind: 'draft', role: 'x', title: text, subject: text, body: 'x' }]),
  ]
  it.each(hostile)('%s is written out, wherever it stands', (_, text, wanted) => {
    for (const place of places) {
      const drawn = draw(place(text), wide)
      expect(drawn).toContain(wanted)
      // Only our own line feeds are left of all that could steer a terminal.
      expect(drawn.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/u)
    }
  })

  it('is endless is cut in a table', () => {
    const drawn = draw(replyOf([{ kind: 'table', role: 'x', head: ['from'], rows: [['a'.repeat(10_000)]] }]), wide)
    expect(drawn).toContain(`${'a'.repeat(59)}…\n`)
  })
})
