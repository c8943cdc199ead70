import { slackMessage } from './message.ts'
import type { Change, Post } from './post.ts'
import type { SocketMode } from './socket-mode.ts'
import type { Workspace } from './state.ts'

/**
 * Tells the bot of every change, as the Events API does for an app that may read the channel and the direct message:
 * its own posts and changes come back to it too, and it has to know them. What only one person sees is told to nobody.
 */
export function relayEvents(workspace: Workspace, socket: SocketMode): () => void {
  return workspace.watch((change) => {
    for (const event of eventsOf(workspace, change)) void socket.send('events_api', eventBody(workspace, event))
  })
}

export type SlackEvent = Readonly<Record<string, unknown>> & { readonly type: string; readonly event_ts: string }

/** The events that one change causes: a post that names the bot in a channel causes two, in Slack's order. */
export function eventsOf(workspace: Workspace, change: Change): readonly SlackEvent[] {
  const { post } = change
  if (post.onlyFor !== null) return []
  if (change.kind === 'posted') return postedEvents(workspace, post)
  const place = { channel: post.channel, channel_type: channelType(workspace, post.channel), hidden: true }
  const ts = workspace.nextTs()
  const common = { type: 'message', ...place, ts, event_ts: ts }
  if (change.kind === 'removed') {
    const previous = slackMessage(workspace, post, false)
    return [{ ...common, subtype: 'message_deleted', deleted_ts: post.ts, previous_message: previous }]
  }
  if (onlyReactionsDiffer(post, change.before)) return []
  const message = slackMessage(workspace, post, false)
  return [
    { ...common, subtype: 'message_changed', message, previous_message: slackMessage(workspace, change.before, false) },
  ]
}

function postedEvents(workspace: Workspace, post: Post): readonly SlackEvent[] {
  const message = slackMessage(workspace, post, false)
  const event = { ...message, type: 'message', channel: post.channel, event_ts: post.ts }
  const direct = workspace.channels.get(post.channel)?.direct === true
  const fromPerson = post.author !== workspace.bot.id
  const posted = {
    ...event,
    ...(fromPerson ? { client_msg_id: crypto.randomUUID() } : {}),
    ...(post.files.length > 0 ? { subtype: 'file_share' } : {}),
    channel_type: channelType(workspace, post.channel),
  }
  const mentions = fromPerson && !direct && post.text.includes(`<@${workspace.bot.id}>`)
  return mentions ? [posted, { ...event, type: 'app_mention' }] : [posted]
}

export function eventBody(workspace: Workspace, event: SlackEvent): Readonly<Record<string, unknown>> {
  return {
    token: 'stand-in',
    team_id: workspace.team.id,
    context_team_id: workspace.team.id,
    context_enterprise_id: null,
    api_app_id: workspace.bot.appId,
    event,
    type: 'event_callback',
    event_id: workspace.nextId('Ev'),
    event_time: Math.floor(workspace.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.team.id,
        user_id: workspace.bot.id,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: workspace.nextId('EC'),
  }
}

function channelType(workspace: Workspace, channel: string): 'im' | 'channel' {
  return workspace.channels.get(channel)?.direct === true ? 'im' : 'channel'
}

/** A reaction is an event of its own in Slack; the bot does not subscribe to it. */
function onlyReactionsDiffer(post: Post, before: Post): boolean {
  return post.editedTs === before.editedTs
}
