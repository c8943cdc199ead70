import type { Answer, RecordOf, RecordType, Resolver } from '../../checks/resolver.ts'
import { askServer } from './exchange.ts'
import { type Reply, recordsOf, targetOf, type WireRecord } from './message.ts'
import { isSameName, toQueryName } from './name.ts'
import { type NameServer, systemServers, writeServer } from './server.ts'

export { type NameServer, parseServer } from './server.ts'

export interface DnsSettings {
  /** Asked in this order. None: those that this machine is set up with. */
  readonly servers: readonly NameServer[]
  /** After how long the next server is asked as well, while the first may still answer. */
  readonly retryAfterMs?: number
  /** When a lookup without an answer ends as a temporary error. */
  readonly deadlineMs?: number
}

type Answered = Extract<Reply, { readonly kind: 'answer' }>
type Asked = (Answered & { readonly server: string }) | { readonly kind: 'failed'; readonly reason: string }

const longestChain = 8
const rounds = 2

/**
 * A Resolver over name servers: UDP, then TCP for what was cut, the next server where one fails or keeps silent.
 * A name of which no query can be made (see toQueryName) ends as `no-data` without one: it cannot have records, and it
 * is not the zone that said so, which `no-such-name` would claim. CNAMEs are followed, eight at most; a loop is a
 * `temporary-error`. An answer that comes late but before the deadline counts, so that slow zones are seen as slow:
 * `elapsedMs` is from the first question on. Holds no cache: a question's own is `withCache` of the checks.
 */
export function dnsResolver(settings: DnsSettings): Resolver {
  const servers = settings.servers.length > 0 ? settings.servers : systemServers()
  const retryAfterMs = settings.retryAfterMs ?? 2000
  const deadlineMs = settings.deadlineMs ?? 8000
  return {
    async resolve(name, type) {
      const start = performance.now()
      const asked = toQueryName(name)
      if (asked === null) {
        return { kind: 'no-data', elapsedMs: 0 }
      }
      const stop = new AbortController()
      const deadline = setTimeout(() => stop.abort(), deadlineMs)
      const ask = (current: string) => askServers(servers, current, type, retryAfterMs, stop.signal)
      const { answer, server } = await followAliases(asked, type, ask)
      clearTimeout(deadline)
      stop.abort()
      const elapsedMs = Math.round(performance.now() - start)
      return { ...answer, elapsedMs, ...(server !== null && { server }) }
    },
  }
}

interface Followed<T extends RecordType> {
  readonly answer: Answer<RecordOf[T]>
  readonly server: string | null
}

async function followAliases<T extends RecordType>(
  name: string,
  type: T,
  ask: (name: string) => Promise<Asked>,
): Promise<Followed<T>> {
  const passed: string[] = []
  let ttl = Number.POSITIVE_INFINITY
  let authenticated = true
  let current = name
  while (true) {
    const reply = await ask(current)
    if (reply.kind === 'failed') {
      return { answer: { kind: 'temporary-error', reason: reply.reason }, server: null }
    }
    const { server } = reply
    authenticated &&= reply.authenticated
    const asked = current
    let here = ownedBy(current, reply.answers)
    let records = recordsOf(here, type)
    let alias = type === 'CNAME' ? undefined : here.find((record) => record.type === 'CNAME')
    while (records.length === 0 && alias) {
      passed.push(current.toLowerCase())
      ttl = Math.min(ttl, alias.ttl)
      current = targetOf(alias) ?? ''
      if (passed.includes(current.toLowerCase()) || passed.length > longestChain) {
        return { answer: { kind: 'temporary-error', reason: 'CNAME loop or chain too long' }, server }
      }
      here = ownedBy(current, reply.answers)
      records = recordsOf(here, type)
      alias = here.find((record) => record.type === 'CNAME')
    }
    if (records.length > 0) {
      const ttls = here.filter((record) => record.type === type).map((record) => record.ttl)
      return { answer: { kind: 'records', records, ttl: Math.min(ttl, ...ttls), authenticated }, server }
    }
    if (!reply.exists) {
      return { answer: { kind: 'no-such-name' }, server }
    }
    const target = toQueryName(current)
    if (current === asked || reply.final || target === null) {
      return { answer: { kind: 'no-data' }, server }
    }
    current = target
  }
}

function ownedBy(name: string, answers: readonly WireRecord[]): WireRecord[] {
  return answers.filter((record) => isSameName(record.name, name))
}

/**
 * Asks the servers in turn, twice around at most, each while those before it may still answer. A server that has failed
 * is not asked again. The first answer ends it.
 */
function askServers(
  servers: readonly NameServer[],
  name: string,
  type: RecordType,
  retryAfterMs: number,
  signal: AbortSignal,
): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const turns = Array.from({ length: rounds }, () => servers).flat()
    const failed = new Set<NameServer>()
    const stop = new AbortController()
    let running = 0
    let reason = 'no name server is configured'
    let timer: NodeJS.Timeout | undefined

    function end(asked: Asked): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', expire)
      stop.abort()
      resolve(asked)
    }
    function expire(): void {
      end({ kind: 'failed', reason: 'no answer in time' })
    }
    function next(): void {
      clearTimeout(timer)
      const server = turns.shift()
      if (!server) {
        if (running === 0) {
          end({ kind: 'failed', reason })
        }
        return
      }
      if (failed.has(server)) {
        next()
        return
      }
      running += 1
      timer = setTimeout(next, retryAfterMs)
      askServer(server, name, type, stop.signal).then((reply) => {
        running -= 1
        if (reply.kind === 'answer') {
          end({ ...reply, server: writeServer(server) })
        } else if (!stop.signal.aborted) {
          failed.add(server)
          reason = `${writeServer(server)}: ${reply.kind === 'failed' ? reply.reason : reply.kind}`
          next()
        }
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
