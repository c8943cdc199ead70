import { list, record } from '../outside.ts'
import type { Block } from '../post.ts'
import type { Drawing } from './drawing.ts'
import { type Html, html } from './html.ts'
import { drawText } from './words.ts'

/** A row of buttons. The library draws them too, but leaves no handle by which a press could be told. */
export function drawActions(block: Block, drawing: Drawing): Html {
  return html`<div class="actions">${list(block.elements).map((each) => drawElement(each, block.block_id, drawing))}</div>`
}

/** One element; one that is no button is named, since the stand-in has no menus. */
export function drawElement(value: unknown, blockId: unknown, drawing: Drawing): Html {
  const element = record(value)
  const { type, text, style, url, action_id: actionId } = element
  if (type === 'feedback_buttons') return drawFeedback(element, blockId, drawing)
  if (type !== 'button') return html`<span class="undrawn">${String(type)}</span>`
  const kind = style === 'primary' || style === 'danger' ? ` ${style}` : ''
  const link = typeof url === 'string' && /^https?:\/\//iu.test(url) && url
  return html`<button type="button" class="button${kind}" data-action="${String(actionId)}" data-block="${String(blockId)}"${
    link !== false && html` data-url="${link}"`
  }>${drawText(text, drawing)}</button>`
}

/** Slack draws a thumb before each. */
function drawFeedback(element: Readonly<Record<string, unknown>>, blockId: unknown, drawing: Drawing): Html {
  const halves = ['positive', 'negative'].map((choice) => {
    const half = record(element[`${choice}_button`])
    const thumb = choice === 'positive' ? '👍' : '👎'
    return html`<button type="button" class="button" data-action="${String(element.action_id)}" data-block="${String(
      blockId,
    )}" data-choice="${choice}"><span aria-hidden="true">${thumb}</span> ${drawText(half.text, drawing)}</button>`
  })
  return html`<span class="feedback">${halves}</span>`
}
