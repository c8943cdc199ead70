import { expect, test } from 'vitest'
import { readTyped, slackText, typedBlock } from '../../../src/demo/slack/typed-text.ts'

const people = [{ id: 'UBOT', name: 'postmaster', realName: 'Postmaster', bot: true }]

test.each([
  ['@postmaster why?', '<@UBOT> why?'],
  ['hello @Postmaster, why?', 'hello <@UBOT>, why?'],
  ['@postmasters', '@postmasters'],
  ['from example.com.', 'from <http://example.com|example.com>.'],
  ['from "example.com"?', 'from "<http://example.com|example.com>"?'],
  ['see https://example.com/a?b=1&c=2', 'see <https://example.com/a?b=1&amp;c=2|https://example.com/a?b=1&amp;c=2>'],
  ['to <ann@example.org>', 'to &lt;<mailto:ann@example.org|ann@example.org>&gt;'],
  ['203.0.113.25 at 9.30', '203.0.113.25 at 9.30'],
  ['MID 12 & <!channel> <@UBOT>', 'MID 12 &amp; &lt;!channel&gt; &lt;@UBOT&gt;'],
  ['two  spaces\nand a line', 'two  spaces\nand a line'],
  ['a"b@example.com', 'a"b@example.com'],
  ['', ''],
])('%j is marked up as %j', (typed, marked) => {
  expect(slackText(readTyped(typed, people))).toBe(marked)
})

test('the block of typed text says the same in pieces', () => {
  expect(typedBlock(readTyped('@postmaster from example.com <b>', people), 'b1')).toEqual({
    type: 'rich_text',
    block_id: 'b1',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'user', user_id: 'UBOT' },
          { type: 'text', text: ' from ' },
          { type: 'link', url: 'http://example.com', text: 'example.com' },
          { type: 'text', text: ' <b>' },
        ],
      },
    ],
  })
})
