import { basename, dirname } from 'node:path'
import { createStream } from 'rotating-file-stream'
import type { Answered, Rated } from '../../answering/answered.ts'
import type { StoreLog } from './open.ts'

export interface AuditOptions {
  readonly file: string
  /** Bytes after which a new file is begun, and how many older ones are kept: `audit.jsonl.1` is the latest of them. */
  readonly bytes: number
  readonly files: number
  /** What must stand in no line, whatever somebody types. */
  readonly secrets: readonly string[]
  readonly log: StoreLog
}

/** Who asked what, where, what became of it, and whether that was right: one JSON object a line. */
export interface Audit {
  /** Never throws, and waits for nothing: where the disk does not keep up, lines are dropped and counted. */
  record(answered: Answered): void
  /** The same of what somebody said of an answer. */
  rated(rated: Rated): void
  /** Lines that were dropped, in all. */
  dropped(): number
  close(): Promise<void>
}

/** What may wait for the disk. */
const MOST_WAITING = 4 * 1024 * 1024
const LONGEST_QUESTION = 500
const TOKEN = /\bx(?:ox[a-z]|app)-[A-Za-z0-9-]{6,}/g

/** Opens the log. A file that cannot be written costs lines, never an answer: the bot's own log says so once. */
export function openAudit({ file, bytes, files, secrets, log }: AuditOptions): Audit {
  const stream = createStream(basename(file), {
    path: dirname(file),
    size: `${bytes}B`,
    rotate: files,
    mode: 0o600,
  })
  let dropped = 0
  let isBroken = false
  const trouble = (error: Error) => {
    if (!isBroken) log.warn({ reason: 'code' in error ? error.code : error.message, file }, 'the audit log failed')
    isBroken = true
  }
  stream.on('error', trouble)
  stream.on('warning', trouble)

  function withoutSecrets(text: string): string {
    let left = text.replace(TOKEN, '•••')
    for (const secret of secrets) if (secret !== '') left = left.replaceAll(secret, '•••')
    return left
  }

  function write({ at, thread, ...rest }: { readonly at: number; readonly thread: string }): void {
    if (stream.destroyed || stream.writableLength > MOST_WAITING) {
      dropped += 1
      return
    }
    const [channel = ''] = thread.split(':')
    stream.write(`${JSON.stringify({ time: new Date(at).toISOString(), channel, thread, ...rest })}\n`)
  }

  return {
    record({ at, thread, asked, ...rest }) {
      const words = withoutSecrets(asked.slice(0, LONGEST_QUESTION))
      write(Object.assign({ at, thread, asked: words }, rest))
    },
    rated: write,
    dropped: () => dropped,
    close() {
      return new Promise((resolve) => {
        if (stream.destroyed) return resolve()
        stream.once('close', resolve)
        stream.end(() => resolve())
      })
    },
  }
}
