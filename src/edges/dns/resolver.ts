import type { Answer, RecordOf, RecordType, Resolver } from '../../checks/resolver.ts'
import { askServers } from './ask-servers.ts'
import { recordsOf, targetOf, type WireRecord } from './message.ts'
import { isSameName, toQueryName } from './name.ts'
import { keepPatience } from './patience.ts'
import { type NameServer, systemServers, writeServer } from './server.ts'

export { type NameServer, parseServer, publicResolverAmong } from './server.ts'

export interface DnsSettings {
  /** Asked in this order. None: those that this machine is set up with. */
  readonly servers: readonly NameServer[]
  /** After how long the next server is asked as well, while the first may still answer. */
  readonly retryAfterMs?: number
  /** When a lookup without an answer ends as a temporary error. */
  readonly deadlineMs?: number
}

type Asked = Awaited<ReturnType<typeof askServers>>

const longestChain = 8

/**
 * A Resolver over name servers: UDP, then TCP for what was cut, the next server where one fails or keeps silent.
 * A name of which no query can be made (see toQueryName) ends as `no-data` without one: it cannot have records, and it
 * is not the zone that said so, which `no-such-name` would claim. CNAMEs are followed, eight at most; a loop is a
 * `temporary-error`. An answer that comes late but before the deadline counts, so that slow zones are seen as slow:
 * `elapsedMs` is from the first question on. Holds no answers: a question's own cache is `withCache` of the checks. It
 * does remember silence (see patience.ts), so that what never answers is waited for once and not in every check.
 */
export function dnsResolver(settings: DnsSettings): Resolver {
  const servers = settings.servers.length > 0 ? settings.servers : systemServers()
  const retryAfterMs = settings.retryAfterMs ?? 800
  const patience = keepPatience(settings.deadlineMs ?? 5000)
  return {
    async resolve(name, type, how) {
      const start = performance.now()
      const asked = toQueryName(name)
      if (asked === null) {
        return { kind: 'no-data', elapsedMs: 0 }
      }
      const stop = new AbortController()
      const deadline = setTimeout(() => stop.abort(), patience.for(asked, start))
      const unvalidated = how?.unvalidated ?? false
      const heard = () => patience.heard(performance.now())
      const ask = (current: string) =>
        askServers(servers, { name: current, type, unvalidated, overTcp: false }, retryAfterMs, stop.signal, heard)
      const { answer, server } = await followAliases(asked, type, ask)
      clearTimeout(deadline)
      const ran = stop.signal.aborted
      stop.abort()
      const end = performance.now()
      if (ran) patience.spent(asked, start, end)
      else patience.answered(asked)
      const elapsedMs = Math.round(end - start)
      return { ...answer, elapsedMs, ...(server !== null && { server }) }
    },
  }
}

/** Each server alone, by its address, so that their answers can be compared. None given: the system's. */
export function eachServer(servers: readonly NameServer[]): readonly { name: string; resolver: Resolver }[] {
  return (servers.length > 0 ? servers : systemServers()).map((server) => ({
    name: writeServer(server),
    resolver: dnsResolver({ servers: [server] }),
  }))
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
      const { reason, extended } = reply
      return { answer: { kind: 'temporary-error', reason, ...(extended && { extended }) }, server: null }
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
    const negative = { authenticated, ...(reply.negativeTtl !== null && { ttl: Math.min(ttl, reply.negativeTtl) }) }
    if (!reply.exists) {
      return { answer: { kind: 'no-such-name', ...negative }, server }
    }
    const target = toQueryName(current)
    if (current === asked || reply.final || target === null) {
      return { answer: { kind: 'no-data', ...negative }, server }
    }
    current = target
  }
}

function ownedBy(name: string, answers: readonly WireRecord[]): WireRecord[] {
  return answers.filter((record) => isSameName(record.name, name))
}
