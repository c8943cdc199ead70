import { setTimeout as pause } from 'node:timers/promises'
import type { WebClient } from '@slack/web-api'
import { reasonOf } from './call.ts'
import type { SlackLog } from './log.ts'

/** Who is in which user group, as far as the configuration names them. Asked for seldom: 20 times a minute is the most. */
export interface Groups {
  /** The groups that the person is in. Never throws; where Slack does not tell in time, what it told before holds. */
  of(client: WebClient, user: string): Promise<readonly string[]>
}

const FRESH_MS = 10 * 60_000
const PATIENCE_MS = 3_000

interface Members {
  users: ReadonlySet<string>
  askedAt: number
  asking: Promise<void> | null
}

export function createGroups(groups: readonly string[], log: SlackLog, now: () => number): Groups {
  const known = new Map<string, Members>(
    groups.map((group) => [group, { users: new Set(), askedAt: Number.NEGATIVE_INFINITY, asking: null }]),
  )

  async function look(client: WebClient, group: string, members: Members): Promise<void> {
    try {
      const { users = [] } = await client.usergroups.users.list({ usergroup: group })
      members.users = new Set(users)
      members.askedAt = now()
    } catch (error) {
      log.warn({ reason: reasonOf(error), group }, 'who is in a user group is not known')
    } finally {
      members.asking = null
    }
  }

  return {
    async of(client, user) {
      const asking = [...known].flatMap(([group, members]) => {
        if (now() - members.askedAt < FRESH_MS) return []
        members.asking ??= look(client, group, members)
        return members.asking
      })
      if (asking.length > 0) await Promise.race([Promise.all(asking), pause(PATIENCE_MS, undefined, { ref: false })])
      return [...known].flatMap(([group, { users }]) => (users.has(user) ? group : []))
    },
  }
}
