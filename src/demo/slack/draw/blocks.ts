import { list, record } from '../outside.ts'
import type { Block } from '../post.ts'
import type { Drawing } from './drawing.ts'
import { type Html, html } from './html.ts'
import { drawActions } from './interactive.ts'
import { drawByLibrary } from './library.ts'
import { drawRichText } from './rich-text.ts'
import { drawTable } from './table.ts'
import { drawPlan, drawTask } from './task.ts'
import { drawContext, drawHeader, drawSection } from './text.ts'
import { drawText } from './words.ts'

/** What is drawn here: all that slack-blocks-to-jsx lacks, gives no handle for, or shows otherwise than Slack does. */
const own: ReadonlyMap<string, (block: Block, drawing: Drawing) => Html> = new Map([
  ['actions', drawActions],
  ['container', drawContainer],
  ['context', drawContext],
  ['context_actions', drawActions],
  ['data_table', drawTable],
  ['divider', () => html`<hr>`],
  ['header', drawHeader],
  ['plan', drawPlan],
  ['rich_text', drawRichText],
  ['section', drawSection],
  ['table', drawTable],
  ['task_card', drawTask],
])

/** One block as HTML. Every text in it is escaped, whatever it holds. */
export function drawBlock(block: Block, drawing: Drawing): Html {
  return (own.get(block.type) ?? drawByLibrary)(block, drawing)
}

/** A container folds as a `details` element, so it opens without any script. */
function drawContainer(block: Block, drawing: Drawing): Html {
  const children = list(block.child_blocks).map((child) => {
    const value = record(child)
    return drawBlock({ ...value, type: String(value.type) }, drawing)
  })
  const title = block.title ?? record(block.rich_text_title)
  const words =
    record(title).type === 'rich_text' ? drawRichText({ ...record(title), type: 'rich_text' }, drawing) : null
  const subtitle =
    block.subtitle !== undefined && html`<span class="subtitle">${drawText(block.subtitle, drawing)}</span>`
  const head = html`<span class="container-title">${words ?? drawText(title, drawing)}</span>${subtitle}`
  if (block.is_collapsible !== true)
    return html`<div class="container"><div class="summary">${head}</div>${children}</div>`
  const open = block.default_collapsed !== true && html` open`
  const id = String(block.block_id ?? '')
  return html`<details class="container" data-fold="${id}"${open}><summary>${head}</summary>
<div class="folded">${children}</div></details>`
}
