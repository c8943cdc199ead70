import { expect, test } from 'vitest'
import { drawMrkdwn } from '../../../../src/demo/slack/draw/mrkdwn.ts'

const names = new Map([['U1', 'ann']])
const drawing = { nameOf: (id: string) => names.get(id) ?? null, locale: 'en-GB', timeZone: 'Europe/Zurich' }

function draw(text: string): string {
  return drawMrkdwn(text, drawing).markup
}

const link = (url: string, label: string) =>
  `<a href="${url}" target="_blank" rel="noopener noreferrer nofollow">${label}</a>`

test.each([
  ['plain', 'plain'],
  ['*bold* _slant_ ~gone~ `code`', '<b>bold</b> <i>slant</i> <s>gone</s> <code>code</code>'],
  ['*bold with _slant_*', '<b>bold with <i>slant</i></b>'],
  ['snake_case_name 2*3*4 * lone', 'snake_case_name 2*3*4 * lone'],
  ['`*not bold*`', '<code>*not bold*</code>'],
  ['*over\nlines*', '*over\nlines*'],
  [
    '<@U1> <@U2> <!channel>',
    ['@ann', '@U2', '@channel'].map((each) => `<span class="mention">${each}</span>`).join(' '),
  ],
  ['<https://example.com/?a=1&amp;b=2|a page>', link('https://example.com/?a=1&amp;b=2', 'a page')],
  ['<mailto:a@b.org|a@b.org>', link('mailto:a@b.org', 'a@b.org')],
  ['<javascript:alert(1)|click>', 'click (javascript:alert(1))'],
  ['<data:text/html,x>', 'data:text/html,x'],
  ['<!date^1763539924^{date_num} {time}|then>', '<time title="then">19/11/2025 09:12</time>'],
  ['<!date^x^{time}|then>', '<time title="then">then</time>'],
  [':eyes: :no_such_name: 10:20:30', '👀 :no_such_name: 10:20:30'],
  ['&lt;!channel&gt; &lt;b&gt; &amp;lt;', '&lt;!channel&gt; &lt;b&gt; &amp;lt;'],
  ['a < b "quoted" \'single\'', 'a &lt; b &quot;quoted&quot; &#39;single&#39;'],
])('%j', (text, markup) => {
  expect(draw(text)).toBe(`<span class="text">${markup}</span>`)
})

test('quotes, fences and an open fence', () => {
  expect(draw('&gt; one\n&gt; two\nthree')).toBe('<blockquote>one\ntwo</blockquote><span class="text">three</span>')
  expect(draw('```\n*x* &lt;b&gt;```')).toBe('<pre class="code" tabindex="0">*x* &lt;b&gt;</pre>')
  expect(draw('a ```b')).toBe('<span class="text">a ```b</span>')
})

test.each(['*a ', '<', '`a\n', '_a *a ~a '])('40,000 characters of %j take no time', (piece) => {
  const started = performance.now()
  draw(piece.repeat(40_000 / piece.length))
  expect(performance.now() - started).toBeLessThan(1000)
})
