import { stripVTControlCharacters } from 'node:util'
import { list, record } from './slack/outside.ts'
import type { Block, Post } from './slack/post.ts'

/** A thread as text for a terminal: every post, its blocks drawn plainly, its files whole. */
export function threadText(posts: readonly Post[], columns: number): string {
  const drawn = posts.map((post, place) => {
    const who = place === 0 ? 'asker' : 'postmaster'
    const reactions = post.reactions.map(({ name }) => `:${name}:`).join(' ')
    const body = post.blocks.length > 0 ? post.blocks.map(blockText).filter(Boolean).join('\n\n') : unescaped(post.text)
    const files = post.files.map(({ name }) => `[file: ${name}]`)
    const head = `── ${who}${post.onlyFor ? ' (only visible to the asker)' : ''} ${reactions}`.trimEnd()
    return [head, wrapped(body, columns), ...files].join('\n')
  })
  return `${drawn.join('\n\n')}\n`
}

function blockText(block: Block): string {
  const { type } = block
  if (type === 'container')
    return [`▸ ${textOf(block.title ?? block.rich_text_title)}`, ...list(block.child_blocks).map(childText)].join('\n')
  if (type === 'table') return tableText(list(block.rows))
  if (type === 'actions')
    return list(block.elements)
      .map((button) => `[${textOf(record(button).text)}]`)
      .join(' ')
  if (type === 'plan')
    return [textOf(block.title), ...list(block.tasks).map((task) => `  ${textOf(record(task).title)}`)].join('\n')
  if (type === 'context') return list(block.elements).map(textOf).join('\n')
  if (type === 'rich_text') return list(block.elements).map(richText).join('\n')
  return textOf(block.text ?? block.elements ?? block.title ?? '')
}

function childText(child: unknown): string {
  const block = record(child)
  return typeof block.type === 'string' ? blockText({ ...block, type: block.type }).replace(/^/gm, '    ') : ''
}

function richText(element: unknown): string {
  const { type, elements } = record(element)
  if (type === 'rich_text_list')
    return list(elements)
      .map((item) => `- ${textOf(item)}`)
      .join('\n')
  if (type === 'rich_text_preformatted') return textOf(element).replace(/^/gm, '  ')
  return textOf(element)
}

function tableText(rows: readonly unknown[]): string {
  const cells = rows.map((row) => list(row).map(textOf))
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
  return cells
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .join('\n')
}

/** The words in anything Slack draws, however deep. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return stripVTControlCharacters(value)
  if (Array.isArray(value)) return value.map(textOf).join('')
  const { type, text, elements, url } = record(value)
  if (type === 'mrkdwn' && typeof text === 'string') return unescaped(text)
  if (text !== undefined) return textOf(text)
  if (elements !== undefined) return textOf(elements)
  return typeof url === 'string' ? url : ''
}

function unescaped(text: string): string {
  return stripVTControlCharacters(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
}

function wrapped(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n')
}

/** Log lines are indented and stay whole; sentences break between words. */
function wrapLine(line: string, columns: number): string {
  if (line.startsWith('  ') || line.length <= columns) return line
  const lines: string[] = []
  let rest = line
  while (rest.length > columns) {
    const at = rest.lastIndexOf(' ', columns)
    if (at <= 0) break
    lines.push(rest.slice(0, at))
    rest = `${line.startsWith('- ') ? '  ' : ''}${rest.slice(at + 1)}`
  }
  return [...lines, rest].join('\n')
}
