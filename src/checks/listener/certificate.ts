import type { CheckResult } from '../check.ts'
import { printable } from '../lookups.ts'
import { matchesPattern, type StsPolicy } from '../mta-sts/policy.ts'
import { checked } from '../result.ts'
import { writeListener } from './listener.ts'
import type { ProbeSeen, TlsSeen } from './seen.ts'

/** A certificate is told as about to end so many days before. Our own choice: time enough to renew it by hand. */
const soonDays = 14
const day = 86_400_000

/**
 * R12: would a sender that checks accept the certificate that a listener shows: name, dates, chain? Senders check under
 * an MTA-STS policy that is enforced (`policy`), and there it is a problem; others use TLS where they can and take any.
 * The chain is judged by the roots that this host trusts.
 */
export function judgeCertificate(seen: ProbeSeen, policy: StsPolicy | null, now: number): CheckResult[] {
  const starttls = seen.stages.find(({ stage }) => stage === 'starttls')
  if (!starttls) {
    return []
  }
  const subject = writeListener(seen)
  if (!seen.tls) {
    return [checked('unknown', 'R12.unknown', subject, {}, [])]
  }
  const untilAt = seen.tls.validTo
  const facts = { untilAt, names: seen.tls.names.map(printable), issuer: printable(seen.tls.issuer) }
  const fault = faultOf(seen.host, seen.tls, now)
  if (fault === null) {
    return untilAt - now < soonDays * day
      ? [checked('problem', 'R12.soon', subject, facts, [])]
      : [checked('ok', 'R12.ok', subject, facts, [])]
  }
  const detail = printable(fault)
  return policy?.mode === 'enforce'
    ? [checked('problem', 'R12.enforced', subject, { ...facts, detail }, [])]
    : [checked('ok', 'R12.lenient', subject, { ...facts, detail }, [])]
}

function faultOf(host: string, tls: TlsSeen, now: number): string | null {
  if (now >= tls.validTo) return `expired on ${new Date(tls.validTo).toISOString().slice(0, 10)}`
  if (now < tls.validFrom) return `not valid before ${new Date(tls.validFrom).toISOString().slice(0, 10)}`
  if (!tls.names.some((name) => matchesPattern(host, name))) return `it names ${tls.names.join(', ') || 'no host'}`
  return tls.trusted ? null : (tls.distrust ?? 'not trusted')
}
