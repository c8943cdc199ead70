import type { Injection, Message } from '../correlator/mail-log.ts'

export type Fate =
  | 'refused'
  | 'aborted'
  | 'dropped'
  | 'quarantined'
  | 'delivered'
  | 'bounced'
  | 'deferred'
  | 'queued'
  | 'open'

/** One try of a sender to bring one mail: a message, or a connection that never became one. */
export interface Attempt {
  readonly gateway: string
  readonly time: number
  readonly ip: string | null
  readonly host: string | null
  readonly verified: boolean | null
  readonly icid: number | null
  readonly mid: number | null
  readonly mailFrom: string | null
  /** Accepted and refused recipients that were named. */
  readonly rcptTo: readonly string[]
  readonly senderGroup: string | null
  /** A number, or null where the log gives none (`None`, `rfc1918`, `not enabled`). */
  readonly sbrs: number | null
  readonly fate: Fate
  readonly injection: Injection | null
  readonly message: Message | null
}
