import { printable } from '../lookups.ts'
import type { Resolver } from '../resolver.ts'
import { isSpfRecord, parseRecord, type SpfRecord } from './parse.ts'

/** What a domain publishes. `text` is the record's joined text, `reason` says in plain words why there is no record. */
export type Published =
  | { readonly kind: 'record'; readonly record: SpfRecord; readonly text: string }
  | { readonly kind: 'none'; readonly reason: string }
  | { readonly kind: 'several'; readonly reason: string }
  | { readonly kind: 'syntax'; readonly text: string; readonly term: string; readonly reason: string }
  | { readonly kind: 'temperror'; readonly reason: string }

const longestName = 253
const longestLabel = 63

/**
 * Whether a query can be made of the name (RFC 1035 section 2.3.4): labels of 1 to 63, together at most 253 characters,
 * ASCII. Any printable character may stand in it: macros make such names (RFC 7208 section 7.3).
 */
export function isQueryable(name: string): boolean {
  const labels = name.split('.')
  const fits = labels.every((label) => label.length > 0 && label.length <= longestLabel)
  return fits && name.length <= longestName && /^[ -~]+$/.test(name)
}

/**
 * Whether check_host() has a domain to begin with (RFC 7208 section 4.3): a well-formed name of two labels or more, not
 * a domain literal.
 */
export function isMailDomain(domain: string): boolean {
  return isQueryable(domain) && domain.includes('.') && /^[a-z0-9_.-]+$/i.test(domain)
}

/** Fetches and parses the SPF record of a domain (RFC 7208 sections 4.4 to 4.6). One TXT lookup, or none. */
export async function readRecord(domain: string, resolver: Resolver): Promise<Published> {
  if (!isQueryable(domain)) {
    return { kind: 'none', reason: 'not a name that can be looked up' }
  }
  const answer = await resolver.resolve(domain, 'TXT')
  if (answer.kind === 'temporary-error') {
    return { kind: 'temperror', reason: `the DNS did not answer for ${domain}` }
  }
  const texts = answer.kind === 'records' ? answer.records.map((strings) => strings.join('')) : []
  const [text, second] = texts.filter(isSpfRecord)
  if (text === undefined) {
    return { kind: 'none', reason: `${domain} publishes no SPF record` }
  }
  if (second !== undefined) {
    return { kind: 'several', reason: `${domain} publishes more than one SPF record` }
  }
  const parsed = parseRecord(text)
  if ('reason' in parsed) {
    return { kind: 'syntax', text, term: parsed.term, reason: `${printable(parsed.term)}: ${printable(parsed.reason)}` }
  }
  return { kind: 'record', record: parsed, text }
}
