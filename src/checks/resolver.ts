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

/** What the server said beside a failure (RFC 8914): 6, 7, 9 and 10 are DNSSEC, 22 and 23 name servers out of reach. */
export interface ExtendedError {
  readonly code: number
  readonly text: string
}

/**
 * How a lookup ends. Four outcomes, never mixed (RFC 2308, RFC 7208 section 5): a time-out or SERVFAIL is a
 * `temporary-error` and says nothing about the zone. `ttl` in seconds: how long the answer may be held elsewhere (of
 * "no", RFC 2308 section 5). `authenticated`: the server checked it by DNSSEC (AD bit).
 */
export type Answer<R> =
  | {
      readonly kind: 'records'
      readonly records: readonly R[]
      readonly ttl?: number
      readonly authenticated?: boolean
    }
  | { readonly kind: 'no-data'; readonly ttl?: number; readonly authenticated?: boolean }
  | { readonly kind: 'no-such-name'; readonly ttl?: number; readonly authenticated?: boolean }
  | { readonly kind: 'temporary-error'; readonly reason?: string; readonly extended?: ExtendedError }

export interface AskedHow {
  /** Wants the answer also where DNSSEC does not hold (CD bit, RFC 4035 section 3.2.2). */
  readonly unvalidated?: boolean
}

/**
 * The only way a check reaches the DNS. Never rejects: what goes wrong is a `temporary-error`. CNAMEs are followed by
 * the resolver. `elapsedMs` and `server` are there where the resolver measured them.
 */
export interface Resolver {
  resolve<T extends RecordType>(
    name: string,
    type: T,
    how?: AskedHow,
  ): Promise<Answer<RecordOf[T]> & { readonly elapsedMs?: number; readonly server?: string }>
}
