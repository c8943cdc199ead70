import { acknowledgementEvent } from './answer.ts'
import { slackMessage } from './message.ts'
import type { Post } from './post.ts'
import { findElement, type Pressed, pressed } from './pressed-element.ts'
import type { Delivery, SocketMode } from './socket-mode.ts'
import type { Workspace } from './state.ts'
import type { Tickets } from './tickets.ts'
import { readTyped, slackText, typedBlock } from './typed-text.ts'

/** What the stand-in's only person can do: the same whether the page or a test does it. */
export interface Asker {
  /** Posts typed text. Slack's composer makes mentions and links of what looks like them. */
  say(channel: string, text: string, threadTs: string | null): Post
  /** Sends `/mail …` from a channel. Where it fails, the person alone is told, in Slack's words. */
  command(channel: string, text: string): Promise<Delivery>
  /** Presses a button under a post. Null where the post has no such button. */
  press(press: Press): Promise<Delivery> | null
}

export interface Press extends Pressed {
  readonly channel: string
  readonly ts: string
}

export function openAsker(workspace: Workspace, socket: SocketMode, tickets: Tickets, origin: () => string): Asker {
  const { asker, bot, team } = workspace

  function responseUrl(channel: string, threadTs: string | null, source: string | null): string {
    return `${origin()}/response/${tickets.issueResponse({ channel, threadTs, source })}`
  }

  return {
    say(channel, text, threadTs) {
      const pieces = readTyped(text, workspace.people.values())
      const blocks = [typedBlock(pieces, workspace.nextId('b'))]
      return workspace.add({ channel, author: asker.id, text: slackText(pieces), blocks, threadTs })
    },
    async command(channel, text) {
      const [name = '', ...rest] = text.split(' ')
      const payload = {
        token: 'stand-in',
        team_id: team.id,
        team_domain: 'stand-in',
        channel_id: channel,
        channel_name: channelName(workspace, channel),
        user_id: asker.id,
        user_name: asker.name,
        command: name,
        text: rest.join(' ').trim(),
        api_app_id: bot.appId,
        is_enterprise_install: 'false',
        response_url: responseUrl(channel, null, null),
        trigger_id: tickets.issueTrigger(),
      }
      const delivery = await socket.send('slash_commands', payload)
      sayOutcome(workspace, channel, name, delivery)
      return delivery
    },
    press(press) {
      const post = workspace.find(press.channel, press.ts)
      const found = post === null ? null : findElement(post.blocks, press)
      if (post === null || found === null) return null
      const whisper = post.onlyFor !== null
      const action = { ...pressed(found.element, press), block_id: found.blockId, action_ts: workspace.nextTs() }
      const payload = {
        type: 'block_actions',
        user: { id: asker.id, username: asker.name, name: asker.name, team_id: team.id },
        api_app_id: bot.appId,
        token: 'stand-in',
        container: {
          type: 'message',
          message_ts: post.ts,
          channel_id: post.channel,
          is_ephemeral: whisper,
          ...(post.threadTs === null ? {} : { thread_ts: post.threadTs }),
        },
        trigger_id: tickets.issueTrigger(),
        team: { id: team.id, domain: 'stand-in' },
        enterprise: null,
        is_enterprise_install: false,
        channel: { id: post.channel, name: channelName(workspace, post.channel) },
        ...(whisper ? {} : { message: slackMessage(workspace, post, false) }),
        state: { values: {} },
        response_url: responseUrl(post.channel, post.threadTs, post.ts),
        actions: [action],
      }
      return socket.send('interactive', payload)
    },
  }
}

/** What the person alone reads after a command: the words of the acknowledgement, or Slack's word for a failure. */
function sayOutcome(workspace: Workspace, channel: string, command: string, delivery: Delivery): void {
  const onlyFor = workspace.asker.id
  if (delivery.kind !== 'acknowledged') {
    const error = delivery.kind === 'late' ? 'operation_timeout' : 'dispatch_failed'
    const text = `${command} failed with the error "${error}"`
    workspace.add({ channel, author: workspace.house.id, text, onlyFor })
    return
  }
  const { text } = delivery.payload
  if (typeof text !== 'string' || text === '') return
  const metadata = { event_type: acknowledgementEvent, event_payload: {} }
  workspace.add({ channel, author: workspace.bot.id, text, metadata, onlyFor })
}

export function channelName(workspace: Workspace, channel: string): string {
  const found = workspace.channels.get(channel)
  return found === undefined || found.direct ? 'directmessage' : found.name
}
