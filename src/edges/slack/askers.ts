import { setTimeout as pause } from 'node:timers/promises'
import type { WebClient } from '@slack/web-api'
import type { Ask } from '../../reply/answerer.ts'
import { reasonOf } from './call.ts'
import { createGroups } from './groups.ts'
import type { SlackLog } from './log.ts'

/** How an asker reads: empty strings where Slack does not say, and the configured language and zone then hold. */
export type Reads = Pick<Ask, 'locale' | 'timeZone' | 'groups'>
export type Manners = Omit<Reads, 'groups'>

/** What Slack knows of the people who ask, remembered for some hours. */
export interface Askers {
  /** Never throws and takes a second at most, three where groups count: a late or refused answer is as good as none. */
  readsOf(client: WebClient, user: string): Promise<Reads>
  /** The same without groups, within a second: for our own words, and for a form that must open at once. */
  mannersOf(client: WebClient, user: string): Promise<Manners>
}

const PATIENCE_MS = 1_000
const REMEMBERED_MS = 6 * 3_600_000
const FORGOTTEN_MS = 10 * 60_000
const MOST = 1_000
const UNKNOWN: Manners = { locale: '', timeZone: '' }

export function createAskers(log: SlackLog, now: () => number, groups: readonly string[]): Askers {
  const inGroups = createGroups(groups, log, now)
  const known = new Map<string, { readonly reads: Promise<Manners>; until: number }>()

  async function look(client: WebClient, user: string): Promise<Manners> {
    const { user: person } = await client.users.info({ user, include_locale: true })
    return { locale: person?.locale ?? '', timeZone: person?.tz ?? '' }
  }

  async function mannersOf(client: WebClient, user: string): Promise<Manners> {
    const before = known.get(user)
    if (before !== undefined && before.until > now()) return await soon(before.reads)
    const entry = { reads: Promise.resolve(UNKNOWN), until: now() + REMEMBERED_MS }
    entry.reads = look(client, user).catch((error: unknown) => {
      log.info({ reason: reasonOf(error) }, "the asker's language and time zone are not known")
      entry.until = now() + FORGOTTEN_MS
      return UNKNOWN
    })
    known.delete(user)
    known.set(user, entry)
    for (const oldest of known.keys()) {
      if (known.size <= MOST) break
      known.delete(oldest)
    }
    return await soon(entry.reads)
  }

  return {
    mannersOf,
    async readsOf(client, user) {
      const [manners, own] = await Promise.all([mannersOf(client, user), inGroups.of(client, user)])
      return { ...manners, groups: own }
    },
  }
}

async function soon(reads: Promise<Manners>): Promise<Manners> {
  return await Promise.race([reads, pause(PATIENCE_MS, UNKNOWN, { ref: false })])
}
