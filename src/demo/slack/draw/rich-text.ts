import { list, record } from '../outside.ts'
import type { Block } from '../post.ts'
import type { Drawing } from './drawing.ts'
import { type Html, html, join } from './html.ts'
import { drawByLibrary } from './library.ts'

/**
 * A `rich_text` block: the library draws it but for preformatted text, which it breaks in the middle of a word. Lines of
 * a log and columns of a table keep their line ends and scroll sideways; text with an empty line in it is prose, such as
 * a note to be sent on, and is wrapped.
 */
export function drawRichText(block: Block, drawing: Drawing): Html {
  const drawn: Html[] = []
  let others: unknown[] = []
  function flush(): void {
    if (others.length > 0) drawn.push(drawByLibrary({ ...block, elements: others }, drawing))
    others = []
  }
  for (const element of list(block.elements)) {
    if (record(element).type !== 'rich_text_preformatted') {
      others.push(element)
      continue
    }
    flush()
    drawn.push(drawPreformatted(wordsOf(element)))
  }
  flush()
  return join(drawn)
}

export function drawPreformatted(text: string): Html {
  const kind = /\n[ \t]*\n/u.test(text.trim()) ? ' prose' : ''
  return html`<pre class="code${kind}" tabindex="0">${text}</pre>`
}

function wordsOf(element: unknown): string {
  return list(record(element).elements)
    .map(record)
    .map(({ text, url }) => (typeof text === 'string' ? text : typeof url === 'string' ? url : ''))
    .join('')
}
