import { cut } from './escape.ts'
import { check } from './limits.ts'
import type { Message } from './message.ts'

/**
 * The last net under what draws posts: a message that surely passes `check`. In: any message. Out: itself where it
 * passes; else without the blocks that break a limit, then without blocks from the end until the whole is small enough
 * (the first says the verdict, so it goes last). Text too long is cut, text missing becomes `…`.
 */
export function fitMessage(message: Message): Message {
  const text = safeText(message.text)
  let blocks = [...message.blocks]
  const broken = new Set(brokenBlocks(check({ text, blocks })))
  blocks = blocks.filter((_, index) => !broken.has(index))
  while (blocks.length > 0 && check({ text, blocks }).length > 0) blocks.pop()
  return { text, blocks, plain: safeText(message.plain) }
}

function safeText(text: string): string {
  if (check({ text }).length === 0) return text
  return cut(text.replaceAll('<', '&lt;'), 3_900).trim() || '…'
}

function brokenBlocks(problems: ReturnType<typeof check>): number[] {
  const pointers = problems.map(({ where }) => where.split('/'))
  return pointers
    .filter(([, list, index]) => list === 'blocks' && index !== undefined)
    .map(([, , index]) => Number(index))
}
