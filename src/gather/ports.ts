import type { TlsSeen } from '../checks/listener/seen.ts'
import type { FetchPolicy } from '../checks/mta-sts/mta-sts.ts'
import type { Resolver } from '../checks/resolver.ts'
import type { Window } from '../correlator/ids.ts'
import type { Coverage, Gap } from '../diagnosis/evidence.ts'

/** A line as a source hands it over, before the correlator reads it. */
export interface RawLine {
  readonly text: string
  readonly file: string
  readonly number: number | null
}

/**
 * What to look for. Text is matched without regard to case, with `labels` as a domain, by whole labels, with `sender`
 * not where a line tells it of a recipient or of the next hop; ids as whole numbers. Sources may hand over more.
 */
export type Needle =
  | { readonly kind: 'text'; readonly text: string; readonly labels?: true; readonly sender?: true }
  | { readonly kind: 'ip'; readonly range: string }
  | { readonly kind: 'icid' | 'mid' | 'dcid'; readonly id: number }

/**
 * What a gateway says of its own state, or of a server, in lines that name no mail (grammar L8, L11, U3, U7, U9), by what
 * it may explain.
 */
export const stateTexts = {
  nothingCame: ['resource conservation', 'SMTP server s'],
  notDelivered: ['Deliveries are currently suspended', 'TLS was required but could not', 'maximum concurrency'],
  notProcessed: ['work queue paused', 'work queue resumed'],
} as const

/** All of them. */
export const allStateTexts: readonly string[] = Object.values(stateTexts).flat()

export interface Search {
  readonly needles: readonly Needle[]
  readonly window: Window
  /** What is asked about, within the window: where not all can be handed over, it is the latest of this. */
  readonly focus?: Window
  /** How texts begin that will be looked for later, so that a source may note where they stand. */
  readonly openings?: readonly string[]
  /** Ids may be looked for round the places where they were met, and all else that may tell of them is owed. */
  readonly near?: true
}

/** Limits of one search on one gateway. What a limit cut off is a Gap of kind `budget`. */
export interface Budget {
  readonly lines: number
  readonly bytes: number
  /** When to stop, in milliseconds since the epoch. */
  readonly deadline: number
}

export interface SearchResult {
  readonly lines: readonly RawLine[]
  readonly gaps: readonly Gap[]
  /** Seconds that the gateway's clock is ahead of UTC, from the log's own header; null where no header was read. */
  readonly utcOffset: number | null
  /** Lines the source read through, where it knows; else the lines it was sent. */
  readonly scanned: number
  /** Ids that were looked for near only. They are asked for once more, without `near`, when nothing else is to be. */
  readonly owed?: readonly Needle[]
}

export interface Health {
  readonly ok: boolean
  /** Version, role, log found, zone; or what is wrong. Keys of texts and what fills them come from the edge. */
  readonly version: string | null
  readonly utcOffset: number | null
  readonly gaps: readonly Gap[]
}

/** One gateway's mail log. Never rejects for what the world does: a dead gateway is a Gap. */
export interface LogSource {
  readonly gateway: string
  /** So many ids cost it no more in one search than one does; where more are asked for at once, fewer searches do. */
  readonly idsAtOnce?: number
  search(search: Search, budget: Budget): Promise<SearchResult>
  /** Told what will be searched for first, before all is ready for it: a source may begin to look. */
  expect?(search: Pick<Search, 'needles' | 'openings'>, budget: Budget): void
  /**
   * From when to when the log reaches, and whether the window lies provably inside. Where neither the log nor the
   * configuration names the zone of its clock, its times are read in `timeZone`.
   */
  coverage(
    window: Window,
    budget: Budget,
    timeZone?: string,
  ): Promise<{ readonly coverage: Coverage; readonly gaps: readonly Gap[] }>
  health(deadline: number): Promise<Health>
  /** The DNS as this gateway sees it, where it can be asked. Until `deadline`, in milliseconds since the epoch. */
  resolver?(deadline: number): Resolver
  /** From when to when the log reaches, proved or not, where that is told at a glance; null where no line has a time. `timeZone` as in coverage. */
  reach?(timeZone?: string): Promise<Window | null>
  close(): Promise<void>
}

/** What a listener of ours said to the probe, stage by stage. Never DATA. */
export interface ProbeStage {
  readonly stage: 'connect' | 'banner' | 'ehlo' | 'starttls' | 'mail' | 'rcpt' | 'quit'
  readonly ok: boolean
  /** The reply code, where there was a reply. */
  readonly code: number | null
  readonly text: string
  readonly ms: number
}

export interface ProbeResult {
  readonly host: string
  /** The address that was spoken to; empty where there was none. */
  readonly address: string
  /** How many addresses of the host are probed, where it is more than this one. */
  readonly addresses?: number
  readonly port: number
  readonly stages: readonly ProbeStage[]
  readonly extensions: readonly string[]
  /** Null where no handshake came to its end. */
  readonly tls: TlsSeen | null
  readonly gap: Gap | null
}

export interface SmtpProbe {
  /**
   * One result for each address of the target, of both families. `target` must be one of the listeners of the
   * configuration; anything else is refused as a Gap.
   */
  probe(target: Listener, rcptTo: string | null, deadline: number): Promise<readonly ProbeResult[]>
}

export interface Clock {
  now(): number
}

/** One thing kept. */
export interface Kept {
  readonly key: string
  readonly value: string
}

/**
 * What is kept between questions: what threads asked, questions that are being answered, watches, feedback. A key is
 * `<kind> <id>`, a value JSON (which holds no NUL: SQLite would end the text there). Times are milliseconds since the epoch. What was kept longest ago
 * is forgotten first where there is no room; what is past its `until` is forgotten in any case. Never rejects for what
 * the world does.
 */
export interface Store {
  get(key: string): Promise<string | null>
  /** Keeps a value in the place of what was there; `until` null for as long as there is room. */
  set(key: string, value: string, until: number | null): Promise<void>
  remove(key: string): Promise<void>
  /** All that is kept under keys that begin so, in the order of the keys. */
  list(prefix: string): Promise<readonly Kept[]>
  /** True for exactly one of all who ever claim the key before `until`, across restarts. */
  claim(key: string, until: number): Promise<boolean>
  /** Lets go of the file. Nothing may be asked after it. */
  close(): Promise<void>
}

/** Told while the work goes on, so that an edge can show it. */
export type Progress = (step: ProgressStep) => void

export interface ProgressStep {
  /** `candidates`, `checks:<group>`, or `gateway:<name>`. */
  readonly id: string
  readonly state: 'running' | 'done' | 'failed'
  /** Keys of `progress` texts of a language, and what fills them. */
  readonly key: string
  readonly slots: Readonly<Record<string, string | number>>
}

export interface Listener {
  readonly host: string
  readonly port: number
}

/** All that gather may touch of the world. */
export interface Ports {
  readonly sources: readonly LogSource[]
  readonly resolver: Resolver | null
  /** Each name server of the configuration alone, by its address: to be compared. None where there is but one. */
  readonly servers?: readonly { readonly name: string; readonly resolver: Resolver }[]
  /** The server open to everybody that questions go through, by its address: blocklists are not asked then. */
  readonly publicResolver?: string | null
  readonly probe: SmtpProbe | null
  readonly fetchPolicy?: FetchPolicy
  readonly clock: Clock
  readonly store: Store
}
