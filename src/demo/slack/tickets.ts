import type { Workspace } from './state.ts'

/** Where the posts of one `response_url` go. */
export interface ResponseTarget {
  readonly channel: string
  readonly threadTs: string | null
  /** The post whose button was pressed; null for a slash command. */
  readonly source: string | null
}

/** The things Slack hands out for a short time: a trigger for one view, an address for a few answers. */
export interface Tickets {
  issueTrigger(): string
  /** Null where the trigger may be used, else Slack's error. Works once. */
  redeemTrigger(id: string): 'expired_trigger_id' | 'exchanged_trigger_id' | 'invalid_trigger_id' | null
  issueResponse(target: ResponseTarget): string
  /** Takes one of the five uses. */
  redeemResponse(id: string): ResponseTarget | 'expired_url' | 'used_url'
}

const triggerLasts = 3000
const responseLasts = 30 * 60_000
const responseUses = 5

/** Opens the store of tickets; times are read from the workspace's clock. */
export function openTickets(workspace: Workspace): Tickets {
  const triggers = new Map<string, { readonly until: number; used: boolean }>()
  const responses = new Map<string, { readonly target: ResponseTarget; readonly until: number; uses: number }>()
  return {
    issueTrigger() {
      const id = workspace.nextId('trigger.')
      triggers.set(id, { until: workspace.now() + triggerLasts, used: false })
      return id
    },
    redeemTrigger(id) {
      const trigger = triggers.get(id)
      if (trigger === undefined) return 'invalid_trigger_id'
      if (trigger.used) return 'exchanged_trigger_id'
      if (workspace.now() > trigger.until) return 'expired_trigger_id'
      trigger.used = true
      return null
    },
    issueResponse(target) {
      const id = crypto.randomUUID()
      responses.set(id, { target, until: workspace.now() + responseLasts, uses: 0 })
      return id
    },
    redeemResponse(id) {
      const response = responses.get(id)
      if (response === undefined || workspace.now() > response.until) return 'expired_url'
      if (response.uses >= responseUses) return 'used_url'
      response.uses += 1
      return response.target
    },
  }
}
