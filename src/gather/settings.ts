import type { Blocklists } from '../checks/blocklist/blocklist.ts'
import type { Ours } from '../diagnosis/evidence.ts'
import type { Listener } from './ports.ts'

/** What gather and the commands need to know of the configuration. */
export interface Settings {
  readonly ours: Ours
  readonly listeners: readonly Listener[]
  /** The one address, ours, that `probe` may name to our listeners. None: RCPT TO is not said. */
  readonly probeRecipient?: string
  /** Blocklists that may be asked; none are, where it is not there. */
  readonly blocklists?: Pick<Blocklists, 'addresses' | 'domains'>
  /** IANA zone in which times are read and written where the asker's own is not known. */
  readonly timeZone: string
  readonly language: string
  /** Zone of a gateway's clock, where its log does not tell. By gateway. */
  readonly zones: Readonly<Record<string, string>>
  readonly limits: Limits
}

/** The most that one question may cost on one gateway. */
export interface Limits {
  readonly lines: number
  readonly bytes: number
  readonly seconds: number
  /** Searches one after the other: text, addresses, then ids until nothing new is named. */
  readonly rounds: number
  /** Ids asked for in one round; the latest are taken. */
  readonly ids: number
}

export const defaultLimits: Limits = { lines: 50_000, bytes: 20_000_000, seconds: 45, rounds: 8, ids: 200 }
