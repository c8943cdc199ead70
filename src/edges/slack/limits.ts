import { countChars } from './escape.ts'
import { charsIn, everyRecord, isRecord, RULES } from './limit-rules.ts'
import { ANYWHERE, KIND_BY_FIELD, LIMITS, type Limit, WHOLE } from './limit-table.ts'

/** Something Slack would refuse. `where` is a pointer into what was checked (`/blocks/0/text`). */
export interface Problem {
  readonly where: string
  /** The limit's name, for example `button.text.max`. */
  readonly limit: string
}

/** What a post holds, as far as the limits go. */
export interface Checkable {
  readonly text?: string | undefined
  readonly blocks?: readonly unknown[] | undefined
}

/**
 * Everything in a post that Slack would refuse or that it must not hold, before it is sent: each limit of each block
 * and the totals (SLACK.md 2), text that is missing or 4,000 characters long, and markup in `text` or mrkdwn that
 * would mention somebody. Empty where the post may go out.
 */
export function check(message: Checkable): Problem[] {
  const blocks = message.blocks ?? []
  return [...checkText(message.text ?? ''), ...checkTotals(blocks), ...checkPart(blocks, '/blocks')]
}

/** The limits of one block, element, object or view. `kind` names what has no `type` of its own (`option`). */
export function checkPart(part: unknown, where = '', kind?: string): Problem[] {
  if (Array.isArray(part)) return part.flatMap((one, index) => checkPart(one, `${where}/${index}`, kind))
  if (!isRecord(part)) return []
  const own = typeof part.type === 'string' ? part.type : (kind ?? '')
  const problems: Problem[] = []
  for (const [field, limit] of Object.entries({ ...ANYWHERE, ...(Object.hasOwn(LIMITS, own) ? LIMITS[own] : {}) })) {
    const broken = brokenBound(part[field], limit)
    if (broken !== null) problems.push({ where: `${where}/${field}`, limit: `${own}.${field}.${broken}` })
  }
  const rule = Object.hasOwn(RULES, own) ? RULES[own] : undefined
  for (const limit of rule?.(part) ?? []) problems.push({ where, limit: `${own}.${limit}` })
  for (const [field, value] of Object.entries(part)) {
    const inner = Object.hasOwn(KIND_BY_FIELD, field) ? KIND_BY_FIELD[field] : undefined
    problems.push(...checkPart(value, `${where}/${field}`, inner))
  }
  return problems
}

function brokenBound(value: unknown, limit: Limit): 'min' | 'max' | 'each' | null {
  const size = sizeOf(value, limit.of)
  if (size === null) return null
  if (limit.min !== undefined && size < limit.min) return 'min'
  if (limit.max !== undefined && size > limit.max) return 'max'
  if (limit.each === undefined || !Array.isArray(value)) return null
  const each = limit.each
  return value.some((one) => (sizeOf(one, 'chars') ?? 0) > each) ? 'each' : null
}

function sizeOf(value: unknown, of: Limit['of']): number | null {
  if (of === 'number') return typeof value === 'number' ? value : null
  if (of === 'items') return Array.isArray(value) ? value.length : null
  const text = isRecord(value) ? value.text : value
  return typeof text === 'string' ? countChars(text) : null
}

function checkText(text: string): Problem[] {
  const problems: Problem[] = []
  if (text.trim() === '') problems.push({ where: '/text', limit: 'message.text.min' })
  if (countChars(text) > WHOLE.text) problems.push({ where: '/text', limit: 'message.text.max' })
  if (text.includes('<')) problems.push({ where: '/text', limit: 'message.text.markup' })
  return problems
}

function checkTotals(blocks: readonly unknown[]): Problem[] {
  const totals = { tables: 0, tableChars: 0, dataTableChars: 0, markdownChars: 0 }
  for (const block of everyRecord(blocks)) {
    if (block.type === 'markdown' && typeof block.text === 'string') totals.markdownChars += countChars(block.text)
    if (block.type === 'data_table') totals.dataTableChars += charsIn(block.rows)
    if (block.type !== 'table') continue
    totals.tables += 1
    totals.tableChars += charsIn(block.rows)
  }
  const sizes = { ...totals, blocks: blocks.length, json: JSON.stringify(blocks).length }
  const names = ['blocks', 'json', 'tables', 'tableChars', 'dataTableChars', 'markdownChars'] as const
  const over = names.filter((name) => sizes[name] > WHOLE[name])
  return over.map((name) => ({ where: '/blocks', limit: `message.${name}.max` }))
}
