import type { CheckResult } from '../check.ts'
import { printable, recording } from '../lookups.ts'
import type { Resolver } from '../resolver.ts'
import { checked } from '../result.ts'
import { checkHost } from './evaluate.ts'
import { expand } from './expand.ts'
import type { Expansion, SpfProblem } from './expansion.ts'

/** S9 (one SPF record, well formed) and S10 (its limits, and where it leads; RFC 7208 section 4.6.4). */
export async function checkSpf(domain: string, resolver: Resolver): Promise<CheckResult[]> {
  const dns = recording(resolver)
  const found = await expand(domain, dns)
  const own = found.problems.find((problem) => problem.path === domain)
  if (found.record === null || own?.kind === 'syntax') {
    return [judgeRecord(domain, own, dns.lookups)]
  }
  const record = checked('ok', 'S9.ok', domain, { record: printable(found.record) }, dns.lookups)
  return [record, judgeLimits(domain, found, dns.lookups)]
}

/**
 * S12: what SPF of the domain says of an address, as the envelope sender `postmaster@` the domain. A record that asks
 * for the local part or the HELO name may say otherwise of another mail.
 */
export async function checkSpfOf(domain: string, ip: string, resolver: Resolver): Promise<CheckResult> {
  const dns = recording(resolver)
  const { result, reason, trace } = await checkHost({ ip, mailFrom: `postmaster@${domain}`, helo: domain }, dns)
  const facts = { domain, result, trace, reason: printable(reason ?? '') }
  switch (result) {
    case 'temperror':
      return checked('unknown', 'S12.unknown', ip, facts, dns.lookups)
    case 'fail':
    case 'softfail':
    case 'permerror':
      return checked('problem', `S12.${result}`, ip, facts, dns.lookups)
    default:
      return checked('ok', `S12.${result}`, ip, facts, dns.lookups)
  }
}

function judgeRecord(domain: string, own: SpfProblem | undefined, lookups: readonly string[]): CheckResult {
  switch (own?.kind) {
    case 'several':
      return checked('problem', 'S9.several', domain, {}, lookups)
    case 'syntax':
      return checked('problem', 'S9.syntax', domain, { reason: own.detail }, lookups)
    case 'none':
      return checked('problem', 'S9.none', domain, {}, lookups)
    default:
      return checked('unknown', 'S9.unknown', domain, {}, lookups)
  }
}

/** The worst first: what makes every evaluation a permerror, then what could not be followed. */
function judgeLimits(domain: string, found: Expansion, lookups: readonly string[]): CheckResult {
  const { terms, voidTerms, problems } = found
  const first = (...kinds: readonly SpfProblem['kind'][]) => problems.find((problem) => kinds.includes(problem.kind))
  const many = first('too-many-terms')
  if (many) {
    return checked('problem', 'S10.too-many', domain, { terms, path: many.path }, lookups)
  }
  const broken = first('include-none', 'loop', 'several', 'syntax', 'too-many-mx')
  if (broken) {
    return checked('problem', 'S10.broken', domain, { terms, path: broken.path, reason: broken.detail }, lookups)
  }
  const empty = first('too-many-void')
  if (empty) {
    return checked('problem', 'S10.void', domain, { voidTerms, path: empty.path }, lookups)
  }
  const open = first('everything')
  if (open) {
    return checked('problem', 'S10.everything', domain, { terms, path: open.path }, lookups)
  }
  const dark = first('dns')
  return dark
    ? checked('unknown', 'S10.unknown', domain, { terms, path: dark.path }, lookups)
    : checked('ok', 'S10.ok', domain, { terms }, lookups)
}
