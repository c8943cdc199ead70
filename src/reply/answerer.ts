import type { Reply } from './reply.ts'

/** What an edge hands over when somebody asks. */
export interface Ask {
  /** The words, with the edge's own markup already taken off. May begin with a verb (`why`, `dns`, `help` …). */
  readonly text: string
  /** The same for every post of one thread, for example `C123:1700000000.000100`. */
  readonly thread: string
  /** False for a post in a thread that did not name the bot: only answered where it is a follow-up. */
  readonly addressed: boolean
  /** Who asks, as the edge knows them. */
  readonly asker: string
  /** True where nobody else can read it: a direct message. */
  readonly isDirect: boolean
  /** Those of the user groups that matter here that the asker is in. */
  readonly groups: readonly string[]
  /** BCP 47 tag from the edge, for example `fr-CH`; empty where unknown. */
  readonly locale: string
  /** IANA zone of the asker, or empty for the configured one. */
  readonly timeZone: string
}

/** What is being done, in the asker's language. */
export interface Working {
  readonly title: string
  readonly tasks: readonly WorkingTask[]
}

export interface WorkingTask {
  readonly id: string
  readonly title: string
  readonly state: 'pending' | 'running' | 'done' | 'failed'
}

/** The core as the edges see it. */
export interface Answerer {
  /**
   * Answers, telling `show` what it does meanwhile. Ends in null where an unaddressed post was no follow-up and nothing
   * must be said. Rejects only for a bug.
   */
  answer(ask: Ask, show: (working: Working) => void): Promise<Reply | null>
  /** Whether this thread has been answered before, so that an unaddressed post in it may be a follow-up. */
  knows(thread: string): Promise<boolean>
}
