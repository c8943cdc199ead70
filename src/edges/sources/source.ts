import type { z } from 'zod'
import type { LogSource } from '../../gather/ports.ts'

/** What a source may ask of its surroundings when it is opened. */
export interface Surroundings {
  /** A secret by the name of its environment variable. Only config.ts reads the environment. */
  secret(name: string): string | undefined
  now(): number
  /** How a silent connection is found out: asked after so many milliseconds, given up after so many without an answer. */
  readonly keepalive?: { readonly everyMs: number; readonly unanswered: number }
}

/** A kind of log source: the shape of its configuration, and how one is opened. Opening connects to nothing. */
export interface SourceKind<Config extends z.ZodType> {
  readonly name: string
  readonly config: Config
  open(gateway: string, config: z.infer<Config>, surroundings: Surroundings): LogSource
}

export function defineSource<Config extends z.ZodType>(kind: SourceKind<Config>): SourceKind<Config> {
  return kind
}
