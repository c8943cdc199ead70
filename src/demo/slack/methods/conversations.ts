import * as z from 'zod'
import { slackMessage } from '../message.ts'
import { countArg, defineMethod, flagArg, refuse } from '../method.ts'
import type { Channel, Post } from '../post.ts'
import { channelOf } from './chat.ts'

const page = {
  include_all_metadata: flagArg.optional(),
  limit: countArg.optional(),
  oldest: z.string().optional(),
  latest: z.string().optional(),
  inclusive: flagArg.optional(),
}

export const info = defineMethod({
  args: z.object({ channel: z.string() }),
  run({ channel: named }, { workspace }) {
    const channel = workspace.channels.get(named)
    return channel === undefined ? refuse('channel_not_found') : { ok: true, channel: slackChannel(channel) }
  },
})

export const list = defineMethod({
  args: z.object({}),
  run: (_args, { workspace }) => ({ ok: true, channels: [...workspace.channels.values()].map(slackChannel) }),
})

/** `conversations.replies`: the first post and its answers, oldest first, without what only one person sees. */
export const replies = defineMethod({
  args: z.object({ channel: z.string(), ts: z.string(), ...page }),
  run(args, { workspace }) {
    const channel = channelOf(workspace, args.channel)
    if (channel === null) return refuse('channel_not_found')
    const post = workspace.find(channel, args.ts)
    if (post === null) return refuse('thread_not_found')
    const posts = within(workspace.thread(channel, post.threadTs ?? post.ts), args)
    const messages = posts
      .slice(0, args.limit)
      .map((each) => slackMessage(workspace, each, args.include_all_metadata === true))
    return { ok: true, messages, has_more: posts.length > messages.length }
  },
})

/** `conversations.history`: what stands in the channel itself, newest first. */
export const history = defineMethod({
  args: z.object({ channel: z.string(), ...page }),
  run(args, { workspace }) {
    const channel = channelOf(workspace, args.channel)
    if (channel === null) return refuse('channel_not_found')
    const roots = workspace.posts(channel).filter((post) => post.threadTs === null)
    const posts = within(roots, args).toReversed()
    const messages = posts
      .slice(0, args.limit)
      .map((each) => slackMessage(workspace, each, args.include_all_metadata === true))
    return { ok: true, messages, has_more: posts.length > messages.length }
  },
})

/** `conversations.open`: the direct message with the only person there is. */
export const open = defineMethod({
  args: z.object({ users: z.string().optional(), channel: z.string().optional() }),
  run(args, { workspace }) {
    const channel = workspace.channels.get(channelOf(workspace, args.channel ?? args.users ?? '') ?? '')
    return channel?.direct ? { ok: true, channel: slackChannel(channel) } : refuse('user_not_found')
  },
})

function slackChannel(channel: Channel): Record<string, unknown> {
  if (channel.direct) return { id: channel.id, is_im: true, is_channel: false, is_open: true }
  return { id: channel.id, name: channel.name, is_channel: true, is_im: false, is_member: true, is_private: false }
}

function within(
  posts: readonly Post[],
  {
    oldest,
    latest,
    inclusive,
  }: { oldest?: string | undefined; latest?: string | undefined; inclusive?: boolean | undefined },
): readonly Post[] {
  return posts.filter((post) => {
    if (post.onlyFor !== null) return false
    if (inclusive && (post.ts === oldest || post.ts === latest)) return true
    return (oldest === undefined || post.ts > oldest) && (latest === undefined || post.ts < latest)
  })
}
