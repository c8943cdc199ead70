import type { CheckResult } from '../check.ts'
import { registeredDomain } from '../domain/domain.ts'
import { printable, type RecordingResolver, recording } from '../lookups.ts'
import type { Resolver } from '../resolver.ts'
import { checked } from '../result.ts'
import { type DmarcRecord, organisationOf, type Walked, walkTree } from './walk.ts'

const policies: readonly string[] = ['none', 'quarantine', 'reject']

/**
 * S18: the DMARC record that holds for a domain, found by the tree walk of RFC 9989; the registered domain stands in
 * where the walk did not get above it. It tells what receivers may enforce, not that a mail failed. A record without a
 * readable policy is told as one, unless it asks for reports, which makes it `none` (section 4.7).
 */
export async function checkDmarc(domain: string, resolver: Resolver): Promise<CheckResult[]> {
  const dns = recording(resolver)
  const walked = await walkTree(domain, dns)
  const chosen = chosenOf(domain, walked)
  // What could not be asked above the registered domain belongs to a registry and decides next to nothing.
  const registered = registeredDomain(domain) ?? domain
  const dark = walked.dark.some((name) => name === registered || name.endsWith(`.${registered}`))
  if (dark && chosen?.domain !== domain) {
    return [checked('unknown', 'S18.unknown', domain, {}, dns.lookups)]
  }
  const [several] = walked.several
  if (several && chosen?.domain !== domain) {
    return [checked('problem', 'S18.several', domain, { domain: several.domain }, dns.lookups)]
  }
  return chosen ? [await judge(domain, chosen, walked, dns)] : [checked('ok', 'S18.none', domain, {}, dns.lookups)]
}

/** Section 4.10.1: the domain's own record, else that of its organisation, else that of a public suffix above it. */
function chosenOf(domain: string, walked: Walked): DmarcRecord | undefined {
  const organisation = organisationOf(domain, walked)
  const at = (name: string | null) => walked.records.find((record) => record.domain === name)
  return at(domain) ?? at(organisation) ?? walked.records.at(-1)
}

async function judge(
  subject: string,
  { domain, text, tags }: DmarcRecord,
  walked: Walked,
  dns: RecordingResolver,
): Promise<CheckResult> {
  const tag = (name: string) => tags.get(name)?.toLowerCase()
  const below = subject === domain ? undefined : await belowPolicy(subject, tag, dns)
  const named = below ?? tag('p')
  const policy = named !== undefined && policies.includes(named) ? named : tags.has('rua') ? 'none' : null
  const facts = { domain, record: printable(text), organisation: organisationOf(subject, walked) ?? subject }
  if (policy === null) {
    return checked('problem', 'S18.syntax', subject, facts, dns.lookups)
  }
  const how = { policy, dkim: tag('adkim') ?? 'r', spf: tag('aspf') ?? 'r' }
  const key = tag('t') === 'y' ? 'S18.testing' : 'S18.ok'
  return checked('ok', key, subject, { ...facts, ...how }, dns.lookups)
}

/** `np` for a name that does not exist, else `sp`; neither where the record has none. */
async function belowPolicy(
  subject: string,
  tag: (name: string) => string | undefined,
  dns: RecordingResolver,
): Promise<string | undefined> {
  const absent = tag('np')
  const exists = absent === undefined || (await dns.resolve(subject, 'SOA')).kind !== 'no-such-name'
  return exists ? tag('sp') : absent
}
