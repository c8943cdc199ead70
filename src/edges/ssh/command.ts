import type { Client, ClientChannel } from 'ssh2'

/**
 * How a command ended. `closed`: by itself, on a connection that still stood. `dropped`: with the connection.
 * `deadline`, `stopped`, `question`: by us. Only `closed` may be a whole answer.
 */
export type CommandEnd = 'closed' | 'dropped' | 'deadline' | 'stopped' | 'question'

export interface CommandResult {
  readonly end: CommandEnd
  /** The exit status, where one was told before the close. */
  readonly status: number | null
  /** What it said beside its answer, its first 2,000 bytes. */
  readonly errors: string
  /** Settles when the channel is gone on both sides, so that another may be opened. */
  readonly released: Promise<void>
}

/** `waiting`: what came looks like a question; `key`: like a pager, which any key moves on. */
export type Taken = 'more' | 'stop' | 'waiting' | 'key'

export interface CommandOptions {
  /** Milliseconds that are left for it. */
  readonly ms: number
  /** Milliseconds of silence after which what looks like a question is taken for one. */
  readonly quietMs: number
  readonly stdin?: string
  /** Told each chunk before the next is read, which is what holds a fast sender back. */
  take(chunk: Buffer): Taken
  /** Asked after each chunk: settles when the next may come; null where that is at once. */
  ready?(): Promise<void> | null
  /** Asked after such a silence: what to answer; null hangs up. Hangs up where it is left out. */
  reply?(): string | null
}

const graceMs = 2_000

/** Whether the other side still answers: a request that changes nothing, answered by yes or no. */
function answers(client: Client, ms: number): Promise<boolean> {
  return new Promise((done) => {
    const timer = setTimeout(() => done(false), ms)
    const tell = (alive: boolean) => {
      clearTimeout(timer)
      done(alive)
    }
    try {
      client.unforwardIn('127.0.0.1', 1, (error?: Error | null) => tell(!error?.message.startsWith('No response')))
    } catch {
      tell(false)
    }
  })
}

/**
 * Runs one command without a terminal. ssh2 tells a connection that broke in the middle as a plain close, so a close
 * without an exit status counts only once the other side has answered something else. Rejects where the command could
 * not be started.
 */
export function runCommand(client: Client, command: string, options: CommandOptions): Promise<CommandResult> {
  return new Promise((done, failed) => {
    let status: number | null = null
    let errors = ''
    let settled = false
    let gone = false
    let quiet: NodeJS.Timeout | undefined
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })

    const settle = (end: CommandEnd) => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      clearTimeout(quiet)
      client.removeListener('close', lost)
      done({ end, status, errors, released })
    }
    const lost = () => {
      gone = true
      release()
      settle('dropped')
    }
    const abandon = (end: CommandEnd, channel: ClientChannel | null) => {
      if (settled) return
      settle(end)
      const timer = setTimeout(() => client.destroy(), channel ? graceMs : 0)
      void released.then(() => clearTimeout(timer))
      client.once('close', release)
      channel?.close()
    }
    const silent = (channel: ClientChannel) => {
      const words = options.reply?.() ?? null
      if (words === null) abandon('question', channel)
      else channel.write(words)
    }
    let opened: ClientChannel | null = null
    const timer = setTimeout(() => abandon('deadline', opened), Math.max(1, options.ms))
    client.once('close', lost)

    const follow = (channel: ClientChannel) => {
      opened = channel
      channel.on('error', () => undefined)
      channel.stderr.on('data', (bytes: Buffer) => {
        if (errors.length < 2_000) errors += bytes.toString('utf8').slice(0, 2_000)
      })
      channel.on('exit', (code: number | null) => {
        status = code
      })
      channel.on('data', (chunk: Buffer) => {
        clearTimeout(quiet)
        if (settled) return
        const taken = options.take(chunk)
        if (taken === 'stop') abandon('stopped', channel)
        const ready = options.ready?.() ?? null
        if (ready) {
          channel.pause()
          void ready.then(() => channel.resume())
        }
        if (taken === 'key') channel.write(' ')
        if (taken === 'waiting') quiet = setTimeout(() => silent(channel), options.quietMs)
      })
      channel.on('close', async () => {
        release()
        if (settled || gone) return
        clearTimeout(quiet)
        const whole = status !== null || (await answers(client, Math.min(graceMs, options.ms)))
        settle(whole ? 'closed' : 'dropped')
      })
      if (options.stdin !== undefined) channel.end(options.stdin)
    }

    try {
      client.exec(command, { pty: false }, (error, channel) => {
        if (!error) {
          follow(channel)
          if (settled) channel.close()
          return
        }
        release()
        if (settled) return
        settled = true
        clearTimeout(timer)
        client.removeListener('close', lost)
        failed(error)
      })
    } catch (error) {
      settled = true
      clearTimeout(timer)
      client.removeListener('close', lost)
      failed(error)
    }
  })
}
