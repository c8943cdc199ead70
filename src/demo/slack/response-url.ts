import * as z from 'zod'
import { type Answer, blocksArg, refuse } from './method.ts'
import { problemWith, rootOf, withBlockIds } from './methods/chat.ts'
import type { Workspace } from './state.ts'
import type { Tickets } from './tickets.ts'

const shape = z.object({
  text: z.string().optional(),
  blocks: blocksArg.optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
})

/** What a bot sends to the `response_url` of a command or a button: five posts within half an hour. */
export function answerResponse(workspace: Workspace, tickets: Tickets, id: string, body: unknown): Answer {
  const target = tickets.redeemResponse(id)
  if (typeof target === 'string') return refuse(target)
  const read = shape.safeParse(body)
  if (!read.success) return refuse('invalid_payload')
  const { text, blocks, response_type, replace_original, delete_original, thread_ts } = read.data
  if (delete_original && target.source !== null) {
    workspace.remove(target.channel, target.source)
    return { ok: true }
  }
  const problem = problemWith(text, blocks)
  if (problem !== null) return problem
  const content = { text: text ?? '', blocks: withBlockIds(blocks ?? [], workspace) }
  if (replace_original && target.source !== null) {
    workspace.change(target.channel, target.source, (post) => ({ ...post, ...content, editedTs: workspace.nextTs() }))
    return { ok: true }
  }
  workspace.add({
    channel: target.channel,
    author: workspace.bot.id,
    ...content,
    threadTs: rootOf(workspace, target.channel, thread_ts ?? target.threadTs ?? undefined),
    onlyFor: response_type === 'in_channel' ? null : workspace.asker.id,
  })
  return { ok: true }
}
