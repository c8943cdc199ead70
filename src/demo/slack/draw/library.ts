import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type Block as LibraryBlock, Message } from 'slack-blocks-to-jsx'
import type { Block } from '../post.ts'
import { formatDate } from './dates.ts'
import type { Drawing } from './drawing.ts'
import { type Html, html, raw } from './html.ts'
import { isHarmless } from './link.ts'

/** The wrapper's id stands once on a page, but there are many posts; its class does for the style sheet. */
const wrapperId = ' id="slack_blocks_to_jsx"'

/** Nothing is loaded from elsewhere: a picture is named by its words. In text, React writes `<` as `&lt;`. */
const picture = /<img\b[^>]*>/gu
const preload = /<link\b[^>]*>/gu

/** The page's policy takes no inline style. In text, React writes a quotation mark as `&quot;`: this finds attributes only. */
const inlineStyle = / style="[^"]*"/gu

/**
 * One block as slack-blocks-to-jsx draws it. It escapes all text (React does). A block it cannot draw, such as one that
 * lacks what its type needs, is named instead.
 */
export function drawByLibrary(block: Block, drawing: Drawing): Html {
  const element = createElement(Message, {
    // The library checks nothing of what it is given; whatever it then throws is caught below.
    blocks: [block as unknown as LibraryBlock],
    name: '',
    logo: '',
    theme: 'light',
    withoutWrapper: true,
    hooks: {
      user: ({ id }) => mention(`@${drawing.nameOf(id) ?? id}`),
      channel: ({ id }) => mention(`#${drawing.nameOf(id) ?? id}`),
      atChannel: () => mention('@channel'),
      atHere: () => mention('@here'),
      atEveryone: () => mention('@everyone'),
      date: ({ timestamp, format, fallback }) => dateOf(Number(timestamp), format, fallback ?? '', drawing),
      link: ({ href, children }) => linkOf(href, children),
    },
  })
  try {
    const markup = renderToStaticMarkup(element).replace(wrapperId, '').replace(inlineStyle, '').replace(preload, '')
    return raw(markup.replace(picture, pictureWords))
  } catch {
    return html`<p class="undrawn">A block of type ${String(block.type)} that the stand-in cannot draw.</p>`
  }
}

function pictureWords(tag: string): string {
  return `<span class="undrawn">Picture: ${/ alt="([^"]*)"/u.exec(tag)?.[1] ?? ''}</span>`
}

function mention(text: string): ReactNode {
  return createElement('span', { className: 'mention' }, text)
}

function dateOf(seconds: number, format: string, fallback: string, drawing: Drawing): ReactNode {
  return createElement('time', { title: fallback }, formatDate(seconds, format, drawing) || fallback)
}

function linkOf(href: string, children: ReactNode): ReactNode {
  if (!isHarmless(href)) return createElement('span', null, children, ` (${href})`)
  return createElement('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, children)
}
