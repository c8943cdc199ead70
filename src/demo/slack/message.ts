import type { Post, SharedFile } from './post.ts'
import type { Workspace } from './state.ts'

/** A post in the shape in which Slack's methods and events hand out a message. */
export function slackMessage(workspace: Workspace, post: Post, withMetadata = true): Record<string, unknown> {
  const replies = workspace.thread(post.channel, post.ts).filter((other) => other.threadTs === post.ts)
  const root = post.threadTs === null ? null : workspace.find(post.channel, post.threadTs)
  return {
    type: 'message',
    user: post.author,
    ...(post.author === workspace.bot.id ? { bot_id: workspace.bot.botId, app_id: workspace.bot.appId } : {}),
    text: post.text,
    ts: post.ts,
    team: workspace.team.id,
    ...(post.blocks.length > 0 ? { blocks: post.blocks } : {}),
    ...(post.threadTs !== null ? { thread_ts: post.threadTs } : {}),
    ...(root !== null ? { parent_user_id: root.author } : {}),
    ...(replies.length > 0 ? threadSummary(post, replies) : {}),
    ...(post.metadata !== null && withMetadata ? { metadata: post.metadata } : {}),
    ...(post.editedTs !== null ? { edited: { user: post.author, ts: post.editedTs } } : {}),
    ...(post.reactions.length > 0 ? { reactions: post.reactions.map(slackReaction) } : {}),
    ...(post.files.length > 0 ? { files: post.files.map(slackFile) } : {}),
  }
}

/** A file in the shape of Slack's file object, as far as a bot reads it. */
export function slackFile(file: SharedFile): Record<string, unknown> {
  return { id: file.id, name: file.name, title: file.title, size: file.size, mode: 'snippet', filetype: 'text' }
}

function slackReaction(reaction: { readonly name: string; readonly users: readonly string[] }) {
  return { name: reaction.name, users: reaction.users, count: reaction.users.length }
}

/** Slack sets `thread_ts` on the first post too, once it has answers. */
function threadSummary(post: Post, replies: readonly Post[]): Record<string, unknown> {
  const authors = [...new Set(replies.map((reply) => reply.author))]
  return {
    thread_ts: post.ts,
    reply_count: replies.length,
    reply_users: authors,
    reply_users_count: authors.length,
    latest_reply: replies.at(-1)?.ts ?? post.ts,
  }
}
