import { describe, expect, it } from 'vitest'
import { countChars, cut, escapeText, shown, visible } from '../../../src/edges/slack/escape.ts'

describe('text made visible', () => {
  it.each([
    ['plain text, é and 😀', 'plain text, é and 😀'],
    ['a\tb\nc\r\nd', 'a\tb\nc\nd'],
    ['a\rb', 'a\\u{d}b'],
    ['bell \u0007 nul \u0000 del \u007f', 'bell \\u{7} nul \\u{0} del \\u{7f}'],
    ['txt.\u202egnp', 'txt.\\u{202e}gnp'],
    ['\u2066x\u2069', '\\u{2066}x\\u{2069}'],
    ['zero\u200bwidth\ufeff', 'zero\\u{200b}width\\u{feff}'],
    ['half \ud83d and \ude00', 'half \\u{d83d} and \\u{de00}'],
  ])('%j', (given, expected) => {
    expect(visible(given)).toBe(expected)
    expect(visible(expected)).toBe(expected)
  })
})

describe('text escaped for mrkdwn', () => {
  it.each([
    ['<!channel> & <@U1>', '&lt;!channel&gt; &amp; &lt;@U1&gt;'],
    ['&lt;', '&amp;lt;'],
    ['\u202e<', '\\u{202e}&lt;'],
  ])('%j', (given, expected) => expect(escapeText(given)).toBe(expected))
})

describe('a cut', () => {
  it.each([
    ['short', 5, 'short'],
    ['first line\nsecond line', 14, 'first line…'],
    ['One sentence. Another one', 18, 'One sentence.…'],
    ['words and more words', 12, 'words and…'],
    ['unbroken', 4, 'unb…'],
    ['ab😀cd', 4, 'ab…'],
    ['x', 1, 'x'],
    ['xy', 1, '…'],
  ])('%j to %i', (given, max, expected) => expect(cut(given, max)).toBe(expected))

  it('reads no more of a long text than it shows', () => {
    expect(shown(`a\r\nb ${'x'.repeat(50)}`, 10)).toBe('a\nb xxxxx…')
    expect(shown('\r\n'.repeat(50), 4)).toBe('…')
    expect(shown('\u202e'.repeat(9), 10)).toBe('\\u{202e}\\…')
  })

  it('counts as Slack does', () => expect(countChars('a😀é')).toBe(3))
})
