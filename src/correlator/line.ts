export type Level = 'Info' | 'Warning' | 'Critical' | 'Alert' | 'Debug' | 'Trace'

/** One physical line of a log, as it was read, and what its envelope says. */
export interface LogLine {
  /** The name the configuration gives the gateway; `-` where the caller gave none. */
  readonly gateway: string
  /** The file's name as the source knows it, for example `mail.current`. */
  readonly file: string
  /** Counted from 1 in that file; null where the source cannot know it (a gateway's own grep). */
  readonly number: number | null
  /** The whole line without its line end. */
  readonly text: string
  /** Milliseconds since the epoch, UTC. */
  readonly time: number
  readonly level: Level
  /** What follows `Info: `, trimmed at its end. */
  readonly message: string
}
