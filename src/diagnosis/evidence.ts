import type { CheckResult } from '../checks/check.ts'
import type { About, Window } from '../correlator/ids.ts'
import type { LogLine } from '../correlator/line.ts'
import type { MailLog } from '../correlator/mail-log.ts'
import type { Attempt } from './attempts.ts'

/** Everything the rules may read. They read nothing else: no clock, no network, no configuration. */
export interface Evidence {
  readonly asked: Asked
  readonly ours: Ours
  readonly log: MailLog
  /** What the sender tried, in order of time, inside the window asked about (or the wider one; see `widened`). */
  readonly attempts: readonly Attempt[]
  /** Attempts of the same sender before the window: what used to happen. In order of time. */
  readonly history: readonly Attempt[]
  /** True where nothing was found inside the window asked about and the attempts come from around it. */
  readonly widened: boolean
  readonly candidates: readonly Candidate[]
  readonly checks: readonly CheckResult[]
  readonly coverage: readonly Coverage[]
  readonly gaps: readonly Gap[]
}

export interface Asked {
  readonly about: About
  /** An address or a domain of ours, lower case; null where the asker named none. */
  readonly recipient: string | null
  readonly window: Window
  /** False where the window is our own default. */
  readonly windowStated: boolean
  readonly now: number
}

/** What the configuration says is ours. */
export interface Ours {
  readonly domains: readonly string[]
  /** Public addresses of the gateways' listeners, and of anything else our MX may rightly point at. */
  readonly addresses: readonly string[]
  readonly mxHosts: readonly string[]
}

/** An address or range the sender may send from, and how we came to it. */
export interface Candidate {
  /** `192.0.2.7` or `192.0.2.0/24`. */
  readonly range: string
  readonly from: 'spf' | 'mx' | 'a' | 'log' | 'asked'
  /** The path in words of the zone: `example.com → include:spf.example.net → ip4:192.0.2.0/24`. */
  readonly path: string
}

/** From when to when the logs that were read reach, for one gateway. */
export interface Coverage {
  readonly gateway: string
  /** Null where nothing could be read. */
  readonly from: number | null
  readonly to: number | null
  /** True only where the logs provably hold the whole window asked about. */
  readonly complete: boolean
  /** Lines that were read (a gateway's own grep: lines that it sent). */
  readonly lines: number
  readonly unrecognised: number
  readonly gaps: readonly Window[]
  /**
   * The zone in which its times were read without anybody having said so, the asker's own: neither the log nor the
   * configuration names one. Not there where one of them does.
   */
  readonly assumedTimeZone?: string
  /** The zone in which stamps were read that say none, as far as the log's own offset agrees: the configured one, or the asker's. */
  readonly timeZone?: string
}

/** What could not be found out. A value: never an exception, never silence. */
export interface Gap {
  /** The gateway, the name server or the host it concerns. */
  readonly where: string
  readonly kind: GapKind
  /** The other side's own words, at most one line, with no secret in it. */
  readonly detail: string
  /** Of a limit by which only the latest lines were read: from when to when those are. */
  readonly read?: Window
}

export type GapKind =
  | 'unreachable'
  | 'refused'
  | 'timeout'
  | 'host-key'
  | 'login'
  | 'role'
  | 'no-log'
  | 'partial'
  | 'budget'
  | 'narrowed'
  | 'too-broad'
  | 'not-enumerable'
  | 'dns'
  | 'debug-log'
  | 'unreadable'
  | 'not-permitted'
  | 'crashed'

/** A line that proves something. */
export type Cite = Pick<LogLine, 'gateway' | 'file' | 'number' | 'text' | 'time'>
