import type { RichTextBlock, RichTextElement, RichTextPreformatted, RichTextSection } from '@slack/types'
import type { Inline, Line } from '../../reply/reply.ts'
import { shown } from './escape.ts'

/** The words of one inline, without its looks. A link that hides its address is written out. */
export function wordsOf(inline: Inline): string {
  if (typeof inline === 'string') return inline
  if ('bold' in inline) return inline.bold
  if ('code' in inline) return inline.code
  return inline.link === inline.url ? inline.url : `${inline.link} (${inline.url})`
}

/** The words of a line, for places that know no styles. */
export function lineWords(line: Line): string {
  return line.map(wordsOf).join('')
}

/**
 * One inline as an element of rich text, at most `max` characters; nothing for an empty one, which Slack refuses. Rich
 * text knows no markup, so nothing in it can mention, link or end a code span. A link is drawn only to http(s), and
 * only under a label that does not itself read like another address.
 */
export function richInline(inline: Inline, max: number): RichTextElement[] {
  if (typeof inline === 'string') return richWords(inline, max)
  if ('bold' in inline) return richWords(inline.bold, max, { bold: true })
  if ('code' in inline) return richWords(inline.code, max, { code: true })
  if (!isHonestLink(inline.link, inline.url)) return richWords(wordsOf(inline), max)
  return [{ type: 'link', url: inline.url, text: shown(inline.link, max) }]
}

function richWords(text: string, max: number, style?: { bold?: boolean; code?: boolean }): RichTextElement[] {
  const words = shown(text, max)
  if (words === '') return []
  return [style === undefined ? { type: 'text', text: words } : { type: 'text', text: words, style }]
}

function isHonestLink(label: string, url: string): boolean {
  if (label === '' || url.length > 3000 || !URL.canParse(url)) return false
  const { protocol } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return false
  return !/[./@:]/.test(label) || url === label || url.replace(/^https?:\/\//, '').startsWith(label)
}

/** Lines as one section, at most `max` characters in all, what is beyond cut off at a word. */
export function richSection(lines: readonly Line[], max: number): RichTextSection | null {
  const elements: RichTextElement[] = []
  let left = max
  for (const [index, line] of lines.entries()) {
    if (left <= 0) break
    if (index > 0) elements.push({ type: 'text', text: '\n' })
    for (const inline of line) {
      if (left <= 0) break
      for (const element of richInline(inline, left)) {
        elements.push(element)
        left -= 'text' in element ? (element.text?.length ?? 0) : 0
      }
    }
  }
  if (elements.length === 0) return null
  return { type: 'rich_text_section', elements }
}

/** Text to be shown letter by letter. An empty one becomes a space, since Slack refuses empty text. */
export function preformatted(text: string): RichTextPreformatted {
  return { type: 'rich_text_preformatted', elements: [{ type: 'text', text: text === '' ? ' ' : text }] }
}

/** A title in bold, as the first element of a block; nothing where there is none. */
export function titleSection(title: string | undefined): RichTextSection[] {
  const drawn = title === undefined ? [] : richInline({ bold: title }, 150)
  return drawn.length === 0 ? [] : [{ type: 'rich_text_section', elements: drawn }]
}

export function richBlock(elements: RichTextBlock['elements']): RichTextBlock[] {
  return elements.length === 0 ? [] : [{ type: 'rich_text', elements }]
}
