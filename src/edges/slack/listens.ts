import type { Action } from '../../reply/reply.ts'

/**
 * All that the bot listens to and calls, as data: `hear.ts` registers from it, and a test holds manifest.yml against
 * it. An optional scope may be refused when the app is installed; then the bot is deaf to that event and no more.
 */
export const LISTENS = {
  command: { name: '/mail', scope: 'commands' },
  shortcuts: [
    { callback: 'postmaster_complaint', type: 'message', name: "Why didn't this arrive?" },
    { callback: 'postmaster_ask', type: 'global', name: 'Ask about a mail' },
  ],
  /** The form that the shortcuts open. */
  view: { callback: 'postmaster_form' },
  /** The buttons of App Home. */
  home: { ask: 'postmaster_home_ask', again: 'postmaster_home_again' },
  events: [
    // Needs no scope; views.publish neither.
    { event: 'app_home_opened' },
    { event: 'app_mention', scope: 'app_mentions:read' },
    { event: 'message.channels', scope: 'channels:history' },
    { event: 'message.groups', scope: 'groups:history', optional: true },
    { event: 'message.im', scope: 'im:history' },
  ],
  /** Suggested prompts, posts and their updates, the file of the evidence, the reaction on the question; how the asker reads. */
  calls: [
    { scope: 'assistant:write', optional: true },
    { scope: 'chat:write' },
    { scope: 'files:write' },
    { scope: 'reactions:write' },
    { scope: 'usergroups:read', optional: true },
    { scope: 'users:read', optional: true },
  ],
  /** The pair of buttons that say whether an answer was right. */
  rating: 'postmaster_rating',
  actions: ['widen', 'again', 'lines', 'note', 'probe', 'watch', 'unwatch'],
} as const satisfies {
  command: { name: `/${string}`; scope: string }
  shortcuts: readonly { callback: string; type: 'message' | 'global'; name: string }[]
  view: { callback: string }
  home: { ask: string; again: string }
  events: readonly { event: string; scope?: string; optional?: boolean }[]
  calls: readonly { scope: string; optional?: boolean }[]
  rating: string
  actions: readonly Action['id'][]
}

/** Bolt listens to `message`, the manifest subscribes to `message.im` and the like. */
export type EventType = HeadOf<(typeof LISTENS.events)[number]['event']>
type HeadOf<Name extends string> = Name extends `${infer Head}.${string}` ? Head : Name

/** The types to register, each once. */
export function eventTypes(): EventType[] {
  return [...new Set(LISTENS.events.map(({ event }) => event.split('.')[0] as EventType))]
}

/** Stable, since buttons outlive the version that drew them. `nth` tells two buttons of one kind in a post apart. */
export function actionIdFor(id: Action['id'], nth: number): string {
  return nth === 0 ? `postmaster_${id}` : `postmaster_${id}_${nth + 1}`
}

/** The kind of button an action id belongs to; null for one that this version did not draw. */
export function actionOf(actionId: string): Action['id'] | null {
  const [prefix, id, nth, ...others] = actionId.split('_')
  if (prefix !== 'postmaster' || others.length > 0 || (nth !== undefined && !/^\d{1,2}$/.test(nth))) return null
  return LISTENS.actions.find((known) => known === id) ?? null
}
