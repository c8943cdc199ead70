import type { CheckResult } from '../check.ts'
import { printable, recording } from '../lookups.ts'
import { mailHosts } from '../mx/hosts.ts'
import type { Resolver } from '../resolver.ts'
import { checked } from '../result.ts'
import { tagsOf } from '../tags.ts'
import { matchesPattern, parsePolicy, type StsPolicy } from './policy.ts'

/** How fetching `https://mta-sts.<domain>/.well-known/mta-sts.txt` ended. `failed`: nothing that says anything of it. */
export type PolicyFetched =
  | { readonly kind: 'fetched'; readonly text: string }
  /** Answered with another status than 200, redirects among them, which RFC 8461 section 3.3 forbids to follow. */
  | { readonly kind: 'status'; readonly status: number }
  /** The DNS says that the host has no address. */
  | { readonly kind: 'no-host'; readonly host: string }
  /** The certificate is not good for the host. */
  | { readonly kind: 'certificate'; readonly detail: string }
  | { readonly kind: 'failed'; readonly detail: string }

/** Fetches the policy of a domain of ours, and of no other. Never rejects. */
export type FetchPolicy = (domain: string) => Promise<PolicyFetched>

export interface StsFound {
  readonly results: readonly CheckResult[]
  /** The policy that senders hold us to; null where there is none that they could. */
  readonly policy: StsPolicy | null
}

/**
 * R13: the MTA-STS policy of a domain of ours (RFC 8461): the record, the policy over HTTPS, and whether every MX host
 * is named in it. Under `enforce`, senders do not deliver to a host that is not, and leave no trace with us but a
 * connection closed. Senders may hold an older policy for its max_age.
 */
export async function checkMtaSts(domain: string, resolver: Resolver, fetchPolicy: FetchPolicy): Promise<StsFound> {
  const dns = recording(resolver)
  const [answer, hosts] = await Promise.all([dns.resolve(`_mta-sts.${domain}`, 'TXT'), mailHosts(domain, dns)])
  const without = (result: CheckResult): StsFound => ({ results: [result], policy: null })
  if (answer.kind === 'temporary-error') {
    return without(checked('unknown', 'R13.unknown', domain, { detail: 'DNS' }, dns.lookups))
  }
  const texts = answer.kind === 'records' ? answer.records.map((strings) => strings.join('')) : []
  const [record, second] = texts.filter((text) => /^v=STSv1\s*;/.test(text))
  if (record === undefined) {
    return without(checked('ok', 'R13.none', domain, {}, dns.lookups))
  }
  const id = tagsOf(record).get('id') ?? ''
  if (second !== undefined || !/^[A-Za-z0-9]{1,32}$/.test(id)) {
    return without(checked('problem', 'R13.record', domain, { record: printable(record) }, dns.lookups))
  }
  const fetched = await fetchPolicy(domain)
  const said = `GET https://mta-sts.${domain}/.well-known/mta-sts.txt → ${describe(fetched)}`
  const lookups = [...dns.lookups, said]
  switch (fetched.kind) {
    case 'failed':
      return without(checked('unknown', 'R13.unknown', domain, { detail: printable(fetched.detail) }, lookups))
    case 'status':
      return without(checked('problem', 'R13.missing', domain, { status: String(fetched.status) }, lookups))
    case 'no-host':
      return without(checked('problem', 'R13.nohost', domain, { host: fetched.host }, lookups))
    case 'certificate':
      return without(checked('problem', 'R13.certificate', domain, { detail: printable(fetched.detail) }, lookups))
    case 'fetched':
      break
  }
  const policy = parsePolicy(fetched.text)
  if ('reason' in policy) {
    return without(checked('problem', 'R13.policy', domain, { reason: policy.reason }, lookups))
  }
  const facts = { mode: policy.mode, maxAge: policy.maxAge, id, patterns: policy.mx.map(printable) }
  if (policy.mode === 'none') {
    return { results: [checked('ok', 'R13.off', domain, facts, lookups)], policy }
  }
  if (hosts.kind !== 'mx') {
    const result = checked('unknown', 'R13.unknown', domain, { ...facts, detail: 'MX' }, lookups)
    return { results: [result], policy }
  }
  const stray = hosts.hosts
    .map(({ name }) => name)
    .filter((name) => !policy.mx.some((one) => matchesPattern(name, one)))
  const key = stray.length === 0 ? 'R13.ok' : policy.mode === 'enforce' ? 'R13.mismatch' : 'R13.testing'
  const status = stray.length === 0 ? 'ok' : 'problem'
  return { results: [checked(status, key, domain, { ...facts, hosts: stray.map(printable) }, lookups)], policy }
}

function describe(fetched: PolicyFetched): string {
  switch (fetched.kind) {
    case 'fetched':
      return printable(fetched.text.trim().replace(/\r?\n/g, '; ')).slice(0, 300)
    case 'status':
      return `status ${fetched.status}`
    case 'no-host':
      return 'no address'
    default:
      return printable(fetched.detail)
  }
}
