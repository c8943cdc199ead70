export type RecordType = 'A' | 'AAAA' | 'MX' | 'TXT' | 'PTR' | 'NS' | 'SOA' | 'CNAME' | 'TLSA'

export interface MxRecord {
  readonly exchange: string
  readonly priority: number
}

export interface TlsaRecord {
  readonly usage: number
  readonly selector: number
  readonly matchingType: number
  /** Lower-case hex. */
  readonly certificate: string
}

/** Strings for A, AAAA, PTR, NS, CNAME and SOA (its MNAME); names without their last dot. TXT: the strings of one record. */
export interface RecordOf {
  A: string
  AAAA: string
  PTR: string
  NS: string
  CNAME: string
  SOA: string
  MX: MxRecord
  TXT: readonly string[]
  TLSA: TlsaRecord
}

/**
 * How a lookup ends. Four outcomes, never mixed (RFC 2308, RFC 7208 section 5): a time-out or SERVFAIL is a
 * `temporary-error` and says nothing about the zone.
 */
export type Answer<R> =
  | {
      readonly kind: 'records'
      readonly records: readonly R[]
      readonly ttl?: number
      readonly authenticated?: boolean
    }
  | { readonly kind: 'no-data' }
  | { readonly kind: 'no-such-name' }
  | { readonly kind: 'temporary-error'; readonly reason?: string }

/**
 * The only way a check reaches the DNS. Never rejects: what goes wrong is a `temporary-error`. CNAMEs are followed by
 * the resolver. `elapsedMs` and `server` are there where the resolver measured them.
 */
export interface Resolver {
  resolve<T extends RecordType>(
    name: string,
    type: T,
  ): Promise<Answer<RecordOf[T]> & { readonly elapsedMs?: number; readonly server?: string }>
}
