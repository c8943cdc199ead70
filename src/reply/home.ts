import type { Line } from './reply.ts'

/** A question that the asker asked lately. */
export interface RecentQuestion {
  readonly text: string
  readonly headline: string
  /** When, in milliseconds since the epoch. */
  readonly at: number
}

export interface GatewayState {
  readonly gateway: string
  readonly state: 'asking' | 'ok' | 'failed'
  readonly words: Line
}

/** What an asker's own page shows. Serialisable. */
export interface Home {
  /** Why nothing can be asked; null where something can. */
  readonly refused: string | null
  readonly gateways: readonly GatewayState[]
  /** When the gateways were looked at; null while they are being asked for the first time. */
  readonly checkedAt: number | null
  readonly recent: readonly RecentQuestion[]
  /** What can be asked, each with what it is for. */
  readonly commands: readonly Line[]
}
