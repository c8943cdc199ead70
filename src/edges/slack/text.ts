import type { Reply, Section } from '../../reply/reply.ts'
import { escapeText, shown } from './escape.ts'
import { lineWords } from './rich-text.ts'

/** Slack's own advice for `text` is under 4,000. */
const MOST = 3_900

/**
 * A reply as escaped text of under 4,000 characters, for when Slack refuses the blocks: the verdict, then what is shown
 * at once, then what is folded, as far as there is room, ending at a whole line.
 */
export function replyText(reply: Reply, circle: string): string {
  let text = ''
  for (const line of replyLines(reply, circle)) {
    const next = escapeText(shown(line, 600))
    if (text.length + next.length + 2 > MOST) return `${text}\n…`
    text += text === '' ? next : `\n${next}`
  }
  return text.trim() || '…'
}

/** Made as they are asked for: a reply may hold far more than fits. */
function* replyLines(reply: Reply, circle: string): Generator<string> {
  yield `${circle}${reply.headline}`
  for (const section of reply.sections) if (section.folded !== true) yield* sectionLines(section)
  for (const section of reply.sections) if (section.folded === true) yield* sectionLines(section)
}

function* sectionLines(section: Section): Generator<string> {
  yield ''
  if ('title' in section && section.title !== undefined) yield section.title
  switch (section.kind) {
    case 'list':
      for (const item of section.items) yield `• ${lineWords(item)}`
      return
    case 'table':
      for (const row of [section.head, ...section.rows]) yield row.map((cell) => cell.slice(0, 120)).join(' | ')
      return
    case 'lines':
      yield* section.lines
      return
    case 'draft':
      yield `${section.subjectLabel ?? 'Subject: '}${section.subject}`
      yield ''
      yield* section.body.split('\n')
      return
    default:
      for (const line of section.lines) yield lineWords(line)
  }
}
