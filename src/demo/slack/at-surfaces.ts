import { channelName } from './asker.ts'
import { eventBody } from './events.ts'
import { fieldsOf, stateOf } from './inputs.ts'
import { slackMessage } from './message.ts'
import { keptView, problemWith } from './methods/views.ts'
import { record } from './outside.ts'
import { findElement, type Pressed, pressed } from './pressed-element.ts'
import type { Delivery, SocketMode } from './socket-mode.ts'
import { ids, type Workspace } from './state.ts'
import type { Surfaces, View } from './surfaces.ts'
import type { Tickets } from './tickets.ts'

/** How a modal took its main button. `errors` are those of the form, by block; Slack itself asks for what is missing. */
export type Submission =
  | { readonly kind: 'closed' }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'late' | 'no-connection' }

/** What the person can do beside writing: shortcuts, modals, App Home. */
export interface AtSurfaces {
  /** A shortcut from the menu of a post, or, without one, from the search bar. Null where there is no such post. */
  shortcut(callbackId: string, post: Place | null, current: string): Promise<Delivery> | null
  /** Presses the main button of the modal on top. `values` by action id; what is left out keeps what stands there. */
  submit(values: Readonly<Record<string, string>>): Promise<Submission>
  /** Closes the modal on top. */
  dismiss(): void
  /** The conversation from which the modal was opened. */
  current(): string | null
  /** Looks at a tab of the bot: Slack tells the bot. */
  openTab(tab: 'home' | 'messages'): Promise<Delivery>
  /** Presses a button in a modal or in App Home. Null where there is none. */
  press(viewId: string, press: Pressed): Promise<Delivery> | null
}

interface Place {
  readonly channel: string
  readonly ts: string
}

export const required = 'Please complete this required field.'

export function openAtSurfaces(
  workspace: Workspace,
  surfaces: Surfaces,
  socket: SocketMode,
  tickets: Tickets,
  origin: () => string,
): AtSurfaces {
  const { asker, bot, team } = workspace
  let current: string | null = null

  function common(): Record<string, unknown> {
    return {
      team: { id: team.id, domain: 'stand-in' },
      user: { id: asker.id, username: asker.name, name: asker.name, team_id: team.id },
      api_app_id: bot.appId,
      token: 'stand-in',
      trigger_id: tickets.issueTrigger(),
      enterprise: null,
      is_enterprise_install: false,
    }
  }

  function outcome(delivery: Delivery): Submission {
    if (delivery.kind !== 'acknowledged') return { kind: delivery.kind }
    const { response_action: action, errors, view } = delivery.payload
    if (action === 'errors') {
      return {
        kind: 'errors',
        errors: Object.fromEntries(Object.entries(record(errors)).map(([k, v]) => [k, String(v)])),
      }
    }
    const next = record(view)
    const top = surfaces.modals().at(-1)
    if ((action === 'update' || action === 'push') && problemWith(next, 'modal') === null) {
      if (action === 'push') surfaces.push(keptView(workspace.nextId('V'), next, { workspace }))
      else if (top !== undefined) surfaces.replace(top.id, keptView(top.id, next, { workspace }))
    } else if (action === 'clear') surfaces.clear()
    else surfaces.pop()
    return { kind: 'closed' }
  }

  return {
    shortcut(callbackId, place, from) {
      current = from
      if (place === null) {
        return socket.send('interactive', {
          ...common(),
          type: 'shortcut',
          callback_id: callbackId,
          action_ts: workspace.nextTs(),
        })
      }
      const post = workspace.find(place.channel, place.ts)
      if (post === null) return null
      const target = { channel: post.channel, threadTs: post.threadTs, source: null }
      return socket.send('interactive', {
        ...common(),
        type: 'message_action',
        callback_id: callbackId,
        action_ts: workspace.nextTs(),
        message_ts: post.ts,
        message: slackMessage(workspace, post, false),
        channel: { id: post.channel, name: channelName(workspace, post.channel) },
        response_url: `${origin()}/response/${tickets.issueResponse(target)}`,
      })
    },
    async submit(values) {
      const view = surfaces.modals().at(-1)
      if (view === undefined) return { kind: 'closed' }
      const fields = fieldsOf(view, current)
      const filled = new Map(fields.map(({ actionId, initial }) => [actionId, values[actionId]?.trim() ?? initial]))
      const missing = fields.filter(({ actionId, optional }) => !optional && (filled.get(actionId) ?? '') === '')
      if (missing.length > 0) {
        return { kind: 'errors', errors: Object.fromEntries(missing.map(({ blockId }) => [blockId, required])) }
      }
      const state = { values: stateOf(fields, filled) }
      return outcome(
        await socket.send('interactive', {
          ...common(),
          type: 'view_submission',
          view: { ...view, state },
          response_urls: [],
        }),
      )
    },
    dismiss: () => surfaces.pop(),
    current: () => current,
    openTab(tab) {
      const home = tab === 'home' ? surfaces.home() : null
      const event = {
        type: 'app_home_opened',
        user: asker.id,
        channel: ids.direct,
        tab,
        event_ts: workspace.nextTs(),
        ...(home === null ? {} : { view: home }),
      }
      return socket.send('events_api', eventBody(workspace, event))
    },
    press(viewId, press) {
      const view = surfaces.find(viewId)
      const found = view === null ? null : findElement(view.blocks, press)
      if (view === null || found === null) return null
      return socket.send('interactive', blockActions(view, press, found))
    },
  }

  function blockActions(view: View, press: Pressed, found: NonNullable<ReturnType<typeof findElement>>) {
    const action = { ...pressed(found.element, press), block_id: found.blockId, action_ts: workspace.nextTs() }
    return {
      ...common(),
      type: 'block_actions',
      container: { type: 'view', view_id: view.id },
      view,
      actions: [action],
    }
  }
}
