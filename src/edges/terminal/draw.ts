import { stripVTControlCharacters } from 'node:util'
import type { Inline, Line, Reply, Section } from '../../reply/reply.ts'

/** How wide to write, and whether the terminal shows bold and colour. */
export interface Terminal {
  readonly columns: number
  readonly styled: boolean
}

const lights = { red: '🔴', yellow: '🟡', green: '🟢', white: '⚪', none: '' } as const

/**
 * A Reply as text. Nothing is folded: a terminal scrolls. Control characters of foreign text are shown as `\x1b`, so
 * that a subject cannot move the cursor, change colours or write over the verdict.
 */
export function draw(reply: Reply, terminal: Terminal): string {
  const light = lights[reply.tone]
  const headline = `${light ? `${light} ` : ''}${bold(visible(reply.headline), terminal)}`
  const blocks = [wrap(headline, terminal.columns), ...reply.sections.map((section) => drawSection(section, terminal))]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function drawSection(section: Section, terminal: Terminal): string {
  const title = 'title' in section && section.title ? [bold(visible(section.title), terminal)] : []
  return [...title, ...bodyOf(section, terminal)].join('\n')
}

function bodyOf(section: Section, terminal: Terminal): readonly string[] {
  const { columns } = terminal
  switch (section.kind) {
    case 'text':
      return section.lines.map((line) => wrap(drawLine(line, terminal), columns))
    case 'context':
      return section.lines.map((line) => dim(wrap(drawLine(line, terminal), columns), terminal))
    case 'list':
      return section.items.map((item) => wrap(`- ${drawLine(item, terminal)}`, columns, '  '))
    case 'table':
      return drawTable(section.head, section.rows, terminal)
    case 'lines':
      return section.lines.map((line) => `  ${visible(line)}`)
    case 'draft':
      return [`Subject: ${section.subject}`, '', ...section.body.split('\n')].map((line) =>
        wrap(`  ${visible(line)}`, columns, '  '),
      )
  }
}

function drawLine(line: Line, terminal: Terminal): string {
  return line.map((piece) => drawInline(piece, terminal)).join('')
}

function drawInline(piece: Inline, terminal: Terminal): string {
  if (typeof piece === 'string') return visible(piece)
  if ('bold' in piece) return bold(visible(piece.bold), terminal)
  if ('code' in piece)
    return terminal.styled ? `\u001b[36m${visible(piece.code)}\u001b[39m` : `\`${visible(piece.code)}\``
  return `${visible(piece.link)} <${visible(piece.url)}>`
}

function drawTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  terminal: Terminal,
): readonly string[] {
  const shown = [head, ...rows].map((row) => row.map(visible))
  const widths = head.map((_, column) => Math.max(...shown.map((row) => widthOf(row[column] ?? ''))))
  const lines = shown.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd(),
  )
  const [first = '', ...rest] = lines
  return [dim(`  ${first}`, terminal), ...rest.map((line) => `  ${line}`)]
}

/** Letters of East Asian scripts and emoji take two columns. */
function widthOf(text: string): number {
  let width = 0
  for (const letter of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Emoji_Presentation}/u.test(
        letter,
      )
        ? 2
        : 1
  return width
}

function wrap(text: string, columns: number, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line.trim() !== '' && widthOf(stripVTControlCharacters(longer)) > columns) {
      lines.push(line)
      line = indent + word
    } else {
      line = longer
    }
  }
  return [...lines, line].join('\n')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is the control characters that are looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g

function visible(text: string): string {
  return text.replace(controls, (letter) => `\\x${letter.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

function bold(text: string, { styled }: Terminal): string {
  return styled ? `\u001b[1m${text}\u001b[22m` : text
}

function dim(text: string, { styled }: Terminal): string {
  return styled ? `\u001b[2m${text}\u001b[22m` : text
}
