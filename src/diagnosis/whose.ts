import type { Attempt } from './attempts.ts'
import { concerns, domainAsked, inRange, isUnder } from './concerns.ts'
import type { Candidate, Evidence } from './evidence.ts'

/**
 * Whether an attempt is only thought to be the sender's. It named none, and it is known by a reverse DNS name that does
 * not lead back, from elsewhere than the domain says that it sends from (anybody can claim a name); or by an address
 * that the domain shares with others, through the `include:` of a service.
 */
export function isOnlyThought({ asked, candidates }: Evidence, attempt: Attempt): boolean {
  const by = concerns(attempt, asked.about, asked.recipient, candidates)?.by
  const domain = domainAsked(asked.about)
  if (domain === null || (by !== 'host' && by !== 'ip')) return false
  const { ip } = attempt
  const from = candidates.filter(({ range }) => ip !== null && inRange(ip, range))
  if (by === 'host') return attempt.verified === false && candidates.some(isPublished) && from.length === 0
  return from.every((candidate) => isShared(candidate, domain))
}

/** Whether all that ties it to the sender is a reverse DNS name that its server claims. */
export function onlyClaimsName(evidence: Evidence, attempt: Attempt): boolean {
  const { asked, candidates } = evidence
  const by = concerns(attempt, asked.about, asked.recipient, candidates)?.by
  return by === 'host' && isOnlyThought(evidence, attempt)
}

function isPublished({ from }: Candidate): boolean {
  return from === 'spf' || from === 'mx' || from === 'a'
}

function isShared({ path }: Candidate, domain: string): boolean {
  const included = path.match(/include:(\S+)/)?.[1]
  return included !== undefined && !isUnder(included, domain)
}
