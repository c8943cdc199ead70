import { parseAddress } from '../checks/address.ts'
import type { Attempt } from './attempts.ts'
import type { Evidence } from './evidence.ts'
import type { Finding } from './rule.ts'
import { told } from './story.ts'

/** What the gateway logged of an address's reputation at one time (grammar A1 to A13). */
export interface Score {
  readonly time: number
  /** From −10 to +10; null where the line has none. */
  readonly sbrs: number | null
  readonly senderGroup: string | null
  readonly country: string | null
}

export interface Reputation {
  readonly ip: string
  /** In order of time, one for each change, the latest five. */
  readonly scores: readonly Score[]
  /** Where its reputation of today can be seen: Talos Intelligence, which SenderBase became. */
  readonly url: string
}

/** Causes by which an address was judged, or that leave open whether it was. */
const judged: ReadonlySet<string> = new Set([
  'hat-reject-reputation',
  'hat-reject-entry',
  'hat-reject-country',
  'hat-host-dns',
  'hat-tcprefuse',
  'rate-limit-host',
  'connection-limit-host',
  'directory-harvest',
  'never-connected',
])

/**
 * The reputations behind a finding, one for each address, the latest three: of its attempts; where nothing came at all,
 * of what used to come. None where reputation has no part in the cause.
 */
export function reputationsOf({ history, attempts }: Evidence, finding: Finding): readonly Reputation[] {
  if (!judged.has(finding.cause)) return []
  const all = [...history, ...attempts]
  const meant = finding.attempts.length > 0 ? finding.attempts : all
  const ips = [
    ...new Set(meant.toReversed().flatMap(({ ip }) => (ip !== null && parseAddress(ip) !== null ? [ip] : []))),
  ]
  return ips.slice(0, 3).map((ip) => ({
    ip,
    scores: changes(all.filter((attempt) => attempt.ip === ip)).slice(-5),
    url: talosUrl(ip),
  }))
}

/** The page of an address at Talos Intelligence. */
export function talosUrl(ip: string): string {
  return `https://talosintelligence.com/reputation_center/lookup?search=${encodeURIComponent(ip)}`
}

function changes(attempts: readonly Attempt[]): readonly Score[] {
  const scores: Score[] = []
  for (const attempt of attempts) {
    const { time, sbrs, senderGroup } = attempt
    if (sbrs === null && senderGroup === null) continue
    const country = told(attempt, 'hat-decision').at(-1)?.fields.country ?? null
    const before = scores.at(-1)
    if (before && before.sbrs === sbrs && before.senderGroup === senderGroup && before.country === country) continue
    scores.push({ time, sbrs, senderGroup, country })
  }
  return scores
}
