import type { About } from '../correlator/ids.ts'
import type { Candidate } from '../diagnosis/evidence.ts'
import { allStateTexts, type Needle } from './ports.ts'

/** What to look for first: the thing itself, as it stands in the log. */
export function firstNeedles(about: About): readonly Needle[] {
  // A domain of one's own is in every message, as its recipient's: those lines say nothing about a sender.
  if ('domain' in about) return [{ kind: 'text', text: about.domain, labels: true, sender: true }]
  if ('host' in about) return [{ kind: 'text', text: about.host, labels: true }]
  if ('address' in about) return [{ kind: 'text', text: about.address }]
  if ('messageId' in about) return [{ kind: 'text', text: about.messageId }]
  if ('ip' in about) return [{ kind: 'ip', range: about.ip }]
  if ('recipient' in about) {
    const { recipient } = about
    return [{ kind: 'text', text: recipient, ...(!recipient.includes('@') && { labels: true }) }]
  }
  if ('mid' in about) return [{ kind: 'mid', id: about.mid }]
  return [{ kind: 'icid', id: about.icid }]
}

/** How lines name the domain of a next hop: what went wrong on the way there is told by it, not by MID (grammar L9, L12). */
export const destinationOpenings = ['domain: ', 'Failure '] as const

/** How the texts begin that are looked for once something was found. */
export const openings: readonly string[] = [...destinationOpenings, ...allStateTexts]

/** The domain a question is about, where it has one: what DNS is asked for, and what a sending host is named after. */
export function domainOf(about: About): string | null {
  if ('domain' in about) return about.domain
  if ('address' in about) return about.address.split('@').at(-1) ?? null
  return null
}

/**
 * The ranges worth searching for: a sender refused before MAIL FROM never names its domain, so it is found by address
 * only. Wide ranges belong to mailing services, whose every connection would be taken for the sender's; they are left
 * to the search by domain and by reverse DNS name, and told as a gap.
 */
export function searchable(candidates: readonly Candidate[]): {
  readonly narrow: readonly Candidate[]
  readonly wide: readonly Candidate[]
} {
  const narrow: Candidate[] = []
  const wide: Candidate[] = []
  for (const candidate of candidates) (isNarrow(candidate.range) ? narrow : wide).push(candidate)
  return { narrow, wide }
}

function isNarrow(range: string): boolean {
  const slash = range.indexOf('/')
  if (slash < 0) return true
  const bits = Number(range.slice(slash + 1))
  return range.includes(':') ? bits >= 64 : bits >= 24
}
