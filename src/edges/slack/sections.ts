import type { ContainerBlock, ContextBlock, RichTextBlock, TableBlock } from '@slack/types'
import type { Line, Section } from '../../reply/reply.ts'
import { cut, shown } from './escape.ts'
import { plainText } from './plain-text.ts'
import { lineWords, preformatted, richBlock, richSection, titleSection } from './rich-text.ts'
import { tableBlock, tableText } from './table.ts'

/** How much of each kind is drawn: characters of a text, items of a list, log lines, rows of a table. */
export interface Room {
  readonly chars: number
  readonly items: number
  readonly lines: number
  readonly rows: number
}

/** Slack takes one `table` block a post; a further table is drawn as text. Counted over one post. */
export interface TablesLeft {
  left: number
}

type Drawn = RichTextBlock | TableBlock

/** A log line is shown whole up to this; only a hostile one is longer. */
const MOST_IN_LINE = 500
/** A note to be pasted elsewhere is worth little when cut, so it keeps at least this much. */
const LEAST_OF_DRAFT = 1_500

/** A section that is shown at once, under its title in bold. Nothing for one without content. */
export function drawSection(section: Section, room: Room, tables: TablesLeft): Drawn[] {
  const body = drawBody(section, room, tables)
  const [first, ...others] = body
  if (first === undefined) return []
  const title = titleSection(section.kind === 'context' ? undefined : section.title)
  if (first.type === 'table') return [...richBlock(title), ...body]
  return [...richBlock([...title, ...first.elements]), ...others]
}

/** A folded section: one container, closed until somebody opens it. */
export function drawFolded(section: Section, room: Room, tables: TablesLeft): ContainerBlock[] {
  const children = drawBody(section, room, tables)
  if (children.length === 0) return []
  const title = section.kind === 'context' ? section.role : (section.title ?? section.role)
  return [
    {
      type: 'container',
      title: plainText(title, 150),
      child_blocks: children,
      is_collapsible: true,
      default_collapsed: true,
    },
  ]
}

/** Small print. Plain text, so without markup: `emoji: false` keeps `:x:` in a host name what it is. */
export function drawContext(lines: readonly Line[], room: Room): ContextBlock[] {
  const kept = upTo(lines, Math.min(10, room.items), more)
  const texts = kept
    .map((line) => shown(lineWords(line), Math.min(room.chars, 500)).trim())
    .filter((text) => text !== '')
  const elements = texts.map((text) => ({ type: 'plain_text' as const, text, emoji: false }))
  return elements.length === 0 ? [] : [{ type: 'context', elements }]
}

function drawBody(section: Section, room: Room, tables: TablesLeft): Drawn[] {
  switch (section.kind) {
    case 'list':
      return richBlock(drawList(section.items, room))
    case 'lines':
      return section.lines.length === 0 ? [] : richBlock([preformatted(logText(section.lines, room))])
    case 'draft': {
      const text = `${section.subjectLabel ?? 'Subject: '}${section.subject}\n\n${section.body}`
      return richBlock([preformatted(shown(text, Math.max(room.chars, LEAST_OF_DRAFT)))])
    }
    case 'table':
      return drawTable(section, room, tables)
    default: {
      const drawn = richSection(section.lines, room.chars)
      return drawn === null ? [] : richBlock([drawn])
    }
  }
}

function drawList(items: readonly Line[], room: Room): RichTextBlock['elements'] {
  const each = Math.max(80, Math.floor(room.chars / 3))
  const drawn = upTo(items, room.items, more).map((item) => richSection([item], each))
  const elements = drawn.filter((item) => item !== null)
  return elements.length === 0 ? [] : [{ type: 'rich_text_list', style: 'bullet', elements }]
}

function drawTable(section: Extract<Section, { kind: 'table' }>, room: Room, tables: TablesLeft): Drawn[] {
  if (tables.left === 0) {
    const text = tableText(section, room.rows)
    return text === '' ? [] : richBlock([preformatted(cut(text, room.chars * 2))])
  }
  const table = tableBlock(section, room.rows)
  if (table === null) return []
  tables.left -= 1
  return [table]
}

function logText(lines: readonly string[], room: Room): string {
  const kept = upTo(lines, room.lines, (left) => `… +${left}`)
  return kept.map((line) => shown(line, MOST_IN_LINE).replaceAll('\n', ' ')).join('\n')
}

/** The first of them, and in the last place how many are left off. */
function upTo<Thing>(things: readonly Thing[], most: number, rest: (left: number) => Thing): readonly Thing[] {
  if (things.length <= most) return things
  return [...things.slice(0, most - 1), rest(things.length - most + 1)]
}

function more(left: number): Line {
  return [`… +${left}`]
}
