import { countChars } from './escape.ts'
import { WHOLE } from './limit-table.ts'

type Part = Readonly<Record<string, unknown>>

const INPUT_ELEMENTS = new Set([
  'checkboxes',
  'datepicker',
  'datetimepicker',
  'email_text_input',
  'file_input',
  'multi_static_select',
  'multi_external_select',
  'multi_users_select',
  'multi_conversations_select',
  'multi_channels_select',
  'number_input',
  'plain_text_input',
  'radio_buttons',
  'rich_text_input',
  'static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
  'timepicker',
  'url_text_input',
])

/** What is no single number: shapes that must agree. Each gives the names of what is broken. */
export const RULES: Readonly<Record<string, (part: Part) => string[]>> = {
  mrkdwn: (part) => when(/<[!@#]/.test(String(part.text)), 'markup'),
  section: (part) => when(part.text === undefined && !Array.isArray(part.fields), 'content'),
  static_select: choiceSource,
  multi_static_select: choiceSource,
  image: (part) => when(part.image_url !== undefined && part.slack_file !== undefined, 'source'),
  number_input: (part) => when(Number(part.min_value) > Number(part.max_value), 'range'),
  context: (part) =>
    when(
      rowsOf(part.elements).some((element) => !['plain_text', 'mrkdwn', 'image'].includes(typeOf(element))),
      'elements',
    ),
  input: (part) => when(!INPUT_ELEMENTS.has(typeOf(part.element)), 'element'),
  table: (part) => [
    ...columnRules(part),
    ...when(Array.isArray(part.column_settings) && part.column_settings.length !== columnsOf(part), 'column_settings'),
  ],
  data_table: (part) => [...columnRules(part), ...when(charsIn(part.rows) > WHOLE.dataTableChars, 'content.max')],
}

function columnRules(part: Part): string[] {
  const rows = rowsOf(part.rows)
  const columns = columnsOf(part)
  const cells = rows.flatMap(rowsOf)
  return [
    ...when(
      rows.some((row) => rowsOf(row).length !== columns),
      'row_shape',
    ),
    ...when(columns < 1, 'columns.min'),
    ...when(columns > WHOLE.tableColumns, 'columns.max'),
    ...when(cells.some(isEmptyCell), 'cell.min'),
  ]
}

function choiceSource(part: Part): string[] {
  return when(part.options !== undefined && part.option_groups !== undefined, 'choice_source')
}

function columnsOf(part: Part): number {
  return rowsOf(rowsOf(part.rows)[0]).length
}

function rowsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function typeOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('type' in value)) return ''
  return typeof value.type === 'string' ? value.type : ''
}

function isEmptyCell(cell: unknown): boolean {
  if (typeOf(cell) !== 'raw_text' || typeof cell !== 'object' || cell === null || !('text' in cell)) return false
  return typeof cell.text !== 'string' || countChars(cell.text) === 0
}

function when(broken: boolean, name: string): string[] {
  return broken ? [name] : []
}

/** Characters of every `text` within, however deep. */
export function charsIn(value: unknown): number {
  let chars = 0
  for (const record of everyRecord(value)) {
    if (typeof record.text === 'string') chars += countChars(record.text)
  }
  return chars
}

/** Every object within, however deep, itself among them. */
export function* everyRecord(value: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(value)) for (const one of value) yield* everyRecord(one)
  if (!isRecord(value)) return
  yield value
  for (const inner of Object.values(value)) yield* everyRecord(inner)
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
