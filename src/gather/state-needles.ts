import { said } from '../correlator/form.ts'
import type { Attempt } from '../diagnosis/attempts.ts'
import { isBare } from '../diagnosis/connection.ts'
import { destinationsOf } from '../diagnosis/next-hop.ts'
import { type Needle, stateTexts } from './ports.ts'

/**
 * What a gateway says of its own state, where it may explain what was found. Each is one more thing to look for, so they
 * are asked for only then, and at the very end.
 */
export function stateNeedles(inside: readonly Attempt[]): readonly Needle[] {
  const texts: string[] = []
  if (inside.every(broughtNothing)) texts.push(...stateTexts.nothingCame)
  if (inside.some((attempt) => destinationsOf(attempt).length > 0)) texts.push(...stateTexts.notDelivered)
  const isOpen = ({ fate, message }: Attempt) =>
    fate === 'open' && said(message?.timeline ?? [], 'message-ready').length > 0
  if (inside.some(isOpen)) texts.push(...stateTexts.notProcessed)
  return texts.map((text) => ({ kind: 'text', text }))
}

/** Let in and left, or put off by us: not refused for who it was. */
function broughtNothing(attempt: Attempt): boolean {
  const lines = attempt.injection?.timeline ?? []
  return isBare(attempt) || (attempt.message === null && said(lines, 'receiving-failed').length > 0)
}
