import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutTo, widthOf, wrap } from '../../../src/edges/terminal/width.ts'

describe('the width of a text', () => {
  it.each([
    ['', 0],
    ['example.com', 11],
    ['é', 1],
    ['e\u0301', 1],
    ['日本', 4],
    ['ﾊﾝｶｸ', 4],
    ['（', 2],
    ['🔴', 2],
    ['𠮷', 2],
    ['✓ ok', 4],
    ['\u001b[1mbold\u001b[22m', 4],
    ['−5.4', 4],
  ])('%j takes %i columns', (text, width) => {
    expect(widthOf(text)).toBe(width)
  })

  it.each([
    ['short', 10, 'short'],
    ['long enough', 5, 'long…'],
    ['日本語', 5, '日本…'],
    ['日本語', 4, '日…'],
    ['🔴🔴🔴', 3, '🔴…'],
  ])('%j cut to %i columns', (text, columns, wanted) => {
    expect(cutTo(text, columns)).toBe(wanted)
  })
})

describe('lines', () => {
  it.each<[string, string, number, string, string, string]>([
    ['end at a space', 'one two three', 7, '', '', 'one two\nthree'],
    ['begin with what is given', 'one two three', 9, '- ', '  ', '- one two\n  three'],
    [
      'leave a long word whole',
      'see https://example.com/a/long/path now',
      10,
      '',
      '',
      'see\nhttps://example.com/a/long/path\nnow',
    ],
    ['end beside an East Asian letter', '届かないのはなぜ', 8, '', '', '届かない\nのはなぜ'],
    ['do not begin with what closes a sentence', '届かない。なぜ', 8, '', '', '届かな\nい。なぜ'],
    ['do not begin with what closes a bracket around a time', '最後は 10:26）です', 12, '', '', '最後は\n10:26）です'],
    ['do not begin with a small letter', 'このファイアウォール', 8, '', '', 'このファ\nイア\nウォール'],
    ['do not end with an open bracket', '名前（に）', 6, '', '', '名前\n（に）'],
    ['count no styles', '\u001b[1mone\u001b[22m two', 7, '', '', '\u001b[1mone\u001b[22m two'],
    ['are one where there is nothing', '', 7, '', '', ''],
    ['keep spaces inside a line', 'a  b', 7, '', '', 'a  b'],
  ])('%s', (_, text, columns, first, next, wanted) => {
    expect(wrap(text, columns, first, next)).toBe(wanted)
  })

  it('lose no letter, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(' ', 'a', 'é', '日', '。', '「', '🔴', 'ﾊ', '\u0301', '（') }),
        fc.integer({ min: 1, max: 12 }),
        (text, columns) => {
          expect(wrap(text, columns).replace(/[ \n]/g, '')).toBe(text.replaceAll(' ', ''))
        },
      ),
    )
  })
})
