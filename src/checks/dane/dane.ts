import type { CheckResult } from '../check.ts'
import type { CertificateSeen, Digests, ProbeSeen } from '../listener/seen.ts'
import { describeRecord, recording } from '../lookups.ts'
import type { Resolver, TlsaRecord } from '../resolver.ts'
import { checked } from '../result.ts'

/**
 * R14: does the certificate that a listener presents match the TLSA records of its MX host (RFC 7672)? Senders that
 * check (many in Germany, the Netherlands and Czechia) defer all mail where it does not. They heed TLSA in signed zones
 * alone, and of its usages only 2 (an issuer in the chain) and 3 (this certificate). One record that matches is enough:
 * a second may stand there for the next certificate. `seen` null: the listener was not probed.
 */
export async function checkDane(host: string, seen: ProbeSeen | null, resolver: Resolver): Promise<CheckResult[]> {
  const dns = recording(resolver)
  const answer = await dns.resolve(`_25._tcp.${host}`, 'TLSA')
  const { lookups } = dns
  if (answer.kind === 'temporary-error') {
    return [checked('unknown', 'R14.unknown', host, { detail: 'DNS' }, lookups)]
  }
  if (answer.kind !== 'records') {
    return [checked('ok', 'R14.none', host, {}, lookups)]
  }
  const records = answer.records.map(describeRecord)
  if (!answer.authenticated) {
    return [checked('ok', 'R14.insecure', host, { records }, lookups)]
  }
  const usable = answer.records.filter(isUsable)
  if (usable.length === 0) {
    return [checked('problem', 'R14.unusable', host, { records }, lookups)]
  }
  const chain = seen?.tls?.chain ?? []
  const [leaf] = chain
  if (!leaf) {
    return [checked('unknown', 'R14.unknown', host, { records, detail: 'TLS' }, lookups)]
  }
  const matching = usable.filter((record) => matches(record, chain))
  const presented = `3 1 1 ${leaf.key.sha256}`
  const facts = { records, presented, matching: matching.map(describeRecord) }
  return matching.length > 0
    ? [checked('ok', 'R14.ok', host, facts, lookups)]
    : [checked('problem', 'R14.mismatch', host, facts, lookups)]
}

/** RFC 7672 section 3.1: usages 0 and 1 are not for SMTP; selectors and matching types as RFC 6698 has them. */
function isUsable({ usage, selector, matchingType }: TlsaRecord): boolean {
  return (usage === 2 || usage === 3) && selector <= 1 && matchingType <= 2
}

function matches(record: TlsaRecord, chain: readonly CertificateSeen[]): boolean {
  const tried = record.usage === 3 ? chain.slice(0, 1) : chain.slice(1)
  const wanted = record.certificate.toLowerCase()
  return tried.some(({ certificate, key }) => {
    const digests: Digests = record.selector === 0 ? certificate : key
    return wanted === [digests.exact, digests.sha256, digests.sha512][record.matchingType]
  })
}
