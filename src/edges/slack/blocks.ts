import type {
  ActionsBlock,
  Button,
  ContextActionsBlock,
  KnownBlock,
  RichTextBlock,
  RichTextElement,
} from '@slack/types'
import type { Action, Reply, Tone } from '../../reply/reply.ts'
import { escapeText, shown } from './escape.ts'
import { fitMessage } from './fit.ts'
import { check } from './limits.ts'
import { actionIdFor, LISTENS } from './listens.ts'
import type { Message } from './message.ts'
import { plainText } from './plain-text.ts'
import { richBlock, richInline } from './rich-text.ts'
import { drawContext, drawFolded, drawSection, type Room } from './sections.ts'
import { replyText } from './text.ts'

const CIRCLE: Record<Tone, string> = { red: '🔴 ', yellow: '🟡 ', green: '🟢 ', white: '⚪ ', none: '' }

/**
 * From roomy to bare: a reply takes the first in which the whole post stays within Slack's limits. What is folded gives
 * way before what is shown, which fits a phone from the start; the file in the thread holds the evidence whole.
 */
const ROOMS: readonly { readonly open: Room; readonly folded: Room | null }[] = [
  { open: { chars: 1_500, items: 10, lines: 8, rows: 12 }, folded: { chars: 3_000, items: 40, lines: 50, rows: 50 } },
  { open: { chars: 1_500, items: 10, lines: 8, rows: 12 }, folded: { chars: 1_500, items: 20, lines: 25, rows: 20 } },
  { open: { chars: 1_200, items: 10, lines: 8, rows: 10 }, folded: { chars: 800, items: 10, lines: 12, rows: 10 } },
  { open: { chars: 800, items: 8, lines: 5, rows: 8 }, folded: { chars: 400, items: 6, lines: 6, rows: 5 } },
  { open: { chars: 600, items: 6, lines: 4, rows: 6 }, folded: { chars: 200, items: 3, lines: 3, rows: 3 } },
  { open: { chars: 400, items: 4, lines: 3, rows: 4 }, folded: null },
  { open: { chars: 200, items: 2, lines: 2, rows: 2 }, folded: null },
]

/**
 * A reply as a post: the verdict in bold behind its circle, what is shown at once, the buttons, the small print, then
 * what is folded, each in a container of its own. In: a reply whose every string may be hostile. Out: a message that
 * passes `check`; a long reply is cut at lines, rows and words, and `… +n` says how many are left off. `forWhom` is the id
 * of the one person it mentions: someone who waits for it elsewhere.
 */
export function answerMessage(reply: Reply, forWhom?: string): Message {
  const circle = CIRCLE[reply.tone]
  const text = `${circle}${escapeText(shown(reply.headline, 600))}`.trim() || '…'
  const plain = replyText(reply, circle)
  for (const room of ROOMS) {
    const message = { text, plain, blocks: draw(reply, forWhom, room.open, room.folded) }
    if (check(message).length === 0) return message
  }
  return fitMessage({ text, plain, blocks: headline(reply, forWhom) })
}

function draw(reply: Reply, forWhom: string | undefined, open: Room, folded: Room | null): KnownBlock[] {
  const tables = { left: 1 }
  const atOnce = reply.sections.filter((section) => section.folded !== true)
  const closed = folded === null ? [] : reply.sections.filter((section) => section.folded === true)
  return [
    ...headline(reply, forWhom),
    ...atOnce.flatMap((section) => (section.kind === 'context' ? [] : drawSection(section, open, tables))),
    ...buttons(reply.actions),
    ...atOnce.flatMap((section) => (section.kind === 'context' ? drawContext(section.lines, open) : [])),
    ...closed.flatMap((section) => drawFolded(section, folded ?? open, tables)),
    ...rating(reply.rating),
  ]
}

function headline(reply: Reply, forWhom: string | undefined): RichTextBlock[] {
  const circle = CIRCLE[reply.tone]
  const words = richInline({ bold: reply.headline }, 600)
  if (words.length === 0) return []
  const isPerson = forWhom !== undefined && /^[UW][A-Z0-9]{1,30}$/.test(forWhom)
  const elements: RichTextElement[] = [
    ...(isPerson
      ? [
          { type: 'user' as const, user_id: forWhom },
          { type: 'text' as const, text: ' ' },
        ]
      : []),
    ...(circle === '' ? [] : [{ type: 'text' as const, text: circle }]),
    ...words,
  ]
  return richBlock([{ type: 'rich_text_section', elements }])
}

/** Was this right? Two small buttons under everything; what is pressed is kept. */
function rating(asked: Reply['rating']): ContextActionsBlock[] {
  if (asked === undefined || asked.about.length > 1_000) return []
  const half = (words: string, said: 'right' | 'wrong') => ({
    text: plainText(words, 30),
    accessibility_label: shown(`${asked.asked} ${words}`, 75),
    value: `${said} ${asked.about}`,
  })
  const positive_button = half(asked.right, 'right')
  const negative_button = half(asked.wrong, 'wrong')
  const element = { type: 'feedback_buttons' as const, action_id: LISTENS.rating, positive_button, negative_button }
  return [{ type: 'context_actions', elements: [element] }]
}

/**
 * The buttons that ask anew. The value is the question itself, so that a button works after a restart; one without a
 * question, or with one too long for a value (2,000), is left off rather than cut into another question.
 */
function buttons(actions: readonly Action[]): ActionsBlock[] {
  const seen = new Map<string, number>()
  const elements: Button[] = []
  for (const action of actions) {
    const label = shown(action.label, 75).trim()
    const value = action.ask?.trim() ?? ''
    if (label === '' || value === '' || value.length > 2_000 || elements.length === 25) continue
    const nth = seen.get(action.id) ?? 0
    seen.set(action.id, nth + 1)
    elements.push({ type: 'button', action_id: actionIdFor(action.id, nth), text: plainText(label, 75), value })
  }
  return elements.length === 0 ? [] : [{ type: 'actions', elements }]
}
