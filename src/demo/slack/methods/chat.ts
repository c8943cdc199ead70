import * as z from 'zod'
import { checkBlocks } from '../block-check.ts'
import { slackMessage } from '../message.ts'
import { type Answer, blocksArg, defineMethod, metadataArg, refuse } from '../method.ts'
import type { Block } from '../post.ts'
import type { Workspace } from '../state.ts'

const content = { text: z.string().optional(), blocks: blocksArg.optional() }
const mostText = 40_000

/**
 * `chat.postMessage`. A `thread_ts` that no thread begins with is dropped and the post stands in the channel, as real
 * Slack does (measured there, see pymc-labs/daimon pull request 113).
 */
export const postMessage = defineMethod({
  args: z.object({
    channel: z.string(),
    thread_ts: z.string().optional(),
    metadata: metadataArg.optional(),
    ...content,
  }),
  run(args, { workspace }) {
    const channel = channelOf(workspace, args.channel)
    if (channel === null) return refuse('channel_not_found')
    const problem = problemWith(args.text, args.blocks)
    if (problem !== null) return problem
    const post = workspace.add({
      channel,
      author: workspace.bot.id,
      text: args.text ?? '',
      blocks: withBlockIds(args.blocks ?? [], workspace),
      metadata: args.metadata ?? null,
      threadTs: rootOf(workspace, channel, args.thread_ts),
    })
    return { ok: true, channel, ts: post.ts, message: slackMessage(workspace, post) }
  },
})

/** `chat.update`. Blocks and metadata that are not given stay; an empty list takes them away (Slack's documentation). */
export const update = defineMethod({
  args: z.object({ channel: z.string(), ts: z.string(), metadata: metadataArg.optional(), ...content }),
  run(args, { workspace }) {
    const found = ownPost(workspace, args.channel, args.ts, 'cant_update_message')
    if ('error' in found) return found
    const problem = problemWith(args.text, args.blocks)
    if (problem !== null) return problem
    const post = workspace.change(found.channel, found.ts, (before) => ({
      ...before,
      text: args.text ?? before.text,
      blocks: args.blocks === undefined ? before.blocks : withBlockIds(args.blocks, workspace),
      metadata: args.metadata ?? before.metadata,
      editedTs: workspace.nextTs(),
    }))
    if (post === null) return refuse('message_not_found')
    return { ok: true, channel: post.channel, ts: post.ts, text: post.text, message: slackMessage(workspace, post) }
  },
})

export const remove = defineMethod({
  args: z.object({ channel: z.string(), ts: z.string() }),
  run(args, { workspace }) {
    const found = ownPost(workspace, args.channel, args.ts, 'cant_delete_message')
    if ('error' in found) return found
    workspace.remove(found.channel, found.ts)
    return { ok: true, channel: found.channel, ts: found.ts }
  },
})

/** `chat.postEphemeral`: a post that one person sees, and that no method reads or changes afterwards. */
export const postEphemeral = defineMethod({
  args: z.object({ channel: z.string(), user: z.string(), thread_ts: z.string().optional(), ...content }),
  run(args, { workspace }) {
    const channel = channelOf(workspace, args.channel)
    if (channel === null) return refuse('channel_not_found')
    if (!workspace.people.has(args.user)) return refuse('user_not_in_channel')
    const problem = problemWith(args.text, args.blocks)
    if (problem !== null) return problem
    const post = workspace.add({
      channel,
      author: workspace.bot.id,
      text: args.text ?? '',
      blocks: withBlockIds(args.blocks ?? [], workspace),
      threadTs: rootOf(workspace, channel, args.thread_ts),
      onlyFor: args.user,
    })
    return { ok: true, message_ts: post.ts }
  },
})

/** `chat.getPermalink`: an address of the stand-in's own page. */
export const getPermalink = defineMethod({
  args: z.object({ channel: z.string(), message_ts: z.string() }),
  run(args, { workspace, origin }) {
    const channel = channelOf(workspace, args.channel)
    if (channel === null) return refuse('channel_not_found')
    const post = workspace.find(channel, args.message_ts)
    if (post === null) return refuse('message_not_found')
    const thread = post.threadTs === null ? '' : `?thread_ts=${post.threadTs}&cid=${channel}`
    return { ok: true, channel, permalink: `${origin}/archives/${channel}/p${post.ts.replace('.', '')}${thread}` }
  },
})

/** What Slack checks of a post's content before it takes it. Null where it may be posted. */
export function problemWith(text: string | undefined, blocks: readonly Block[] | undefined): Answer | null {
  if ((text ?? '') === '' && (blocks ?? []).length === 0) return refuse('no_text')
  if ((text ?? '').length > mostText) return refuse('msg_too_long')
  const problem = checkBlocks(blocks ?? [])
  return problem === null ? null : refuse(problem.error, problem.messages)
}

/** Slack names every block that has no `block_id`, so that a pressed button can say where it stood. */
export function withBlockIds(blocks: readonly Block[], workspace: Workspace): readonly Block[] {
  return blocks.map((block) => {
    const children = block.child_blocks
    const named = { ...block, block_id: block.block_id ?? workspace.nextId('b') }
    return Array.isArray(children) ? { ...named, child_blocks: withBlockIds(children, workspace) } : named
  })
}

/** The id of a channel that is named by its id, its name, or the person at the other side of a direct message. */
export function channelOf(workspace: Workspace, named: string): string | null {
  const bare = named.startsWith('#') ? named.slice(1) : named
  for (const channel of workspace.channels.values()) {
    if (channel.id === named || (!channel.direct && channel.name === bare)) return channel.id
    if (channel.direct && named === workspace.asker.id) return channel.id
  }
  return null
}

/** The `ts` of a thread that can be answered in: null where there is no such post, or it is itself an answer. */
export function rootOf(workspace: Workspace, channel: string, threadTs: string | undefined): string | null {
  const post = threadTs === undefined ? null : workspace.find(channel, threadTs)
  return post === null || post.threadTs !== null || post.onlyFor !== null ? null : post.ts
}

/** A post that the bot may change. One that only one person sees cannot be found again. */
function ownPost(workspace: Workspace, named: string, ts: string, otherwise: string): Place | Refusal {
  const channel = channelOf(workspace, named)
  if (channel === null) return { ok: false, error: 'channel_not_found' }
  const post = workspace.find(channel, ts)
  if (post === null || post.onlyFor !== null) return { ok: false, error: 'message_not_found' }
  return post.author === workspace.bot.id ? { channel, ts } : { ok: false, error: otherwise }
}

type Place = { readonly channel: string; readonly ts: string }
type Refusal = { readonly ok: false; readonly error: string }
