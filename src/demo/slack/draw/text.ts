import { list } from '../outside.ts'
import type { Block } from '../post.ts'
import type { Drawing } from './drawing.ts'
import { type Html, html } from './html.ts'
import { drawElement } from './interactive.ts'
import { drawText } from './words.ts'

export function drawHeader(block: Block, drawing: Drawing): Html {
  return html`<h3 class="header">${drawText(block.text, drawing)}</h3>`
}

export function drawSection(block: Block, drawing: Drawing): Html {
  const fields = list(block.fields).map((field) => html`<div class="field">${drawText(field, drawing)}</div>`)
  return html`<div class="section"><div class="section-text">${drawText(block.text, drawing)}${
    fields.length > 0 && html`<div class="fields">${fields}</div>`
  }</div>${block.accessory !== undefined && drawElement(block.accessory, block.block_id, drawing)}</div>`
}

export function drawContext(block: Block, drawing: Drawing): Html {
  const elements = list(block.elements).map((element) => {
    return html`<span class="context-element">${drawText(element, drawing)}</span>`
  })
  return html`<div class="context">${elements}</div>`
}
