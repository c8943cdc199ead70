import type { RawTextElement, TableBlock } from '@slack/types'
import type { Section } from '../../reply/reply.ts'
import { countChars, shown } from './escape.ts'

type TableSection = Extract<Section, { kind: 'table' }>

const MOST_COLUMNS = 20
const MOST_ROWS = 100
const MOST_CHARS = 9_500
const MOST_IN_CELL = 120

/**
 * A table as Slack's `table` block: at most `rows` rows under the head (what is left off is counted in a last row), 20
 * columns and 10,000 characters; cells raw, so without markup, and never empty, which Slack refuses (SLACK.md 2).
 * Null where there is nothing to draw.
 */
export function tableBlock(section: TableSection, rows: number): TableBlock | null {
  const cells = tableCells(section, rows)
  if (cells === null) return null
  return {
    type: 'table',
    rows: cells.map((row) => row.map((text): RawTextElement => ({ type: 'raw_text', text }))),
  }
}

/** The same table as aligned text, for the second and later table of a post (Slack takes one). */
export function tableText(section: TableSection, rows: number): string {
  const cells = tableCells(section, rows) ?? []
  const widths: number[] = []
  for (const row of cells) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, countChars(cell))
    }
  }
  const lines = cells.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return lines.join('\n')
}

function tableCells(section: TableSection, most: number): string[][] | null {
  const columns = Math.min(MOST_COLUMNS, Math.max(section.head.length, ...section.rows.map((row) => row.length), 0))
  if (columns === 0) return null
  const cells = [rowCells(section.head, columns)]
  let chars = charsOf(cells[0] ?? [])
  let kept = 0
  for (const row of section.rows) {
    const drawn = rowCells(row, columns)
    const isLastPlace = kept + 1 >= Math.min(most, MOST_ROWS - 2) && kept + 1 < section.rows.length
    chars += charsOf(drawn)
    if (isLastPlace || chars > MOST_CHARS) break
    cells.push(drawn)
    kept += 1
  }
  if (kept < section.rows.length) cells.push(rowCells([`… +${section.rows.length - kept}`], columns))
  return cells
}

function rowCells(row: readonly string[], columns: number): string[] {
  return Array.from({ length: columns }, (_, column) => cellText(row[column] ?? ''))
}

function cellText(text: string): string {
  const words = shown(text, MOST_IN_CELL).replaceAll('\n', ' ').trim()
  return words === '' ? ' ' : words
}

function charsOf(row: readonly string[]): number {
  return row.reduce((sum, cell) => sum + cell.length, 0)
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - countChars(text)))
}
