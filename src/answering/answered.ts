import type { Rating } from '../reply/desk.ts'

/** How a question ended. */
export type Outcome =
  | 'answered'
  /** Not understood, or misused. */
  | 'not-understood'
  /** No gateway could be read. */
  | 'unreadable'
  | 'refused'
  /** Turned away, because too many wait. */
  | 'too-many'
  /** A bug. */
  | 'failed'
  /** The process was stopped first. */
  | 'stopped'

/** One question and what became of it: what the audit log and the metrics are made of. */
export interface Answered {
  /** When it was asked, in milliseconds since the epoch. */
  readonly at: number
  readonly asker: string
  readonly thread: string
  /** The words as they were asked. */
  readonly asked: string
  readonly verb: string
  /** The gateways that were read for it. */
  readonly gateways: readonly string[]
  readonly outcome: Outcome
  /** The verdict's cause; null where there is none. */
  readonly cause: string | null
  readonly ms: number
  /** Milliseconds of that until it was its turn. */
  readonly waitedMs: number
  /** True where it was answered together with the same question of another. */
  readonly merged: boolean
}

/** What somebody said of an answer, and when, in milliseconds since the epoch. */
export interface Rated extends Rating {
  readonly at: number
}
