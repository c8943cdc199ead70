import { list, record } from './outside.ts'
import type { Block } from './post.ts'

/** Refuses a list of blocks: the error's name, and where in the list what is wrong. */
export interface BlockProblem {
  readonly error: 'invalid_blocks' | 'msg_blocks_too_long'
  readonly messages: readonly string[]
}

/** Slack's own words for the types a message may hold. */
const types = new Set([
  ...['actions', 'alert', 'card', 'carousel', 'container', 'context', 'context_actions', 'data_table'],
  ...['data_visualization', 'divider', 'file', 'header', 'image', 'input', 'markdown', 'plan', 'rich_text'],
  ...['section', 'table', 'task_card', 'video'],
])

const blocksPerMessage = 50
const blocksPerView = 100
/** Undocumented: messages from about 13,200 characters on are refused as a whole (slackapi/bolt-js issue 2509). */
const charactersPerMessage = 13_200
/** Over all tables of one message. */
const tableCharacters = 10_000

/**
 * Looks at the limits that make Slack refuse a message. Null where there is nothing to refuse. It holds the limits that
 * an answer can run into; it is not a whole validator.
 */
export function checkBlocks(blocks: readonly Block[], place: 'message' | 'view' = 'message'): BlockProblem | null {
  const most = place === 'view' ? blocksPerView : blocksPerMessage
  if (blocks.length > most) {
    return { error: 'invalid_blocks', messages: [`[ERROR] no more than ${most} items allowed [json-pointer:/blocks]`] }
  }
  const messages = blocks.flatMap((block, index) => checkBlock(block, `/blocks/${index}`))
  let inTables = 0
  for (const block of blocks) if (block.type === 'table') inTables += cellCharacters(block)
  if (inTables > tableCharacters) {
    messages.push(`[ERROR] tables hold more than ${tableCharacters} characters [json-pointer:/blocks]`)
  }
  const named = blocks.flatMap((block) => (typeof block.block_id === 'string' ? [block.block_id] : []))
  if (new Set(named).size < named.length) messages.push('[ERROR] block_id is not unique [json-pointer:/blocks]')
  if (messages.length > 0) return { error: 'invalid_blocks', messages }
  if (place === 'message' && JSON.stringify(blocks).length > charactersPerMessage)
    return { error: 'msg_blocks_too_long', messages: [] }
  return null
}

function checkBlock(block: Block, at: string): string[] {
  const say = (what: string, under = '') => `[ERROR] ${what} [json-pointer:${at}${under}]`
  if (!types.has(block.type)) return [say(`unsupported type: ${String(block.type)}`)]
  if (block.type === 'header') return checkText(block.text, 150, `${at}/text`)
  if (block.type === 'section') return checkSection(block, at)
  if (block.type === 'context' && list(block.elements).length > 10) return [say('more than 10 elements', '/elements')]
  if (block.type === 'actions') return checkActions(block, at)
  if (block.type === 'markdown' && String(block.text ?? '').length > 12_000) return [say('text too long', '/text')]
  if (block.type === 'container') {
    const children = list(block.child_blocks)
    if (children.length === 0 || children.length > 10) return [say('1 to 10 child blocks', '/child_blocks')]
    return children.flatMap((child, index) => checkBlock(asBlock(child), `${at}/child_blocks/${index}`))
  }
  if (block.type === 'table') return checkTable(block, at)
  return []
}

function checkSection(block: Block, at: string): string[] {
  const fields = list(block.fields)
  if (fields.length > 10) return [`[ERROR] more than 10 fields [json-pointer:${at}/fields]`]
  const inFields = fields.flatMap((field, index) => checkText(field, 2000, `${at}/fields/${index}`))
  if (block.text === undefined && fields.length > 0) return inFields
  return [...checkText(block.text, 3000, `${at}/text`), ...inFields]
}

function checkActions(block: Block, at: string): string[] {
  const elements = list(block.elements)
  if (elements.length === 0 || elements.length > 25) return [`[ERROR] 1 to 25 elements [json-pointer:${at}/elements]`]
  return elements.flatMap((element, index) => {
    const { type, text, value } = record(element)
    if (type !== 'button') return []
    const tooLong = typeof value === 'string' && value.length > 2000
    return [
      ...checkText(text, 75, `${at}/elements/${index}/text`),
      ...(tooLong ? [`[ERROR] value too long [json-pointer:${at}/elements/${index}/value]`] : []),
    ]
  })
}

function checkTable(block: Block, at: string): string[] {
  const rows = list(block.rows).map(list)
  if (rows.length === 0 || rows.length > 100) return [`[ERROR] 1 to 100 rows [json-pointer:${at}/rows]`]
  if (rows.some((row) => row.length === 0 || row.length > 20))
    return [`[ERROR] 1 to 20 cells a row [json-pointer:${at}/rows]`]
  const empty = rows.some((row) => row.some((cell) => record(cell).type === 'raw_text' && record(cell).text === ''))
  return empty ? [`[ERROR] a cell must be more than 0 characters [json-pointer:${at}/rows]`] : []
}

function checkText(text: unknown, most: number, at: string): string[] {
  const value = record(text).text
  if (typeof value !== 'string' || value === '') return [`[ERROR] must be more than 0 characters [json-pointer:${at}]`]
  return value.length > most ? [`[ERROR] must be less than ${most + 1} characters [json-pointer:${at}]`] : []
}

function cellCharacters(table: Block): number {
  let sum = 0
  for (const row of list(table.rows).map(list))
    for (const cell of row) sum += JSON.stringify(record(cell).text ?? cell).length
  return sum
}

function asBlock(value: unknown): Block {
  const object = record(value)
  return { ...object, type: String(object.type) }
}
