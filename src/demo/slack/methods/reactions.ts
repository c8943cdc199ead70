import * as z from 'zod'
import { type Answer, defineMethod, refuse } from '../method.ts'
import type { Reaction } from '../post.ts'
import type { Workspace } from '../state.ts'
import { channelOf } from './chat.ts'

const args = z.object({ channel: z.string(), timestamp: z.string(), name: z.string() })

export const add = defineMethod({
  args,
  run: (asked, { workspace }) => react(workspace, asked, (given, mine) => (mine ? 'already_reacted' : given)),
})

export const remove = defineMethod({
  args,
  run: (asked, { workspace }) => react(workspace, asked, (given, mine) => (mine ? given : 'no_reaction')),
})

/** `decide` sees the reactions and whether the bot gave this one, and may refuse by giving Slack's error. */
function react(
  workspace: Workspace,
  asked: z.infer<typeof args>,
  decide: (given: readonly Reaction[], mine: boolean) => readonly Reaction[] | string,
): Answer {
  if (!/^[a-z0-9_+:-]+$/u.test(asked.name)) return refuse('invalid_name')
  const channel = channelOf(workspace, asked.channel)
  if (channel === null) return refuse('channel_not_found')
  const post = workspace.find(channel, asked.timestamp)
  if (post === null || post.onlyFor !== null) return refuse('message_not_found')
  const bot = workspace.bot.id
  const same = post.reactions.find((reaction) => reaction.name === asked.name)
  const mine = same?.users.includes(bot) === true
  const decided = decide(post.reactions, mine)
  if (typeof decided === 'string') return refuse(decided)
  const users = mine ? (same?.users ?? []).filter((user) => user !== bot) : [...(same?.users ?? []), bot]
  const others = decided.filter((reaction) => reaction.name !== asked.name)
  const reactions = users.length > 0 ? [...others, { name: asked.name, users }] : others
  workspace.change(channel, asked.timestamp, (before) => ({ ...before, reactions }))
  return { ok: true }
}
