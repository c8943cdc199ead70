import type { Client } from 'ssh2'
import type { Surroundings } from '../sources/source.ts'
import { openCircuit } from './circuit.ts'
import { type CommandOptions, type CommandResult, runCommand } from './command.ts'
import { connectTo } from './connection.ts'
import { type FileChannel, openFileChannel } from './file-channel.ts'
import type { Login } from './login.ts'
import { Trouble } from './trouble.ts'

/** One connection to one host, made when it is first needed, kept, and made again after a drop. */
export interface Session {
  /**
   * Runs a command, at most two at once; others wait for their turn. `deadline` in milliseconds since the epoch. Rejects
   * where it could not be started, with an error that gapOf can tell.
   */
  run(command: string, options: Omit<CommandOptions, 'ms'> & { readonly deadline: number }): Promise<CommandResult>
  /** Opens a channel for files, which counts as a command until it is closed. Rejects as `run` does. */
  files(deadline: number): Promise<FileChannel>
  close(): Promise<void>
}

const atOnce = 2
const handshakeMs = 20_000
/** Unused for so long, a connection is given up before the gateway gives it up. */
const idleMs = 300_000

/** Opens nothing yet. */
export function openSession(login: Login, surroundings: Surroundings): Session {
  let connecting: Promise<Client> | null = null
  let current: Client | null = null
  const circuit = openCircuit(() => surroundings.now())
  let idle: NodeJS.Timeout | undefined
  let closed = false
  let running = 0
  const waiting: (() => void)[] = []

  const leave = () => {
    running -= 1
    waiting.shift()?.()
    if (running > 0) return
    idle = setTimeout(() => current?.end(), idleMs)
    idle.unref()
  }

  const enter = async (deadline: number) => {
    clearTimeout(idle)
    if (running >= atOnce) {
      await new Promise<void>((turn, failed) => {
        const go = () => {
          clearTimeout(timer)
          turn()
        }
        const timer = setTimeout(
          () => {
            waiting.splice(waiting.indexOf(go), 1)
            failed(new Trouble('budget', 'the time ran out before it was this command’s turn'))
          },
          Math.max(1, deadline - surroundings.now()),
        )
        waiting.push(go)
      })
    }
    running += 1
  }

  const connect = async (deadline: number): Promise<Client> => {
    const now = surroundings.now()
    if (closed) throw new Trouble('refused', 'the source is closed')
    circuit.check()
    try {
      const client = await connectTo(login, surroundings, Math.min(deadline, now + handshakeMs))
      current = client
      client.once('close', () => {
        if (current === client) current = null
      })
      circuit.worked()
      if (closed) client.end()
      return client
    } catch (error) {
      circuit.failed(error, surroundings.now() - now)
      throw error
    }
  }

  const client = (deadline: number): Promise<Client> => {
    if (current) return Promise.resolve(current)
    connecting ??= connect(deadline).finally(() => {
      connecting = null
    })
    return connecting
  }

  const discard = (broken: Client | null) => {
    broken?.destroy()
    if (current === broken) current = null
  }

  return {
    async run(command, { deadline, ...options }) {
      await enter(deadline)
      try {
        const ms = () => deadline - surroundings.now()
        let heard = false
        const take = (chunk: Buffer) => {
          heard = true
          return options.take(chunk)
        }
        let used: Client | null = null
        const start = async () => {
          used = await client(deadline)
          return runCommand(used, command, { ...options, take, ms: ms() })
        }
        const first = await start().catch((error: unknown) => {
          if (error instanceof Error && error.message === 'Not connected') return null
          throw error
        })
        // The kept connection had broken since the last command: nothing was answered, so one new one is worth a try.
        const again = first === null || (first.end === 'dropped' && !heard)
        if (again) discard(used)
        const result = again ? await start() : first
        void result.released.then(leave)
        return result
      } catch (error) {
        leave()
        throw error
      }
    },
    async files(deadline) {
      await enter(deadline)
      try {
        const used = await client(deadline)
        return await openFileChannel(used, deadline - surroundings.now(), leave)
      } catch (error) {
        leave()
        throw error
      }
    },
    async close() {
      closed = true
      clearTimeout(idle)
      const client = current ?? (await connecting?.catch(() => null))
      if (!client || !current) return
      await new Promise<void>((done) => {
        const timer = setTimeout(() => client.destroy(), 1_000)
        client.once('close', () => {
          clearTimeout(timer)
          done()
        })
        client.end()
      })
    },
  }
}
