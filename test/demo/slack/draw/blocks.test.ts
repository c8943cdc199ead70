import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawBlock } from '../../../../src/demo/slack/draw/blocks.ts'
import type { Block } from '../../../../src/demo/slack/post.ts'

const drawing = { nameOf: () => null, locale: 'en-GB', timeZone: 'Europe/Zurich' }

function draw(block: Block): string {
  return drawBlock(block, drawing).markup
}

/** Every kind of block with the same words in every place a text can stand. */
function everyBlock(text: string): Block[] {
  const mrkdwn = { type: 'mrkdwn', text }
  const plain = { type: 'plain_text', text }
  const rich = { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] }
  const link = { type: 'link', url: text, text }
  const button = { type: 'button', action_id: text, block_id: text, value: text, url: text, text: plain, style: text }
  const task = {
    type: 'task_card',
    task_id: text,
    title: text,
    status: text,
    details: rich,
    sources: [{ url: text, text }],
  }
  const rows = [[{ type: 'raw_text', text }], [{ type: 'raw_number', value: 1, text }], [rich]]
  const preformatted = { type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }
  const quote = { type: 'rich_text_quote', elements: [link, { type: 'user', user_id: text }] }
  const items = { type: 'rich_text_list', style: 'bullet', elements: [rich.elements[0]] }
  const date = { type: 'date', timestamp: 1, format: text, fallback: text }
  const dated = { type: 'rich_text_section', elements: [date, { type: 'emoji', name: text }] }
  return [
    { type: 'header', text: plain, block_id: text },
    { type: 'section', text: mrkdwn, fields: [mrkdwn, plain], accessory: button, block_id: text },
    { type: 'context', elements: [mrkdwn, plain] },
    { type: 'actions', elements: [button], block_id: text },
    {
      type: 'context_actions',
      elements: [{ type: 'feedback_buttons', action_id: text, positive_button: { text: plain } }],
    },
    { type: 'rich_text', elements: [...rich.elements, preformatted, quote, items, dated], block_id: text },
    { type: 'table', rows, column_settings: [{ align: text }] },
    { type: 'data_table', caption: text, rows },
    { type: 'plan', title: text, tasks: [task] },
    task,
    { type: 'container', title: plain, subtitle: plain, is_collapsible: true, child_blocks: [rich], block_id: text },
    { type: 'container', title: plain, child_blocks: [rich] },
    { type: 'markdown', text },
    { type: 'image', image_url: text, alt_text: text, title: plain },
    { type: 'alert', text: mrkdwn, level: 'warning' },
    { type: text },
  ]
}

/** The elements and attributes that the drawings use. Anything else has come out of a text. */
const elements =
  /^\/?(?:a|b|blockquote|br|button|caption|code|del|details|div|em|h[1-6]|hr|i|li|ol|p|path|pre|s|span|strong|summary|svg|table|tbody|td|th|thead|time|tr|ul|input|sup|section)$/u
const attribute = /\s([a-z-]+)(?:="[^"<>]*")?(?=[\s/>])/giu
const harmful = /^(?:on.*|style|src|srcdoc|action|formaction)$/u

function foreign(markup: string): string[] {
  const found: string[] = []
  for (const [, tag = ''] of markup.matchAll(/<([^<>]*)>/gu)) {
    const name = tag.split(/[\s/]/u, tag.startsWith('/') ? 2 : 1).join('/')
    if (!elements.test(name)) found.push(tag)
    for (const [, key = ''] of ` ${tag}>`.matchAll(attribute)) if (harmful.test(key)) found.push(tag)
    if (/href="(?!https?:|mailto:|#|")/iu.test(tag)) found.push(tag)
  }
  return found
}

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg onload=alert(1)>",
  '" onmouseover="alert(1)" x="',
  'javascript:alert(1)',
  '</pre></details></article><iframe src=//example.com>',
  '<!channel> <@U1> <javascript:alert(1)|x> *b* `c`',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '[x](javascript:alert(1)) ![x](https://example.com/x.png) <b>x</b>',
  'style="x" $& $1 \u202e\u0000',
]

test.each(hostile)('%j stays text in every block', (text) => {
  for (const block of everyBlock(text)) expect([block.type, foreign(draw(block))]).toEqual([block.type, []])
})

test('so does anything else', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '`',
    '*',
    '|',
    '!',
    '@',
    '\n',
    'script',
    'onload=',
    'a',
    ' ',
    '=',
  )
  const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(text, (words) => everyBlock(words).every((block) => foreign(draw(block)).length === 0)),
    { numRuns: 60 },
  )
})

test('raw cells and log lines have no markup, and are shown letter by letter', () => {
  const text = '*x* <!channel> :eyes: &lt;'
  const shown = '*x* &lt;!channel&gt; :eyes: &amp;lt;'
  const cell = { type: 'raw_text', text }
  expect(draw({ type: 'table', rows: [[cell], [cell]] })).toContain(`<td class="left">${shown}</td>`)
  const elements = [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }]
  expect(draw({ type: 'rich_text', elements })).toBe(`<pre class="code" tabindex="0">${shown}</pre>`)
})

test('a folded container is closed, and opens without a script', () => {
  const child_blocks = [{ type: 'divider' }]
  const title = { type: 'plain_text', text: 'Log lines' }
  const folded = draw({ type: 'container', title, is_collapsible: true, default_collapsed: true, child_blocks })
  expect(folded).toMatch(/^<details class="container" data-fold=""><summary>.*Log lines.*<\/summary>/u)
  expect(draw({ type: 'container', title, is_collapsible: true, child_blocks })).toContain(' open>')
  expect(draw({ type: 'container', title, child_blocks })).not.toContain('details')
})

test('a button carries its action, its block and its address', () => {
  const text = { type: 'plain_text', text: 'Look' }
  const button = { type: 'button', action_id: 'look', url: 'https://example.com/', style: 'primary', text }
  expect(draw({ type: 'actions', block_id: 'b1', elements: [button] })).toContain(
    '<button type="button" class="button primary" data-action="look" data-block="b1" data-url="https://example.com/">',
  )
})

test('nothing is loaded from elsewhere', () => {
  const drawn = draw({ type: 'image', image_url: 'https://example.com/x.png', alt_text: 'a <chart>' })
  expect(drawn).toContain('Picture: a &lt;chart&gt;')
  expect(drawn).not.toContain('example.com')
})

test('a block that cannot be drawn is named', () => {
  expect(draw({ type: 'alert' })).toContain('A block of type alert')
})
