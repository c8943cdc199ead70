/** What a probe saw, as ProbeResult of gather/ports has it. */
export interface ProbeSeen {
  readonly host: string
  /** The address it spoke to; empty where there was none. */
  readonly address: string
  /** How many addresses of the host are probed, where it is more than this one. */
  readonly addresses?: number
  readonly port: number
  readonly stages: readonly StageSeen[]
  readonly extensions: readonly string[]
  readonly tls: TlsSeen | null
  readonly gap: { readonly kind: string; readonly detail: string } | null
}

export interface StageSeen {
  readonly stage: string
  readonly ok: boolean
  readonly code: number | null
  readonly text: string
  readonly ms: number
}

/** The TLS that was agreed on after STARTTLS, and the certificate shown. */
export interface TlsSeen {
  /** `TLSv1.3` */
  readonly protocol: string
  readonly cipher: string
  /** Whether one that checks would accept the chain and the name; else why not, in OpenSSL's words. */
  readonly trusted: boolean
  readonly distrust: string | null
  /** DNS names of the certificate, in lower case; patterns among them. */
  readonly names: readonly string[]
  readonly issuer: string
  /** Milliseconds since the epoch. */
  readonly validFrom: number
  readonly validTo: number
  /** The certificate itself, then its issuers as they were sent. */
  readonly chain: readonly CertificateSeen[]
}

/** What TLSA records are compared with: the whole certificate, and its public key alone (SubjectPublicKeyInfo). */
export interface CertificateSeen {
  readonly certificate: Digests
  readonly key: Digests
}

/** Lower-case hex. */
export interface Digests {
  readonly exact: string
  readonly sha256: string
  readonly sha512: string
}
