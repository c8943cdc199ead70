import type { Inline, Line, Reply, Section } from '../../reply/reply.ts'
import { cutTo, widthOf, wrap } from './width.ts'

/** A cell that is wider is cut: an address or a name may be as long as its sender likes. */
const widestCell = 60

/** How wide to write, and whether the terminal shows bold and colour. */
export interface Terminal {
  readonly columns: number
  readonly styled: boolean
}

const lights = { red: '🔴', yellow: '🟡', green: '🟢', white: '⚪', none: '' } as const

/**
 * A Reply as text. Nothing is folded: a terminal scrolls. Control characters of foreign text are shown as `\x1b`, line
 * feeds too, so that a subject cannot move the cursor, change colours, begin a line of its own or write over the verdict.
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
      return section.items.map((item) => wrap(drawLine(item, terminal), columns, '- ', '  '))
    case 'table':
      return drawTable(section.head, section.rows, terminal)
    case 'lines':
      return section.lines.map((line) => `  ${visible(line)}`)
    case 'draft':
      return [`${section.subjectLabel ?? 'Subject: '}${section.subject}`, '', ...section.body.split('\n')].map(
        (line) => (line === '' ? '' : wrap(visible(line), columns, '  ')),
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
  const shown = [head, ...rows].map((row) => row.map((cell) => cutTo(visible(cell), widestCell)))
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

/**
 * What draws nothing, moves the cursor or turns the text around (Unicode's controls, formats, separators and half
 * surrogates), written out so that it is seen.
 */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu

function visible(text: string): string {
  return text.replace(hidden, (letter) => {
    const code = letter.codePointAt(0) ?? 0
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`
  })
}

function bold(text: string, { styled }: Terminal): string {
  return styled ? `\u001b[1m${text}\u001b[22m` : text
}

function dim(text: string, { styled }: Terminal): string {
  return styled ? `\u001b[2m${text}\u001b[22m` : text
}
