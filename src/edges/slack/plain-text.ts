import type { PlainTextElement } from '@slack/types'
import { shown } from './escape.ts'

/** A text without markup, at most `most` characters: emoji names stay what they are, and nothing is never empty. */
export function plainText(words: string, most: number): PlainTextElement & { readonly type: 'plain_text' } {
  return { type: 'plain_text', text: shown(words, most).trim() || '…', emoji: false }
}
