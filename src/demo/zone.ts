import type { AskedHow, RecordOf, RecordType, Resolver } from '../checks/resolver.ts'
import { parseZone } from './zone-file.ts'

export { parseZone }

/** One record of a zone. `name` is lower case, without its last dot; `data` is as in RecordOf. */
export type ZoneRecord = {
  readonly [T in RecordType]: {
    readonly name: string
    readonly type: T
    readonly ttl: number
    readonly data: RecordOf[T]
  }
}[RecordType]

/**
 * What goes wrong on purpose, from a `$` line of the zone. `type` null: for every type. `bogus`: DNSSEC does not hold,
 * so a server that checks it fails unless it is asked not to; `signed` is no trouble: it holds.
 */
export interface Trouble {
  readonly kind: 'slow' | 'servfail' | 'silent' | 'tcponly' | 'bogus' | 'signed'
  /** A name, or `*.name` for all names under it. */
  readonly name: string
  readonly type: RecordType | null
  /** Milliseconds; 0 for all but `slow`. */
  readonly ms: number
}

export interface Zone {
  readonly records: ReadonlyMap<string, readonly ZoneRecord[]>
  readonly troubles: readonly Trouble[]
}

/** What the zone holds for a question. `chain` are the CNAMEs passed, `names` all names looked at, in order. */
export interface ZoneAnswer {
  readonly kind: 'records' | 'no-data' | 'no-such-name' | 'loop'
  readonly chain: readonly ZoneRecord[]
  readonly records: readonly ZoneRecord[]
  readonly names: readonly string[]
}

const longestChain = 8

/** What a resolver that checks DNSSEC says of a bogus zone (RFC 8914 section 4.7). */
export const bogus = { code: 6, text: 'validation failure' } as const

/**
 * Looks a name up as an authoritative server does: CNAMEs followed, `*.` names as wildcards, a name that only has names
 * under it as existing without data (RFC 8020). Names outside the zone do not exist: the zone is all there is.
 */
export function lookUp(zone: Zone, name: string, type: RecordType): ZoneAnswer {
  const chain: ZoneRecord[] = []
  const names: string[] = []
  let current = name.toLowerCase().replace(/\.$/, '')
  while (!names.includes(current) && chain.length <= longestChain) {
    names.push(current)
    const here = recordsAt(zone, current)
    if (!here) {
      return { kind: 'no-such-name', chain, records: [], names }
    }
    const records = here.filter((record) => record.type === type)
    if (records.length > 0) {
      return { kind: 'records', chain, records, names }
    }
    const alias = here.find((record) => record.type === 'CNAME')
    if (alias?.type !== 'CNAME') {
      return { kind: 'no-data', chain, records: [], names }
    }
    chain.push(alias)
    current = alias.data.toLowerCase()
  }
  return { kind: 'loop', chain, records: [], names }
}

/** The troubles laid on any of these names for this type. */
export function troublesOf(zone: Zone, names: readonly string[], type: RecordType): readonly Trouble[] {
  return zone.troubles.filter(
    (trouble) => (trouble.type === null || trouble.type === type) && names.some((name) => covers(trouble.name, name)),
  )
}

/**
 * A Resolver over zone text, without sockets: for tests and recorded answers. `$SERVFAIL` and `$SILENT` end as
 * `temporary-error`, `$SLOW` only sets `elapsedMs` (nothing waits), `$TCPONLY` changes nothing.
 * Throws where the text is no zone: that is a mistake of its author.
 */
export function zoneResolver(text: string): Resolver {
  const zone = parseZone(text)
  return {
    async resolve<T extends RecordType>(name: string, type: T, how?: AskedHow) {
      const found = lookUp(zone, name, type)
      const troubles = troublesOf(zone, found.names, type)
      const elapsedMs = Math.max(0, ...troubles.map((trouble) => trouble.ms))
      const measured = { elapsedMs, server: 'zone' }
      const broken = troubles.find((trouble) => trouble.kind === 'servfail' || trouble.kind === 'silent')
      if (broken) {
        const reason = broken.kind === 'silent' ? 'no answer' : 'SERVFAIL'
        return { kind: 'temporary-error', reason, ...measured }
      }
      const kinds = new Set(troubles.map(({ kind }) => kind))
      if (kinds.has('bogus') && !how?.unvalidated) {
        return { kind: 'temporary-error', reason: 'SERVFAIL', extended: bogus, ...measured }
      }
      const authenticated = kinds.has('signed')
      if (found.kind === 'loop') {
        return { kind: 'temporary-error', reason: 'CNAME loop', ...measured }
      }
      if (found.kind !== 'records') {
        return { kind: found.kind, authenticated, ...measured }
      }
      const ttl = Math.min(...[...found.chain, ...found.records].map((record) => record.ttl))
      const records = found.records.filter((record) => isOfType(record, type)).map((record) => record.data)
      return { kind: 'records', records, ttl, authenticated, ...measured }
    },
  }
}

function isOfType<T extends RecordType>(
  record: ZoneRecord,
  type: T,
): record is ZoneRecord & { readonly type: T; readonly data: RecordOf[T] } {
  return record.type === type
}

function recordsAt(zone: Zone, name: string): readonly ZoneRecord[] | undefined {
  const own = zone.records.get(name)
  if (own) {
    return own
  }
  for (const other of zone.records.keys()) {
    if (other.endsWith(`.${name}`)) {
      return []
    }
  }
  const dot = name.indexOf('.')
  const wildcard = dot < 0 ? undefined : zone.records.get(`*${name.slice(dot)}`)
  return wildcard?.map((record) => ({ ...record, name }))
}

function covers(pattern: string, name: string): boolean {
  return pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : name === pattern
}
