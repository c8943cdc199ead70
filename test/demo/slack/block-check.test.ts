import { expect, test } from 'vitest'
import { checkBlocks } from '../../../src/demo/slack/block-check.ts'
import type { Block } from '../../../src/demo/slack/post.ts'

const divider = { type: 'divider' }
const cell = (text: string) => ({ type: 'raw_text', text })
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } })
const table = (rows: number, columns: number, text: string) => ({
  type: 'table',
  rows: Array.from({ length: rows }, () => Array.from({ length: columns }, () => cell(text))),
})
const button = (text: string, value: string) => ({
  type: 'actions',
  elements: [{ type: 'button', action_id: 'a', text: { type: 'plain_text', text }, value }],
})

test.each<[string, Block[]]>([
  ['nothing', []],
  ['50 blocks', Array.from({ length: 50 }, () => divider)],
  ['a section of 3000 characters', [section('x'.repeat(3000))]],
  ['a section of fields alone', [{ type: 'section', fields: [{ type: 'mrkdwn', text: 'x' }] }]],
  ['a table of 100 rows', [table(100, 2, 'x')]],
  ['a button', [button('x'.repeat(75), 'x'.repeat(2000))]],
  ['a container', [{ type: 'container', child_blocks: [section('x')] }]],
])('%s is taken', (_name, blocks) => {
  expect(checkBlocks(blocks)).toBeNull()
})

test.each<[string, Block[], string]>([
  ['51 blocks', Array.from({ length: 51 }, () => divider), '/blocks]'],
  ['an unknown type', [{ type: 'banner' }], '/blocks/0]'],
  ['a section of 3001 characters', [divider, section('x'.repeat(3001))], '/blocks/1/text]'],
  ['an empty section', [section('')], '/blocks/0/text]'],
  ['a header of 151 characters', [{ type: 'header', text: { text: 'x'.repeat(151) } }], '/blocks/0/text]'],
  ['eleven context elements', [{ type: 'context', elements: Array(11).fill({}) }], '/blocks/0/elements]'],
  ['no buttons', [{ type: 'actions', elements: [] }], '/blocks/0/elements]'],
  ['a long button', [button('x'.repeat(76), 'x')], '/blocks/0/elements/0/text]'],
  ['a long value', [button('x', 'x'.repeat(2001))], '/blocks/0/elements/0/value]'],
  ['a long markdown', [{ type: 'markdown', text: 'x'.repeat(12_001) }], '/blocks/0/text]'],
  ['an empty container', [{ type: 'container', child_blocks: [] }], '/blocks/0/child_blocks]'],
  ['a bad child', [{ type: 'container', child_blocks: [{ type: 'x' }] }], '/blocks/0/child_blocks/0]'],
  ['101 rows', [table(101, 1, 'x')], '/blocks/0/rows]'],
  ['21 columns', [table(1, 21, 'x')], '/blocks/0/rows]'],
  ['an empty cell', [table(1, 1, '')], '/blocks/0/rows]'],
  ['tables of more than 10,000 characters', [table(50, 2, 'x'.repeat(101))], '/blocks]'],
  [
    'a block_id twice',
    [
      { ...divider, block_id: 'b' },
      { ...divider, block_id: 'b' },
    ],
    '/blocks]',
  ],
])('%s is refused, with the place', (_name, blocks, pointer) => {
  const problem = checkBlocks(blocks)
  expect(problem?.error).toBe('invalid_blocks')
  expect(problem?.messages.join('\n')).toContain(pointer)
})

test('blocks that are too long in all are refused', () => {
  expect(checkBlocks(Array.from({ length: 5 }, () => section('x'.repeat(2900))))?.error).toBe('msg_blocks_too_long')
})
