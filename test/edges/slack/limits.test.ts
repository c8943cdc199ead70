import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fitMessage } from '../../../src/edges/slack/fit.ts'
import { type Checkable, check, checkPart } from '../../../src/edges/slack/limits.ts'
import { CASES } from './limit-cases.ts'

const fixtures = fileURLToPath(new URL('../../../../shared/slack/fixtures/', import.meta.url))

/** Kinds of the fixtures that have no `type` of their own. */
const KIND_OF_FILE: Readonly<Record<string, string>> = {
  option_: 'option',
  option_group: 'option_group',
  confirm: 'confirmation',
}

describe('what Slack refuses', () => {
  it.each(CASES.map((one) => [one.breaks, one] as const))('%s', (_, { part, kind, atLimit }) => {
    expect(checkPart(part, '', kind)).not.toEqual([])
    if (atLimit !== undefined) expect(checkPart(atLimit, '', kind)).toEqual([])
  })

  it('is all of what the list of refusals names', () => {
    const path = `${fixtures}invalid/manifest.json`
    if (!existsSync(path)) {
      console.info('passed over: the list of what Slack refuses, which is not here')
      return
    }
    const list = z.object({ cases: z.array(z.object({ constraint: z.string() })) }).parse(read(path))
    const tested = new Set(CASES.map(({ breaks }) => breaks))
    expect(list.cases.map(({ constraint }) => constraint).filter((constraint) => !tested.has(constraint))).toEqual([])
  })
})

describe('what Slack takes', () => {
  it('passes', () => {
    if (!existsSync(fixtures)) {
      console.info('passed over: the posts that Slack takes, which are not here')
      return
    }
    const files = readdirSync(`${fixtures}valid`, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.json'),
    )
    const refused = files.flatMap((file) => {
      const name = file.split('/').at(-1) ?? ''
      const kind = Object.entries(KIND_OF_FILE).findLast(([start]) => name.startsWith(start))?.[1]
      return checkPart(read(`${fixtures}valid/${file}`), file, kind)
    })
    expect(files.length).toBeGreaterThan(50)
    expect(refused).toEqual([])
  })
})

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

const words = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
})
const table = (chars: number) => ({ type: 'table', rows: [[{ type: 'raw_text', text: 'x'.repeat(chars) }]] })
const markdown = (chars: number) => ({ type: 'markdown', text: 'x'.repeat(chars) })
const divider = { type: 'divider' }

describe('a whole post', () => {
  it.each<[string, Checkable, string[]]>([
    ['nothing but text', { text: 'x' }, []],
    ['3,999 characters of text', { text: 'x'.repeat(3_999) }, []],
    ['no text', { blocks: [divider] }, ['message.text.min']],
    ['blank text', { text: ' \n' }, ['message.text.min']],
    ['4,000 characters of text', { text: 'x'.repeat(4_000) }, ['message.text.max']],
    ['a mention in its text', { text: '<!channel>' }, ['message.text.markup']],
    [
      'a mention in mrkdwn',
      { text: 'x', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '<@U1>' } }] },
      ['mrkdwn.markup'],
    ],
    ['a mention written out', { text: '&lt;!channel&gt;', blocks: [words('<!channel>')] }, []],
    ['50 blocks', { text: 'x', blocks: Array.from({ length: 50 }, () => divider) }, []],
    ['51 blocks', { text: 'x', blocks: Array.from({ length: 51 }, () => divider) }, ['message.blocks.max']],
    [
      'blocks too long in all',
      { text: 'x', blocks: [words('x'.repeat(7_000)), words('x'.repeat(7_000))] },
      ['message.json.max'],
    ],
    ['one table of 10,000 characters', { text: 'x', blocks: [table(10_000)] }, []],
    [
      'two tables',
      { text: 'x', blocks: [table(10), { type: 'container', child_blocks: [table(10)] }] },
      ['message.tables.max'],
    ],
    [
      'markdown of 12,001 characters in all',
      { text: 'x', blocks: [markdown(6_000), markdown(6_001)] },
      ['message.markdownChars.max'],
    ],
    [
      'names of Object as types',
      { text: 'x', blocks: [{ type: 'constructor', toString: 'x' }, { type: '__proto__' }] },
      [],
    ],
  ])('with %s', (_, message, limits) => {
    expect(check(message).map(({ limit }) => limit)).toEqual(limits)
  })

  it('is told where it breaks a limit', () => {
    const button = { type: 'button', text: { type: 'plain_text', text: 'x'.repeat(76) } }
    expect(check({ text: 'x', blocks: [divider, { type: 'actions', elements: [button] }] })).toEqual([
      { where: '/blocks/1/elements/0/text', limit: 'button.text.max' },
    ])
  })
})

describe('a post that is made to fit', () => {
  const plain_text = (text: string) => ({ type: 'plain_text' as const, text })

  it('is left alone where it fits', () => {
    const message = { text: 'a', plain: 'a', blocks: [{ type: 'divider' as const }] }
    expect(fitMessage(message)).toEqual(message)
  })

  it('loses the block that breaks a limit, and no other', () => {
    const blocks = [
      { type: 'header' as const, text: plain_text('x'.repeat(151)) },
      { type: 'header' as const, text: plain_text('fits') },
    ]
    expect(fitMessage({ text: 'a', plain: 'a', blocks }).blocks).toEqual([blocks[1]])
  })

  it('loses blocks from its end where it is too long', () => {
    const blocks = Array.from({ length: 60 }, (_, index) => ({ type: 'header' as const, text: plain_text(`${index}`) }))
    expect(fitMessage({ text: 'a', plain: 'a', blocks }).blocks).toEqual(blocks.slice(0, 50))
  })

  it.each([
    ['', '…'],
    ['<!channel>', '&lt;!channel>'],
    [`${'word '.repeat(1_000)}`, `${'word '.repeat(779).trim()}…`],
  ])('has text that may be sent: %s', (text, expected) => {
    const fitted = fitMessage({ text, plain: text, blocks: [] })
    expect(fitted).toEqual({ text: expected, plain: expected, blocks: [] })
    expect(check(fitted)).toEqual([])
  })
})
