import { describe, expect, it } from 'vitest'
import { fill, fillPlain, plain } from '../../src/reply/fill.ts'

const writing = { time: (at: number) => `time ${at}`, number: (value: number) => `#${value}` }

describe('a template', () => {
  it.each([
    ['{a}', { a: 'x' }, 'x'],
    ['{a} and {a}', { a: 'x' }, 'x and x'],
    ['{count} {count:time|times}', { count: 1 }, '#1 time'],
    ['{count} {count:time|times}', { count: 0 }, '#0 times'],
    ['{count:listener answers|listeners answer}', { count: 2 }, 'listeners answer'],
    ['{at} is no time, {firstAt} is', { at: 5, firstAt: 6 }, '#5 is no time, time 6 is'],
    ['{list}', { list: ['a', 'b'] }, 'a, b'],
    ['{yes}', { yes: true }, 'true'],
    ['{forgotten}', {}, '?'],
    ['{none}', { none: [] }, '?'],
    ['{constructor} {toString} {hasOwnProperty}', {}, '? ? ?'],
    ['{ not a slot } {1} {}', {}, '{ not a slot } {1} {}'],
  ])('%s', (template, slots, wanted) => {
    expect(fillPlain(template, slots, writing)).toBe(wanted)
  })

  it('may leave a blank for what is not known', () => {
    expect(fillPlain('({list}) {a}', { list: [] }, { ...writing, absent: '…' })).toBe('(…) …')
  })

  it('has bold and code, and nothing else', () => {
    expect(fill('*{a}* is `{b}` * here', { a: 'x', b: 'y' }, writing)).toEqual([
      { bold: 'x' },
      ' is ',
      { code: 'y' },
      ' * here',
    ])
  })

  it('loses its dress as words', () => {
    expect(plain(fill('*{a}* `{b}`', { a: 'x', b: 'y' }, writing))).toBe('x y')
    expect(plain([{ link: 'page', url: 'https://example.com' }, ' ', 'x'])).toBe('page x')
  })
})

describe('a hostile value', () => {
  const values = [
    '*bold*',
    '`code`',
    '{a}',
    '{b} {count:one|many}',
    '<!channel>',
    '<@U1>',
    '$& $1 $$',
    '*',
    '`',
    '_x_ ~y~',
    '\n> quote',
    '}{',
  ]
  it.each(values)('%j stays as it is, in text, in bold and in code', (value) => {
    expect(fill('a {a} *b {a}* `c {a}` {b}', { a: value, b: 'B' }, writing)).toEqual([
      `a ${value} `,
      { bold: `b ${value}` },
      ' ',
      { code: `c ${value}` },
      ' B',
    ])
    expect(fillPlain('{a} {b}', { a: value, b: 'B' }, writing)).toBe(`${value} B`)
  })
})
