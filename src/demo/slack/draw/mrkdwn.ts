import { formatDate } from './dates.ts'
import type { Drawing } from './drawing.ts'
import { withEmoji } from './emoji.ts'
import { type Html, html, join } from './html.ts'
import { drawLink } from './link.ts'
import { drawPreformatted } from './rich-text.ts'

/**
 * Slack's own markup as HTML. Written here since slack-blocks-to-jsx undoes `&lt;` before it reads the text, so that an
 * escaped `&lt;!channel&gt;` would show as a mention, which in Slack it is not.
 *
 * The text is read once from left to right; a mark that finds no partner stays what it is.
 */
export function drawMrkdwn(text: string, drawing: Drawing): Html {
  const parts = text.split('```')
  if (parts.length % 2 === 0) parts.splice(-2, 2, parts.slice(-2).join('```'))
  return join(
    parts.map((part, index) => {
      if (index % 2 === 1) return drawPreformatted(unescaped(part.replace(/^\n/u, '')))
      return drawLines(part, drawing)
    }),
  )
}

/** Text without markup: only line ends and, where Slack allows it, emoji names mean something. */
export function drawPlain(text: string, emoji = true): Html {
  return html`<span class="text">${emoji ? withEmoji(unescaped(text)) : unescaped(text)}</span>`
}

function drawLines(text: string, drawing: Drawing): Html {
  const blocks: Html[] = []
  let quoted: string[] = []
  let plain: string[] = []
  function flush(): void {
    if (quoted.length > 0) blocks.push(html`<blockquote>${drawInline(quoted.join('\n'), drawing)}</blockquote>`)
    const joined = plain.join('\n')
    if (joined.trim() !== '') blocks.push(html`<span class="text">${drawInline(joined, drawing)}</span>`)
    quoted = []
    plain = []
  }
  for (const line of text.split('\n')) {
    const inQuote = /^(?:&gt;|>) ?/u.exec(line)
    if ((inQuote === null ? quoted : plain).length > 0) flush()
    if (inQuote === null) plain.push(line)
    else quoted.push(line.slice(inQuote[0].length))
  }
  flush()
  return join(blocks)
}

const marks: Readonly<Record<string, 'b' | 'i' | 's'>> = { '*': 'b', _: 'i', '~': 's' }

function drawInline(text: string, drawing: Drawing): Html {
  const pieces: Html[] = []
  /** For each mark, up to where it is known to find no partner: no place is searched twice in vain. */
  const alone = new Map<string, number>()
  let from = 0
  let at = 0
  function take(to: number, piece: Html): void {
    pieces.push(html`${withEmoji(unescaped(text.slice(from, at)))}`, piece)
    from = to
    at = to
  }
  while (at < text.length) {
    const character = text.charAt(at)
    const end = at < (alone.get(character) ?? 0) ? -1 : partner(text, at, character)
    if (end === -1 && canOpen(text, at, character)) alone.set(character, lineEnd(text, at, character))
    if (end === -1) {
      at += 1
      continue
    }
    const inner = text.slice(at + 1, end)
    if (character === '<') take(end + 1, drawControl(inner, drawing))
    else if (character === '`') take(end + 1, html`<code>${unescaped(inner)}</code>`)
    else take(end + 1, wrap(marks[character] ?? 'b', drawInline(inner, drawing)))
  }
  pieces.push(html`${withEmoji(unescaped(text.slice(from)))}`)
  return join(pieces)
}

/** Whether a mark may begin here: marks of looks stand free of the word before and hug the one behind. */
function canOpen(text: string, at: number, character: string): boolean {
  if (character === '<') return true
  if (character === '`') return text.charAt(at + 1) !== '`'
  if (!Object.hasOwn(marks, character) || isWord(text.charAt(at - 1))) return false
  const next = text.charAt(at + 1)
  return next !== '' && !isSpace(next) && next !== character
}

/** Where the mark at `at` ends, or -1. But for a control sequence, it ends in its own line. */
function partner(text: string, at: number, character: string): number {
  if (!canOpen(text, at, character)) return -1
  if (character === '<') return text.indexOf('>', at)
  const last = lineEnd(text, at, character)
  for (let end = text.indexOf(character, at + 1); end !== -1 && end < last; end = text.indexOf(character, end + 1)) {
    if (character === '`' && end > at + 1) return end
    if (character !== '`' && !isSpace(text.charAt(end - 1)) && !isWord(text.charAt(end + 1))) return end
  }
  return -1
}

function lineEnd(text: string, at: number, character: string): number {
  const end = character === '<' ? -1 : text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

function isSpace(character: string): boolean {
  return character.trim() === ''
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character)
}

function wrap(mark: 'b' | 'i' | 's', inner: Html): Html {
  if (mark === 'b') return html`<b>${inner}</b>`
  return mark === 'i' ? html`<i>${inner}</i>` : html`<s>${inner}</s>`
}

/** What stands between angle brackets: a mention, a date or a link. */
function drawControl(inner: string, drawing: Drawing): Html {
  const bar = inner.indexOf('|')
  const target = bar === -1 ? inner : inner.slice(0, bar)
  const label = bar === -1 ? null : unescaped(inner.slice(bar + 1))
  const id = target.slice(1)
  if (target.startsWith('@')) return mention(`@${drawing.nameOf(id) ?? label ?? id}`)
  if (target.startsWith('#')) return mention(`#${drawing.nameOf(id) ?? label ?? id}`)
  if (target.startsWith('!date^')) {
    const [, seconds = '', format = ''] = target.split('^')
    const fallback = label ?? ''
    return html`<time title="${fallback}">${formatDate(Number(seconds), unescaped(format), drawing) || fallback}</time>`
  }
  if (target.startsWith('!')) return mention(`@${label ?? id.replace(/^subteam\^/u, '')}`)
  return drawLink(unescaped(target), label ?? unescaped(target).replace(/^mailto:/u, ''))
}

export function mention(text: string): Html {
  return html`<span class="mention">${text}</span>`
}

/** Takes back Slack's three escapes. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
