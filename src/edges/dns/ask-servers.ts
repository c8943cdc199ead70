import type { ExtendedError } from '../../checks/resolver.ts'
import { type Asking, askServer } from './exchange.ts'
import type { Reply } from './message.ts'
import { type NameServer, writeServer } from './server.ts'

type Answered = Extract<Reply, { readonly kind: 'answer' }>
type Asked =
  | (Answered & { readonly server: string })
  | { readonly kind: 'failed'; readonly reason: string; readonly extended?: ExtendedError }

/** UDP, UDP again (a datagram may be lost), then TCP: some firewalls let nothing else through. */
const rounds: readonly Pick<Asking, 'overTcp'>[] = [{ overTcp: false }, { overTcp: false }, { overTcp: true }]

/**
 * Asks the servers in turn, each while those before it may still answer; each round waits twice as long as the one
 * before. A server that has failed is not asked again, but over TCP where UDP did not get there. The first answer ends it. `heard` is told of every reply.
 */
export function askServers(
  servers: readonly NameServer[],
  asking: Asking,
  retryAfterMs: number,
  signal: AbortSignal,
  heard: () => void,
): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const turns = rounds.flatMap(({ overTcp }, round) =>
      servers.map((server) => ({ server, overTcp, waitMs: retryAfterMs * 2 ** round })),
    )
    /** Servers that said no; and those that nothing reaches over UDP, which TCP may still reach. */
    const failed = new Set<NameServer>()
    const unreached = new Set<NameServer>()
    const stop = new AbortController()
    let running = 0
    let end: Asked = { kind: 'failed', reason: 'no name server is configured' }
    let timer: NodeJS.Timeout | undefined

    function finish(asked: Asked): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', expire)
      stop.abort()
      resolve(asked)
    }
    function expire(): void {
      finish({ kind: 'failed', reason: 'no answer in time' })
    }
    function next(): void {
      clearTimeout(timer)
      const turn = turns.shift()
      if (!turn) {
        if (running === 0) {
          finish(end)
        }
        return
      }
      const { server, overTcp, waitMs } = turn
      if (failed.has(server) || (unreached.has(server) && !overTcp)) {
        next()
        return
      }
      running += 1
      timer = setTimeout(next, waitMs)
      askServer(server, { ...asking, overTcp }, stop.signal).then((reply) => {
        running -= 1
        if (stop.signal.aborted) return
        if (reply.kind === 'answer') {
          heard()
          finish({ ...reply, server: writeServer(server) })
          return
        }
        if (reply.kind === 'failed') {
          if (reply.unreached) {
            unreached.add(server)
          } else {
            failed.add(server)
            heard()
          }
          const { extended } = reply
          end = { kind: 'failed', reason: `${writeServer(server)}: ${reply.reason}`, ...(extended && { extended }) }
        }
        next()
      }, reject)
    }
    if (signal.aborted) {
      expire()
      return
    }
    signal.addEventListener('abort', expire)
    next()
  })
}
