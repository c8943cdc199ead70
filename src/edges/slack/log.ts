import { type Logger, LogLevel } from '@slack/bolt'

/** Where the edge writes what it does; pino's logger is one. Never given a token or what somebody asked. */
export interface SlackLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/**
 * Our log as Bolt's. Bolt's debug lines are dropped: they repeat whole posts, and a `setLevel` of Bolt's is ours to
 * decide.
 */
export function boltLog(log: SlackLog): Logger {
  return {
    debug: () => {},
    info: (...words: unknown[]) => log.info({ from: 'bolt' }, sentence(words)),
    warn: (...words: unknown[]) => log.warn({ from: 'bolt' }, sentence(words)),
    error: (...words: unknown[]) => log.error({ from: 'bolt' }, sentence(words)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  }
}

function sentence(words: readonly unknown[]): string {
  return words.map((word) => (word instanceof Error ? word.message : String(word))).join(' ')
}
