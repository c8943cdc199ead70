import { type Field, fieldsOf } from '../inputs.ts'
import { list, record } from '../outside.ts'
import type { Channel } from '../post.ts'
import type { View } from '../surfaces.ts'
import { drawBlock } from './blocks.ts'
import type { Drawing } from './drawing.ts'
import { type Html, html } from './html.ts'
import { drawText } from './words.ts'

/** App Home: its blocks one below the other. */
export function drawHome(view: View, drawing: Drawing): Html {
  return html`<div class="content home" data-view="${view.id}">${view.blocks.map((block) => drawBlock(block, drawing))}</div>`
}

/** A modal as a form. `current` is the conversation it was opened from, which a field may begin with. */
export function drawModal(view: View, current: string | null, channels: Iterable<Channel>, drawing: Drawing): Html {
  const fields = new Map(fieldsOf(view, current).map((field) => [field.blockId, field]))
  const places = [...channels]
  const blocks = view.blocks.map((block) => {
    const field = fields.get(String(block.block_id))
    return field === undefined ? drawBlock(block, drawing) : drawField(field, block, places, drawing)
  })
  const title = String(record(view.title).text ?? '')
  return html`<form class="modal" role="dialog" aria-modal="true" aria-label="${title}" data-view="${view.id}" autocomplete="off" novalidate>
<header><h2>${title}</h2><button type="button" class="icon" data-dismiss aria-label="Close">
<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M5 5l10 10M15 5L5 15"/></svg></button></header>
<div class="content">${blocks}</div>
<footer><button type="button" class="button" data-dismiss>${
    view.close === undefined ? 'Cancel' : drawText(view.close, drawing)
  }</button>${view.submit !== undefined && html`<button type="submit" class="button primary">${drawText(view.submit, drawing)}</button>`}</footer>
</form>`
}

function drawField(field: Field, block: View['blocks'][number], places: readonly Channel[], drawing: Drawing): Html {
  const optional = field.optional && html` <span class="optional">(optional)</span>`
  const hint = block.hint !== undefined && html`<span class="field-hint">${drawText(block.hint, drawing)}</span>`
  return html`<label class="input" data-block="${field.blockId}"><span class="field-label">${drawText(block.label, drawing)}${optional}</span>
${drawControl(field, places)}${hint}<span class="field-error" role="alert" hidden></span></label>`
}

function drawControl(field: Field, places: readonly Channel[]): Html {
  const { element, actionId, initial } = field
  const placeholder = String(record(element.placeholder).text ?? '')
  if (element.type === 'conversations_select') {
    const chosen = places.map(({ id, name, direct }) => drawOption(id, direct ? name : `# ${name}`, initial))
    return html`<select name="${actionId}">${chosen}</select>`
  }
  if (element.type === 'static_select') {
    const options = list(element.options).map(record)
    const blank = field.optional && initial === '' && html`<option value="">${placeholder}</option>`
    return html`<select name="${actionId}">${blank}${options.map((option) => {
      return drawOption(String(option.value), String(record(option.text).text ?? ''), initial)
    })}</select>`
  }
  if (element.type !== 'plain_text_input') return html`<span class="undrawn">${String(element.type)}</span>`
  if (element.multiline === true) {
    return html`<textarea name="${actionId}" rows="4" placeholder="${placeholder}">${initial}</textarea>`
  }
  return html`<input type="text" name="${actionId}" value="${initial}" placeholder="${placeholder}" spellcheck="false">`
}

function drawOption(value: string, words: string, chosen: string): Html {
  return html`<option value="${value}"${value === chosen && html` selected`}>${words}</option>`
}
