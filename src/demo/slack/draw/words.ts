import { record } from '../outside.ts'
import type { Drawing } from './drawing.ts'
import { type Html, html } from './html.ts'
import { drawMrkdwn, drawPlain } from './mrkdwn.ts'

/** A text object, `mrkdwn` or `plain_text`. Nothing where there is none. */
export function drawText(value: unknown, drawing: Drawing): Html {
  const { type, text, emoji } = record(value)
  if (typeof text !== 'string') return html``
  return type === 'mrkdwn' ? drawMrkdwn(text, drawing) : drawPlain(text, emoji !== false)
}
