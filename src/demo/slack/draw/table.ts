import { list, record } from '../outside.ts'
import type { Block } from '../post.ts'
import type { Drawing } from './drawing.ts'
import { type Html, html } from './html.ts'
import { drawRichText } from './rich-text.ts'

/**
 * A `table` or `data_table`: the first row is its head. Drawn here since the library throws at `raw_number`, knows no
 * `data_table`, and reads markup in `raw_text`, which has none.
 */
export function drawTable(block: Block, drawing: Drawing): Html {
  const settings = list(block.column_settings).map(record)
  const [head = [], ...rows] = list(block.rows).map(list)
  const cells = (row: readonly unknown[], tag: 'th' | 'td') => {
    return row.map((cell, column) => drawCell(cell, tag, settings[column] ?? {}, drawing))
  }
  const caption = typeof block.caption === 'string' && html`<caption>${block.caption}</caption>`
  return html`<div class="table" tabindex="0" role="region" aria-label="Table"><table>${caption}<thead><tr>${cells(
    head,
    'th',
  )}</tr></thead><tbody>${rows.map((row) => html`<tr>${cells(row, 'td')}</tr>`)}</tbody></table></div>`
}

function drawCell(
  value: unknown,
  tag: 'th' | 'td',
  settings: Readonly<Record<string, unknown>>,
  drawing: Drawing,
): Html {
  const cell = record(value)
  const isNumber = cell.type === 'raw_number'
  const align = settings.align === 'right' || settings.align === 'center' ? settings.align : isNumber ? 'right' : 'left'
  const looks = html` class="${align}${settings.is_wrapped === true ? ' wrapped' : ''}"`
  const content = cell.type === 'rich_text' ? drawRichText({ ...cell, type: 'rich_text' }, drawing) : cellText(cell)
  return tag === 'th' ? html`<th scope="col"${looks}>${content}</th>` : html`<td${looks}>${content}</td>`
}

function cellText(cell: Readonly<Record<string, unknown>>): Html {
  const { text, value } = cell
  if (typeof text === 'string' || typeof text === 'number') return html`${text}`
  return typeof value === 'number' || typeof value === 'string' ? html`${value}` : html``
}
